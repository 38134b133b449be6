"""事项: lists → one item, or a pack on its way into force."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.halls.roles import Right
from desktop.services.packs.publishing import propose
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.items.arriving import Arriving
from desktop.ui.pages.items.detail import Detail
from desktop.ui.pages.items.lists import Lists
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.labels import column
from desktop.wording import _

CHANGED = frozenset({Topic.ITEMS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1
    ARRIVING = 2


PACK_FILES = _("事项包、表格 (*.json *.xlsx *.csv);;所有文件 (*)")


class ItemsPage(Room):
    """`show_what`: an item's id."""

    topics = frozenset({Topic.ITEMS})
    context = Context.ITEMS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.detail, self.arriving = Lists(desk), Detail(desk), Arriving(desk)
        self.file = FileAsk(_("事项包，或国家实施清单"), _("读入"), PACK_FILES)
        front = QWidget()
        down = column(front)
        down.addWidget(self.file)
        down.addWidget(self.lists, 1)
        for level in (front, self.detail, self.arriving):
            self.stack.addWidget(level)
        self.lists.opened.connect(self.show_what)
        self.lists.looked_into.connect(self._look_into)
        self.lists.asked.connect(self.ask_file)
        self.file.chosen.connect(self.read)
        self.arriving.finish_asked.connect(self._finish)
        self.arriving.decline_asked.connect(self._ask_why)
        self.arriving.declined.connect(self._decline)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        match self.level:
            case Level.LISTS:
                tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(2)}
                verbs: Verbs = {"find": self.lists.look_for, **tabs}
                if self.desk.may(Right.MANAGE_ITEMS):
                    return {**verbs, "import_pack": self.ask_file, "save_form": self.file.answer}
                return verbs
            case Level.DETAIL:
                return {}
        asking = not self.arriving.why.isHidden()
        finish = self._answer_why if asking else self._finish
        return {"save_form": finish, "decline_pack": self._ask_why}

    def enter(self) -> None:
        self.lists.reload()
        (self.lists, self.detail, self.arriving)[self.level].take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()

    def show_what(self, what: str) -> None:
        if self.desk.perform(lambda: self.detail.show_item(what)) is not None:
            self._go(Level.DETAIL)

    def step_back(self) -> bool:
        if self.level is Level.ARRIVING and self.arriving.why.put_away():
            self.arriving.take_focus()
            return True
        if self.level is Level.LISTS:
            put_away = self.file.put_away()
            if put_away:
                self.lists.take_focus()
            return put_away
        self._go(Level.LISTS)
        return True

    def ask_file(self) -> None:
        """Which file is to come in."""
        self._go(Level.LISTS)
        self.file.ask()

    def read(self, path: Path) -> None:
        """Show what the file would change; nothing is written."""
        if self.desk.perform(lambda: self.arriving.show_file(path)) is not None:
            self.file.put_away()
            self._go(Level.ARRIVING)

    def _look_into(self, id: str) -> None:
        if not self.desk.may(Right.MANAGE_ITEMS):
            self.say(Tone.INFO, _("复核事项包由主管办理。"))
        elif self.desk.perform(lambda: self.arriving.show_proposal(id)) is not None:
            self._go(Level.ARRIVING)

    def _finish(self) -> None:
        told = self.desk.perform(self.arriving.verb(), CHANGED)
        if told is not None:
            self._go(Level.LISTS)
            self.say(Tone.GOOD, told)

    def _ask_why(self) -> None:
        if self.arriving.proposal:
            self.arriving.ask_why()

    def _answer_why(self) -> None:
        self._decline(self.arriving.why.field.text)

    def _decline(self, reason: str) -> None:
        office, clerk, id = self.desk.office, self.desk.acting, self.arriving.proposal

        def verb() -> bool:
            propose.decline(office, clerk, id, reason)
            return True

        if self.desk.perform(verb, CHANGED):
            self._go(Level.LISTS)
            self.say(Tone.GOOD, _("已退回。"))

    def _go(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)
        self.enter()
