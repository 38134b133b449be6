"""大厅: 外观 for everybody, 本机, 工作人员, 事项权限, 日历, 事项表格 and 失信名单 for those who may change them."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import settings
from desktop.domain.halls.roles import Right
from desktop.domain.halls.station import Station
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.hall.authority import Authorities
from desktop.ui.pages.hall.clerks import Clerks
from desktop.ui.pages.hall.days.pane import CalendarPane
from desktop.ui.pages.hall.look import Look
from desktop.ui.pages.hall.records import Records
from desktop.ui.pages.hall.sheets import SheetsPane
from desktop.ui.pages.hall.station import StationForm
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column
from desktop.wording import _

LOOK, STATION, CLERKS, AUTHORITY, CALENDAR, SHEETS, RECORDS = range(7)
NEEDS = {
    STATION: Right.MANAGE_CLERKS,
    CLERKS: Right.MANAGE_CLERKS,
    AUTHORITY: Right.MANAGE_ITEMS,
    CALENDAR: Right.MANAGE_CALENDAR,
    SHEETS: Right.MANAGE_ITEMS,
    RECORDS: Right.MANAGE_ITEMS,
}


class HallPage(Room):
    """`save` keeps the station's settings; without one, in the data folder's file."""

    topics = frozenset({Topic.CLERKS, Topic.ITEMS, Topic.CALENDAR})
    context = Context.HALL

    def __init__(self, desk: Desk, save: Callable[[Station], None] | None = None) -> None:
        super().__init__(desk)
        keep = save or partial(settings.save, folder=settings.home())
        self.tabs = Tabs(
            [
                _("外观"),
                _("本机"),
                _("工作人员"),
                _("事项权限"),
                _("日历"),
                _("事项表格"),
                _("失信名单"),
            ]
        )
        self.look, self.station = Look(desk, keep), StationForm(desk, keep)
        self.clerks, self.authority = Clerks(desk), Authorities(desk)
        self.calendar, self.sheets = CalendarPane(desk), SheetsPane(desk)
        self.records = Records(desk)
        self.panes = QStackedWidget()
        inside = QWidget()
        down = column(inside)
        down.addWidget(self.tabs)
        down.addWidget(self.panes, 1)
        self.stack.addWidget(inside)
        self._all = (
            self.look, self.station, self.clerks, self.authority, self.calendar, self.sheets,
            self.records,
        )  # fmt: skip
        for pane in self._all:
            self.panes.addWidget(pane)
            pane.told.connect(self.say)
        self.sheets.catalogue_asked.connect(lambda: self.wanted.emit("items", ""))
        self.tabs.chosen.connect(self._chosen)
        desk.signed.connect(self._offer)
        self._offer()

    def verbs(self) -> Verbs:
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(len(self._all))}
        match self.tabs.place:
            case 1:
                return {**tabs, "save_form": self.station.save}
            case 2:
                return {**tabs, **self.clerks.verbs()}
            case 3:
                return {**tabs, "save_form": self.authority.save, "find": self.authority.look_for}
            case 4:
                return {**tabs, **self.calendar.verbs()}
            case 5:
                return {**tabs, **self.sheets.verbs()}
            case 6:
                return {**tabs, "save_form": self.records.save}
        return tabs

    def enter(self) -> None:
        self._offer()
        self._chosen(self.tabs.place)

    def reload(self, topics: Set[Topic]) -> None:
        self.clerks.reload()
        self.authority.reload()
        self.calendar.reload()
        self.records.reload()

    def step_back(self) -> bool:
        if self.tabs.place == SHEETS:
            return self.sheets.step_back()
        if self.tabs.place == CLERKS:
            return self.clerks.step_back()
        return self.tabs.place == CALENDAR and self.calendar.step_back()

    def _offer(self) -> None:
        """What a role may not do is not offered."""
        for place, right in NEEDS.items():
            self.tabs.offer(place, self.desk.may(right))
        if not self.desk.may(NEEDS.get(self.tabs.place, Right.SERVE)):
            self.tabs.choose(LOOK)

    def _chosen(self, place: int) -> None:
        self.panes.setCurrentIndex(place)
        self._all[place].enter()
