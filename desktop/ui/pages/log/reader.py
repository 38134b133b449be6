"""What the page shows, read in a worker: figures and first rows of one state of the file.

One reading at a time: what was asked for meanwhile is read when it ends, so that a busy counter
never lets readings pile up. Rows further down are sought by key when they are scrolled to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.services.advice import consultations
from desktop.services.ports import PAGE, Progress
from desktop.services.supervision.log import reading
from desktop.ui.desk import Desk
from desktop.wording.advice import tally_lines

FIRST = 2
"""Pages read at first, in the worker: what a rare choice leaves is whole then, and scrolling seeks
nothing in the window's thread.
"""


class Asked(NamedTuple):
    wanted: LogFilter
    view: LogView


class Found(NamedTuple):
    figures: tuple[Figure, ...]
    rows: list[LogRow]
    questions: str
    whole: bool


class Reader:
    """`shown(found)` in the window's thread, for the last question alone."""

    def __init__(self, desk: Desk, shown: Callable[[Found], None]) -> None:
        self._desk, self._shown = desk, shown
        self._asked: Asked | None = None
        self._standing: Asked | None = None
        self._whole = True
        self._under_way: Asked | None = None
        self._again = False
        self.rows: list[LogRow] = []

    @property
    def busy(self) -> bool:
        return self._under_way is not None

    def read(self, asked: Asked) -> None:
        self._asked = asked
        if self._under_way is not None:
            self._again = True
            return
        self._under_way = asked
        pages = max(FIRST, -(-len(self.rows) // PAGE))
        store, many = self._desk.office.store, pages * PAGE

        def task(_report: Progress) -> Found:
            with store.reader() as views:
                through = reading.through(asked.wanted, asked.view)
                figures = views.book.figures(through, asked.view)
                rows = reading.page(views.book, through, None, many)
                questions = ""
                if through.kinds == {consultations.KIND}:
                    told = list(tally_lines(consultations.count(views, through)))
                    questions = "　".join(" ".join(line.split()) for line in told[:20])
                return Found(figures, rows, questions, len(rows) < many)

        self._desk.work(task, self._found, otherwise=self._ended)

    def fetch(self, offset: int, limit: int) -> Sequence[LogRow]:
        """A page for the list; beyond what was read, after the last row's key. It is a page of what
        stands in the list, whatever is asked for meanwhile.
        """
        if self._standing is not None and self.rows:
            through = reading.through(*self._standing)
            book = self._desk.office.store.views.book
            while len(self.rows) < offset + limit and not self._whole:
                more = reading.page(book, through, self.rows[-1], PAGE)
                self.rows += more
                self._whole = len(more) < PAGE
        return self.rows[offset : offset + limit]

    def _found(self, found: Found) -> None:
        read, current = self._under_way, self._under_way == self._asked
        self._ended()
        if current:
            self.rows, self._whole, self._standing = found.rows, found.whole, read
            self._shown(found)

    def _ended(self) -> None:
        self._under_way = None
        if self._again and self._asked is not None:
            self._again = False
            self.read(self._asked)
