"""补正告知书: everything that is to be corrected, once (许可法 32(4), 72(4))."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.ink.pen import QUIET
from desktop.documents.layout.cells import Cell, Choices, Style
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers import parts
from desktop.domain.cases.draft import Channel
from desktop.domain.cases.entries import Defect
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import (
    CORRECT,
    CORRECT_BY_LAW,
    CORRECTED,
    CORRECTED_BY_LAW,
    HAND_IN,
    NONE,
    SECOND,
    day_of,
    day_text,
    is_licence,
    moment_text,
)


def correction(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 事项, 收到日, 依据 32(4), 全部问题, 材料去向, 补交, 补齐即受理, 送达."""
    law = is_licence(facts)
    told = (CORRECT_BY_LAW if law else CORRECT).format(count=len(facts.defects))
    rows: list[Pair] = [
        *parts.applicant(facts),
        *parts.item(facts),
        (_("收到日"), day_of(facts.received_at)),
        (_("告知依据"), told),
    ]
    after: list[Pair] = [
        (_("材料去向"), _whereabouts(facts)),
        (_("补交方式"), Choices(tuple((facts.hand_in == k, t) for k, t in HAND_IN.items()))),
        (_("约定日期"), day_text(facts.by) or _("未约定")),
        (_("补齐之后"), CORRECTED_BY_LAW if law else CORRECTED),
        *served(facts),
    ]
    quiet = Style(page.small, grey=QUIET)
    return [
        *pairs(page, rows),
        *(paragraph(page, SECOND, quiet) if facts.second else []),
        *titled(page, _("需要补正的全部内容"), defects(page, facts.defects)),
        blank(page.size, keep=True),
        *pairs(page, after),
    ]


def defects(page: Page, found: Sequence[Defect]) -> list[Strip]:
    """材料, 问题, 要求, 依据, 替代办法."""
    columns = (
        Column(_("序"), fixed=7, align="centre"),
        Column(_("材料"), share=1.2),
        Column(_("问题"), fixed=15),
        Column(_("要求"), share=1.3),
        Column(_("依据"), share=1.2),
        Column(_("替代办法"), share=0.9),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            str(number),
            defect.name,
            label(defect.fault),
            defect.demand or _("请补交符合要求的材料"),
            "；".join(defect.basis) or "—",
            defect.alternative or "—",
        )
        for number, defect in enumerate(found, 1)
    ]
    return table(page, columns, rows)


def served(facts: PaperFacts) -> list[Pair]:
    """送达方式·时刻: a sheet that is sent arrives when it is signed for."""
    sent = facts.channel is Channel.COURIER
    ways = Choices(((not sent, _("当场送达")), (sent, _("寄递送达"))))
    at = _("以寄递签收时刻为准") if sent else moment_text(facts.issued_at)
    return [(_("送达方式"), ways, _("送达时刻"), at)]


def _whereabouts(facts: PaperFacts) -> str:
    """全部带回, or what went home and what stays."""
    home, kept = parts.names(facts, facts.taken_home), parts.names(facts, facts.kept)
    if home and not kept:
        return _("全部带回：{names}").format(names=home)
    told = []
    if home:
        told.append(_("带回：{names}").format(names=home))
    if kept:
        told.append(_("留存：{names}").format(names=kept))
    return "\n".join(told) or NONE
