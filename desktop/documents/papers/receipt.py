"""材料接收凭证: what was handed in. It is not acceptance, and says so."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs, paragraph
from desktop.documents.papers import parts
from desktop.documents.papers.guidance.savings import saved
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.papers import DEEMED, day_of, due_text, is_licence


def receipt(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 代理人, 事项·情形, 收到时刻·渠道, 材料表, 免交, 未收, 视为受理."""
    rows: list[Pair] = [
        *parts.applicant(facts),
        *parts.agent(facts),
        *parts.item(facts),
        *parts.situation(facts),
        *parts.received(facts),
        *saved(facts),
    ]
    strips = [
        *pairs(page, rows),
        *parts.materials(page, facts, counted(facts)),
        *parts.reasons(page, _("免交的材料及理由"), parts.spared(facts), _("免交理由")),
        *parts.reasons(page, _("尚未收到的材料"), parts.not_in(facts), _("情况"), "open"),
    ]
    if is_licence(facts) and facts.deemed.due:
        told = DEEMED.format(due=due_text(facts.deemed), received=day_of(facts.received_at))
        strips += [blank(page.size, keep=True), *paragraph(page, told)]
    return strips


def counted(facts: PaperFacts) -> str:
    """The table's heading with the numbers that show what was spared."""
    title = _("已收到的材料（{n} 项）").format(n=len(parts.handed_in(facts)))
    if not facts.listed:
        return title
    return title + _("　事项共列 {listed} 项，本情形应交 {due} 项").format(
        listed=facts.listed, due=facts.to_submit
    )
