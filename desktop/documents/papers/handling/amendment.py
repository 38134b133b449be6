"""更正告知书: what was written down wrongly; 当场更正记录: what the applicant put right (32(3))."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, pairs, paragraph, table, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Check, SpotCorrection
from desktop.wording import _
from desktop.wording.handling.papers import (
    AMENDED,
    SPOT_CORRECTED,
    SPOT_CORRECTED_BY_LAW,
    SPOT_DONE,
    change_rows,
)
from desktop.wording.labels import label
from desktop.wording.papers import KEPT_AS, day_text, is_licence


def amendment(page: Page, facts: PaperFacts) -> list[Strip]:
    """项目, 原, 现; the reason."""
    told = rows.last(facts, rows.course(facts).amended)
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("更正的项目"), share=0.8),
        Column(_("原来"), share=1),
        Column(_("现在"), share=1.2),
    )
    found = change_rows(told, facts.applicant)
    lines = [(str(number), *row) for number, row in enumerate(found, 1)]
    after = [
        (_("更正的理由"), told.reason),
        (_("更正日"), day_text(told.amended_on)),
        (_("说明"), AMENDED),
        *enquiry(facts),
    ]
    return [
        *pairs(page, rows.matter(facts)),
        *titled(page, _("更正的内容"), table(page, columns, lines)),
        blank(page.size, keep=True),
        *pairs(page, after),
    ]


def spot(page: Page, facts: PaperFacts) -> list[Strip]:
    """材料, 原有问题, 已当场更正."""
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("材料"), share=1),
        Column(_("原有问题"), fixed=18),
        Column(_("已当场更正"), share=1.1),
    )
    lines = [
        (str(number), parts.names(facts, [one.key]), label(one.fault), _corrected(facts, one))
        for number, one in enumerate(facts.spot, 1)
    ]
    told = SPOT_CORRECTED_BY_LAW if is_licence(facts) else SPOT_CORRECTED
    return [
        *pairs(page, [*parts.applicant(facts), *parts.item(facts), *parts.received(facts)]),
        blank(page.size * 0.6),
        *paragraph(page, told),
        *titled(page, _("当场更正的内容"), table(page, columns, lines)),
        blank(page.size * 0.6, keep=True),
        *paragraph(page, SPOT_DONE),
    ]


def _corrected(facts: PaperFacts, one: SpotCorrection) -> str:
    """Put right, and how the material lies here now."""
    line = next((line for line in facts.lines if line.key == one.key), None)
    if line is None or line.tick.check is not Check.RECEIVED:
        return _("已更正")
    return _("已更正，已收（{kept}）").format(kept=KEPT_AS[line.tick.kept])
