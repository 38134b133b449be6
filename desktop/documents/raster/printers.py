"""The two languages of thermal printers: ESC/POS for slips, TSPL for labels."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.documents.raster.dots import DPI, Dots

ESC, GS = b"\x1b", b"\x1d"
BAND = 256
"""Rows a command holds: small printers keep no more."""
HEAD = 576
"""Dots of an 80 mm printer's head (72 mm)."""
SLIP_WIDTH = 640
"""Dots of 80 mm paper: a wider page is a label's."""
WIDEST = 832
"""Dots of a 104 mm head, the widest that ESC/POS labels are printed on."""
GAP = "2 mm"
MILLIMETRES = 25.4


def escpos(pages: Iterable[Dots], head: int = HEAD) -> bytes:
    """Initialise, each page in bands of GS v 0, feed and cut."""
    told = [ESC + b"@"]
    for page in pages:
        cut = page.cropped(head)
        for top in range(0, cut.height, BAND):
            rows = min(BAND, cut.height - top)
            told.append(GS + b"v0\x00" + _word(cut.stride) + _word(rows))
            told.append(cut.rows[top * cut.stride : (top + rows) * cut.stride])
        told.append(ESC + b"d\x03" + GS + b"V\x42\x00")
    return b"".join(told)


def tspl(pages: Iterable[Dots]) -> bytes:
    """One label after another: size, gap, BITMAP (where 0 is black), PRINT."""
    told = []
    for page in pages:
        wide, tall = (f"{dots / DPI * MILLIMETRES:.1f} mm" for dots in (page.width, page.height))
        head = f"SIZE {wide},{tall}\r\nGAP {GAP},0 mm\r\nDIRECTION 1\r\nCLS\r\n"
        told.append(head.encode() + f"BITMAP 0,0,{page.stride},{page.height},0,".encode())
        told.append(bytes(byte ^ 0xFF for byte in page.rows))
        told.append(b"\r\nPRINT 1,1\r\n")
    return b"".join(told)


def _word(number: int) -> bytes:
    return number.to_bytes(2, "little")
