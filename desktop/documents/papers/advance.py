"""办事清单: what this situation will need, before anything is received (许可法 30; 条例 36)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.documents.layout.cells import Cell
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, table, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import limits
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Check
from desktop.wording import _
from desktop.wording.papers import BY_COURIER, NONE, way_to_get

Say = Callable[[str], str]
"""How a text is set on this paper: in one language, or in two."""


def advance(page: Page, facts: PaperFacts) -> list[Strip]:
    """事项·情形, 要交, 不用交及理由, 流程·时限·收费, 地点·时间·电话, 寄递."""
    wanted = [line for line in facts.lines if not _spared(line)]
    free = [line for line in facts.lines if _spared(line)]
    title = _("要交的材料（{n} 项）").format(n=len(wanted))
    if facts.listed:
        title += _("　事项共列 {listed} 项，本情形应交 {due} 项").format(
            listed=facts.listed, due=facts.to_submit
        )
    say = partial(parts.said, facts)
    spared = parts.reasons(page, _("不用交的材料及理由"), [*free, *facts.apart], _("理由"), say=say)
    return [
        *pairs(page, _said(say, [*parts.item(facts), *parts.situation(facts)])),
        *titled(page, say(title), _wanted(page, facts, wanted)),
        *spared,
        *titled(page, say(_("怎么办")), pairs(page, _said(say, _course(facts)))),
        *titled(page, say(_("到哪里办")), pairs(page, _said(say, _where(facts)))),
    ]


def _said(say: Say, rows: list[Pair]) -> list[Pair]:
    return [(say(str(row[0])), say(str(row[1]))) for row in rows]


def _spared(line: SheetLine) -> bool:
    return line.need in ("exempt", "not_applicable") or line.tick.check is Check.EXEMPT


def _wanted(page: Page, facts: PaperFacts, lines: list[SheetLine]) -> list[Strip]:
    say = partial(parts.said, facts)
    mark = "\n" if facts.bilingual else "；"
    columns = (
        Column(say(_("序")), fixed=7, align="centre"),
        Column(say(_("材料名称")), share=1.2),
        Column(say(_("形式")), fixed=18),
        Column(say(_("份")), fixed=8, align="right"),
        Column(say(_("出具单位")), fixed=18.5),
        Column(say(_("依据")), share=1.3 if facts.bilingual else 1),
        Column(say(_("获取方法")), share=0.7 if facts.bilingual else 0.9),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            str(number),
            say(line.name),
            say("\n".join(part for part in (line.type, line.form) if part)),
            str(line.copies),
            say(line.source or "—"),
            say(mark.join(line.basis) or "—"),
            say(way_to_get(line)),
        )
        for number, line in enumerate(lines, 1)
    ]
    return table(page, columns, rows) if rows else [blank(page.size)]


def _course(facts: PaperFacts) -> list[Pair]:
    """流程·时限·收费."""
    steps = [f"{step.name}（{step.limit}）" if step.limit else step.name for step in facts.steps]
    rows: list[Pair] = [(_("办理流程"), " → ".join(steps) or NONE)]
    rows += [*limits(facts), (_("收费"), facts.fee or NONE)]
    if facts.result:
        rows.append((_("办理结果"), facts.result))
    return rows


def _where(facts: PaperFacts) -> list[Pair]:
    """地点·时间·电话, and how to send it instead."""
    issuer = facts.issuer
    place = "　".join(part for part in (issuer.hall, issuer.address) if part)
    told = [(_("地点"), place), (_("时间"), issuer.hours), (_("咨询电话"), issuer.phone)]
    return [*((name, text) for name, text in told if text), (_("寄递"), BY_COURIER)]
