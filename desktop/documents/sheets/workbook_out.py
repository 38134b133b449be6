"""Sheets of text to XLSX: wrapped cells under a frozen head, text always as text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from desktop.documents.ledgers.part_file import written
from desktop.documents.sheets.limits import unreadable
from desktop.domain.packs.grid import Sheet, column_letter

LONGEST = 32_767
TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDEST, NARROWEST = 48, 9


def write_workbook(to: Path, sheets: Sequence[Sheet]) -> str:
    """Write the file whole or not at all; answers its sha256."""
    for sheet in sheets:
        _refuse_long(sheet)
    content = _content(sheets)
    return written(to, lambda part: _put(part, content))


def _refuse_long(sheet: Sheet) -> None:
    for number, row in enumerate(sheet.rows, 1):
        for column, text in enumerate(row, 1):
            if len(text) > LONGEST:
                place = f"{sheet.name} {column_letter(column)}{number}"
                raise unreadable("cell_too_long", place, most=LONGEST)


def _put(part: Path, content: bytes) -> None:
    part.write_bytes(content)


def _content(sheets: Sequence[Sheet]) -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, TEXT)
    head = book.add_format(
        {"bold": True, "bg_color": "#EEF1F4", "bottom": 1, "valign": "vcenter", "text_wrap": True}
    )
    plain = book.add_format({"valign": "top", "text_wrap": True})
    for sheet in sheets:
        _sheet(book.add_worksheet(sheet.name), sheet, head, plain)
    book.close()
    return target.getvalue()


def _sheet(page: Any, sheet: Sheet, head: Any, plain: Any) -> None:
    for number, row in enumerate(sheet.rows):
        for column, text in enumerate(row):
            if text:
                page.write_string(number, column, text, plain if number else head)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _widths(sheet: Sheet) -> list[int]:
    """As wide as the longest line of each column, a Chinese character counting two, within reason."""
    widths: list[int] = []
    for row in sheet.rows:
        widths += [NARROWEST] * (len(row) - len(widths))
        for column, text in enumerate(row):
            longest = max(len(line) + sum(c > "\u2e80" for c in line) for line in text.split("\n"))
            widths[column] = max(widths[column], min(WIDEST, longest + 2))
    return widths
