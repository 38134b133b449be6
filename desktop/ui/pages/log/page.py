"""日志: range, view and filter on top; figures at the left, the rows behind them at the right."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from enum import IntEnum
from functools import partial

from desktop.domain.supervision.log.figures import behind
from desktop.domain.supervision.log.profiles import Profile, Span, first_of
from desktop.domain.supervision.log.views import VIEWS
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.services.supervision.log import profiles, reading
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.log.columns import Line, lines
from desktop.ui.pages.log.entry import EntryPane
from desktop.ui.pages.log.export import ExportPanel
from desktop.ui.pages.log.lists import DOORS, Lists
from desktop.ui.pages.log.narrowing import Narrowing
from desktop.ui.pages.log.reader import Asked, Found, Reader
from desktop.ui.pages.room import Room, Verbs
from desktop.wording import _
from desktop.wording import log as words

SPANS = (Span.TODAY, Span.WEEK, Span.MONTH, Span.DAYS)
"""By the tabs."""
CHOSEN = SPANS.index(Span.DAYS)


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    NARROWING = 1
    ENTRY = 2


class LogPage(Room):
    """For supervisors and chiefs (`Right.EXPORT_LOG`). Esc goes back: from an entry to the rows,
    from the rows behind a figure to all of them.
    """

    topics = frozenset({Topic.LOG, Topic.CLERKS})
    context = Context.LOG

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reader = Reader(desk, self._show)
        self._lines: list[Line] = []
        self._trail: list[LogFilter] = []
        self.lists = Lists(desk.office.today(), lambda: self._lines, self.reader.fetch)
        self.narrowing, self.entry = Narrowing(desk), EntryPane()
        self.export = ExportPanel(desk, self.asked, self._saved_profile)
        self.lists.show_beneath(self.export)
        for level in (self.lists, self.narrowing, self.entry):
            self.stack.addWidget(level)
        self._connect()

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def asked(self) -> Asked:
        """What the fields, the filter and the figure that was opened say now."""
        return Asked(self._trail[-1] if self._trail else self._base(), VIEWS[self.lists.view.value])

    def verbs(self) -> Verbs:
        if self.level is Level.ENTRY:
            return {"open": self.entry.open_case}
        if self.level is Level.NARROWING:
            return {
                "find": self.narrowing.search.setFocus,
                "tick": self.narrowing.tick,
                "clear_filter": self.narrowing.clear,
                "save_form": self._used,
            }
        tabs = {f"tab_{n + 1}": partial(self.lists.tabs.choose, n) for n in range(4)}
        acts: Verbs = {
            "narrow": self._narrow,
            "clear_filter": self._all_again,
            "save_form": self._export,
            "cancel_export": self.export.cancel,
            "keep_profile": self.export.keep_profile,
            "drop_profile": self.export.drop_profile,
            **{verb: partial(self.wanted.emit, page, "") for verb, page, _words in DOORS},
        }
        return {**tabs, **acts}

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.pane.take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self._offer_profiles()
        self._again()

    def step_back(self) -> bool:
        if self.level is not Level.LISTS:
            used = self.level is Level.NARROWING
            self._go(Level.LISTS)
            if used:
                self._anew()
            return True
        if self.export.put_away():
            self.lists.pane.take_focus()
            return True
        if self._trail:
            self._trail.pop()
            self._again()
            self.lists.figures.take_focus()
            return True
        return False

    def _connect(self) -> None:
        self.lists.tabs.chosen.connect(self._ranged)
        for field in (self.lists.first, self.lists.last):
            field.picked.connect(lambda _day: self._anew())
        self.lists.view.picked.connect(lambda _value: self._anew())
        self.lists.profile.picked.connect(self._use_profile)
        self.lists.figures.opened.connect(self._open_figure)
        self.lists.pane.opened.connect(self._open_row)
        self.entry.case_wanted.connect(lambda case: self.wanted.emit("cases", case))
        self.narrowing.done.connect(self._used)
        self.lists.pressed.connect(lambda verb: self.verbs()[verb]())
        self.export.told.connect(self.say)
        self.export.told.connect(lambda *_told: self.lists.pane.take_focus())
        self._ranged(0)

    def _base(self) -> LogFilter:
        return self.narrowing.on(self.lists.first.day, self.lists.last.day)

    def _ranged(self, place: int) -> None:
        today = self.desk.office.now().date()
        for field in (self.lists.first, self.lists.last):
            field.setVisible(place == CHOSEN)
        if place == CHOSEN:
            self.lists.first.setFocus()
            return
        self.lists.first.set_day(first_of(SPANS[place], today))
        self.lists.last.set_day(today)
        self._anew()

    def _anew(self) -> None:
        """Another question: whatever figure was opened belongs to the last one."""
        self._trail.clear()
        self._again()

    def _again(self) -> None:
        asked = self.asked()
        self.reader.read(asked)
        told = words.narrowing(asked.wanted, self.narrowing.words_of)
        days = ""
        if self._trail and asked.wanted.first == asked.wanted.last != self.lists.last.day:
            days = f"{asked.wanted.first}"
        parts = "；".join(part for part in (days, told) if part)
        back = _("　Esc 退回") if self._trail else ""
        self.lists.narrowed.setText(_("只看：{what}").format(what=parts) + back if parts else back)
        self.lists.narrowed.setVisible(bool(parts or back))
        self.lists.none.setVisible(bool(told))
        self.lists.counts.setText(_("正在统计……"))
        self.lists.counts.show()

    def _show(self, found: Found) -> None:
        self._lines = lines(found.figures)
        self.lists.counts.setText(found.questions)
        self.lists.counts.setVisible(bool(found.questions))
        self.lists.figures.reload()
        self.lists.pane.reload()

    def _open_figure(self, line: Line) -> None:
        narrower = behind(self.asked().wanted, line.figure)
        if narrower != self.asked().wanted:
            self._trail.append(narrower)
            self._again()
        self.lists.pane.take_focus()

    def _open_row(self, one: LogRow) -> None:
        book = self.desk.office.store.views.book
        found = self.desk.perform(lambda: reading.entry(book, one.device, one.seq))
        if found is not None:
            self.entry.show_entry(found)
            self._go(Level.ENTRY)

    def _narrow(self) -> None:
        self._go(Level.NARROWING)

    def _used(self) -> None:
        self._go(Level.LISTS)
        self._anew()

    def _all_again(self) -> None:
        self.narrowing.clear()
        self._anew()

    def _export(self) -> None:
        if self.export.isHidden():
            self.banner.put_away()
            self.export.open()
        else:
            self.export.start()

    def _offer_profiles(self) -> None:
        kept = profiles.kept(self.desk.office)
        self.lists.profile.offer([("", "—"), *((one.name, one.name) for one in kept)])
        self.lists.profile.setVisible(bool(kept))

    def _use_profile(self, name: str) -> None:
        if not name:
            return
        told = self.desk.perform(lambda: profiles.named(self.desk.office, name))
        if told is None:
            return
        wanted = told.on(self.desk.office.now().date())
        self.narrowing.take(wanted)
        self.lists.view.set_value(told.view)
        self.export.use(told)
        self.lists.tabs.choose(SPANS.index(told.span))
        self.lists.first.set_day(wanted.first)
        self.lists.last.set_day(wanted.last)
        self._anew()
        self.lists.pane.take_focus()

    def _saved_profile(self, name: str) -> Profile:
        """What is on the screen now, under this name."""
        wanted = replace(self._base(), first=self.lists.first.day, last=self.lists.last.day)
        return Profile(
            name=name, view=self.lists.view.value, span=SPANS[self.lists.tabs.place], wanted=wanted,
            format=str(self.export.format.value), folder=str(self.export.place.folder),
        )  # fmt: skip

    def _go(self, level: Level) -> None:
        self.banner.put_away()
        self.stack.setCurrentIndex(level)
        match level:
            case Level.NARROWING:
                self.narrowing.ask()
            case Level.ENTRY:
                self.entry.take_focus()
            case Level.LISTS:
                self.lists.pane.take_focus()
