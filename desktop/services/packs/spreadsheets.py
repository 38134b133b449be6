"""The port to spreadsheet files, beside the one room that asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.domain.packs.grid import Sheet


class Spreadsheets(Protocol):
    """Sheets of text out of a file, and into one; `labels` is the file that says what labels mean."""

    @property
    def labels(self) -> Path: ...

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """The sheets of an XLSX or CSV. Refusal `pack_broken` with file, path and reason."""
        ...

    def write(self, path: Path, sheets: Sequence[Sheet]) -> str:
        """An XLSX whole or not at all; its sha256."""
        ...
