"""The theme's bars on paper: a row per member, the days it takes, one after another for comparison.

What the whole waits for is dark; the rest runs beside it. Vectors, so that it prints at any size.
"""

from __future__ import annotations

from desktop.documents.ink.lines import ellipsis
from desktop.documents.ink.pen import BLACK, HAIR, QUIET, Pen
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, kept
from desktop.domain.themes.gantt import Bar, Gantt
from desktop.wording import _
from desktop.wording.themes.words import bar_text, serial_text, total_text

NAMES = 0.36
"""Share of the width that the names take."""
CRITICAL, BESIDE = 0.32, 0.82


def picture(page: Page, told: Gantt) -> list[Strip]:
    """Nothing of a theme without members; the rows stay on one page."""
    if not told.bars:
        return []
    rows = [_row(page, told, bar, first) for bar, first in _staged(told)]
    rows.append(_sum(page, told, total_text(told), told.total, CRITICAL))
    rows.append(_sum(page, told, serial_text(told), told.serial, BESIDE))
    return [*kept(rows), Strip(page.size * 0.3, lambda pen, x, y: None)]


def _staged(told: Gantt) -> list[tuple[Bar, bool]]:
    """Each bar, and whether its stage begins with it."""
    orders = [bar.order for bar in told.bars]
    return [(bar, n == 0 or orders[n - 1] != bar.order) for n, bar in enumerate(told.bars)]


def _row(page: Page, told: Gantt, bar: Bar, first: bool) -> Strip:
    height = page.size * 1.9
    stage = _("第 {n} 阶段").format(n=bar.order) if first else ""

    def draw(pen: Pen, x: float, y: float) -> None:
        if first:
            pen.line(x, y, x + page.inner, y, HAIR)
            pen.text(x, y + height * 0.68, stage, page.fine, grey=QUIET)
        _named(pen, page, x, y + height * 0.68, bar.name, page.size * 4.6)
        _bar(pen, page, told, x, y, height, bar.start, bar.days, bar.critical, bar_text(bar))

    return Strip(height, draw)


def _sum(page: Page, told: Gantt, words: str, days: int, grey: float) -> Strip:
    height = page.size * 1.9

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(x, y, x + page.inner, y, HAIR)
        _named(pen, page, x, y + height * 0.68, words, 0.0)
        _bar(pen, page, told, x, y, height, 0, days, grey == CRITICAL, "")

    return Strip(height, draw)


def _named(pen: Pen, page: Page, x: float, y: float, name: str, shift: float) -> None:
    room = page.inner * NAMES - shift - page.size * 0.5
    pen.text(x + shift, y, ellipsis(name, page.small, room), page.small)


def _bar(
    pen: Pen,
    page: Page,
    told: Gantt,
    x: float,
    y: float,
    height: float,
    start: int,
    days: int,
    dark: bool,
    words: str,
) -> None:
    """A bar with its days beside it; what takes no day is a stroke."""
    room = page.inner * (1 - NAMES) - page.size * 6
    unit = room / told.span
    left = x + page.inner * NAMES + start * unit
    wide = max(days * unit, page.size * 0.25)
    tall = height * 0.5
    pen.shade(left, y + height * 0.25, wide, tall, CRITICAL if dark else BESIDE)
    pen.box(left, y + height * 0.25, wide, tall, HAIR, BLACK if dark else 0.4)
    if words:
        at = left + wide + page.size * 0.4
        fits = ellipsis(words, page.fine, x + page.inner - at)
        pen.text(at, y + height * 0.66, fits, page.fine)
