"""A spreadsheet → a pack: all of it or nothing, and every wrong cell told at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.grid import Place, Problem, Sheet, problem
from desktop.domain.refusal import Refusal
from desktop.services.packs.book.read import is_book, read_book
from desktop.services.packs.broken import broken
from desktop.services.packs.encode import item_form
from desktop.services.packs.pack import read_item
from desktop.services.packs.sheets.codes import code_tables
from desktop.services.packs.sheets.joining import Gathered, gathered
from desktop.services.packs.sheets.labels import Labels
from desktop.services.packs.sheets.national import items_from
from desktop.services.packs.sheets.records import Table
from desktop.services.packs.sheets.tables import find
from desktop.services.packs.sheets.words import Reading
from desktop.services.ports import Spreadsheets

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt"})


@dataclass(slots=True)
class Looked:
    """What was found in a file: its tables as they were understood, the pack, what is wrong."""

    file: Path
    tables: list[Table] = field(default_factory=list)
    pack: Catalogue = field(default_factory=lambda: Catalogue(items={}))
    problems: list[Problem] = field(default_factory=list)
    by_code: set[tuple[str, int]] = field(default_factory=set)

    @property
    def materials(self) -> int:
        return sum(len(item.materials) for item in self.pack.items.values())


def is_sheet(path: Path) -> bool:
    """Whether the file is a spreadsheet by its name."""
    return path.suffix.lower() in SUFFIXES and not path.is_dir()


def look(files: Spreadsheets, path: Path, labels: Labels, catalogue: Catalogue) -> Looked:
    """What the file holds, right or wrong. `pack_broken` where it cannot be read at all."""
    sheets = files.read(path)
    return looked(path, sheets, labels, catalogue)


def read_sheets(files: Spreadsheets, path: Path, labels: Labels, catalogue: Catalogue) -> Catalogue:
    """The pack; Refusal `sheet_refused` with every wrong cell where there is one."""
    return whole(look(files, path, labels, catalogue))


def whole(told: Looked) -> Catalogue:
    """The pack, where nothing is wrong with it."""
    if told.problems:
        first = told.problems[0]
        raise Refusal(
            "sheet_refused",
            file=str(told.file),
            sheet=first.sheet,
            row=first.row,
            column=first.column,
            value=first.value,
            reason=first.reason,
            count=len(told.problems),
            problems=tuple(told.problems),
        )
    return told.pack


def looked(path: Path, sheets: tuple[Sheet, ...], labels: Labels, catalogue: Catalogue) -> Looked:
    """The same, of sheets that were read: the product's own workbook, or any other by label."""
    if is_book(sheets):
        pack, book = read_book(path, sheets)
        return Looked(path, book.tables, pack, book.problems)
    found = find(sheets, labels)
    if not found.records:
        raise broken(path, "$", "no_labels_found")
    reading = Reading(labels, code_tables(sheets, found, labels))
    parts = gathered(reading, found)
    items, sources = items_from(reading, parts, catalogue, path.name)
    if not items and not reading.problems:
        raise broken(path, "$", "no_items_found")
    problems = sorted(
        [*reading.problems, *_unstorable(path, items, parts)], key=lambda one: _order(one, sheets)
    )
    pack = Catalogue(items=items, sources=sources.added)
    return Looked(path, found.tables, pack, problems, reading.by_code)


def _unstorable(path: Path, items: dict[str, ServiceItem], parts: list[Gathered]) -> list[Problem]:
    """What the journal could not give back as it was: told by the place of its item."""
    places = {"".join(cell.text.split()): one.place for one in parts if (cell := one.cell("code"))}
    found = []
    for id, item in items.items():
        place = places.get(id, parts[0].place if parts else Place("", 1, 1))
        try:
            same = read_item(path, json.dumps(item_form(item)).encode()) == item
        except Refusal as refusal:
            detail = str(refusal.data.get("path", ""))
            found.append(problem(place, id, "not_storable", detail=detail))
        else:
            found += [] if same else [problem(place, id, "not_storable", detail="")]
    return found


def _order(one: Problem, sheets: tuple[Sheet, ...]) -> tuple[int, int, int, str]:
    names = [sheet.name for sheet in sheets]
    at = names.index(one.sheet) if one.sheet in names else len(names)
    return at, one.row, len(one.column), one.column
