"""期限: every clock of a case in one line, and the chosen one day by day, as a court would ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.domain.cases.case import Case
from desktop.domain.handling.ledger import LedgerDay, Section
from desktop.services.handling.ledger import ledger
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.terms import statement
from desktop.ui.pages.cases.terms.alerts import of_section
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _

LIMITLESS = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""
FEWEST = 3
"""Rows that each list shows at the least; below that the whole scrolls."""


class Terms(QWidget):
    """`show_case` reads the ledger anew; `button` prints it, which is the page's matter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._sections: Sequence[Section] = ()
        self._days: Sequence[LedgerDay] = ()
        self.clocks = RowsPane(
            self._clock_columns(), all_of(lambda: self._sections), key_of_section, _("期限"),
            (_("没有期限在走"), _("法律和本事项都没有给这一步定期限。")),
        )  # fmt: skip
        self.days = RowsPane(
            self._day_columns(), all_of(lambda: self._days), key_of_day, _("逐日计算"),
            (_("没有逐日计算"), ""),
        )  # fmt: skip
        self.said = Elided(lines=3)
        self.basis = Elided(role="quiet", lines=2)
        self.button = KeyButton("print_terms", _("打印计算表"))
        whole = QWidget()
        inside = column(whole, gap=1.5)
        inside.addWidget(self.clocks, 1)
        foot = row(gap=3)
        words = column(gap=0)
        words.addWidget(self.said)
        words.addWidget(self.basis)
        foot.addLayout(words, 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        inside.addWidget(self.days, 1)
        self._area = scroll_over(whole)
        column(self).addWidget(self._area)
        self.clocks.looked_at.connect(self._look)
        self.clocks.opened.connect(lambda _section: self._to(self.days))

    def show_case(self, case: Case) -> int:
        """The clocks as they stand today; how many there are."""
        before, self._case = self._case, case
        self._sections = ledger(self._desk.office, case.number)
        self._days = ()
        self.said.setText("")
        self.basis.setText("")
        number = self.clocks.reload()
        if not number:
            self.days.reload()
        elif before is None or before.number != case.number:
            self.clocks.seek(key_of_section(foremost(self._sections)))
        self.days.setVisible(bool(number))
        self.clocks.setMaximumHeight(self.clocks.view.height_of(number) if number else LIMITLESS)
        self.clocks.setMinimumHeight(self.clocks.view.height_of(min(number, FEWEST)))
        self.days.setMinimumHeight(self.days.view.height_of(FEWEST))
        self.button.setVisible(bool(number) and not case.purged)
        return number

    def take_focus(self) -> None:
        self._to(self.clocks)

    def _to(self, pane: RowsPane) -> None:
        """To one of the two lists; large letters on a small screen do not show both."""
        pane.take_focus()
        self._area.verticalScrollBar().setValue(pane.y())

    @property
    def printable(self) -> bool:
        return not self.button.isHidden()

    def _look(self, section: Section) -> None:
        """Show the clock's days, today chosen where it is one of them, else the last."""
        if self._case is None:
            return
        today = self._desk.office.today()
        self._days = section.days
        self.said.setText(statement.sentence(self._desk.office.calendar, section, today))
        self.basis.setText(statement.basis(section, self._case.item_type))
        self.days.reload()
        seen = today if any(day.date == today for day in section.days) else section.days[-1].date
        self.days.seek(seen.isoformat())

    def _clock_columns(self) -> tuple[Column, ...]:
        def look(section: Section) -> tuple[str, str, str]:
            assert self._case is not None
            return of_section(self._desk.office, self._case, section)

        return (
            Column(_("期限"), statement.name),
            Column(
                _("现状"), lambda one: " ".join(look(one)[:2]), 6, tone=lambda one: look(one)[2]
            ),
            Column(_("起算"), lambda one: f"{one.start:%Y-%m-%d}", 6, spare=True),
            Column(_("期间"), statement.length, 8),
            Column(_("到期"), statement.due, 7),
            Column(_("完成"), lambda one: f"{one.met:%Y-%m-%d}" if one.met else "—", 6, spare=True),
        )

    def _day_columns(self) -> tuple[Column, ...]:
        def today(day: LedgerDay) -> bool:
            return day.date == self._desk.office.today()

        def due() -> date | None:
            chosen: Section | None = self.clocks.current
            return chosen.term.due if chosen else None

        def last(day: LedgerDay) -> bool:
            return day.date == due()

        def late(day: LedgerDay) -> bool:
            limit = due()
            return limit is not None and day.date > limit

        return (
            Column(
                _("日期"),
                lambda day: statement.day(day.date) + (_(" 今天") if today(day) else ""),
                10,
                tone=lambda day: "accent" if today(day) else "",
            ),
            Column(
                _("计不计"),
                lambda day: _("✓ 第 {n} 日").format(n=day.number) if day.counts else _("○ 不计"),
                5,
                tone=lambda day: ("bad" if late(day) else "good") if day.counts else "quiet",
            ),
            Column(_("为什么"), statement.why, 10),
            Column(
                _("当日"),
                lambda day: statement.acts(day, last(day)),
                tone=lambda day: "warn" if last(day) else "",
            ),
        )


def foremost(sections: Sequence[Section]) -> Section:
    """The clock to look at first: the earliest that runs, else the last that ran."""
    running = [one for one in sections if one.met is None and one.term.due]
    return min(running, key=lambda one: one.term.due or date.max, default=sections[-1])


def key_of_section(section: Section) -> str:
    """A clock is found again by what it is of and when it began."""
    return f"{section.clock} {section.subject} {section.start}"


def key_of_day(day: LedgerDay) -> str:
    """A day is found again by its date."""
    return day.date.isoformat()
