"""PDF: A4 landscape, the header row on every page, page x/y, counts and chain heads at the end.

Pages are drawn as rows come. How many there are is known last: every page shows a form that is
drawn at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.faces import clean, missing_characters
from desktop.documents.ink.lines import ellipsis, forget, wrap
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, RULE, Pen
from desktop.documents.layout.page import MM
from desktop.documents.ledgers.cells import Value, cells, figures
from desktop.documents.ledgers.part_file import counted, written
from desktop.domain.supervision.ledger import COLUMNS
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.rows import LogRow
from desktop.services.ports import Progress
from desktop.wording import _, log

WIDTH, HEIGHT, EDGE = 297 * MM, 210 * MM, 12 * MM
SIZE, LEADING, PAD = 6.6, 9.2, 2.4
TOP, BOTTOM = EDGE + 15 * MM, HEIGHT - EDGE - 6 * MM
GAP = 2 * MM
SPANS: tuple[tuple[tuple[tuple[str, ...], ...], float], ...] = (
    ((("number",),), 10),
    ((("happened_at",), ("recorded_at", "late")), 34),
    ((("hall", "window"), ("clerk",)), 27),
    ((("act",),), 18),
    ((("case",), ("item",)), 47),
    ((("applicant",), ("applicant_id",)), 32),
    ((("detail",),), 79),
    ((("entry",),), 26),
)
"""Lines of columns that share one on paper, and its width in millimetres: 273 in all."""
PLACES = {column.key: index for index, column in enumerate(COLUMNS)}
PAGES = "pages"
MOST_LINES = 40
MOST_PRINTED = 20_000
"""Rows that go on paper, some thousand pages; of a longer log the figures alone are printed."""
TOFU_FREE = "〓"
"""The printers' mark (下駄) for a character without a glyph: a log is whole, never refused."""


class _Book:
    """The open file: where on the page the next row goes, and how many pages there are."""

    def __init__(self, canvas: Any, heading: LedgerHeading) -> None:
        self.canvas = canvas
        self.heading = heading
        self.pen = Pen(canvas, HEIGHT)
        self.pages = 0
        self.y = BOTTOM

    def room(self, height: float) -> float:
        """Where a row of that height goes; a new page where this one is full."""
        if self.pages == 0 or self.y + height > BOTTOM:
            self.turn()
        y, self.y = self.y, self.y + height
        return y

    def turn(self) -> None:
        if self.pages:
            self.canvas.showPage()
        self.pages += 1
        self.y = _head(self.pen, self.heading, self.pages)
        self.canvas.doForm(PAGES)


def write_pdf(
    to: Path,
    rows: Iterable[LogRow],
    total: int,
    heading: LedgerHeading,
    progress: Progress | None = None,
) -> str:
    """A `ports.LedgerWriter`."""

    def fill(part: Path) -> None:
        with part.open("wb") as file:
            canvas = blank_pdf(file, WIDTH, HEIGHT, log.title(heading))
            book = _Book(canvas, heading)
            book.turn()
            for number, row in counted(rows, total, progress):
                _row(book, cells(number, row))
                if number % 50 == 0:
                    forget()
            _end(book, total)
            canvas.showPage()
            _pages(canvas, book.pages)
            finish(canvas)
        forget()

    return written(to, fill)


