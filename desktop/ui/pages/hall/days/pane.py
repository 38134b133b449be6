"""日历: the overview, and behind it the year that is being written. Supervisors alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.days.edit_year import begun
from desktop.domain.days.working_days import YearDays
from desktop.services.days.notices import read_year_file
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.hall.days.overview import Overview
from desktop.ui.pages.hall.days.proposal import Proposal
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _

CHANGED = frozenset({Topic.CALENDAR, Topic.CASES, Topic.LOG})


class CalendarPane(QStackedWidget):
    """`told(tone, text)` when something was published. What was written and not yet published
    stays, year by year, until it is published or dropped.
    """

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._begun: dict[int, tuple[YearDays, str]] = {}
        self.overview, self.proposal = Overview(desk), Proposal(desk)
        self.addWidget(self.overview)
        self.addWidget(self.proposal)
        self.overview.edit_asked.connect(self.edit)
        self.overview.file_chosen.connect(self.read)
        self.overview.rule.asked.connect(self.save_rule)
        self.proposal.published_asked.connect(self.publish)
        self.proposal.dropped.connect(self.drop)

    @property
    def writing(self) -> bool:
        """Whether a year that is being written is in front."""
        return self.currentWidget() is self.proposal

    def verbs(self) -> Verbs:
        if self.writing:
            return {
                "edit_day": self.proposal.edit_day,
                "drop_year": self.drop,
                "save_form": self.publish,
            }
        return {
            "add_new": self.overview.ask_file,
            "edit_year": self.overview.ask_edit,
            "save_form": self.overview.file.answer if self.overview.asking else self.save_rule,
        }

    def enter(self) -> None:
        if self.writing:
            self.proposal.enter()
        else:
            self.reload()
            self.overview.take_focus()

    def reload(self) -> None:
        self.overview.reload()
        if self.writing:
            self.proposal.reload()

    def read(self, file: Path) -> None:
        """A year's file, shown before anything is published."""
        year = self._desk.perform(lambda: read_year_file(file))
        if year is not None:
            self.overview.put_file_away()
            self._write(year, _("导入 {file}").format(file=file.name))

    def edit(self, number: int) -> None:
        """The year as it was left, else as it is in force, else with its fixed legal days."""
        known = self._desk.office.calendar.year(number) or begun(number)
        self._write(*self._begun.get(number, (known, "")))

    def publish(self) -> None:
        year = self.proposal.year.year
        done = self._desk.perform(self.proposal.verb(), CHANGED)
        if done is None:
            return
        self._leave(year)
        if not done.written:
            self.told.emit(Tone.INFO, _("与现行安排相同，没有发布。"))
            return
        told = _("{year} 年已发布，变更 {number} 天，改期办件 {recomputed} 件。")
        self.told.emit(
            Tone.GOOD,
            told.format(year=year, number=len(done.changes), recomputed=done.recomputed),
        )

    def save_rule(self) -> None:
        form = self.overview.rule
        if form.rule == self._desk.office.rule:
            self.told.emit(Tone.INFO, _("规则没有改动。"))
            return
        moved = self._desk.perform(form.verb(), CHANGED)
        if moved is not None:
            self.reload()
            told = _("规则已保存，改期办件 {number} 件。")
            self.told.emit(Tone.GOOD, told.format(number=moved))

    def drop(self) -> None:
        """Nothing of it was published; the year stays as it is in force."""
        self._leave(self.proposal.year.year)

    def step_back(self) -> bool:
        if self.writing:
            year = self.proposal.year
            self._begun[year.year] = year, self.proposal.reason.text
            self._show_overview(year.year)
            return True
        return self.overview.put_file_away()

    def _write(self, year: YearDays, reason: str) -> None:
        self.proposal.open(year, reason)
        self.setCurrentWidget(self.proposal)
        self.proposal.enter()

    def _leave(self, year: int) -> None:
        self._begun.pop(year, None)
        self._show_overview(year)

    def _show_overview(self, year: int) -> None:
        self.setCurrentWidget(self.overview)
        self.reload()
        self.overview.years.seek(str(year))
        self.overview.take_focus()
