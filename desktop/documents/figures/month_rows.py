"""The lines of 月报 as cells: items under their organ, its sum where it has several, the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.supervision.figures.month import MonthReport, MonthRow
from desktop.wording.figures.words import NO_ORGAN, SUBTOTAL, TOTAL, rate_text

Cell = str | int


@dataclass(frozen=True, slots=True)
class Line:
    """`sum` marks a sum, of an organ or of the whole."""

    cells: tuple[Cell, ...]
    sum: bool = False


def lines(report: MonthReport) -> Iterator[Line]:
    for whole, rows in report.by_organ:
        organ = whole.organ or NO_ORGAN
        yield from (Line((organ, row.item, row.name, *_numbers(row))) for row in rows)
        if len(rows) > 1:
            yield Line((organ, "", SUBTOTAL, *_numbers(whole)), sum=True)
    yield Line((TOTAL, "", "", *_numbers(report.total)), sum=True)


def _numbers(row: MonthRow) -> tuple[Cell, ...]:
    return (*row.numbers, rate_text(row.rate))
