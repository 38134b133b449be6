"""A bill out of sheets of text: the label row wherever it stands, totals checked, every wrong cell
told at once. Nothing is half read: with one wrong cell there are no lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from desktop.domain.billing.bill import BillLine
from desktop.domain.billing.cells import (
    WrongCell,
    amount_of,
    day_of,
    grams_of,
    place_of,
    waybill_of,
)
from desktop.domain.billing.labels import NEEDED, Column, Found, Labels, find_columns, plain
from desktop.domain.billing.money import ZERO
from desktop.domain.packs.grid import Place, Problem, Sheet, problem
from desktop.domain.refusal import Refusal

T = TypeVar("T")
DEEPEST = 60
"""Rows above the labels: longer prefaces are no bill's."""
_MONEY = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?=元|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class BillTable:
    """`stated` is the sum of the totals that the sheets state themselves; `units` of a column
    without one in its label are what its numbers suggest.
    """

    lines: tuple[BillLine, ...]
    stated: Decimal | None
    preface: str


def read_bill(sheets: Sequence[Sheet], labels: Labels, month: str, file: str) -> BillTable:
    """Refuses `bill_columns` where no sheet has the needed labels, `bill_cells` with every wrong
    cell, `bill_empty` where no line is left.
    """
    readers = [
        _Reader(sheet, head, row, labels, month) for sheet, head, row in _heads(sheets, labels)
    ]
    if not readers:
        raise Refusal("bill_columns", file=file, known=_nearest(sheets, labels))
    lines = [line for reader in readers for line in reader.lines()]
    problems = tuple(found for reader in readers for found in reader.problems)
    if problems:
        raise Refusal("bill_cells", file=file, count=len(problems), problems=problems)
    if not lines:
        raise Refusal("bill_empty", file=file)
    stated = [reader.stated for reader in readers if reader.stated is not None]
    preface = " ".join(cell for reader in readers for cell in reader.preface())
    return BillTable(
        lines=tuple(_counted(lines)), stated=sum(stated, ZERO) if stated else None, preface=preface
    )


def _heads(
    sheets: Sequence[Sheet], labels: Labels
) -> Iterator[tuple[Sheet, dict[Column, Found], int]]:
    for sheet in sheets:
        for number, cells in enumerate(sheet.rows[:DEEPEST], 1):
            found = find_columns(cells, labels)
            if all(column in found for column in NEEDED):
                yield sheet, found, number
                break


def _nearest(sheets: Sequence[Sheet], labels: Labels) -> tuple[Column, ...]:
    """The columns of the row that comes nearest to being the label row."""
    rows = (cells for sheet in sheets for cells in sheet.rows[:DEEPEST])
    found = [tuple(find_columns(cells, labels)) for cells in rows]
    return max(found, key=len, default=())


def _counted(lines: Sequence[BillLine]) -> Iterator[BillLine]:
    """Each line knows which of its waybill it is."""
    seen: Counter[str] = Counter()
    for line in lines:
        seen[line.waybill] += 1
        nth = seen[line.waybill]
        yield line if nth == 1 else replace(line, nth=nth)


def _told(cells: Sequence[str]) -> list[str]:
    """What a row says, each text once: a merged range says its text in every cell."""
    return list(dict.fromkeys(text for cell in cells if (text := plain(cell))))


