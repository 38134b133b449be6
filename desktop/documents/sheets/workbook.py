"""XLSX to text: cached values of formulas, merged ranges filled, nothing run and nothing fetched."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from desktop.documents.sheets.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    MOST_UNPACKED,
    unreadable,
)
from desktop.domain.packs.grid import Sheet, column_letter

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EXACT = 10**15
"""From here on a number has lost digits: it is shown as 4.4E+17, which is no code."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def read_workbook(raw: bytes) -> tuple[Sheet, ...]:
    """The visible and hidden worksheets in order; a refusal where the file is no XLSX."""
    _vet(raw)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            sheets = tuple(_sheets(raw))
        except (MemoryError, RecursionError) as error:
            raise unreadable("too_large_sheet", most=MOST_CELLS) from error
    if not sheets:
        raise unreadable("no_sheets")
    return sheets


def _vet(raw: bytes) -> None:
    """Refuse what is no XLSX, is locked, or would unpack to more than a desk can hold."""
    if raw.startswith(OLE):
        raise unreadable("encrypted" if ENCRYPTED in raw else "old_xls")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise unreadable("damaged_workbook") from error
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable("encrypted")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise unreadable("unpacks_too_large", most=MOST_UNPACKED // 1024 // 1024)
    if not any(part.filename.endswith("workbook.xml") for part in parts):
        raise unreadable("not_a_workbook")


def _sheets(raw: bytes) -> Iterator[Sheet]:
    values = _opened(raw, data_only=True)
    formulas = _opened(raw, data_only=False) if _has_formulas(raw) else None
    if len(values.worksheets) > MOST_SHEETS:
        raise unreadable("too_many_sheets", most=MOST_SHEETS)
    for sheet in values.worksheets:
        told = formulas[sheet.title] if formulas is not None else None
        yield _sheet(sheet, told)


def _opened(raw: bytes, data_only: bool) -> Any:
    """Openpyxl's workbook. What is wrong with a damaged one it says in many tongues."""
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(raw), data_only=data_only, keep_links=False)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        raise unreadable("damaged_workbook") from error


def _has_formulas(raw: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        names = [name for name in archive.namelist() if "/worksheets/" in name]
        return any(_FORMULA.search(archive.read(name)) for name in names)


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    rows, columns = sheet.max_row or 0, sheet.max_column or 0
    if rows > MOST_ROWS:
        raise unreadable("too_many_rows", sheet.title, most=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise unreadable("too_many_columns", sheet.title, most=MOST_COLUMNS)
    if rows * columns > MOST_CELLS:
        raise unreadable("too_large_sheet", sheet.title, most=MOST_CELLS)
    grid = [
        [_text(value) for value in cells]
        for cells in sheet.iter_rows(min_row=1, min_col=1, values_only=True)
    ]
    if formulas is not None:
        _refuse_uncalculated(sheet, formulas)
    merged = _fill(sheet, grid)
    return Sheet(sheet.title, tuple(map(tuple, grid)), merged)


def _fill(sheet: Any, grid: list[list[str]]) -> frozenset[tuple[int, int]]:
    """Give every cell of a merged range its text; answers the places that hold it only so."""
    filled = set()
    for span in sheet.merged_cells.ranges:
        if span.min_row > len(grid) or span.min_col > len(grid[span.min_row - 1]):
            continue
        text = grid[span.min_row - 1][span.min_col - 1]
        for row in range(span.min_row, min(span.max_row, len(grid)) + 1):
            for column in range(span.min_col, min(span.max_col, len(grid[row - 1])) + 1):
                if (row, column) != (span.min_row, span.min_col):
                    grid[row - 1][column - 1] = text
                    filled.add((row, column))
    return frozenset(filled)


def _refuse_uncalculated(sheet: Any, formulas: Any) -> None:
    """A formula whose value was never stored is no empty cell: nobody knows what it says."""
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and sheet.cell(cell.row, cell.column).value is None:
                place = f"{sheet.title} {column_letter(cell.column)}{cell.row}"
                raise unreadable("formula_without_value", place)


def _text(value: object) -> str:
    """A cell's value as people write it; text stays exactly as it is."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int():
            return str(value) if abs(value) < _EXACT else f"{value:E}"
        case float():
            if abs(value) >= _EXACT:
                return f"{value:E}"
            return str(int(value)) if value.is_integer() else repr(round(value, 10))
        case datetime():
            day = value.date().isoformat()
            return day if value.time() == time() else f"{day} {value:%H:%M:%S}"
        case date() | time() | timedelta():
            return str(value)
    return str(value)
