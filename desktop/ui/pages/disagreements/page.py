"""分歧·移交: open disagreements, settled ones, cases handed to this hall; one disagreement."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.domain.exchange.rows import DisagreementRow
from desktop.domain.halls.roles import Right
from desktop.services.exchange.crossing import handing
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.disagreements import columns
from desktop.ui.pages.disagreements.settling import Settling
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column
from desktop.wording import _

OPEN, SETTLED, HANDED = range(3)
CHANGED = frozenset({Topic.CASES, Topic.SHIPMENTS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    ONE = 1


class DisagreementsPage(Room):
    """`show_what`: nothing to show but the lists."""

    topics = frozenset({Topic.CASES, Topic.SHIPMENTS, Topic.BILLS, Topic.ITEMS})
    context = Context.DISAGREEMENTS
    pressed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = Tabs([_("待处理分歧"), _("已处理"), _("移交给本厅")])
        self.panes = self._panes()
        self.settling = Settling(desk)
        self.take = KeyButton("take_case", _("接收移交"), primary=True)
        lists = QFrame()
        lists.setProperty("role", "panel")
        inside = column(lists, margin=3)
        inside.addWidget(self.tabs)
        for pane in self.panes:
            inside.addWidget(pane, 1)
            pane.opened.connect(self._open)
        inside.addLayout(foot((self.take,), self.pressed))
        self.pressed.connect(self._press)
        for level in (lists, self.settling):
            self.stack.addWidget(level)
        self.tabs.chosen.connect(lambda _place: self._again())
        self.settling.pressed.connect(self._press)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    @property
    def pane(self) -> RowsPane:
        return self.panes[self.tabs.place]

    def verbs(self) -> Verbs:
        if self.level is Level.ONE:
            return {"save_form": partial(self._press, "save_form"), "open_case": self._case}
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(3)}
        return {**tabs, "open_case": self._case, "take_case": partial(self._press, "take_case")}

    def enter(self) -> None:
        self._again()

    def reload(self, topics: Set[Topic]) -> None:
        place = self.tabs.place
        for at, pane in enumerate(self.panes):
            pane.setVisible(at == place)
        self.take.setVisible(place == HANDED)
        self.tabs.count(place, self.pane.reload())

    def step_back(self) -> bool:
        if self.level is Level.LISTS:
            return False
        self._go(Level.LISTS)
        return True

    def _panes(self) -> tuple[RowsPane, ...]:
        office = self.desk.office
        views = office.store.views
        return (
            RowsPane(
                columns.DISAGREEMENTS, lambda at, most: views.disagreements(False, at, most),
                lambda one: str(one.id), _("待处理分歧"),
                (_("没有要处理的分歧"), _("两处各自办理而不能同时成立的，联网后列在这里。")),
            ),
            RowsPane(
                columns.DISAGREEMENTS, all_of(self._settled), lambda one: str(one.id),
                _("已处理"), (_("还没有处理过分歧"), ""),
            ),
            RowsPane(
                columns.HANDED, all_of(lambda: handing.waiting(office)),
                lambda case: str(case.number), _("移交给本厅"),
                (_("没有等着接收的移交"), _("别的大厅移交来的办件列在这里，期限继续计算。")),
            ),
        )  # fmt: skip

    def _settled(self) -> list[DisagreementRow]:
        rows = self.desk.office.store.views.disagreements(done=True)
        return [row for row in rows if row.stands]

    def _open(self, one: object) -> None:
        if not isinstance(one, DisagreementRow):
            self._case()
        elif self.desk.perform(lambda: self.settling.open(one)):
            self._go(Level.ONE)

    def _case(self) -> None:
        """The case that the row is about, where it is one."""
        if self.tabs.place == HANDED:
            case = self.pane.current
            if case is not None:
                self.wanted.emit("cases", case.number)
            return
        row = self.settling.row if self.level is Level.ONE else self.pane.current
        if row is not None and row.entity.startswith("case:"):
            self.wanted.emit("cases", columns.what(row.entity))

    def _press(self, verb: str) -> None:
        if verb == "take_case" and self.tabs.place == HANDED and self.pane.current is not None:
            self._take(self.pane.current.number)
        elif verb == "save_form" and not self.settling.form.isHidden():
            if not self.desk.may(Right.OVERSEE):
                self.say(Tone.INFO, _("分歧由主管处理。"))
            elif self.desk.perform(self.settling.perform(), CHANGED) is not None:
                self._go(Level.LISTS)
                self.say(Tone.GOOD, _("已处理，记入日志；下次联网各处都一样。"))

    def _take(self, number: str) -> None:
        office, clerk = self.desk.office, self.desk.acting
        if self.desk.perform(lambda: handing.take_over(office, clerk, number), CHANGED) is not None:
            self.reload(self.topics)
            self.say(
                Tone.GOOD, _("已接收 {case}，从现在起由本厅办理，期限不变。").format(case=number)
            )

    def _again(self) -> None:
        self.reload(self.topics)
        if self.level is Level.LISTS:
            self.pane.take_focus()

    def _go(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)
        if level is Level.LISTS:
            self._again()
        else:
            self.settling.take_focus()
