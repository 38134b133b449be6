"""Printing as an act with outcomes: rendered → spooled → confirmed or failed, each journalled.

A batch is asked about once. A failed print tried again is no reprint; the services count that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.domain.cases.papers import Outcome
from desktop.services.cases import papers
from desktop.services.ports import Progress
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.papers import press, raster
from desktop.ui.pages.papers.sheets import Sheet, check_glyphs, render
from desktop.ui.pages.papers.store import write_pdf

PRINTED = frozenset({Topic.PAPERS, Topic.LOG})
Rendered = list[tuple[Sheet, list[QImage]]]


class Printing(QObject):
    """`spooled` asks 「打印好了吗?」 about `waiting`; `saved(paths)` tells where files went."""

    spooled = Signal()
    saved = Signal(list)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.waiting: list[Sheet] = []

    def show(self, sheet: Sheet, dpi: float, then: Callable[[list[QImage]], None]) -> None:
        """Pictures of one sheet for the screen."""
        renderer = self._desk.office.renderer

        def task(_report: Progress) -> list[QImage]:
            return raster.pictures(render(renderer, sheet), dpi)

        self._desk.work(task, then)

    def print_sheets(self, sheets: Sequence[Sheet], printer: str, copies: int) -> None:
        """Render in a worker, hand to the printer here: one job per sheet."""
        then = partial(self._spool, printer, copies)
        self._render(sheets, press.resolution(printer), then)

    def save_sheets(self, sheets: Sequence[Sheet], folder: Path) -> None:
        """As PDF files, written in the worker; what printing is where there is no printer."""
        renderer = self._desk.office.renderer

        def task(report: Progress) -> list[tuple[Sheet, Path]]:
            done: list[tuple[Sheet, Path]] = []
            for sheet in sheets:
                check_glyphs(renderer, sheet)
                done.append((sheet, write_pdf(folder, sheet, render(renderer, sheet))))
                report(len(done), len(sheets))
            return done

        self._desk.work(task, self._saved, otherwise=self.stopped.emit)

    def confirm(self, well: bool) -> None:
        """The answer to 「打印好了吗?」, for the whole batch."""
        waiting, self.waiting = self.waiting, []
        outcome = Outcome.CONFIRMED if well else Outcome.FAILED

        def verb() -> None:
            with self._desk.office.store.journal.transaction():
                for sheet in waiting:
                    self._journal(sheet, outcome)

        self._desk.perform(verb, PRINTED)

    def _render(self, sheets: Sequence[Sheet], dpi: int, then: Callable[[Rendered], None]) -> None:
        renderer = self._desk.office.renderer

        def task(report: Progress) -> Rendered:
            done: Rendered = []
            for sheet in sheets:
                check_glyphs(renderer, sheet)
                pdf = render(renderer, sheet)
                done.append((sheet, raster.pictures(pdf, dpi)))
                report(len(done), len(sheets))
            return done

        self._desk.work(task, then, otherwise=self.stopped.emit)

    def _spool(self, printer: str, copies: int, done: Rendered) -> None:
        for sheet, pages in done:
            verb = partial(self._spool_one, printer, copies, sheet, pages)
            if self._desk.perform(verb, PRINTED) is None:
                failed = partial(self._journal, sheet, Outcome.FAILED, copies, printer)
                self._desk.perform(failed, PRINTED)
                break
        if self.waiting:
            self.spooled.emit()
        else:
            self.stopped.emit()

    def _spool_one(self, printer: str, copies: int, sheet: Sheet, pages: list[QImage]) -> bool:
        self._journal(sheet, Outcome.RENDERED, copies, printer)
        press.spool(printer, f"{sheet.title} {sheet.number}", pages, copies)
        self._journal(sheet, Outcome.SPOOLED, copies, printer)
        self.waiting.append(sheet)
        return True

    def _saved(self, done: list[tuple[Sheet, Path]]) -> None:
        for sheet, _path in done:
            self._journal(sheet, Outcome.SAVED)
        self._desk.tell(PRINTED)
        self.saved.emit([str(path) for _sheet, path in done])

    def _journal(self, sheet: Sheet, outcome: Outcome, copies: int = 1, printer: str = "") -> None:
        if sheet.paper:
            papers.printed(
                self._desk.office, self._desk.acting, sheet.number, outcome,
                reprint=sheet.reprint, copies=copies, printer=printer,
            )  # fmt: skip
