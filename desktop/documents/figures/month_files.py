"""月报 as CSV, XLSX or PDF; each whole or not there."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.documents.figures.month_rows import Cell, lines
from desktop.documents.ledgers.cells import wall
from desktop.documents.ledgers.csv_file import harmless
from desktop.documents.ledgers.part_file import written
from desktop.domain.supervision.figures.month import MonthReport
from desktop.wording.figures.words import MONTH_HEADS, RULES, report_made, report_title
from desktop.wording.log import RULES_TITLE

WIDTHS = (30, 12, 40, *[8] * (len(MONTH_HEADS) - 3))
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False}
Writer = Callable[[Path, MonthReport], str]


def write_csv(to: Path, report: MonthReport) -> str:
    """UTF-8 with BOM; no cell that a spreadsheet would run."""

    def fill(part: Path) -> None:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(MONTH_HEADS)
            for line in lines(report):
                out.writerow(harmless(value) for value in line.cells)

    return written(to, fill)


def write_xlsx(to: Path, report: MonthReport) -> str:
    """Numbers are numbers; under the table, how it is counted."""

    def fill(part: Path) -> None:
        import xlsxwriter  # type: ignore[import-untyped]

        with part.open("wb") as file:
            book = xlsxwriter.Workbook(file, {**AS_TEXT, "in_memory": True})
            _sheet(book, report)
            book.close()

    return written(to, fill)


def write_pdf(to: Path, report: MonthReport) -> str:
    """A4 across, the heads on every page."""

    def fill(part: Path) -> None:
        from desktop.documents.figures.month_pdf import month_pdf

        part.write_bytes(month_pdf(report))

    return written(to, fill)


WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "pdf": write_pdf}


def _sheet(book: Any, report: MonthReport) -> None:
    made = wall(report.made_at)
    book.set_properties({"title": report_title(report), "created": made})
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bg_color": "#EEF1F4", "bottom": 1})
    sheet = book.add_worksheet(f"{report.first:%Y-%m}")
    sheet.write_string(0, 0, report_title(report), bold)
    sheet.write_string(1, 0, report_made(report))
    for at, (title, width) in enumerate(zip(MONTH_HEADS, WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(3, at, title, head)
    row = 4
    for row, line in enumerate(lines(report), 4):
        for at, value in enumerate(line.cells):
            _write(sheet, row, at, value, bold if line.sum else None)
    for at, rule in enumerate((RULES_TITLE, *RULES), row + 2):
        sheet.write_string(at, 0, rule, bold if rule == RULES_TITLE else None)
    sheet.freeze_panes(4, 3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)


def _write(sheet: Any, row: int, at: int, value: Cell, style: Any) -> None:
    if isinstance(value, int):
        sheet.write_number(row, at, value, style)
    elif value:
        sheet.write_string(row, at, value, style)
