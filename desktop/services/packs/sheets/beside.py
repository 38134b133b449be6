"""Labels beside their values: 要素名称 | 内容, two or three of them in a row, or 「标签：内容」 in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.packs.grid import Place, Sheet
from desktop.services.packs.sheets.codes import pairs_in
from desktop.services.packs.sheets.labels import ITEM, MATERIAL, Labels, Name, hints
from desktop.services.packs.sheets.records import (
    ANCHORS,
    MATERIAL_NAME,
    Cell,
    Column,
    Found,
    Record,
    Table,
)

_INLINE = re.compile(r"^(?P<label>[^:：\n]{2,24})[:：]\s*(?P<value>.+)$", re.DOTALL)


class Beside:
    """The item, and the material of it, that the labels of one sheet are speaking of."""

    def __init__(self, sheet: Sheet, labels: Labels, found: Found) -> None:
        self.sheet = sheet
        self.labels = labels
        self.found = found
        self.table: Table | None = None
        self.item: Record | None = None
        self.material: Record | None = None

    def names_an_item(self, text: str) -> bool:
        """Whether the cell is 「事项名称：…」: what follows speaks of that item."""
        inline = _INLINE.match(text.strip())
        name = self.labels.field_of(inline["label"]) if inline else None
        return name is not None and name.entity == ITEM and name in ANCHORS

    def take(self, row: int) -> bool:
        """Take every label of the row with the value right of it, or behind its colon."""
        found = False
        for name, label, value, merged in self._pairs(row):
            found |= self._put(name, label, value, merged)
        return found

    def _pairs(self, row: int) -> Iterator[tuple[Name, Cell, Cell, bool]]:
        width, column = len(self.sheet.rows[row - 1]), 1
        while column <= width:
            text = self.sheet.at(row, column)
            name = self._name(text)
            place = Place(self.sheet.name, row, column)
            inline = _INLINE.match(text.strip()) if name is None else None
            if inline is not None:
                named = self._name(inline["label"])
                if named is not None and not self._legend(named, inline["value"]):
                    told = tuple(hints(inline["label"]))
                    yield (
                        named,
                        Cell(inline["label"], place),
                        Cell(inline["value"], place, told),
                        False,
                    )
            if name is None:
                column += 1
                continue
            beside = column + 1
            while (row, beside) in self.sheet.merged and self.sheet.at(row, beside) == text:
                beside += 1
            value = self.sheet.at(row, beside)
            if self.labels.is_label(value) or self._legend(name, value):
                value, beside = "", beside - 1
            cell = Cell(
                value, Place(self.sheet.name, row, max(beside, column + 1)), tuple(hints(text))
            )
            yield name, Cell(text, place), cell, (row, column) in self.sheet.merged
            column = beside + 1

    def _legend(self, name: Name, value: str) -> bool:
        """Whether the value is the field's code table and no value at all."""
        return name in self.labels.uses and bool(pairs_in(value))

    def _name(self, text: str) -> Name | None:
        """The field: of the item while it lacks it, then of the material that is being told."""
        if not text.strip():
            return None
        name = self.labels.field_of(text, ITEM)
        if self.material is None or self.item is None or (name and name not in self.item.fields):
            return name
        return self.labels.field_of(text, MATERIAL)

    def _put(self, name: Name, label: Cell, value: Cell, merged: bool) -> bool:
        if name == MATERIAL_NAME:
            if value.blank:
                return False
            self.material = self._begun(value.place)
        elif name.entity == ITEM and name in ANCHORS:
            told = self.item.fields.get(name) if self.item else None
            if self.item is None or (told is not None and not merged and not told.blank):
                self.item = self._begun(value.place)
            self.material = None
        record = self.material if name.entity == MATERIAL else self.item
        if record is None and name.entity == ITEM:
            record = self.item = self._begun(value.place)
        if record is None:
            return False
        known = record.fields.get(name)
        if known is not None and merged and not value.blank and value.text != known.text:
            value = Cell(f"{known.text}\n{value.text}", known.place, known.hints)
        elif known is not None and not known.blank:
            return True
        record.fields[name] = value
        self._column(value.place.column, label.text, name, value.hints)
        return True

    def _begun(self, place: Place) -> Record:
        if self.table is None:
            self.table = Table(self.sheet.name, 0, ())
            self.found.tables.append(self.table)
        record = Record(place, self.found.tables.index(self.table))
        self.found.records.append(record)
        return record

    def _column(self, number: int, label: str, name: Name, told: tuple[str, ...]) -> None:
        if self.table is not None and all(column.name != name for column in self.table.columns):
            column = Column(number, label, name, told)
            self.table.columns = (*self.table.columns, column)
