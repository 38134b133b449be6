"""What putting a year in force would change, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.days.working_days import WORKING, DayWhy, WorkCalendar, YearDays
from desktop.domain.days.years import days_told_by


@dataclass(frozen=True, slots=True)
class DayChange:
    """What a day was and becomes, each with the holiday it is named for."""

    date: date
    before: DayWhy
    after: DayWhy
    before_name: str = ""
    after_name: str = ""

    @property
    def moves_periods(self) -> bool:
        """Whether the day begins or ceases to count, so that due dates may move."""
        return (self.before in WORKING) != (self.after in WORKING)


def difference(calendar: WorkCalendar, year: YearDays) -> tuple[DayChange, ...]:
    """Every day that the calendar would judge or name otherwise with this year in it.

    The days are those a notice of the year may name, the last week of the year before included:
    what neighbouring notices say of them is heeded.
    """
    then = calendar.with_year(year)
    changes = (
        DayChange(
            day, calendar.why(day), then.why(day), calendar.name(day) or "", then.name(day) or ""
        )
        for day in days_told_by(year.year)
    )
    return tuple(
        change
        for change in changes
        if (change.before, change.before_name) != (change.after, change.after_name)
    )
