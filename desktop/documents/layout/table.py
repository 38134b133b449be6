"""Rows of cells as strips: tables with a repeated head, and pairs of label and value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.layout.cells import Align, Both, Cell, DrawLine, Style, lines_of
from desktop.documents.layout.page import MM, Page
from desktop.documents.layout.strip import Draw, Strip

WHOLE = 14
"""A row of up to so many lines stays on one page; a longer one may break between lines."""


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the table's width that is left after the `fixed` millimetres of others."""

    title: str
    share: float = 0.0
    fixed: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell's lines with where they begin."""

    x: float
    lines: Sequence[DrawLine]


def table(page: Page, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[Strip]:
    """The head, which every further page repeats, and a hairline under each row."""
    gap = page.size
    spans = _spans(page, columns, gap)
    titles = [
        Placed(x, lines_of(c.title, Style(page.small, True, align=c.align), width, page))
        for c, (x, width) in zip(columns, spans, strict=True)
    ]
    head = _header(page, titles)
    strips = [replace(head, keep=True)]
    for row in rows:
        placed = [
            Placed(x, lines_of(cell, Style(page.small, align=c.align), width, page))
            for c, cell, (x, width) in zip(columns, row, spans, strict=True)
        ]
        strips += row_strips(page, placed, page.small, head)
    return strips


Pair = tuple[str, Cell] | tuple[str, Cell, str, Cell]
"""Label and value; two of both share a row where they are short, such as two days."""


def pairs(page: Page, rows: Iterable[Pair]) -> list[Strip]:
    """Label and value, a hairline under each row; all values begin at one edge.

    The last row takes the one before along: none stands alone on a page.
    """
    edge = page.size * 8.2
    strips: list[Strip] = []
    told = list(rows)
    last = told[-1] if told else None
    for row in told:
        width = page.inner / (len(row) // 2)
        placed: list[Placed] = []
        for index in range(0, len(row), 2):
            x = width * (index // 2)
            label, value = row[index], row[index + 1]
            quiet = Style(page.size, grey=QUIET)
            placed.append(Placed(x, lines_of(label, quiet, edge - page.size * 0.8, page)))
            lines = lines_of(value, Style(page.size), width - edge - page.size * 0.5, page)
            placed.append(Placed(x + edge, lines))
        if strips and row is last:
            strips[-1] = replace(strips[-1], keep=True)
        strips += row_strips(page, placed, page.size)
    return strips


def row_strips(
    page: Page, placed: Sequence[Placed], size: float, head: Strip | None = None
) -> list[Strip]:
    """A row as one strip per line, so that even a novel in a cell finds its pages."""
    count = max(len(cell.lines) for cell in placed)
    strips = []
    for index in range(count):
        first, last = index == 0, index == count - 1
        keep = not last and (count <= WHOLE or index < 1 or index == count - 2)
        strips.append(_row_line(page, placed, size, index, first, last, keep, head))
    return strips


def _row_line(
    page: Page,
    placed: Sequence[Placed],
    size: float,
    index: int,
    first: bool,
    last: bool,
    keep: bool,
    head: Strip | None,
) -> Strip:
    leading = round(size * 1.42, 2)
    above, below = (page.pad if first else 0.0), (page.pad if last else 0.0)
    height = above + leading + below

    def draw(pen: Pen, x: float, y: float) -> None:
        for cell in placed:
            if index < len(cell.lines):
                cell.lines[index](pen, x + cell.x, y + above + size * 1.07)
        if last:
            pen.line(x, y + height, x + page.inner, y + height, HAIR)

    return Strip(height, draw, keep, head)


def _header(page: Page, titles: Sequence[Placed]) -> Strip:
    leading = round(page.small * 1.42, 2)
    count = max(len(title.lines) for title in titles)
    height = leading * count + page.pad * 2

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.shade(x, y, page.inner, height)
        pen.line(x, y, x + page.inner, y, RULE, BLACK)
        pen.line(x, y + height, x + page.inner, y + height, HAIR, 0.3)
        for title in titles:
            for index, line in enumerate(title.lines):
                line(pen, x + title.x, y + page.pad + leading * index + page.small * 1.07)

    return Strip(height, draw)


def _spans(page: Page, columns: Sequence[Column], gap: float) -> list[tuple[float, float]]:
    """(x, width) of the text of each column."""
    scale = 1.0 if page.name == "A4" else 0.84
    inset = page.size * 0.4
    free = page.inner - 2 * inset - gap * (len(columns) - 1)
    free -= sum(column.fixed for column in columns) * MM * scale
    shares = sum(column.share for column in columns) or 1.0
    spans, x = [], inset
    for column in columns:
        width = column.fixed * MM * scale if column.fixed else free * column.share / shares
        spans.append((x, width))
        x += width + gap
    return spans


def titled(page: Page, title: str, strips: Sequence[Strip]) -> list[Strip]:
    """A heading that never parts from what follows; nothing at all where nothing follows."""
    if not strips:
        return []
    return [heading(page, title), *strips]


def heading(page: Page, title: str) -> Strip:
    """`title　note`: the note stands small at the right end of the line, a rendition below both."""
    below = title.renditions[0] if isinstance(title, Both) else ""
    name, _, note = title.partition("　")
    other, _, other_note = below.partition("  ")
    height = page.size * (3.4 if below else 2.5)

    def draw(pen: Pen, x: float, y: float) -> None:
        right, base, low = x + page.inner, y + page.size * 1.9, y + page.size * 2.95
        pen.text(x, base, name, page.size, True)
        pen.text_right(right, base, note, page.small, grey=QUIET)
        pen.text(x, low, other, page.small, grey=QUIET)
        pen.text_right(right, low, other_note, page.small, grey=QUIET)

    return Strip(height, draw, keep=True)


def paragraph(page: Page, text: str, style: Style | None = None, after: float = 0.4) -> list[Strip]:
    """Running text, its first and last lines never alone on a page."""
    style = style or Style(page.size, spread=True)
    lines = lines_of(text, style, page.inner, page)
    leading = round(style.size * 1.6, 2)
    strips = []
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        air = style.size * after if last else 0.0
        keep = not last and (index == 0 or index == len(lines) - 2)
        strips.append(Strip(leading + air, _paragraph_line(line, style.size), keep))
    return strips


def _paragraph_line(line: DrawLine, size: float) -> Draw:
    return lambda pen, x, y: line(pen, x, y + size * 1.15)
