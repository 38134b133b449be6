"""证照: lists → one licence; a form for what was issued before."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial

from desktop.domain.licences.licence import Licence
from desktop.services.licences import register
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.licences.detail import Detail
from desktop.ui.pages.licences.form import Form
from desktop.ui.pages.licences.lists import CHECKS, Lists
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.LICENCES, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    FORM = 2


class LicencesPage(Room):
    """`show_what`: a licence's id (`SP01:JY1…`)."""

    topics = frozenset({Topic.LICENCES, Topic.CASES, Topic.ITEMS})
    context = Context.LICENCES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail, self.form = Lists(desk), Detail(desk), Form(desk)
        for level in (self.lists, self.detail, self.form):
            self.stack.addWidget(level)
        self.lists.opened.connect(self._open)
        self.lists.asked.connect(self.new)
        self.lists.checks.opened.connect(lambda case: self.wanted.emit("cases", case))
        self.lists.checks.said.connect(lambda text: self.say(Tone.INFO, text))
        self.detail.pressed.connect(self._press)
        self.detail.end.button.clicked.connect(self._end)
        self.form.button.clicked.connect(self._save)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(4)}
                return {
                    "find": self.lists.look_for,
                    "add_licence": self.new,
                    **tabs,
                    **self._checking(),
                }
            case Level.DETAIL:
                moves = {v: partial(self._press, v) for v in ("open_case", "end_licence")}
                return {**moves, "add_licence": self.new, "save_form": self._end}
        return {"save_form": self._save}

    def _checking(self) -> Verbs:
        """F7 while the list of what waits is in front."""
        shown = self.lists.tabs.place == CHECKS
        return {"verify_licences": self.lists.checks.verify} if shown else {}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.take_focus()
        elif self.level is Level.DETAIL:
            self.detail.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        shown = self.detail.licence
        if shown is not None and self.level is Level.DETAIL and self.detail.end.isHidden():
            self.desk.perform(lambda: self.detail.show_licence(shown.id))

    def show_what(self, what: str) -> None:
        self._open(what)

    def scanned(self, text: str) -> bool:
        """A number is searched for; while the form is in front it is the licence's."""
        if self.level is Level.FORM:
            self.form.number.set_text(text)
            return True
        self._go(Level.LISTS)
        self.lists.look_for(text)
        return True

    def new(self) -> None:
        """An empty form."""
        self.banner.put_away()
        self._go(Level.FORM)
        self.form.open()

    def step_back(self) -> bool:
        if self.level is Level.DETAIL and not self.detail.end.isHidden():
            self.detail.end.hide()
            self.detail.take_focus()
            return True
        if self.level is Level.LISTS:
            return False
        self._go(Level.LISTS)
        return True

    def _go(self, level: Level) -> None:
        self.stack.setCurrentIndex(level)
        self.enter()

    def _open(self, id: str) -> Licence | None:
        shown = self.desk.perform(lambda: self.detail.show_licence(id))
        if shown is not None:
            self.banner.put_away()
            self._go(Level.DETAIL)
        return shown

    def _press(self, verb: str) -> None:
        licence = self.detail.licence
        if licence is None or not self.detail.offered(verb):
            return
        if verb == "open_case":
            self.wanted.emit("cases", licence.case)
        else:
            self.detail.end.open()

    def _save(self) -> None:
        entered = self.desk.perform(lambda: self.form.verb()(), CHANGED)
        if entered is None:
            return
        self._open(entered.id)
        told = _("「{name}」{number} 已登记入库。")
        self.say(Tone.GOOD, told.format(name=entered.name, number=entered.number))

    def _end(self) -> None:
        licence, told = self.detail.licence, self.detail.end
        if licence is None or told.isHidden():
            return
        ended = self.desk.perform(
            lambda: register.end(
                self.desk.office, self.desk.acting, licence.id, told.why.value, told.on.day,
                told.reason.text,
            ),
            CHANGED,
        )  # fmt: skip
        if ended is not None:
            self._open(ended.id)
            self.say(Tone.GOOD, _("「{name}」{number} 已终止。").format(
                name=ended.name, number=ended.number))  # fmt: skip
