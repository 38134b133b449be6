"""看板: range and hall on top, the cards beneath; behind a mark its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.panels import Mark
from desktop.domain.supervision.figures.rows import Slice
from desktop.domain.supervision.log.profiles import Span, first_of
from desktop.services.ports import Progress
from desktop.services.supervision.figures.board import board
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.figures.cards import Cards
from desktop.ui.pages.figures.paced import FRONT, ROWS, Paced
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, row
from desktop.wording import _
from desktop.wording.figures.panels import panels

SPANS = (Span.TODAY, Span.WEEK, Span.MONTH)
CHOSEN = len(SPANS)
"""The tab of 自选, after those of the spans."""
SHOWN = frozenset({Topic.CASES, Topic.SHIPMENTS, Topic.CALENDAR, Topic.ITEMS})


class BoardPage(Paced):
    """For supervisors and chiefs. Everything is read in a worker, over a connection of its own."""

    topics = SHOWN
    context = Context.BOARD

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        today = desk.office.today()
        self.tabs = Tabs([_("今天"), _("本周"), _("本月"), _("自选")])
        self.first, self.last = DayField(_("从"), today), DayField(_("到"), today)
        self.cards = Cards()
        self.caption = Elided(role="quiet")
        self.board: Board | None = None
        self._build()
        self._connect()

    def wanted_slice(self) -> Slice:
        """What the range and the hall say now. Refuses days that are the wrong way round."""
        first, last = self.first.day, self.last.day
        if last < first:
            raise Refusal("dates_reversed", first=first, last=last)
        return Slice(first=first, last=last, halls=self.halls)

    def verbs(self) -> Verbs:
        if self.stack.currentIndex() == ROWS:
            return {"open": self.behind.open_row}
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(4)}
        acts: Verbs = {
            "open": self._open_chosen,
            "print_papers": self._print,
            "month_report": lambda: self.wanted.emit("month", ""),
        }
        return {**tabs, **acts}

    def enter(self) -> None:
        if self.stack.currentIndex() == ROWS:
            self.behind.take_focus()
        else:
            self.cards.take_focus()

    def step_back(self) -> bool:
        if self.stack.currentIndex() == ROWS:
            self.stack.setCurrentIndex(FRONT)
            self._back_to()
            self.hinted.emit(self.hints())
            return True
        self.wanted.emit("log", "")
        return True

    def _build(self) -> None:
        whole = QWidget()
        inside = column(whole, gap=2)
        top = row(gap=3)
        top.addWidget(self.tabs)
        for widget in (self.first, self.last, self.hall):
            top.addWidget(widget)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self.cards, 1)
        foot = row(gap=2)
        foot.addWidget(self.caption, 1)
        self.month = KeyButton("month_report", _("月报"))
        self.paper = KeyButton("print_papers", _("打印看板"), primary=True)
        for button in (self.month, self.paper):
            foot.addWidget(button)
        inside.addLayout(foot)
        self.stack.addWidget(whole)
        self.stack.addWidget(self.behind)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._ranged)
        for field in (self.first, self.last):
            field.picked.connect(lambda _day: self._read())
        self.cards.opened.connect(self.open_mark)
        self.cards.looked_at.connect(self._looked)
        self.month.clicked.connect(lambda: self.wanted.emit("month", ""))
        self.paper.clicked.connect(self._print)
        for field in (self.first, self.last):
            field.hide()

    def _ranged(self, place: int) -> None:
        for field in (self.first, self.last):
            field.setVisible(place == CHOSEN)
        if place == CHOSEN:
            self.first.setFocus()
            return
        self._read()

    def _read(self) -> None:
        self._keep_up()
        wanted = self.desk.perform(self.wanted_slice)
        if wanted is None:
            return
        office = self.desk.office
        asked = self._ask()

        def task(_report: Progress) -> Board:
            with office.store.reader() as views:
                return board(office, views, wanted)

        self.desk.work(task, lambda told: self._show(asked, told))

    def _keep_up(self) -> None:
        """今天 is today, also after midnight."""
        if self.tabs.place != CHOSEN:
            today = self.desk.office.today()
            self.first.set_day(first_of(SPANS[self.tabs.place], today))
            self.last.set_day(today)

    def _show(self, asked: int, told: Board) -> None:
        if asked != self._asked:
            return
        first = self.board is None
        self.board = told
        self.cards.show_panels(panels(told))
        if first and self.isVisible() and self.stack.currentIndex() == FRONT:
            self.cards.take_focus()

    def _looked(self, mark: Mark | None) -> None:
        self.caption.setText(_("{told}　Enter 打开").format(told=mark.told) if mark else "")

    def _open_chosen(self) -> None:
        mark = self.cards.current
        if mark is None:
            self.cards.take_focus()
        else:
            self.open_mark(mark)

    def open_mark(self, mark: Mark) -> None:
        """The rows that the mark counts."""
        self._from = mark
        self.banner.put_away()
        self.behind.show_behind(mark)
        self.stack.setCurrentIndex(ROWS)
        self.hinted.emit(self.hints())
        self.enter()

    def _back_to(self) -> None:
        """To the mark whose rows were looked at."""
        for card in self.cards.cards:
            for at, (_box, mark) in enumerate(card.chart.places):
                if self._from is not None and mark.behind == self._from.behind:
                    card.chart.setFocus()
                    card.chart.choose(at)
                    return
        self.cards.take_focus()

    _from: Mark | None = None

    def _print(self) -> None:
        wanted = self.desk.perform(self.wanted_slice)
        if wanted is not None:
            halls = "+".join(sorted(wanted.halls))
            name = f"board:{wanted.first}..{wanted.last}:{halls}"
            self.wanted.emit("papers", f"board|{name}")
