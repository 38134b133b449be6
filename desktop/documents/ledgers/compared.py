"""An exported file read back, row by row, beside the rows that the journal tells now."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from desktop.documents.ledgers.cells import cells, places
from desktop.documents.ledgers.csv_file import harmless
from desktop.domain.supervision.log.altered import Altered, Fault
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import LogRow
from desktop.wording.log import LATE, SHEET_OF_ROWS

Reader = Callable[[Path, LogView], Iterator[list[str]]]
MOST = 5
"""Differences that are named: who altered one cell is found, who altered all is found as well."""
LIVES_ON = frozenset({"item", "applicant", "applicant_id", "hall", "window"})
"""Columns that come from how the case and the station stand now; they count only where nothing
else differs.
"""


class _Damaged(Exception):
    """The file does not open as what it says it is, or breaks off."""


def altered(path: Path, format: str, rows: Iterable[LogRow], view: LogView) -> list[Altered]:
    """The first differences, none in a format that cannot be read back (PDF); last among them that
    the file is damaged, where it cannot be read to its end.
    """
    read = READERS.get(format)
    if read is None:
        return []
    found: list[Altered] = []
    later: list[Altered] = []
    try:
        for told, row in zip_longest(_told(read, path, view), _expected(rows, view)):
            for one in _differences(told, row, view):
                (later if one.column in LIVES_ON else found).append(one)
            if len(found) >= MOST:
                break
    except _Damaged:
        return [*found, Altered(fault=Fault.DAMAGED)]
    except (ValueError, KeyError):  # an entry of the journal; what is wrong there is said beside
        return found
    return (found or later)[:MOST]


def _told(read: Reader, path: Path, view: LogView) -> Iterator[list[str]]:
    """What the file says. One changed byte reaches the readers of other makers in too many ways to
    name them all: zip, zlib, XML, numbers, missing parts.
    """
    try:
        yield from read(path, view)
    except Exception as error:
        raise _Damaged from error


def _differences(told: list[str] | None, row: list[str] | None, view: LogView) -> Iterator[Altered]:
    if row is None:
        yield Altered(
            fault=Fault.EXTRA_ROW, where=(told or [""])[-1], told=" ".join(told or [])[:80]
        )
        return
    if told is None:
        yield Altered(fault=Fault.MISSING_ROW, where=row[-1])
        return
    for column, said, holds in zip(view.shown, told, row, strict=False):
        if said != holds:
            yield Altered(fault=Fault.ROW, where=row[-1], column=column.key, told=said, holds=holds)


def _expected(rows: Iterable[LogRow], view: LogView) -> Iterator[list[str]]:
    taken = places(view)
    for number, row in enumerate(rows, 1):
        told = cells(number, row)
        yield [_plain(told[place]) for place in taken]


def _plain(value: object) -> str:
    """One way to write a value, whatever the format wrote it as."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return "" if value is None else str(value)


def _csv(path: Path, view: LogView) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        next(reader, None)
        for row in reader:
            if not row:
                return  # the figures begin
            yield [_unarmed(cell) for cell in row]


def _unarmed(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running it."""
    bare = cell[1:]
    return bare if cell.startswith("'") and harmless(bare) == cell else cell


def _json(path: Path, view: LogView) -> Iterator[list[str]]:
    told = json.loads(path.read_text("utf-8"))
    for row in told["rows"]:
        yield [_of_json(row, column.key) for column in view.shown]


def _of_json(row: dict[str, Any], key: str) -> str:
    if key == "late":
        return LATE if row[key] else ""
    if key in ("happened_at", "recorded_at"):
        return _plain(datetime.fromisoformat(row[key]).replace(tzinfo=None))
    return _plain(row[key])


def _xlsx(path: Path, view: LogView) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    wide = len(view.shown)
    for sheet in book.worksheets:
        if sheet.title.partition(" ")[0] != SHEET_OF_ROWS:
            continue
        for values in sheet.iter_rows(min_row=2, values_only=True):
            row = [_plain(value) for value in values[:wide]]
            yield row + [""] * (wide - len(row))


READERS: dict[str, Reader] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
