"""A sheet whose labels run down and whose items run across, turned so that it reads as any other."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.domain.packs.grid import Place, Sheet
from desktop.services.packs.sheets.labels import ITEM, Labels, Name
from desktop.services.packs.sheets.records import Cell, Found, Record

CODES = frozenset(Name(ITEM, name) for name in ("code", "base_code", "handle_code"))
_CODE = re.compile(r"^[0-9A-Za-z.\-_]{6,64}$")


def runs_across(sheet: Sheet, labels: Labels) -> bool:
    """Whether a label of codes has several different codes to its right."""
    for cells in sheet.rows:
        for at, text in enumerate(cells):
            if text.strip() and labels.field_of(text) in CODES:
                codes = {one.strip() for one in cells[at + 1 :] if _CODE.match(one.strip())}
                if len(codes) > 1 and not any(labels.is_label(one) for one in cells[at + 1 :]):
                    return True
    return False


def turned(sheet: Sheet) -> Sheet:
    """Rows become columns."""
    width = max((len(cells) for cells in sheet.rows), default=0)
    rows = [
        tuple(sheet.at(row, column) for row in range(1, len(sheet.rows) + 1))
        for column in range(1, width + 1)
    ]
    return Sheet(sheet.name, tuple(rows), frozenset((c, r) for r, c in sheet.merged))


def turned_back(found: Found) -> None:
    """Give every cell the place it has in the file."""
    for record in found.records:
        _back(record)
    for table in found.tables:
        table.header_row = 0


def _back(record: Record) -> None:
    record.place = _place(record.place)
    record.fields = {
        name: Cell(cell.text, _place(cell.place), cell.hints)
        for name, cell in record.fields.items()
    }


def _place(place: Place) -> Place:
    return replace(place, row=place.column, column=place.row)
