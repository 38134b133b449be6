"""容缺受理通知书 (two copies) and 容缺受理承诺书: what follows, in which form, by when, else what."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling import rows
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.guidance.promise_papers import (
    ARRIVAL,
    DEFERRED_NOTICE,
    DEFERRED_PROMISE,
    LAPSE,
    PROMISED_LAPSE,
    WAYS_TO_SUPPLY,
)
from desktop.wording.papers import day_text, term_text


def notice(page: Page, facts: PaperFacts) -> list[Strip]:
    """一次告知: items, form, deadline, ways, when it counts as handed in, effect of lapse."""
    term = facts.promised if facts.item_approved and facts.promised.due else facts.statutory
    after: list[Pair] = [
        (_("补交方式"), WAYS_TO_SUPPLY),
        (_("补交时间"), ARRIVAL),
        (_("逾期的后果"), LAPSE),
        (_("办理时限"), term_text(term)),
        *enquiry(facts),
    ]
    return [
        *pairs(page, rows.matter(facts)),
        blank(page.size * 0.6),
        *paragraph(page, DEFERRED_NOTICE),
        *_following(page, facts),
        blank(page.size, keep=True),
        *pairs(page, after),
    ]


def promise(page: Page, facts: PaperFacts) -> list[Strip]:
    """The applicant's written promise, to be signed."""
    text = DEFERRED_PROMISE.format(organ=facts.issuer.organ, item=facts.item_name)
    return [
        *pairs(page, [*parts.applicant(facts), *parts.agent(facts), *parts.item(facts, code=True)]),
        blank(page.size * 0.6),
        *paragraph(page, text),
        *_following(page, facts),
        blank(page.size * 0.6, keep=True),
        *(strip for line in PROMISED_LAPSE for strip in paragraph(page, line)),
    ]


def _following(page: Page, facts: PaperFacts) -> list[Strip]:
    """材料, 形式, 份数, 补交期限."""
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("容缺后补的材料"), share=1),
        Column(_("形式要求"), fixed=30),
        Column(_("份"), fixed=8, align="right"),
        Column(_("最迟补交日"), fixed=30),
    )
    waiting = [line for line in facts.lines if line.key in facts.deferred_by]
    lines = [_row(facts, number, line) for number, line in enumerate(waiting, 1)]
    return titled(page, _("允许容缺的材料"), table(page, columns, lines))


def _row(facts: PaperFacts, number: int, line: SheetLine) -> tuple[str, ...]:
    form = "，".join(part for part in (line.type, line.form) if part)
    day = day_text(facts.deferred_by[line.key])
    return str(number), line.name, form, str(line.copies), day
