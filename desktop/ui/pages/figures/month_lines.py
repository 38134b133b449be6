"""Lines of 月报 on the screen: items under their organ, its sum, the whole; and their marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop.domain.supervision.figures.figure import MONTHLY, Figure
from desktop.domain.supervision.figures.month import MonthReport, MonthRow
from desktop.domain.supervision.figures.panels import Mark, Tiles
from desktop.domain.supervision.figures.rows import Slice
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.figures.panels import figure_mark, rate_mark
from desktop.wording.figures.words import FIGURES, NO_ORGAN, RATE, SUBTOTAL, TOTAL, rate_text


@dataclass(frozen=True, slots=True)
class MonthLine:
    """`items` are those that the line adds up; None are all."""

    organ: str
    name: str
    row: MonthRow
    items: frozenset[str] | None
    sum: bool = False

    @property
    def key(self) -> str:
        return f"{self.organ}|{self.row.item}|{self.name}"

    @property
    def told(self) -> str:
        """`行政审批局　小计`."""
        return "　".join(one for one in (self.organ, self.name) if one)


def month_lines(report: MonthReport) -> Iterator[MonthLine]:
    for whole, rows in report.by_organ:
        organ = whole.organ or NO_ORGAN
        for row in rows:
            yield MonthLine(organ, f"{row.item} {row.name}", row, frozenset({row.item}))
        if len(rows) > 1:
            items = frozenset(row.item for row in rows)
            yield MonthLine(organ, SUBTOTAL, whole, items, sum=True)
    if report.rows:
        yield MonthLine(TOTAL, "", report.total, None, sum=True)


def month_tiles(line: MonthLine, wanted: Slice) -> Tiles:
    """The line's figures as marks: each opens its rows."""
    among = replace(wanted, items=line.items)
    marks: tuple[Mark, ...] = tuple(
        figure_mark(one, line.row.counts, among, line.told) for one in MONTHLY
    )
    return Tiles(title=line.told, marks=(*marks, rate_mark(line.row.counts, among, line.told)))


def _tone(line: MonthLine) -> str:
    return "accent" if line.sum else ""


def _number(figure: Figure) -> Callable[[MonthLine], str]:
    return lambda line: f"{line.row.counts.get(figure, 0):,}"


COLUMNS: tuple[Column, ...] = (
    Column(_("机关"), lambda line: line.organ, 11, tone=_tone, spare=True),
    Column(_("事项"), lambda line: line.name, tone=_tone),
    *(
        Column(FIGURES[one], _number(one), max(3, len(FIGURES[one])), right=True, tone=_tone)
        for one in MONTHLY
    ),
    Column(RATE, lambda line: rate_text(line.row.rate), 4, right=True, tone=_tone),
)
