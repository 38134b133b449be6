"""告知承诺书 (国办发〔2020〕42号): the organ tells, the applicant promises, both on one paper."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs, paragraph, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.promises.commitment import digest
from desktop.wording import _
from desktop.wording.guidance.promise_papers import (
    CHECKED_AFTERWARDS,
    CONDITIONS_UNKNOWN,
    LIABILITY,
    PROMISES,
    UNPUBLISHED,
    WAY_TO_COMMIT,
    WITHDRAWAL,
)
from desktop.wording.papers import NONE


def commitment(page: Page, facts: PaperFacts) -> list[Strip]:
    """一 行政机关告知 with every element of the notice; 二 申请人承诺, to be signed."""
    told = stated(facts, facts.told)
    notice: list[Pair] = [
        *parts.item(facts, code=True),
        (_("设定依据"), "；".join(told.basis) or NONE),
        (_("办理条件"), numbered(told.conditions) or CONDITIONS_UNKNOWN),
        (_("免予提交的材料"), "、".join(told.materials) or NONE),
        (_("承诺的方式"), WAY_TO_COMMIT),
        (_("核查权力"), CHECKED_AFTERWARDS),
        (_("不实承诺的责任"), LIABILITY),
        (_("是否公开"), told.published or UNPUBLISHED),
        (_("撤回承诺"), WITHDRAWAL),
    ]
    promised = [strip for line in PROMISES for strip in paragraph(page, line, after=0.2)]
    after: list[Pair] = [(_("文本摘要"), digest(told)[:32].upper()), *enquiry(facts)]
    return [
        *titled(page, _("一、行政机关告知"), pairs(page, notice)),
        blank(page.size * 0.6),
        *titled(
            page, _("二、申请人承诺"), pairs(page, [*parts.applicant(facts), *parts.agent(facts)])
        ),
        blank(page.size * 0.4),
        *promised,
        blank(page.size * 0.4, keep=True),
        *pairs(page, after),
    ]


def numbered(lines: Sequence[str]) -> str:
    """One condition per line; a single one stands without a number."""
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
