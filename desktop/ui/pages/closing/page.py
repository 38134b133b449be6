"""日结·交班: three tabs, one for the end of the day, one for whoever goes, one for the log."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.halls.roles import Right
from desktop.domain.supervision.closing.checks import Check, Line
from desktop.ui.desk import ALL, Desk, Topic
from desktop.ui.keys.closing import USUAL
from desktop.ui.keys.key import Context
from desktop.ui.pages.closing.day import DayPane
from desktop.ui.pages.closing.exporting import SchedulePane
from desktop.ui.pages.closing.shift import ShiftPane
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column
from desktop.wording import _

DAY, SHIFT, EXPORT = range(3)
LEADS: dict[Check, tuple[str, str]] = {
    Check.DRAFT: ("intake", "draft:{key}"),
    Check.PRINT: ("papers", "closing|{key}"),
    Check.INTAKE: ("cases", "{key}"),
    Check.PARCEL: ("courier", "{key}"),
    Check.PICKUP: ("courier", "{key}"),
    Check.ARRIVAL: ("courier", "arrival:{key}"),
    Check.PIECE: ("custody", "{key}"),
    Check.HANDED: ("disagreements", ""),
    Check.UNSENT: ("exchange", ""),
    Check.DISAGREEMENT: ("disagreements", ""),
}
"""Where a line is finished: the page, and what to show on it."""


class ClosingPage(Room):
    """`show_what`: `shift` or `export` for the other tabs."""

    topics = ALL
    context = Context.CLOSING

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = Tabs([_("日结"), _("交班"), _("定时导出")])
        self.day, self.shift, self.export = DayPane(desk), ShiftPane(desk), SchedulePane(desk)
        self._all = (self.day, self.shift, self.export)
        self.panes = QStackedWidget()
        inside = QWidget()
        down = column(inside)
        down.addWidget(self.tabs)
        down.addWidget(self.panes, 1)
        self.stack.addWidget(inside)
        for pane in self._all:
            self.panes.addWidget(pane)
            pane.told.connect(self.say)
        self.tabs.chosen.connect(self._chosen)
        self.day.opened.connect(self._open)
        self.day.closed.connect(self._closed)
        self.day.print.clicked.connect(self._print)
        self.shift.handed.connect(self._handed)

    def verbs(self) -> Verbs:
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(3)}
        match self.tabs.place:
            case 1:
                return {**tabs, "save_form": self.shift.hand_over}
            case 2:
                acts: Verbs = {"save_form": self.export.save, "stop_schedule": self.export.stop}
                return {**tabs, **acts}
        digits = {f"reason_{n}": partial(self.day.usual, n) for n in range(1, USUAL + 1)}
        day: Verbs = {
            "print_papers": self._print,
            "write_reason": self.day.write_reason,
            "carry_rest": self.day.carry_rest,
            "save_form": self.day.close_day,
        }
        return {**tabs, **digits, **day}

    def enter(self) -> None:
        self.tabs.offer(EXPORT, self.desk.may(Right.EXPORT_LOG))
        if self.tabs.place == EXPORT and not self.desk.may(Right.EXPORT_LOG):
            self.tabs.choose(DAY)
        self._chosen(self.tabs.place)

    def reload(self, topics: Set[Topic]) -> None:
        self._all[self.tabs.place].reload()

    def hints(self) -> str:
        """Of the day; the other tabs carry their keys on their buttons."""
        return super().hints() if self.tabs.place == DAY else ""

    def show_what(self, what: str) -> None:
        self.tabs.choose({"shift": SHIFT, "export": EXPORT}.get(what, DAY))

    def step_back(self) -> bool:
        return self.tabs.place == DAY and self.day.put_away()

    def _chosen(self, place: int) -> None:
        self.panes.setCurrentIndex(place)
        self._all[place].reload()
        self._all[place].take_focus()
        self.hinted.emit(self.hints())

    def _open(self, line: Line) -> None:
        """Go and finish it. A draft is taken up by whose it is."""
        if line.check is Check.EXPORT:
            self.tabs.choose(EXPORT)
            return
        if line.check is Check.DRAFT and line.clerk not in ("", self.desk.acting.code):
            self.say(Tone.INFO, _("这是别人的草稿：由本人到接待页 F8 取回，或先交班。"))
            return
        page, what = LEADS[line.check]
        self.wanted.emit(page, what.format(key=line.key))

    def _closed(self, paper: str) -> None:
        """The sheet comes to the front, ready to print; Esc leads back here."""
        self.say(Tone.GOOD, _("已日结，日结单 {n}。").format(n=paper))
        self.wanted.emit("papers", f"closing|{paper}")

    def _handed(self, paper: str) -> None:
        self.shift.reload()
        self.say(Tone.GOOD, _("已交班，交班单 {n}。").format(n=paper))
        self.wanted.emit("papers", f"closing|{paper}")

    def _print(self) -> None:
        last = self.day.looked.last if self.day.looked else None
        if last is None:
            self.say(Tone.INFO, _("还没有日结过；F9 日结时出日结单。"))
        else:
            self.wanted.emit("papers", f"closing|{last.told.paper}")
