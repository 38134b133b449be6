"""Columns of years, of a year's days and of what a proposed year changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.days.difference import DayChange
from desktop.domain.days.working_days import WORKING, WorkCalendar, YearDays
from desktop.domain.days.years import MarkedDay, working_days, years_shown
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.days import WEEKDAYS, basis_text, day_words


@dataclass(frozen=True, slots=True)
class YearRow:
    """`known` None: no file and no publication tells of the year."""

    year: int
    known: YearDays | None
    workdays: int

    @property
    def noticed(self) -> bool:
        return self.known is not None and self.known.notice


def year_rows(calendar: WorkCalendar, today: date) -> list[YearRow]:
    """The newest first: it is the one that changes."""
    years = reversed(years_shown(calendar, today))
    return [YearRow(year, calendar.year(year), working_days(calendar, year)) for year in years]


YEARS: tuple[Column, ...] = (
    Column(_("年份"), lambda row: str(row.year), 4),
    Column(_("工作日"), lambda row: str(row.workdays), 4, right=True),
    Column(
        _("依据"),
        lambda row: basis_text(row.known),
        tone=lambda row: "" if row.noticed else "warn",
    ),
)


def day_text(day: date) -> str:
    """2026-02-14 周六."""
    return f"{day} {WEEKDAYS[day.weekday()]}"


def _day_tone(day: MarkedDay) -> str:
    return "accent" if day.why in WORKING else ""


MARKED: tuple[Column, ...] = (
    Column(_("日期"), lambda day: day_text(day.date), 8),
    Column(_("放假或补班"), lambda day: day_words(day.why, day.name), tone=_day_tone),
)


def _change_tone(change: DayChange) -> str:
    return "warn" if change.moves_periods else ""


CHANGES: tuple[Column, ...] = (
    Column(_("日期"), lambda one: day_text(one.date), 8),
    Column(_("现在"), lambda one: day_words(one.before, one.before_name)),
    Column(_("改为"), lambda one: day_words(one.after, one.after_name), tone=_change_tone),
    Column(_("计日"), lambda one: _("有变") if one.moves_periods else "—", 3, tone=_change_tone),
)
