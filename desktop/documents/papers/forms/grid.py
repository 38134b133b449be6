"""Boxes of a form: a label and room to write, one or two to a row, ruled all around.

A box is as high as a hand needs on a blank form and as its text needs on a filled one; text wraps
and is never clipped. A row of more lines than a page could hold breaks between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.ink.pen import HAIR, QUIET, Pen
from desktop.documents.layout.cells import Cell, DrawLine, Style, lines_of
from desktop.documents.layout.page import MM, Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import WHOLE

GREY = 0.35
"""Of the rules of the grid: a form's boxes are its meaning, so they are darker than hairlines."""


@dataclass(frozen=True, slots=True)
class Box:
    """`value` under its `label`; `unit` stands at the right end, `hint` small above the value.

    `height` is the least, in millimetres. `wide` takes the whole row.
    """

    label: str
    value: Cell
    wide: bool = False
    unit: str = ""
    hint: str = ""
    height: float = 8.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A box with its lines, `x` and `width` within the row."""

    box: Box
    x: float
    width: float
    label: Sequence[DrawLine]
    value: Sequence[DrawLine]
    hint: Sequence[DrawLine]


def grid(page: Page, boxes: Iterable[Box]) -> list[Strip]:
    """The rows of boxes; two narrow ones share one."""
    strips: list[Strip] = []
    for row in _rows(boxes):
        strips += _row(page, row)
    return strips


def _rows(boxes: Iterable[Box]) -> Iterator[tuple[Box, ...]]:
    waiting: Box | None = None
    for box in boxes:
        if box.wide:
            if waiting is not None:
                yield (waiting,)
            waiting = None
            yield (box,)
        elif waiting is None:
            waiting = box
        else:
            yield (waiting, box)
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _edge(page: Page) -> float:
    """Width of a label's box."""
    return page.size * 8.4


def _laid(page: Page, row: Sequence[Box]) -> list[_Laid]:
    width = page.inner / len(row)
    edge, air = _edge(page), page.size * 0.5
    laid = []
    for number, box in enumerate(row):
        room = width - edge - 2 * air
        unit = page.size * (len(box.unit) + 0.6) if box.unit else 0.0
        laid.append(
            _Laid(
                box,
                width * number,
                width,
                lines_of(box.label, Style(page.small), edge - 2 * air, page),
                lines_of(box.value, Style(page.size), room - unit, page) if box.value else (),
                lines_of(box.hint, Style(page.fine, grey=QUIET), room, page) if box.hint else (),
            )
        )
    return laid


def _row(page: Page, row: Sequence[Box]) -> list[Strip]:
    laid = _laid(page, row)
    lines = max(len(one.value) for one in laid)
    if lines > WHOLE:
        return [_piece(page, laid, n, lines) for n in range(lines)]
    height = max(
        *(one.box.height * MM * page.size / 10 for one in laid),
        *(len(one.label) * page.small * 1.4 + page.size * 0.7 for one in laid),
        *(_taken(page, one) + page.size * 0.7 for one in laid),
    )

    def draw(pen: Pen, x: float, y: float) -> None:
        for one in laid:
            _draw(pen, page, one, x + one.x, y, height)

    return [Strip(height, draw)]


def _taken(page: Page, one: _Laid) -> float:
    return len(one.hint) * page.fine * 1.35 + len(one.value) * page.size * 1.42


def _draw(pen: Pen, page: Page, one: _Laid, x: float, y: float, height: float) -> None:
    edge, air = _edge(page), page.size * 0.5
    pen.shade(x, y, edge, height)
    pen.box(x, y, edge, height, HAIR, GREY)
    pen.box(x + edge, y, one.width - edge, height, HAIR, GREY)
    leading = page.small * 1.4
    top = y + (height - len(one.label) * leading) / 2
    for number, line in enumerate(one.label):
        line(pen, x + air, top + leading * number + page.small * 1.05)
    at = y + page.size * 0.3
    for line in one.hint:
        line(pen, x + edge + air, at + page.fine)
        at += page.fine * 1.35
    at = max(at, y + (height - len(one.value) * page.size * 1.42) / 2)
    for line in one.value:
        line(pen, x + edge + air, at + page.size * 1.07)
        at += page.size * 1.42
    if one.box.unit:
        base = y + height / 2 + page.size * 0.38
        pen.text_right(x + one.width - air, base, one.box.unit, page.size, grey=QUIET)


def _piece(page: Page, laid: Sequence[_Laid], number: int, lines: int) -> Strip:
    """One line of a very long row; its label stands at the top."""
    leading = page.size * 1.42
    first, last = number == 0, number == lines - 1
    above, below = (page.pad if first else 0.0), (page.pad if last else 0.0)
    height = above + leading + below
    edge, air = _edge(page), page.size * 0.5

    def draw(pen: Pen, x: float, y: float) -> None:
        for one in laid:
            left = x + one.x
            for at in (left, left + edge, left + one.width):
                pen.line(at, y, at, y + height, HAIR, GREY)
            for at, edging in ((y, first), (y + height, last)):
                if edging:
                    pen.line(left, at, left + one.width, at, HAIR, GREY)
            if number < len(one.label):
                one.label[number](pen, left + air, y + above + page.size)
            if number < len(one.value):
                one.value[number](pen, left + edge + air, y + above + page.size * 1.07)

    return Strip(height, draw, keep=first or number == lines - 2)
