"""The panels' shapes on paper: bars, stacks, tables. Told apart by hatching, never by colour."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.ink.lines import ellipsis, width_of
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.ledgers.pdf_file import printable
from desktop.domain.supervision.figures.panels import Bars, Grid, Mark, Stacks, Tiles

SIZE, LARGE, HEAD = 8.0, 15.0, 10.0
LEADING = 15.0
TITLE = 22.0
"""Points that a panel's title takes."""
HATCHES = ("solid", "rising", "pale", "level", "empty", "crossed")
STEP = 3.2


def title(pen: Pen, x: float, y: float, wide: float, words: str, note: str) -> float:
    """Where the panel itself begins."""
    pen.text(x, y + HEAD, words, HEAD, True)
    room = wide - width_of(words, HEAD, True) - 8
    pen.text_right(x + wide, y + HEAD, ellipsis(printable(note), SIZE, room), SIZE, grey=QUIET)
    pen.line(x, y + HEAD + 5, x + wide, y + HEAD + 5, HAIR, 0.3)
    return y + TITLE


def tiles(pen: Pen, x: float, y: float, wide: float, told: Tiles) -> float:
    """A large number over its word, side by side."""
    each = wide / max(1, len(told.marks))
    for at, mark in enumerate(told.marks):
        middle = x + each * (at + 0.5)
        pen.text_centre(middle, y + LARGE, mark.number, LARGE, True)
        pen.text_centre(middle, y + LARGE + 14, mark.word, SIZE, grey=QUIET)
        if at:
            pen.line(x + each * at, y + 3, x + each * at, y + LARGE + 14, HAIR, 0.6)
    return y + LARGE + 22


def bars(pen: Pen, x: float, y: float, wide: float, told: Bars) -> float:
    """Word, bar, number: the number stands in one column however long the bar."""
    if not told.marks:
        return nothing(pen, x, y)
    names = max(width_of(printable(mark.word), SIZE) for mark in told.marks) + 8
    numbers = max(width_of(printable(mark.number), SIZE) for mark in told.marks) + 8
    most = told.most or max(1, *(mark.size for mark in told.marks))
    room = max(20.0, wide - names - numbers)
    for mark in told.marks:
        pen.text(x, y + SIZE + 2, printable(mark.word), SIZE)
        long = room * mark.size / most
        if mark.size:
            fill(pen, x + names, y + 1.5, max(1.0, long), SIZE + 1.5, "solid")
        pen.text_right(x + wide, y + SIZE + 2, printable(mark.number), SIZE)
        y += LEADING
    return y


def stacks(pen: Pen, x: float, y: float, wide: float, tall: float, told: Stacks) -> float:
    """Columns with their sum on top; a key of hatchings beneath."""
    most = max([stack.size for stack in told.stacks] or [1]) or 1
    each = wide / max(1, len(told.stacks))
    base = y + tall - 24
    room = tall - 24 - SIZE - 4
    for at, stack in enumerate(told.stacks):
        left, foot = x + each * (at + 0.16), base
        for mark in stack.marks:
            height = room * mark.size / most
            foot -= height
            _segment(pen, left, foot, each * 0.68, height, mark)
        if stack.size:
            pen.text_centre(left + each * 0.34, foot - 3, f"{stack.size:,}", SIZE, True)
        pen.text_centre(left + each * 0.34, base + SIZE + 3, stack.word, SIZE, grey=QUIET)
    pen.line(x, base, x + wide, base, RULE, BLACK)
    _key(pen, x, y + tall - SIZE - 1, wide, told.names)
    return y + tall + 4


def grid(pen: Pen, x: float, y: float, wide: float, told: Grid, most: int) -> float:
    """Numbers right under their heads; the bar beneath each is its part of the column's largest."""
    lines = sorted(told.lines, key=lambda line: -line.marks[0].size)[:most]
    lines = [line for line in told.lines if line in lines]
    names = min(wide * 0.42, max(width_of(printable(one.word), SIZE) for one in lines) + 8)
    each = (wide - names) / len(told.heads)
    for at, head in enumerate(told.heads, 1):
        pen.text_right(x + names + each * at - 3, y + SIZE, head, SIZE, grey=QUIET)
    y += SIZE + 5
    largest = [max(1, *(line.marks[at].size for line in lines)) for at in range(len(told.heads))]
    for line in lines:
        pen.text(x, y + SIZE + 1, ellipsis(printable(line.word), SIZE, names - 6), SIZE)
        for at, mark in enumerate(line.marks):
            right = x + names + each * (at + 1) - 3
            pen.text_right(right, y + SIZE + 1, mark.number, SIZE)
            part = (each - 8) * mark.size / largest[at]
            pen.line(right - part, y + SIZE + 4.2, right, y + SIZE + 4.2, 1.6, 0.45)
        y += LEADING + 1
    return y


def nothing(pen: Pen, x: float, y: float) -> float:
    pen.text(x, y + SIZE + 2, "—", SIZE, grey=QUIET)
    return y + LEADING


def fill(pen: Pen, x: float, y: float, wide: float, tall: float, hatch: str) -> None:
    """A box of one of the hatchings, always with an edge."""
    if hatch in ("solid", "pale"):
        pen.shade(x, y, wide, tall, 0.3 if hatch == "solid" else 0.8)
    elif hatch != "empty":
        _hatched(pen, x, y, wide, tall, hatch)
    pen.box(x, y, wide, tall, HAIR, BLACK)


def _hatched(pen: Pen, x: float, y: float, wide: float, tall: float, hatch: str) -> None:
    canvas = pen.canvas
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, pen.height - y - tall, wide, tall)
    canvas.clipPath(clip, stroke=0, fill=0)
    lines = int((wide + tall) / STEP) + 1
    for at in range(lines):
        step = at * STEP
        if hatch == "level":
            pen.line(x, y + step, x + wide, y + step, 0.8, 0.2)
            continue
        pen.line(x + step - tall, y + tall, x + step, y, 0.6, 0.2)
        if hatch == "crossed":
            pen.line(x + step - tall, y, x + step, y + tall, 0.6, 0.2)
    canvas.restoreState()


def _segment(pen: Pen, x: float, y: float, wide: float, tall: float, mark: Mark) -> None:
    fill(pen, x, y, wide, tall, HATCHES[mark.series % len(HATCHES)])
    if tall > SIZE + 3:
        room = width_of(mark.number, SIZE) + 4
        pen.shade(x + (wide - room) / 2, y + (tall - SIZE) / 2 - 1, room, SIZE + 2, 1.0)
        pen.text_centre(x + wide / 2, y + (tall + SIZE) / 2 - 1, mark.number, SIZE)


def _key(pen: Pen, x: float, y: float, wide: float, names: Sequence[str]) -> None:
    each = wide / max(1, len(names))
    for at, name in enumerate(names):
        left = x + each * at
        fill(pen, left, y, 12, SIZE, HATCHES[at % len(HATCHES)])
        pen.text(left + 16, y + SIZE - 1, ellipsis(printable(name), SIZE, each - 20), SIZE)
