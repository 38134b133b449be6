"""终止办理告知书, 撤销受理告知书, 转办告知书: what turns a case from its usual way."""

from __future__ import annotations

from desktop.documents.layout.cells import Bars, Style
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs, paragraph
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.changes import Transferred
from desktop.wording import _
from desktop.wording.handling.papers import (
    AFTER_REVOKING,
    DAY_STAYS,
    MOVED_AWAY,
    MOVED_HERE,
    REVOKED,
    TERMINATED,
)
from desktop.wording.labels import label
from desktop.wording.papers import cited, day_of, day_text


def termination(page: Page, facts: PaperFacts) -> list[Strip]:
    """事由, 终止日, 退还的材料, 复议和诉讼."""
    told = rows.stated(facts, rows.course(facts).terminated)
    lines: list[Pair] = [
        *rows.matter(facts),
        (_("终止的事由"), label(told.ground)),
        (_("说明"), told.reason),
        (_("决定"), TERMINATED),
        (_("终止日"), day_text(told.terminated_on)),
        *rows.returned(facts, _("退还材料"), told.returned),
        *parts.remedies(),
        *enquiry(facts),
    ]
    return pairs(page, lines)


def revocation(page: Page, facts: PaperFacts) -> list[Strip]:
    """The mistaken acceptance is undone; materials and day of receipt stand, and what comes next."""
    told = rows.last(facts, rows.course(facts).revoked)
    article = cited(facts, told.article)
    lines: list[Pair] = [
        *rows.matter(facts),
        (_("决定"), REVOKED.format(day=day_text(told.accepted_on))),
        (_("撤销日"), day_text(told.revoked_on)),
        (_("理由"), told.reason),
        *([(_("依据"), article)] if article else []),
        (_("以后怎么办"), AFTER_REVOKING.format(day=day_of(facts.received_at))),
        *rows.returned(facts, _("在本大厅的材料"), tuple(x.key for x in parts.handed_in(facts))),
        *parts.remedies(),
        *enquiry(facts),
    ]
    return pairs(page, lines)


def transfer(page: Page, facts: PaperFacts) -> list[Strip]:
    """To another item: its new number and code stand first. To another organ: where it is."""
    told = rows.stated(facts, rows.course(facts).transferred)
    template = MOVED_HERE if told.to_case else MOVED_AWAY
    first = template.format(new=told.to_case, old=facts.case)
    lines: list[Pair] = [
        *(_new_case(told) if told.to_case else _organ(told)),
        *rows.matter(facts),
        (_("转办的理由"), told.reason),
        (_("转办日"), day_text(told.transferred_on)),
        *([(_("说明"), DAY_STAYS)] if told.to_case else []),
        *rows.returned(facts, _("随转的材料"), told.carried),
        *enquiry(facts),
    ]
    return [
        blank(page.size * 0.4),
        *paragraph(page, first, Style(page.size, bold=True), after=0.8),
        *pairs(page, lines),
    ]


def _new_case(told: Transferred) -> list[Pair]:
    return [
        (_("新办件编号"), Bars(told.to_case)),
        (_("转到事项"), told.to_item_name or told.to_item),
    ]


def _organ(told: Transferred) -> list[Pair]:
    """接收机关 with address and telephone."""
    known = [told.organ]
    if told.address:
        known.append(_("地址：{text}").format(text=told.address))
    if told.phone:
        known.append(_("电话：{text}").format(text=told.phone))
    return [(_("接收机关"), "\n".join(known))]
