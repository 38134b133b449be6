"""Where the labels stand: tables under a header row, and label beside value, in whatever order.

Nothing is found by position. A header is a row of labels with one that names an item or a
material; its row may have a second one below. Rows under it are records, until another header,
or a label beside its value, begins.
"""

from __future__ import annotations

import re

from desktop.domain.packs.grid import Place, Sheet
from desktop.services.packs.sheets.beside import Beside
from desktop.services.packs.sheets.headers import Headers
from desktop.services.packs.sheets.labels import ITEM, Labels
from desktop.services.packs.sheets.records import Cell, Column, Found, Record, Table
from desktop.services.packs.sheets.turned import runs_across, turned, turned_back

_REMARK = re.compile(r"^[（(【*※]?\s*(?:注|备注|说明|填表说明|填报说明|合计|总计|小计)")


def find(sheets: tuple[Sheet, ...], labels: Labels) -> Found:
    """The records of all sheets."""
    found = Found()
    for sheet in sheets:
        if runs_across(sheet, labels):
            _read_turned(sheet, labels, found)
        else:
            _Sheet(sheet, labels, found).read()
    return found


def _read_turned(sheet: Sheet, labels: Labels, found: Found) -> None:
    own = Found()
    _Sheet(turned(sheet), labels, own).read()
    turned_back(own)
    for record in own.records:
        record.table += len(found.tables)
    found.tables += own.tables
    found.records += own.records


class _Sheet:
    """One sheet being read from the top."""

    def __init__(self, sheet: Sheet, labels: Labels, found: Found) -> None:
        self.sheet = sheet
        self.labels = labels
        self.found = found
        self.headers = Headers(sheet, labels)
        self.beside = Beside(sheet, labels, found)

    def read(self) -> None:
        row, last = 1, len(self.sheet.rows)
        loose = self.found.loose.setdefault(self.sheet.name, [])
        while row <= last:
            header = self.headers.at(row)
            if header is not None:
                row = self._table(row, *header)
                continue
            if not self.beside.take(row):
                loose.append(row)
            row += 1

    def _table(self, row: int, columns: tuple[Column, ...], first: int) -> int:
        """Read the records; answers the row after them."""
        number = len(self.found.tables)
        self.found.tables.append(Table(self.sheet.name, row, columns))
        taken = [column for column in columns if column.name is not None]
        at = first
        while at <= len(self.sheet.rows):
            texts = [self.sheet.at(at, c) for c in self.headers.width(at)]
            told = [text for text in texts if text.strip()]
            if told and (self._begins_pairs(texts) or self.headers.at(at) is not None):
                break
            if told and not self._is_remark(at, texts, taken):
                self.found.records.append(self._record(at, number, taken))
            elif told:
                self.found.loose[self.sheet.name].append(at)
            at += 1
        return at

    def _record(self, row: int, table: int, columns: list[Column]) -> Record:
        record = Record(Place(self.sheet.name, row, columns[0].number), table)
        for column in columns:
            if column.name is not None:
                place = Place(self.sheet.name, row, column.number)
                text = self.sheet.at(row, column.number)
                record.fields[column.name] = Cell(text, place, column.hints)
        return record

    def _is_remark(self, row: int, texts: list[str], taken: list[Column]) -> bool:
        """A row across the table, or one text that is no value of any column."""
        told = {text.strip() for text in texts if text.strip()}
        if len(told) != 1:
            return False
        at = [c for c, text in enumerate(texts, 1) if text.strip()]
        if len(at) > 1:
            return all((row, column) in self.sheet.merged for column in at[1:])
        single = next(iter(told))
        return bool(_REMARK.match(single)) or at[0] not in {column.number for column in taken}

    def _begins_pairs(self, texts: list[str]) -> bool:
        """Whether the row is a label beside its value, after a table."""
        told = [text for text in texts if text.strip()]
        if len(told) == 1:
            return self.beside.names_an_item(told[0])
        name = self.labels.field_of(told[0])
        many = len(told) > 1 and told[1] != told[0] and not self.labels.is_label(told[1])
        return name is not None and name.entity == ITEM and many
