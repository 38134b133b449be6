"""XLSX: typed cells, frozen header, filter; a second sheet with counts, rules and chain heads.

Rows go to the disk as they come (constant_memory), so memory stays flat; text is always written
as text, so that nothing in it is ever a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.documents.ledgers.cells import Value, cells, figures, places, wall
from desktop.documents.ledgers.part_file import counted, written
from desktop.documents.ledgers.workbook import workbook
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress
from desktop.wording import log
from desktop.wording.log import COLUMN_TITLES

MOMENT = "yyyy-mm-dd hh:mm:ss"
LONGEST = 32_767
"""Characters that a cell may hold; XlsxWriter leaves out longer ones silently."""
MOST_ROWS = 1_048_575
"""Rows that a sheet holds under its header; more go on in another one."""


def write_xlsx(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`."""

    def fill(part: Path) -> None:
        with workbook(part) as book:
            _book(book, counted(rows, total, progress), heading)

    return written(to, fill)


def _book(book: Any, rows: Iterable[tuple[int, LogRow]], heading: LedgerHeading) -> None:
    book.set_properties({"title": log.title(heading), "created": wall(heading.exported_at)})
    title = book.add_format({"bold": True, "bg_color": "#EEF1F4", "bottom": 1, "valign": "vcenter"})
    wrapped = book.add_format({"valign": "top"})
    moment = book.add_format({"num_format": MOMENT, "align": "left", "valign": "top"})
    taken, at, pages = places(heading.view), 0, 1
    sheet = _sheet(book, log.SHEET_OF_ROWS, heading, title)
    for number, row in rows:
        if at == MOST_ROWS:
            sheet.autofilter(0, 0, at, len(taken) - 1)
            at, pages = 0, pages + 1
            sheet = _sheet(book, f"{log.SHEET_OF_ROWS} {pages}", heading, title)
        at += 1
        told = cells(number, row)
        for index, place in enumerate(taken):
            value = told[place]
            _write(sheet, at, index, value, moment if isinstance(value, datetime) else wrapped)
    sheet.autofilter(0, 0, at, len(taken) - 1)
    _counts(book, title, heading)


def _sheet(book: Any, name: str, heading: LedgerHeading, title: Any) -> Any:
    """A sheet of rows with its header, ready to be printed."""
    sheet = book.add_worksheet(name)
    for index, column in enumerate(heading.view.shown):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, COLUMN_TITLES[column.key], title)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    return sheet


def _counts(book: Any, title: Any, heading: LedgerHeading) -> None:
    """统计与口径: the figures, the rules of counting, the chains' ends."""
    sheet = book.add_worksheet(log.SHEET_OF_COUNTS)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 70)
    lines: list[tuple[tuple[Value, ...], Any]] = [
        ((log.title(heading),), title),
        ((log.exported(heading),), None),
        ((), None),
        ((log.FIGURES, log.COUNT, log.COUNTED), title),
        *(
            ((group, count, f"{what} {unit}".strip()), None)
            for group, what, count, unit in figures(heading)
        ),
        ((), None),
        ((log.CHAIN,), title),
        ((log.DEVICE, log.SEQUENCE, log.HASH), title),
        *(((head.device, head.seq, head.hash), None) for head in heading.heads),
        ((), None),
        ((log.RULES_TITLE,), title),
        *(((f"{number}. {rule}",), None) for number, rule in enumerate(log.RULES, 1)),
    ]
    for at, (values, style) in enumerate(lines):
        for index, value in enumerate(values):
            _write(sheet, at, index, value, style)


def _write(sheet: Any, row: int, column: int, value: Value, style: Any) -> None:
    match value:
        case datetime():
            sheet.write_datetime(row, column, value, style)
        case int():
            sheet.write_number(row, column, value, style)
        case _ if value:
            text = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
            sheet.write_string(row, column, text, style)
