"""保存期: what may go, what is held, what went; a purge in slices; a person's own request."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import timedelta
from enum import IntEnum
from functools import partial

from desktop.domain.halls.roles import Right
from desktop.domain.supervision.retention.rows import DestructionRow, KeptRow
from desktop.domain.supervision.retention.terms import ItemTerm
from desktop.services.halls.alone import allowed
from desktop.services.ports import Progress
from desktop.services.supervision.retention import destroying, terms
from desktop.ui.desk import Desk, Topic
from desktop.ui.jobs import Job
from desktop.ui.keys.key import Context
from desktop.ui.pages.retention.columns import Line
from desktop.ui.pages.retention.lists import DONE, HELD, OVER, Lists
from desktop.ui.pages.retention.person import PersonPanel
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.CASES, Topic.DRAFTS, Topic.SHIPMENTS, Topic.PAPERS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    PERSON = 1


class RetentionPage(Room):
    """For supervisors (`Right.PURGE`)."""

    topics = frozenset({Topic.CASES, Topic.SHIPMENTS, Topic.LOG, Topic.ITEMS})
    context = Context.RETENTION

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists, self.person = Lists(desk), PersonPanel(desk)
        self._job: Job | None = None
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.person)
        self.lists.opened.connect(self._open)
        self.lists.pressed.connect(lambda verb: self.verbs()[verb]())
        self.person.issued.connect(self._issued)
        self.person.found_any.connect(self.banner.put_away)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    @property
    def running(self) -> bool:
        """Whether a purge is under way."""
        return self._job is not None

    def verbs(self) -> Verbs:
        if self.level is Level.PERSON:
            return {"save_form": self.person.save}
        tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(4)}
        acts: Verbs = {
            "tick": self.lists.toggle,
            "choose_all": self.lists.choose_all,
            "print_papers": self._print,
            "hold_case": self._ask_hold,
            "person_asks": self._ask_person,
            "stop_purge": self.stop,
            "save_form": self._save,
        }
        return {**tabs, **acts}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.reload()
        (self.lists, self.person)[self.level].take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        if self._job is None:
            self.lists.reload()

    def step_back(self) -> bool:
        if self.level is Level.PERSON:
            self.stack.setCurrentIndex(Level.LISTS)
            self.lists.take_focus()
            return True
        put_away = self.lists.put_away()
        if put_away:
            self.lists.take_focus()
        return put_away

    def busy(self) -> bool:
        return self.running

    def stop(self) -> None:
        """The case under way is finished; the next is not begun."""
        if self._job is not None:
            self._job.cancel()

    def purge(self, number: str) -> None:
        """The rest of this list, a case at a time in the window's thread, so the counter goes on."""
        office, clerk, in_store = self.desk.office, self.desk.acting, self.desk.in_store

        def task(report: Progress) -> None:
            cases = in_store(destroying.open_cases, office, number)
            for done, case in enumerate(cases, 1):
                in_store(destroying.destroy, office, clerk, number, case)
                if not report(done, len(cases)):
                    return

        self.lists.put_away()
        self.lists.forget_choice()
        self.lists.show_running(True)
        self._job = self.desk.work(
            task, lambda _none: self._purged(number), self.lists.moved, self._stopped
        )

    def _purged(self, number: str) -> None:
        self._end()
        paper = destroying.issue(self.desk.office, self.desk.acting, number)
        row = destroying.load(self.desk.office, number)
        self.desk.tell(CHANGED)
        self.lists.tabs.choose(DONE)
        told = _("已销毁 {done} 件；备份最迟 {until} 全部过期。按 F2 打印清单 {paper}。").format(
            done=row.done, until=row.backups_until, paper=paper
        )
        self.say(Tone.GOOD if row.done == row.cases else Tone.WARN, told)

    def _stopped(self) -> None:
        cancelled = self._job is not None and self._job.cancelled
        self._end()
        self.desk.tell(CHANGED)
        self.lists.tabs.choose(DONE)
        if cancelled:
            self.say(Tone.INFO, _("停下了。办了的不能恢复，没办的还在；按 Enter 接着办。"))

    def _end(self) -> None:
        self._job = None
        self.lists.show_running(False)

    def _save(self) -> None:
        """F9: what the open card asks, else the question whether to destroy."""
        if self._job is not None:
            return
        card = self.lists.asking
        if card is self.lists.destruction:
            self._destroy()
        elif card is self.lists.hold:
            case, told = self.lists.hold.case.text.upper(), self.lists.hold.told
            self._done(
                lambda: destroying.set_hold(self.desk.office, self.desk.acting, case, told),
                _("已记下。"),
            )
        elif card is self.lists.term:
            told_rule = self.lists.term.told
            self._done(
                lambda: terms.set_rule(self.desk.office, self.desk.acting, told_rule),
                _("已发布，马上按新的年限列。"),
            )
        elif self.lists.tabs.place == OVER:
            self._ask_destroy()
        elif self.lists.tabs.place == DONE:
            self._open(self.lists.pane.current)

    def _done(self, verb: Callable[[], object], words: str) -> None:
        if self.desk.perform(lambda: (verb(),), CHANGED) is None:
            return
        self.lists.put_away()
        self.lists.reload()
        self.lists.take_focus()
        self.say(Tone.GOOD, words)

    def _ask_destroy(self) -> None:
        cases = self.lists.chosen
        if not cases:
            self.say(Tone.INFO, _("没有选中要销毁的办件。"))
            return
        office = self.desk.office
        rule = self.desk.perform(lambda: terms.rule(office))
        if rule is None:
            return
        until = office.today() + timedelta(days=rule.backup_days)
        self._asked()
        self.lists.destruction.open(cases, rule.two_persons, allowed(office), until.isoformat())

    def _destroy(self) -> None:
        card, office, clerk = self.lists.destruction, self.desk.office, self.desk.acting
        number = self.desk.perform(
            lambda: destroying.approve(
                office, clerk, card.cases, card.reason.text, card.typed.text, card.second.signature
            )
        )
        if number is not None:
            self.banner.put_away()
            self.purge(number)

    def _ask_hold(self) -> None:
        row = self.lists.pane.current if self._job is None else None
        case = row.case if isinstance(row, KeptRow) else ""
        if isinstance(row, Line):
            case = row.key
        if self._job is None:
            self._asked()
            self.lists.hold.open(case, self.lists.tabs.place == HELD)

    def _ask_person(self) -> None:
        if self._job is None and self.desk.may(Right.OVERSEE):
            self._asked()
            self.lists.put_away()
            self.stack.setCurrentIndex(Level.PERSON)
            self.person.open()

    def _asked(self) -> None:
        self.banner.put_away()
        self.lists.put_away()
        self.lists.make_room()

    def _open(self, row: object) -> None:
        match row:
            case Line():
                self.wanted.emit("cases", row.key)
            case KeptRow():
                self.wanted.emit("cases", row.case)
            case DestructionRow(paper=""):
                if self._job is None:
                    self.purge(row.number)
            case DestructionRow():
                self._print()
            case ItemTerm():
                rule = self.desk.perform(lambda: terms.rule(self.desk.office))
                if rule is not None:
                    self._asked()
                    self.lists.term.open(row, rule)

    def _print(self) -> None:
        row = self.lists.pane.current
        if isinstance(row, DestructionRow) and row.paper:
            self.wanted.emit("papers", f"retention|{row.paper}")

    def _issued(self, paper: str) -> None:
        self.stack.setCurrentIndex(Level.LISTS)
        self.wanted.emit("papers", f"retention|{paper}")
