"""How much of a spreadsheet is read, and the refusal of one that cannot be read at all."""

from __future__ import annotations

from desktop.domain.refusal import Refusal

MOST_BYTES = 32 * 1024 * 1024
MOST_UNPACKED = 96 * 1024 * 1024
MOST_CELLS = 1_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 400
MOST_SHEETS = 60


def unreadable(reason: str, path: str = "$", **data: object) -> Refusal:
    """`pack_broken` without its file, which whoever opened it adds."""
    return Refusal("pack_broken", file="", path=path, reason=reason, **data)
