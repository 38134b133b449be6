"""A spreadsheet as values: sheets of text with coordinates, and what is wrong in one of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` from row 1 on, cells from column A on, empty text where nothing stands.

    Every cell of a merged range holds the range's text; `merged` are the places (row, column)
    that hold it only so. Numbers are written as people write them: 20, not 20.0.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> str:
        """The text at row and column, both from 1; empty beyond the sheet's edge."""
        if not 0 < row <= len(self.rows):
            return ""
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands; row and column count from 1."""

    sheet: str
    row: int
    column: int

    @property
    def letter(self) -> str:
        """The column as spreadsheets name it: C, AB."""
        return column_letter(self.column)


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong cell: where, what stands there, and why it cannot be taken (`reason`, a code)."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def problem(place: Place, value: str, reason: str, /, **data: object) -> Problem:
    """The problem of the cell at `place`; a novel in it is cut, the place is what helps."""
    shown = value if len(value) <= 80 else value[:79] + "…"
    return Problem(place.sheet, place.row, place.letter, shown, reason, data)


def column_letter(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
