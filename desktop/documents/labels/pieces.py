"""Barcode labels of pieces: an A4 sheet of 2 × 7 labels, 99 × 38 mm, to be stuck on a clear sleeve.

A label goes on the sleeve, never on the original itself.
"""

from __future__ import annotations

from io import BytesIO

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, wrap
from desktop.documents.ink.pen import QUIET, Pen, bars_width
from desktop.documents.layout.page import MM
from desktop.domain.custody.facts import PieceLabel, PieceLabels
from desktop.wording import _

WIDTH, HEIGHT = 210 * MM, 297 * MM
ACROSS, DOWN = 2, 7
WIDE, TALL = 99 * MM, 38.1 * MM
SIDE, TOP = (WIDTH - ACROSS * WIDE) / 2, (HEIGHT - DOWN * TALL) / 2
INSET = 5 * MM
BARS = 11 * MM


def piece_labels(told: PieceLabels) -> bytes:
    """The sheets as PDF. Raises `Refusal("no_glyph", …)`."""
    target = BytesIO()
    canvas = blank_pdf(target, WIDTH, HEIGHT, _("保管件标签"))
    pen = Pen(canvas, HEIGHT)
    for place, label in enumerate(told.labels):
        at = place % (ACROSS * DOWN)
        if place and not at:
            canvas.showPage()
        _label(pen, label, SIDE + at % ACROSS * WIDE, TOP + at // ACROSS * TALL)
    canvas.showPage()
    finish(canvas)
    return target.getvalue()


def _label(pen: Pen, label: PieceLabel, x: float, y: float) -> None:
    inner = WIDE - 2 * INSET
    taken = bars_width(label.number, inner)
    pen.bars(x + (WIDE - taken) / 2, y + 4 * MM, label.number, BARS, inner)
    pen.text_centre(x + WIDE / 2, y + 4 * MM + BARS + 11, label.number, 10, True)
    lines = wrap(label.name, 9.5, inner)
    for n, line in enumerate(lines[:2]):
        cut = n == 1 and len(lines) > 2
        words = ellipsis(line + "…", 9.5, inner) if cut else line
        pen.text(x + INSET, y + 24.5 * MM + n * 4.4 * MM, words, 9.5)
    pen.text(x + INSET, y + 34 * MM, _("办件 {n}").format(n=label.case or "—"), 8, grey=QUIET)
