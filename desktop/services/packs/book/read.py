"""The workbook's sheets → a pack, with every wrong cell; columns are found by their labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.guidance.catalogue import Catalogue, Source
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.grid import Place, Problem, Sheet, problem
from desktop.services.packs import decode_around as around
from desktop.services.packs import wire, wire_around
from desktop.services.packs.book.cells import WrongCell, read
from desktop.services.packs.book.columns import (
    ABOUT,
    ITEM_ID,
    ITEMS,
    MARK,
    REST,
    SHEETS,
    SOURCES,
    BookColumn,
    BookSheet,
)
from desktop.services.packs.broken import broken
from desktop.services.packs.decode import FormError, item_from
from desktop.services.packs.sheets.labels import Name
from desktop.services.packs.sheets.records import Column, Table

_MISSING = re.compile(r"required field `(\w+)`")
_STEP = re.compile(r"^\$?\.?(?P<field>\w+)(?:\[(?P<n>[0-9]+)\])?\.?(?P<rest>.*)$")


@dataclass(slots=True)
class _Row:
    """A row's form and where it stands."""

    sheet: BookSheet
    number: int
    form: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Book:
    """A workbook being read."""

    sheets: dict[str, Sheet]
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, row: _Row, path: str, reason: str, **data: object) -> None:
        """Note the cell of the row that holds `path`, or the row's first."""
        sheet = self.sheets[row.sheet.name]
        columns = _columns(sheet, row.sheet)
        at = next((n for n, one in columns.items() if path and one.path.startswith(path)), 1)
        place = Place(sheet.name, row.number, at)
        self.problems.append(problem(place, sheet.at(row.number, at), reason, **data))


def is_book(sheets: tuple[Sheet, ...]) -> bool:
    """Whether the first sheet says that this is a pack."""
    return bool(sheets) and sheets[0].name == ABOUT and sheets[0].at(1, 1).startswith(MARK)


def read_book(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Catalogue, Book]:
    """The pack, and what is wrong with it; `pack_broken` where the sheet of items is missing."""
    book = Book({sheet.name: sheet for sheet in sheets})
    if ITEMS.name not in book.sheets:
        raise broken(path, "$", "sheet_missing", name=ITEMS.name)
    heads: dict[str, _Row] = {}
    for row in _rows(book, ITEMS):
        id = str(row.form.get("id", ""))
        if id in heads:
            book.wrong(row, "id", "repeated_row")
        heads[id] = row
    parts = _parts(book, heads)
    items = {id: item for id, row in heads.items() if (item := _item(book, row, parts[id]))}
    return Catalogue(items=items, sources=_sources(book)), book


def _parts(book: Book, heads: dict[str, _Row]) -> dict[str, dict[str, list[_Row]]]:
    """The rows of every further sheet, by item and field."""
    parts: dict[str, dict[str, list[_Row]]] = {id: {} for id in heads}
    for sheet in SHEETS[1:]:
        for row in _rows(book, sheet) if sheet.name in book.sheets else ():
            id = str(row.form.pop(ITEM_ID, ""))
            if id not in parts:
                book.wrong(row, "", "unknown_row", value=id)
                continue
            parts[id].setdefault(sheet.field, []).append(row)
    return parts


def _rows(book: Book, kind: BookSheet) -> list[_Row]:
    sheet = book.sheets[kind.name]
    columns = _columns(sheet, kind)
    taken = tuple(Column(n, one.label, Name("pack", one.path)) for n, one in columns.items())
    book.tables.append(Table(sheet.name, 1, taken))
    filled = [n for n, row in enumerate(sheet.rows, 1) if n > 1 and any(map(str.strip, row))]
    return [_row(book, kind, columns, number) for number in filled]


def _columns(sheet: Sheet, kind: BookSheet) -> dict[int, BookColumn]:
    known = {column.label: column for column in (*kind.columns, BookColumn(REST, REST, "data"))}
    if kind.field and kind is not SOURCES:
        known[ITEM_ID] = BookColumn(ITEM_ID, ITEM_ID)
    head = sheet.rows[0] if sheet.rows else ()
    return {n: known[text.strip()] for n, text in enumerate(head, 1) if text.strip() in known}


def _row(book: Book, kind: BookSheet, columns: dict[int, BookColumn], number: int) -> _Row:
    row = _Row(kind, number)
    sheet = book.sheets[kind.name]
    told: dict[str, Any] = {}
    for at, column in columns.items():
        try:
            told[column.path] = read(column.kind, sheet.at(number, at))
        except WrongCell:
            book.wrong(row, column.path, "wrong_value")
    rest = told.pop(REST, None)
    if told.get("multi") and isinstance(told.get("default"), str):
        told["default"] = told["default"].split("\n")
    for column in columns.values():
        value = told.get(column.path)
        if value is not None and (not column.needs or told.get(column.needs) is not None):
            _put(row.form, column.path, value)
    for column in columns.values():
        if column.kind == "count" and told.get(column.path) is None:
            _put_none(row.form, column.path)
    merge(row.form, rest if isinstance(rest, dict) else {})
    return row


def merge(form: dict[str, Any], rest: dict[str, Any]) -> None:
    """Put what no column holds into the form, never over what one does."""
    for name, value in rest.items():
        known = form.setdefault(str(name), value)
        if known is not value and isinstance(known, dict) and isinstance(value, dict):
            merge(known, value)


def _put_none(form: dict[str, Any], path: str) -> None:
    """An empty count says that there is none, where its object is there at all."""
    *into, last = path.split(".")
    for name in into:
        if name not in form:
            return
        form = form[name]
    form.setdefault(last, None)


def _put(form: dict[str, Any], path: str, value: Any) -> None:
    *into, last = path.split(".")
    for name in into:
        form = form.setdefault(name, {})
    form[last] = value


def _item(book: Book, row: _Row, parts: dict[str, list[_Row]]) -> ServiceItem | None:
    form = {**row.form, **{name: [one.form for one in rows] for name, rows in parts.items()}}
    try:
        return item_from(msgspec.convert(form, wire.ItemForm))
    except FormError as error:
        _told(book, row, parts, error.path)
    except msgspec.ValidationError as error:
        told, _, at = str(error).partition(" - at `")
        missing = _MISSING.search(told)
        where = at.rstrip("`") + (f".{missing[1]}" if missing else "")
        _told(book, row, parts, where, "missing_field" if missing else "wrong_value")
    except RecursionError:
        book.wrong(row, "id", "wrong_value")
    return None


def _told(
    book: Book, row: _Row, parts: dict[str, list[_Row]], path: str, reason: str = "wrong_value"
) -> None:
    """Note the cell that a path of the form leads to."""
    step = _STEP.match(path.removeprefix("$").removeprefix("."))
    if step is None:
        book.wrong(row, "", reason)
        return
    rows = parts.get(step["field"], [])
    if step["n"] is not None and int(step["n"]) < len(rows):
        book.wrong(rows[int(step["n"])], re.sub(r"\[.*", "", step["rest"]), reason)
    else:
        book.wrong(row, re.sub(r"\[.*", "", path.removeprefix("$.")), reason)


def _sources(book: Book) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for row in _rows(book, SOURCES) if SOURCES.name in book.sheets else ():
        form = dict(row.form)
        id = form.pop("id", "")
        try:
            found[str(id)] = around.source_from(
                str(id), msgspec.convert(form, wire_around.SourceForm)
            )
        except msgspec.ValidationError:
            book.wrong(row, "title", "wrong_value")
    return found
