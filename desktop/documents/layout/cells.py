"""What stands in a cell or a paragraph, and the lines it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop.documents.ink.lines import width_of, wrap
from desktop.documents.ink.pen import BLACK, QUIET, Pen, bars_width
from desktop.documents.layout.page import MM, Page

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set. `spread`: a full line is spread to the width, as print does it."""

    size: float
    bold: bool = False
    grey: float = BLACK
    align: Align = "left"
    spread: bool = False


SMALLER = 0.84
"""Type of a rendition, against the Chinese above it."""


class Both(str):
    """Text with the rendition of each of its lines, set smaller below it; empty where there is
    none. Whoever does not know of it sets the text alone.
    """

    renditions: tuple[str, ...]

    def __new__(cls, text: str, renditions: Sequence[str]) -> Both:
        made = super().__new__(cls, text)
        made.renditions = tuple(renditions)
        return made


@dataclass(frozen=True, slots=True)
class Bars:
    """A Code128 with its number under it."""

    value: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to tick, one after another: (checked, text)."""

    options: tuple[tuple[bool, str], ...]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Text that stands back: what is not known, not wanted."""

    text: str


Cell = str | Bars | Choices | Quiet
DrawLine = Callable[[Pen, float, float], None]
"""Draws one line of a cell at (x, baseline)."""


def lines_of(cell: Cell, style: Style, width: float, page: Page) -> list[DrawLine]:
    """The cell's lines in that width; nothing of it is clipped."""
    if isinstance(cell, Both):
        return _both_lines(cell, style, width)
    if isinstance(cell, Bars):
        return _bar_lines(cell.value, style, width, page)
    if isinstance(cell, Choices):
        return _choice_lines(cell, style, width)
    if isinstance(cell, Quiet):
        return text_lines(cell.text, replace(style, grey=QUIET), width)
    return text_lines(cell, style, width)


def text_lines(text: str, style: Style, width: float) -> list[DrawLine]:
    """Text in lines of that width, set as the style says."""
    lines = wrap(text, style.size, width, style.bold)
    last = len(lines) - 1
    return [
        _line(line, style, width, style.spread and index < last and "\n" not in text)
        for index, line in enumerate(lines)
    ]


def _both_lines(cell: Both, style: Style, width: float) -> list[DrawLine]:
    below = replace(
        style, size=round(style.size * SMALLER, 2), bold=False, grey=QUIET, spread=False
    )
    lines: list[DrawLine] = []
    for chinese, other in zip(cell.split("\n"), cell.renditions, strict=True):
        lines += text_lines(chinese, style, width)
        lines += text_lines(other, below, width) if other else []
    return lines


def _line(text: str, style: Style, width: float, spread: bool) -> DrawLine:
    taken = width_of(text, style.size, style.bold)
    slack = width - taken
    air = slack / (len(text) - 1) if spread and len(text) > 1 else 0.0
    if air > style.size * 0.12:
        air = 0.0
    shift = {"left": 0.0, "centre": slack / 2, "right": slack}[style.align]

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x + shift, y, text, style.size, style.bold, style.grey, air)

    return draw


def _bar_lines(value: str, style: Style, width: float, page: Page) -> list[DrawLine]:
    """Two lines for the bars, one for the number."""
    tall = style.size * 3.84 - page.fine * 0.8 - 2.4
    taken = bars_width(value, width)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.bars(x, y - style.size, value, tall, width)

    def nothing(pen: Pen, x: float, y: float) -> None:
        return

    below = Style(page.fine, align="centre")
    return [draw, nothing, *text_lines(value, below, max(taken, 20 * MM))]


def _choice_lines(cell: Choices, style: Style, width: float) -> list[DrawLine]:
    """Options side by side, a new line where the next one would not fit."""
    box, gap = style.size * 1.25, style.size * 1.6
    lines: list[list[tuple[float, bool, str]]] = [[]]
    at = 0.0
    for checked, text in cell.options:
        parts = wrap(text, style.size, width - box, style.bold)
        taken = box + width_of(parts[0], style.size, style.bold)
        if at and at + taken > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, checked, parts[0]))
        at += taken + gap
        for part in parts[1:]:
            lines.append([(0.0, False, "\x00" + part)])
            at = width
    return [_choice_line(line, style, box) for line in lines]


def _choice_line(parts: Sequence[tuple[float, bool, str]], style: Style, box: float) -> DrawLine:
    def draw(pen: Pen, x: float, y: float) -> None:
        for at, checked, text in parts:
            if not text.startswith("\x00"):
                pen.tick(x + at, y, style.size, checked)
            pen.text(x + at + box, y, text.lstrip("\x00"), style.size, style.bold, style.grey)

    return draw