class _Reader:
    """One sheet with its label row found."""

    def __init__(
        self, sheet: Sheet, head: dict[Column, Found], at: int, labels: Labels, month: str
    ) -> None:
        self.sheet, self.head, self.at, self.labels, self.month = sheet, head, at, labels, month
        self.problems: list[Problem] = []
        self.stated: Decimal | None = None
        self._amount_unit = head[Column.AMOUNT].unit or "元"
        self._weight_unit = self._unit_of_weights()
        self._labels = _told(sheet.rows[at - 1])

    def preface(self) -> Iterator[str]:
        """What stands above the labels, and the sheet's name: the carrier may be named there."""
        yield self.sheet.name
        for cells in self.sheet.rows[: self.at - 1]:
            yield from dict.fromkeys(cell for cell in cells if cell)

    def lines(self) -> Iterator[BillLine]:
        for text in self.preface():
            self._take_stated(text)
        for number, cells in enumerate(self.sheet.rows[self.at :], self.at + 1):
            if self._is_line(number, cells):
                line = self._line(number)
                if line is not None:
                    yield line

    def _is_line(self, number: int, cells: Sequence[str]) -> bool:
        """Not an empty row, a note, the labels again, a subtotal; a total is taken note of."""
        told = _told(cells)
        if not told:
            return False
        total = self._total(told)
        if total is not None:
            if total:
                self._take_total(number, told)
            return False
        lone = len(told) == 1 and not self._holds_line(number)
        bare = not self._cell(number, Column.WAYBILL).strip()
        nothing = bare and not self._cell(number, Column.AMOUNT).strip()
        return not (lone or nothing or told == self._labels)

    def _holds_line(self, number: int) -> bool:
        cells = (self._cell(number, Column.WAYBILL), self._cell(number, Column.AMOUNT))
        return cells[0] != cells[1] and all(cells)

    def _total(self, told: Sequence[str]) -> bool | None:
        """True for a total, False for a subtotal, None for neither; looked for in the first cells."""
        for text in told[:3]:
            if text.startswith(self.labels.subtotals):
                return False
            if text.startswith(self.labels.totals):
                return True
        return None

    def _take_total(self, number: int, told: Sequence[str]) -> None:
        """Its amount stands in the amount's column, else somewhere in its words."""
        try:
            self.stated = amount_of(self._cell(number, Column.AMOUNT), self._amount_unit)
        except WrongCell:
            for text in told:
                self._take_stated(text)

    def _take_stated(self, text: str) -> None:
        text = plain(text)
        place = max((text.find(word) for word in self.labels.totals), default=-1)
        found = _MONEY.search(text, place) if place >= 0 else None
        if found is not None:
            self.stated = amount_of(found[0], "元")

    def _line(self, number: int) -> BillLine | None:
        before = len(self.problems)
        waybill = self._told(number, Column.WAYBILL, waybill_of)
        amount = self._told(number, Column.AMOUNT, lambda cell: amount_of(cell, self._amount_unit))
        day = self._told(number, Column.DAY, lambda cell: day_of(cell, self.month))
        grams = self._told(number, Column.WEIGHT, lambda cell: grams_of(cell, self._weight_unit))
        if len(self.problems) > before or waybill is None or amount is None:
            return None
        return BillLine(
            row=number, waybill=waybill, amount=amount, day=day, grams=grams or 0,
            place=place_of(self._cell(number, Column.PLACE)),
        )  # fmt: skip

    def _told(self, number: int, column: Column, read: Callable[[str], T]) -> T | None:
        found = self.head.get(column)
        if found is None:
            return None
        cell = self.sheet.at(number, found.place)
        try:
            return read(cell)
        except WrongCell as wrong:
            place = Place(self.sheet.name, number, found.place)
            self.problems.append(problem(place, cell, wrong.reason, column=column))
            return None

    def _cell(self, number: int, column: Column) -> str:
        found = self.head.get(column)
        return self.sheet.at(number, found.place) if found is not None else ""

    def _unit_of_weights(self) -> str:
        """What the label says; else kilograms, unless the numbers are whole and mostly above 50."""
        found = self.head.get(Column.WEIGHT)
        if found is None or found.unit:
            return found.unit if found is not None else ""
        rows = range(self.at + 1, len(self.sheet.rows) + 1)
        cells = [plain(self.sheet.at(number, found.place)) for number in rows]
        numbers = [cell for cell in cells if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", cell)]
        whole = all(cell.isdecimal() for cell in numbers)
        large = sum(float(cell) > 50 for cell in numbers)
        return "g" if numbers and whole and large * 2 > len(numbers) else "kg"
