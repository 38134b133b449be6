"""CSV: UTF-8 with BOM, CRLF, one header row, one row per act; after an empty line the figures."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from desktop.documents.ledgers.cells import Value, cells, figures, places
from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress
from desktop.wording.log import COLUMN_TITLES, FIGURES

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, full-width forms included."""


def write_csv(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`; of the heading only the figures have a place in a CSV."""
    taken = places(heading.view)

    def fill(part: Path) -> None:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(COLUMN_TITLES[column.key] for column in heading.view.shown)
            for number, row in counted(rows, total, progress):
                told = cells(number, row)
                out.writerow(harmless(told[place]) for place in taken)
            out.writerow(())
            for figure in figures(heading):
                out.writerow((FIGURES, *(harmless(value) for value in figure)))

    return written(to, fill)


def harmless(value: Value) -> str | int:
    """Text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return "'" + value
    return value
