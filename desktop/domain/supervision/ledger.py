"""The columns of an exported log. Titles are wording's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """How a cell is typed in a spreadsheet."""

    TEXT = "text"
    MOMENT = "moment"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of a Latin letter's width; a Chinese character takes two."""

    key: str
    cell: Cell
    width: int


COLUMNS: tuple[Column, ...] = (
    Column("number", Cell.NUMBER, 7),
    Column("happened_at", Cell.MOMENT, 20),
    Column("recorded_at", Cell.MOMENT, 20),
    Column("late", Cell.TEXT, 6),
    Column("hall", Cell.TEXT, 10),
    Column("window", Cell.TEXT, 8),
    Column("clerk", Cell.TEXT, 10),
    Column("act", Cell.TEXT, 14),
    Column("case", Cell.TEXT, 26),
    Column("item", Cell.TEXT, 30),
    Column("applicant", Cell.TEXT, 22),
    Column("applicant_id", Cell.TEXT, 20),
    Column("detail", Cell.TEXT, 60),
    Column("entry", Cell.TEXT, 14),
)
