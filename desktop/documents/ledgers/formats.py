"""The writers by format. Each loads what it needs when first used: a command starts sooner."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.domain.supervision.log.altered import Altered
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.standard import StandardCase
from desktop.domain.supervision.log.views import STANDARD, LogView
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Ledgers, Progress

Rows = Iterable[LogRow]
Told = Progress | None


def write_csv(
    to: Path, rows: Rows, total: int, heading: LedgerHeading, progress: Told = None
) -> str:
    """UTF-8 with BOM; no cell that a spreadsheet would run."""
    from desktop.documents.ledgers import csv_file

    return csv_file.write_csv(to, rows, total, heading, progress)


def write_xlsx(
    to: Path, rows: Rows, total: int, heading: LedgerHeading, progress: Told = None
) -> str:
    """Typed cells, and a second sheet 统计与口径."""
    from desktop.documents.ledgers import xlsx_file

    return xlsx_file.write_xlsx(to, rows, total, heading, progress)


def write_pdf(
    to: Path, rows: Rows, total: int, heading: LedgerHeading, progress: Told = None
) -> str:
    """A4 landscape, page x/y, chain heads at the end."""
    from desktop.documents.ledgers import pdf_file

    return pdf_file.write_pdf(to, rows, total, heading, progress)


def write_json(
    to: Path, rows: Rows, total: int, heading: LedgerHeading, progress: Told = None
) -> str:
    """`{"heading", "rows", "figures"}`."""
    from desktop.documents.ledgers import json_file

    return json_file.write_json(to, rows, total, heading, progress)


class LedgerFiles(Ledgers):
    """The writers, what they print, and the reader that finds what was altered."""

    def formats(self, view: LogView) -> frozenset[str]:
        """Several tables have no place in one CSV, nor a table of twenty columns on paper."""
        from desktop.documents.ledgers.standard_file import FORMATS

        return FORMATS if view.id == STANDARD else frozenset(self)

    def standard(
        self,
        to: Path,
        format: str,
        cases: Iterable[StandardCase],
        total: int,
        heading: LedgerHeading,
        progress: Told = None,
    ) -> str:
        from desktop.documents.ledgers import standard_file

        return standard_file.write_standard(to, format, cases, total, heading, progress)

    def printed(self, format: str, rows: int) -> int:
        from desktop.documents.ledgers.pdf_file import MOST_PRINTED

        return 0 if format == "pdf" and rows > MOST_PRINTED else rows

    def altered(self, path: Path, format: str, rows: Rows, view: LogView) -> list[Altered]:
        from desktop.documents.ledgers import compared

        if view.id == STANDARD:
            return []  # its tables hold cases as they stood, not rows

        return compared.altered(path, format, rows, view)


LEDGERS = LedgerFiles(csv=write_csv, xlsx=write_xlsx, pdf=write_pdf, json=write_json)
