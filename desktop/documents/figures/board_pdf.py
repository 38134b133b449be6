"""看板 on one A4 page: the same panels as on the screen, black on white."""

from __future__ import annotations

from io import BytesIO

from desktop.documents.figures import shapes
from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, forget, wrap
from desktop.documents.ink.pen import BLACK, QUIET, STRONG, Pen
from desktop.documents.layout.page import A4, MM
from desktop.documents.ledgers.pdf_file import printable
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.panels import Grid
from desktop.wording import _
from desktop.wording.figures import panels
from desktop.wording.figures.words import RULES, board_title, made_text

EDGE, GAP = 15 * MM, 9.0
WIDE = A4.width - 2 * EDGE
HALF = (WIDE - 7 * MM) / 2
HOURS = 128.0
FINE = 6.8
FOOT = 4 * FINE * 1.5
"""Points that the rules of counting take at the foot of the page."""


def board_pdf(board: Board) -> bytes:
    """The same board gives the same bytes."""
    target = BytesIO()
    canvas = blank_pdf(target, A4.width, A4.height, printable(board_title(board)))
    pen = Pen(canvas, A4.height)
    y = _head(pen, board)
    y = shapes.tiles(pen, EDGE, y, WIDE, panels.figures(board)) + GAP
    hours = panels.hours(board)
    y = shapes.title(pen, EDGE, y, WIDE, hours.title, hours.note)
    y = shapes.stacks(pen, EDGE, y, WIDE, HOURS, hours) + GAP
    y = _beside(pen, board, y) + GAP
    _halls(pen, panels.halls(board), y)
    _foot(pen)
    canvas.showPage()
    finish(canvas)
    forget()
    return target.getvalue()


def _head(pen: Pen, board: Board) -> float:
    y = EDGE + 6
    pen.text(EDGE, y, ellipsis(printable(board_title(board)), 14, WIDE, True), 14, True)
    made = ellipsis(printable(made_text(board)), shapes.SIZE, WIDE)
    pen.text(EDGE, y + 14, made, shapes.SIZE, grey=QUIET)
    pen.line(EDGE, y + 20, EDGE + WIDE, y + 20, STRONG, BLACK)
    return y + 28


def _beside(pen: Pen, board: Board, y: float) -> float:
    """Two and two: 到期 and 减免, 快递 and 逐月."""
    right = EDGE + WIDE - HALF
    for one, other in (
        (panels.waiting(board), panels.saved(board)),
        (panels.sent(board), panels.months(board)),
    ):
        below = shapes.title(pen, EDGE, y, HALF, one.title, one.note)
        foot = shapes.bars(pen, EDGE, below, HALF, one)
        below = shapes.title(pen, right, y, HALF, other.title, other.note)
        if isinstance(other, Grid):
            end = shapes.grid(pen, right, below, HALF, other, len(other.lines))
        else:
            end = shapes.bars(pen, right, below, HALF, other)
        y = max(foot, end) + GAP
    return y


def _halls(pen: Pen, told: Grid, y: float) -> None:
    """As many halls as there is room for, those that received most."""
    room = A4.height - EDGE - FOOT - y - shapes.TITLE - shapes.SIZE - 5
    most = max(1, int(room / (shapes.LEADING + 1)))
    note = told.note
    if len(told.lines) > most:
        left = len(told.lines) - most
        note = _("收件最多的 {n} 个；其余 {left} 个见屏幕").format(n=most, left=left)
    y = shapes.title(pen, EDGE, y, WIDE, told.title, note)
    if told.lines:
        shapes.grid(pen, EDGE, y, WIDE, told, most)
    else:
        shapes.nothing(pen, EDGE, y)


def _foot(pen: Pen) -> None:
    """How it is counted, small."""
    lines = wrap("　".join(RULES[:4]), FINE, WIDE)
    y = A4.height - EDGE - len(lines) * FINE * 1.5 + FINE
    for line in lines:
        pen.text(EDGE, y, line, FINE, grey=QUIET)
        y += FINE * 1.5
