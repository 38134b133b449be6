"""Cases by GB/T 39046: a sheet per table in XLSX, a list of cases with their tables in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.standard import FIELDS, TITLES, StandardCase, tables
from desktop.services.ports import Progress
from desktop.wording.log import exported, title

FORMATS = frozenset({"xlsx", "json"})
Cases = Iterable[StandardCase]


def write_standard(
    to: Path,
    format: str,
    cases: Cases,
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.Ledgers.standard`: whole or not at all; the file's sha256."""

    def fill(part: Path) -> None:
        fill_one: Callable[[Path, Cases, LedgerHeading], None]
        fill_one = _json if format == "json" else _xlsx
        fill_one(part, (case for _number, case in counted(cases, total, progress)), heading)

    return written(to, fill)


def _json(part: Path, cases: Cases, heading: LedgerHeading) -> None:
    head = {"standard": "GB/T 39046-2020", "title": title(heading), "exported": exported(heading)}
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"heading": {_text(head)},\n"cases": [')
        for number, case in enumerate(cases):
            told = {TITLES[table]: lines for table, lines in tables(case).items()}
            file.write((",\n" if number else "\n") + _text(told))
        file.write("\n]}\n")


def _xlsx(part: Path, cases: Cases, heading: LedgerHeading) -> None:
    from desktop.documents.ledgers.workbook import workbook

    with workbook(part) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEF1F4", "bottom": 1})
        sheets, at = {}, dict.fromkeys(FIELDS, 0)
        for table, names in FIELDS.items():
            sheets[table] = _sheet(book, TITLES[table], names, bold)
        for case in cases:
            for table, lines in tables(case).items():
                for line in lines:
                    at[table] += 1
                    _line(sheets[table], at[table], line.values())
        note = book.add_worksheet("说明")
        for place, text in enumerate((title(heading), exported(heading), "GB/T 39046-2020")):
            note.write_string(place, 0, text)


def _sheet(book: Any, name: str, names: Iterable[str], bold: Any) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for place, one in enumerate(names):
        sheet.set_column(place, place, max(12, 2 * len(one) + 2))
        sheet.write_string(0, place, one, bold)
    return sheet


def _line(sheet: Any, at: int, values: Iterable[str]) -> None:
    """Everything is text: a code keeps its zeros, nothing is a formula."""
    for place, value in enumerate(values):
        if value:
            sheet.write_string(at, place, value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