def _head(pen: Pen, heading: LedgerHeading, page: int) -> float:
    """Title, who exported, the header row; answers where the rows begin."""
    right = WIDTH - EDGE
    title = ellipsis(printable(log.title(heading)), 12, (right - EDGE) * 0.6, True)
    pen.text(EDGE, EDGE + 12, title, 12, True)
    told = ellipsis(printable(log.exported(heading)), SIZE, (right - EDGE) * 0.38)
    pen.text_right(right, EDGE + 12, told, SIZE, grey=QUIET)
    pen.text_right(right - 24, HEIGHT - EDGE, _("第 {n} 页 / 共").format(n=page), SIZE, grey=QUIET)
    y = EDGE + 8 * MM
    names = [
        " / ".join("·".join(log.COLUMN_TITLES[key] for key in line) for line in lines)
        for lines, width in SPANS
    ]
    pen.shade(EDGE, y, right - EDGE, LEADING + PAD * 2)
    pen.line(EDGE, y, right, y, RULE, BLACK)
    for (x, width), name in zip(_places(), names, strict=True):
        pen.text(x, y + PAD + SIZE, ellipsis(name, SIZE, width, True), SIZE, True)
    y += LEADING + PAD * 2
    pen.line(EDGE, y, right, y, HAIR, 0.3)
    return y


def _places() -> Iterable[tuple[float, float]]:
    x = EDGE
    for _lines, width in SPANS:
        yield x, width * MM - GAP
        x += width * MM


def _row(book: _Book, values: tuple[Value, ...]) -> None:
    """One act; what belongs together stands in lines under one another."""
    columns = []
    for (lines, _width), (_x, room) in zip(SPANS, _places(), strict=True):
        told = ["　".join(str(values[PLACES[key]]) for key in keys).strip() for keys in lines]
        columns.append([one for text in told if text for one in wrap(printable(text), SIZE, room)])
    tall = max(map(len, columns))
    for start in range(0, tall, MOST_LINES):
        height = min(tall - start, MOST_LINES) * LEADING + PAD * 2
        y = book.room(height)
        for (x, _room), texts in zip(_places(), columns, strict=True):
            for index, line in enumerate(texts[start : start + MOST_LINES]):
                book.pen.text(x, y + PAD + SIZE + index * LEADING, line, SIZE)
        book.pen.line(EDGE, y + height, WIDTH - EDGE, y + height, HAIR, 0.75)


def _end(book: _Book, rows: int) -> None:
    """The figures, the chains' ends and the rules of counting."""
    heads = [f"{h.device}　{log.SEQUENCE} {h.seq}　{h.hash}" for h in book.heading.heads]
    rules = [f"{number}. {rule}" for number, rule in enumerate(log.RULES, 1)]
    alone = [log.FIGURES_ALONE.format(n=rows, most=MOST_PRINTED)] if rows > MOST_PRINTED else []
    for title, texts in (
        (_("{total} {n} 行").format(total=log.TOTAL, n=rows), [*alone, *_figures(book)]),
        (log.CHAIN, heads or ["—"]),
        (log.RULES_TITLE, rules),
    ):
        y = book.room(LEADING * 3)
        book.pen.text(EDGE, y + LEADING + SIZE, title, SIZE + 1, True)
        book.y -= LEADING * 0.6
        for text in texts:
            for line in wrap(printable(text), SIZE, WIDTH - 2 * EDGE):
                book.pen.text(EDGE, book.room(LEADING) + SIZE, line, SIZE)


def _figures(book: _Book) -> Iterator[str]:
    """A paragraph for each group: 「行为　受理：12　撤回：1」."""
    groups: dict[str, list[str]] = {}
    for group, what, count, unit in figures(book.heading):
        groups.setdefault(group, []).append(f"{what}：{count}{unit}")
    return (f"{group}　{'　'.join(told)}" for group, told in groups.items())


def _pages(canvas: Any, pages: int) -> None:
    """The form that every page shows: how many there are."""
    canvas.beginForm(PAGES, 0, 0, WIDTH, HEIGHT)
    text = _(" {n} 页").format(n=pages)
    x = WIDTH - EDGE - 24
    Pen(canvas, HEIGHT).text(x, HEIGHT - EDGE, text, SIZE, grey=QUIET)
    canvas.endForm()


def printable(text: str) -> str:
    """The text with 〓 for characters no face has: they stand whole in the other formats."""
    text = clean(text)
    for char in missing_characters(text):
        text = text.replace(char, TOFU_FREE)
    return text
