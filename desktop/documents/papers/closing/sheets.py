"""日结单: the day's figures by window and clerk, and what is carried over. 交班单: what passes on."""

from __future__ import annotations

from dataclasses import replace

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.supervision.closing.checks import Carried
from desktop.domain.supervision.closing.entries import DayClosed, Held
from desktop.domain.supervision.closing.facts import ClosingFacts
from desktop.domain.supervision.closing.figures import Figure, Tally, total
from desktop.wording import _
from desktop.wording.closing.lines import UNSAID, held_text, line_text
from desktop.wording.closing.papers import AGAIN, CARRIED, COUNTED, PASSED_ON
from desktop.wording.handling.papers import BLANK
from desktop.wording.labels import label
from desktop.wording.papers import NONE, day_text, moment_text


def day_closing(page: Page, facts: PaperFacts) -> list[Strip]:
    """大厅·日期·范围, 办理情况, 结转, 日结人·主管; a second one of the day says so."""
    told = stated(facts, facts.closing)
    day = stated(facts, told.day)
    said = AGAIN.format(n=day.ordinal)
    again = [blank(page.size * 0.4), *paragraph(page, said)] if day.ordinal > 1 else []
    return [
        *pairs(page, _head(facts, told, day)),
        *again,
        blank(page.size * 0.4),
        *titled(page, _("当日办理情况"), _figures(page, told, day)),
        blank(page.size * 0.4),
        *paragraph(page, COUNTED),
        *titled(page, _("结转事项"), _carried(page, told, day)),
        blank(page.size * 0.4),
        *(replace(one, keep=True) for one in (paragraph(page, CARRIED) if day.carried else [])),
        blank(page.size, keep=True),
        *pairs(page, [(_("日结人"), facts.issuer.clerk, _("主管（签字）"), BLANK)]),
    ]


def shift(page: Page, facts: PaperFacts) -> list[Strip]:
    """移交人·接班人, a row for each thing, 差异; the successor signs in the foot."""
    told = stated(facts, facts.closing)
    over = stated(facts, told.shift)
    before: list[Pair] = [
        (_("移交人"), _who(told, over.giver), _("接班人"), _who(told, over.to)),
        (_("窗口"), over.window, _("交班时刻"), moment_text(facts.issued_at)),
        (_("备注"), over.note or NONE),
    ]
    after: list[Pair] = [
        (_("合计"), _("{n} 项").format(n=len(over.lines))),
        (_("核对差异"), BLANK * 2),
        (_("移交人（签字）"), BLANK, _("签字时刻"), BLANK),
    ]
    return [
        *pairs(page, before),
        *titled(page, _("移交的事项"), _held(page, over.lines)),
        blank(page.size, keep=True),
        *pairs(page, after),
        blank(page.size * 0.5),
        *paragraph(page, PASSED_ON),
    ]


def _head(facts: PaperFacts, told: ClosingFacts, day: DayClosed) -> list[Pair]:
    where = _("{n} 号窗口").format(n=day.window) if day.window else _("全厅")
    again = _("（第 {n} 次）").format(n=day.ordinal) if day.ordinal > 1 else ""
    people = {_who(told, one.clerk): None for one in day.tallies}
    windows = {one.window: None for one in day.tallies if one.window}
    return [
        (_("大厅"), facts.issuer.hall, _("日期"), day_text(day.day)),
        (_("范围"), where + again, _("日结时刻"), moment_text(facts.issued_at)),
        (_("窗口"), "、".join(windows) or NONE, _("上次结转已办完"), _n(day.cleared)),
        (_("经办人员"), "、".join(people) or NONE),
    ]


def _figures(page: Page, told: ClosingFacts, day: DayClosed) -> list[Strip]:
    """By window and clerk; on A5 there is room for the sums alone."""
    sums = total(day.tallies)
    if page.name != "A4":
        columns = (Column(_("行为"), share=1), Column(_("合计"), fixed=20, align="right"))
        rows = [(label(one), str(n)) for one, n in zip(Figure, sums, strict=True)]
        return table(page, columns, rows)
    wide = [
        Column(_("窗口·经办"), share=1),
        *(Column(label(one), fixed=8.5, align="right") for one in Figure),
    ]
    lines = [_tally(told, one) for one in day.tallies]
    return table(page, wide, [*lines, (_("合计"), *map(str, sums))])


def _tally(told: ClosingFacts, one: Tally) -> tuple[str, ...]:
    where = _("{n} 号　{who}") if one.window else _("—　{who}")
    who = where.format(n=one.window, who=told.name(one.clerk))
    return (who, *(str(n) if n else "—" for n in one.numbers))


def _carried(page: Page, told: ClosingFacts, day: DayClosed) -> list[Strip]:
    if not day.carried:
        return paragraph(page, _("无结转事项。"))
    wide = page.name == "A4"
    columns = [
        Column(_("序"), fixed=8, align="centre"),
        Column(_("类别"), fixed=24 if wide else 20),
        Column(_("事项"), share=1),
        *([Column(_("经办"), fixed=13), Column(_("自"), fixed=17)] if wide else []),
        Column(_("结转理由"), fixed=36 if wide else 30),
    ]
    rows = [_line(told, n, one, wide, day) for n, one in enumerate(day.carried, 1)]
    return table(page, columns, rows)


def _line(
    told: ClosingFacts, number: int, one: Carried, wide: bool, day: DayClosed
) -> tuple[str, ...]:
    reason = one.reason or UNSAID
    if one.first_on is not None and one.first_on != day.day:
        reason += "\n" + _("{day} 起结转").format(day=one.first_on)
    more = (told.name(one.clerk) or "—", one.since.isoformat()) if wide else ()
    return (str(number), label(one.check), line_text(one), *more, reason)


def _held(page: Page, lines: tuple[Held, ...]) -> list[Strip]:
    if not lines:
        return paragraph(page, _("没有待移交的事项。"))
    columns = (
        Column(_("序"), fixed=8, align="centre"),
        Column(_("类别"), fixed=25),
        Column(_("事项"), share=1),
        Column(_("自"), fixed=20),
        Column(_("核对"), fixed=12),
    )
    rows = [
        (str(n), label(one.holding), held_text(one), one.since.isoformat(), "")
        for n, one in enumerate(lines, 1)
    ]
    return table(page, columns, rows)


def _who(told: ClosingFacts, code: str) -> str:
    name = told.name(code)
    return f"{name}（{code}）" if name != code else code


def _n(number: int) -> str:
    return _("{n} 项").format(n=number)
