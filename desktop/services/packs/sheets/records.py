"""What is read out of a sheet: cells with their places, columns, records."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.packs.grid import Place
from desktop.services.packs.sheets.labels import ITEM, MATERIAL, Name

ANCHORS = frozenset(
    {
        Name(MATERIAL, "name"),
        *(Name(ITEM, name) for name in ("name", "handle_name", "code", "base_code", "handle_code")),
    }
)
"""Fields that name an item or a material: no table is without one."""
MATERIAL_NAME = Name(MATERIAL, "name")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its place and what its label added in brackets."""

    text: str
    place: Place
    hints: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Column:
    """A header's column; `name` None where the label is not taken in."""

    number: int
    label: str
    name: Name | None
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Record:
    """What one row, or one run of labels beside values, says. `table` tells whose neighbour it is."""

    place: Place
    table: int
    fields: dict[Name, Cell] = field(default_factory=dict)

    @property
    def is_material(self) -> bool:
        return MATERIAL_NAME in self.fields


@dataclass(slots=True)
class Table:
    """A header and its columns; row 0 where labels stand beside their values."""

    sheet: str
    header_row: int
    columns: tuple[Column, ...]


@dataclass(slots=True)
class Found:
    """What a workbook holds: its tables, the records in order, and the rows that belong to none."""

    tables: list[Table] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    loose: dict[str, list[int]] = field(default_factory=dict)
