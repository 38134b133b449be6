"""复核·督办: the list, one act, and work that is given to another or released."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow
from desktop.services.supervision.review import giving, looking
from desktop.services.supervision.review.giving import HeldDraft
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.review import columns
from desktop.ui.pages.review.cards import WorkCard
from desktop.ui.pages.review.one import One
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

WAITING, LOOKED, DRAFTS = range(3)
CHANGED = frozenset({Topic.CASES, Topic.DRAFTS, Topic.SHIPMENTS, Topic.LOG})
CASE = "case:"
"""Before a number, as what `show_what` is given: that case is to be given to another."""


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    ONE = 1


class ReviewPage(Room):
    """For supervisors (`Right.OVERSEE`). `show_what`: `case:N` asks to whom the case is given."""

    topics = frozenset({Topic.CASES, Topic.DRAFTS, Topic.SHIPMENTS, Topic.PAPERS, Topic.LOG})
    context = Context.REVIEW
    pressed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = Tabs([_("待复核"), _("已复核"), _("草稿在谁手里")])
        self.kind = Pick(_("种类"), [(None, _("全部"))])
        self.panes = self._panes()
        self.one, self.card = One(desk), WorkCard(desk)
        self.buttons = {
            verb: KeyButton(verb, words)
            for verb, words in (
                ("next_kind", _("换种类")),
                ("see_case", _("打开办件")),
                ("release_draft", _("释放草稿")),
                ("give_work", _("改派")),
            )
        }
        self.stack.addWidget(self._lists())
        self.stack.addWidget(self.one)
        self.tabs.chosen.connect(lambda _place: self._again())
        self.kind.picked.connect(lambda _value: self._again())
        self.one.pressed.connect(lambda verb: self.verbs()[verb]())
        self.pressed.connect(lambda verb: self.verbs()[verb]())
        self.card.answered.connect(self._save)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    @property
    def pane(self) -> RowsPane:
        return self.panes[self.tabs.place]

    def verbs(self) -> Verbs:
        if self.level is Level.ONE:
            return {"save_form": self._save, "see_case": self._case}
        tabs = {f"tab_{n + 1}": partial(self.tabs.choose, n) for n in range(3)}
        acts: Verbs = {
            "next_kind": self._next_kind,
            "give_work": self._give,
            "release_draft": self._release,
            "see_case": self._case,
            "save_form": self._save,
        }
        return {**tabs, **acts}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self._again()
        else:
            self.one.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        place = self.tabs.place
        for at, pane in enumerate(self.panes):
            pane.setVisible(at == place)
        self.kind.setVisible(place != DRAFTS)
        self._count()
        self.desk.perform(self.pane.reload)
        self.buttons["release_draft"].setVisible(place == DRAFTS)
        self.buttons["next_kind"].setVisible(place != DRAFTS)

    def show_what(self, what: str) -> None:
        if what.startswith(CASE):
            self._go(Level.LISTS)
            self.card.give_case(what.removeprefix(CASE))

    def step_back(self) -> bool:
        if self.level is Level.ONE:
            self._go(Level.LISTS)
            return True
        put_away = self.card.put_away()
        if put_away:
            self.pane.take_focus()
        return put_away

    def _panes(self) -> tuple[RowsPane, ...]:
        office = self.desk.office
        return (
            RowsPane(
                columns.waiting(office.now), partial(self._rows, False), lambda one: str(one.key),
                _("待复核"),
                (_("没有要复核的"), _("单人办理、补打文书、更正、补录等，事后在这里看一眼。")),
            ),
            RowsPane(
                columns.LOOKED, partial(self._rows, True), lambda one: str(one.key), _("已复核"),
                (_("还没有复核过"), ""),
            ),
            RowsPane(
                columns.drafts(office),
                all_of(lambda: giving.drafts(office, self.desk.acting)),
                lambda one: str(one.id), _("草稿在谁手里"),
                (_("没有人挂着草稿"), _("本机上各人没办完、挂起的，都列在这里。")),
            ),
        )  # fmt: skip

    def _lists(self) -> QFrame:
        lists = QFrame()
        lists.setProperty("role", "panel")
        inside = column(lists, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs, 1)
        top.addWidget(self.kind)
        inside.addLayout(top)
        for pane in self.panes:
            inside.addWidget(pane, 1)
            pane.opened.connect(self._open)
        inside.addWidget(self.card)
        hint = label(_("先办后看：不设关卡，事后说得清。"), "quiet")
        inside.addLayout(foot(self.buttons.values(), self.pressed, hint))
        return lists

    def _rows(self, done: bool, offset: int, limit: int) -> Sequence[WatchRow]:
        wanted = WatchFilter(done=done, why=self.kind.value)
        return looking.watched(self.desk.office, wanted, offset, limit)

    def _count(self) -> None:
        """How many wait, by kind; the kinds offered are those there are."""
        done = self.tabs.place == LOOKED
        found = self.desk.perform(lambda: looking.count(self.desk.office, WatchFilter(done=done)))
        found = found or {}
        kinds = [(one, f"{word(one)} {found[one]}") for one in Watch if one in found]
        self.kind.offer([(None, _("全部")), *kinds])
        if not done:
            self.tabs.count(WAITING, sum(found.values()))

    def _next_kind(self) -> None:
        if self.tabs.place == DRAFTS:
            return
        box = self.kind.box
        box.setCurrentIndex((box.currentIndex() + 1) % max(1, box.count()))
        self._again()

    def _open(self, one: object) -> None:
        if isinstance(one, WatchRow):
            if self.desk.perform(lambda: self.one.open(one)):
                self._go(Level.ONE)
        elif isinstance(one, HeldDraft):
            self._give()

    def _case(self) -> None:
        current = self.one.row if self.level is Level.ONE else self.pane.current
        case = current.case if isinstance(current, WatchRow | HeldDraft) else ""
        if case:
            self.wanted.emit("cases", case)
        else:
            self.say(Tone.INFO, _("这一行没有办件。"))

    def _give(self) -> None:
        self.banner.put_away()
        current = self.pane.current
        if isinstance(current, HeldDraft):
            self.card.give_draft(current)
        else:
            self.card.give_case(current.case if isinstance(current, WatchRow) else "")

    def _release(self) -> None:
        current = self.pane.current
        if isinstance(current, HeldDraft):
            self.banner.put_away()
            self.card.release(current)

    def _save(self) -> None:
        """F9: the look that is in front, else what the card asks."""
        if self.level is Level.ONE:
            if self.one.form.isHidden():
                return
            if self.desk.perform(self.one.perform(), CHANGED):
                self._go(Level.LISTS)
                self.say(Tone.GOOD, _("已记下复核。"))
        elif not self.card.isHidden() and self.desk.perform(self._given, CHANGED) is not None:
            self.card.put_away()
            self._again()
            self.say(Tone.GOOD, _("已办，记入日志。"))

    def _given(self) -> object:
        office, clerk, card = self.desk.office, self.desk.acting, self.card
        to, reason = str(card.to.value or ""), card.reason.text
        if card.draft is None:
            return giving.give_case(office, clerk, card.case.text.upper(), to, reason)
        if card.releasing:
            return giving.release(office, clerk, card.draft.id, reason)
        return giving.give_draft(office, clerk, card.draft.id, to, reason)

    def _again(self) -> None:
        self.card.put_away()
        self.reload(self.topics)
        self.pane.take_focus()

    def _go(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)
        if level is Level.LISTS:
            self._again()
        else:
            self.one.take_focus()
