"""文书: what is to be printed on the left, how it looks on the right."""

from __future__ import annotations

from collections.abc import Set
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.cases.papers import PaperFacts
from desktop.domain.courier.posting import LabelSize
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.papers import press
from desktop.ui.pages.papers.printing import Printing
from desktop.ui.pages.papers.sheets import (
    LABEL,
    PAGES,
    BoardSheet,
    Sheet,
    preview_of,
    sheet_of,
    status,
)
from desktop.ui.pages.papers.side import Side
from desktop.ui.pages.papers.store import usual_folder
from desktop.ui.pages.papers.view import SCREEN_DPI, PaperView
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.choices import Choice
from desktop.ui.widgets.labels import column, frame, row
from desktop.wording import _

SIZES = tuple(LabelSize)
SIZE = "label_size"
"""Under what the last size of a label is kept."""


class PapersPage(Room):
    """`show_what`: paper numbers and `label:<shipment>`, joined by commas; before them, with a
    bar, the page to go back to: `cases|N1,N2`. Without one Esc leads back to the intake.

    `folder` is where papers go as files; `show_preview` takes facts of a paper nobody issued.
    """

    topics = frozenset({Topic.PAPERS})
    context = Context.PAPERS

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        super().__init__(desk)
        self.printing = Printing(desk, self)
        self.side = Side(folder or usual_folder())
        self.view = PaperView()
        self._sheets: list[Sheet] = []
        self._origin = "intake"
        inside = QWidget()
        across = row(inside, gap=2.5)
        across.addWidget(self.side)
        paper = frame("panel")
        column(paper, margin=1).addWidget(self.view)
        across.addWidget(paper, 1)
        self.stack.addWidget(inside)
        self._connect()
        self._refresh()

    def verbs(self) -> Verbs:
        usual: Verbs = {
            "print_papers": self.print_all,
            "save_pdf": self.save_all,
            "zoom_in": partial(self.view.zoom, 1),
            "zoom_out": partial(self.view.zoom, -1),
        }
        if not self.printing.waiting:
            return usual
        answers = {"printed_well": lambda: self._answer(True)}
        return {**usual, **answers, "printed_badly": lambda: self._answer(False)}

    def show_what(self, what: str) -> None:
        origin, bar, names = what.rpartition("|")
        self._origin = origin if bar else "intake"
        self._names = [name for name in names.split(",") if name]
        labels = bool(self._names) and all(name.startswith(LABEL) for name in self._names)
        if labels is not (self.side.page in SIZES):
            usual = self.desk.office.store.local.recall(SIZE, SIZES[0]) if labels else PAGES[0]
            self.side.offer_pages(SIZES if labels else PAGES, usual)
        self._read()

    def show_preview(self, facts: PaperFacts, origin: str = "intake") -> None:
        """「预览—无效」: to be looked at, neither printed nor kept."""
        self._origin, self._names = origin, []
        self._sheets = [preview_of(facts)]
        self._refresh()

    def enter(self) -> None:
        self.side.printers(press.printers())
        self.view.setFocus()

    def reload(self, topics: Set[Topic]) -> None:
        self._read()

    def step_back(self) -> bool:
        self.wanted.emit(self._origin, "")
        return True

    def print_all(self) -> None:
        """Print what is listed; where there is no printer, keep it as files and say so."""
        printable = [sheet for sheet in self._sheets if not sheet.preview]
        if not printable:
            self.say(Tone.INFO, _("这是预览，办完以后才有可打印的文书。"))
        elif self.side.printer:
            self.printing.print_sheets(printable, self.side.printer, self.side.copies)
        else:
            self.printing.save_sheets(printable, self.side.folder)

    def save_all(self) -> None:
        printable = [sheet for sheet in self._sheets if not sheet.preview]
        if printable:
            self.printing.save_sheets(printable, self.side.folder)

    def _connect(self) -> None:
        self.side.print_asked.connect(self.print_all)
        self.side.save_asked.connect(self.save_all)
        self.side.looked_at.connect(self._look)
        self.side.page_picked.connect(self._resized)
        self.printing.spooled.connect(self._ask)
        self.printing.saved.connect(self._saved)
        self.banner.chosen.connect(lambda action: self._answer(action == "well"))

    _names: list[str] = []  # noqa: RUF012  replaced, never changed in place

    def _resized(self) -> None:
        """The size of labels is remembered: a window has one label printer."""
        if self.side.page in SIZES:
            self.desk.office.store.local.remember(SIZE, self.side.page)
        self._read()

    def _read(self) -> None:
        names = list(self._names)
        if not names:
            return
        office, page = self.desk.office, self.side.page
        found = self.desk.perform(lambda: [sheet_of(office, name, page) for name in names])
        self._sheets = found or []
        self._refresh()

    def _refresh(self) -> None:
        views = self.desk.office.store.views
        self.side.offer(
            [
                Choice(
                    str(place),
                    sheet.title,
                    self._detail(sheet, status(views.paper_row(sheet.number))),
                )
                for place, sheet in enumerate(self._sheets)
            ]
        )
        if not self._sheets:
            self.view.show_pictures([])

    @staticmethod
    def _detail(sheet: Sheet, told: str) -> str:
        if sheet.preview:
            return _("预览—无效")
        if not sheet.paper:
            board = isinstance(sheet.facts, BoardSheet)
            return _("按当时的数字，随时可打") if board else _("面单，随时可打")
        again = _("；再打即补打第 {n} 次").format(n=sheet.reprint) if sheet.reprint else ""
        return told + again

    def _look(self, id: str) -> None:
        sheet = self._sheets[int(id)]
        self.printing.show(sheet, SCREEN_DPI, self.view.show_pictures)

    def _ask(self) -> None:
        number = len(self.printing.waiting)
        told = _("{n} 份已送打印机。打印好了吗？").format(n=number)
        well, badly = ("well", _("F9 都打好了")), ("badly", _("F7 没打好"))
        self.say(Tone.INFO, told, well, badly)

    def _answer(self, well: bool) -> None:
        self.printing.confirm(well)
        if well:
            self.banner.put_away()
        else:
            self.say(Tone.WARN, _("已记下没打好。检查打印机后按 F2 再打，不算补打。"))

    def _saved(self, paths: list[str]) -> None:
        where = str(Path(paths[0]).parent)
        told = _("{n} 份文书已存到 {where}。").format(n=len(paths), where=where)
        if not self.side.printer:
            told += _("本机没有打印机，可拿文件到别处打印。")
        self.say(Tone.GOOD, told)
