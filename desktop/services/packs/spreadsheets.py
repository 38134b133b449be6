"""The port to the files that packs come from and go to, beside the one room that asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.domain.packs.grid import Sheet
from desktop.domain.packs.guide import Guide


class Spreadsheets(Protocol):
    """Sheets of text out of a file, and into one; guides. `labels` is the file that says what
    labels mean.
    """

    @property
    def labels(self) -> Path: ...

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """The sheets of an XLSX or CSV. Refusal `pack_broken` with file, path and reason."""
        ...

    def write(self, path: Path, sheets: Sequence[Sheet]) -> str:
        """An XLSX whole or not at all; its sha256."""
        ...

    def guide(self, guide: Guide) -> bytes:
        """办事指南 of one item, a PDF."""
        ...
