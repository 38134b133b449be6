"""CSV: UTF-8 with BOM, CRLF, one header row, then one row per act."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from desktop.documents.ledgers.cells import Value, cells
from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.supervision.ledger import COLUMNS, LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress
from desktop.wording.log import COLUMN_TITLES

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, full-width forms included."""


def write_csv(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`; the heading has no place in a CSV and goes unprinted."""

    def fill(part: Path) -> None:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(COLUMN_TITLES[column.key] for column in COLUMNS)
            for number, row in counted(rows, total, progress, Counter()):
                out.writerow(harmless(value) for value in cells(number, row))

    return written(to, fill)


def harmless(value: Value) -> str | int:
    """Text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return "'" + value
    return value
