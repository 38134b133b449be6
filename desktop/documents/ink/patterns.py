"""Code128 and QR as patterns of dots; the pen draws them.

The unit of a bar is whole dots of a 203 dpi printer, so that a cheap one prints what we drew.
"""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

DOT = 72 / 203
"""Points of one dot at 203 dpi."""
MASK = 2
"""Any of QR's eight masks is lawful; choosing the prettiest takes 7 ms of a 12 ms paper."""


@lru_cache(maxsize=512)
def bars(value: str) -> tuple[tuple[int, int], ...]:
    """The dark bars of a Code128, (start, width) in units; characters beyond ASCII are left out."""
    code = Code128("".join(c for c in value if " " <= c <= "~") or "-")
    code.validate()
    code.encode()
    found, at = [], 0
    for mark in code.decompose():
        width = ord(mark.lower()) - ord("a") + 1
        if mark.isupper():
            found.append((at, width))
        at += width
    return tuple(found)


def units_of(pattern: tuple[tuple[int, int], ...]) -> int:
    """Width of the whole pattern in units."""
    start, width = pattern[-1]
    return start + width


@lru_cache(maxsize=64)
def squares(value: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The rows of a QR (level M), each the runs of dark squares as (start, length)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(value.encode()))
    code.version = code.calculate_version()
    code.makeImpl(False, MASK)
    return tuple(_runs(row) for row in code.modules)


def _runs(row: list[bool]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return tuple(runs)
