"""A calendar year by year: which days stand out, how many count, which notices are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.days.working_days import DayWhy, WorkCalendar

YEARS = range(2000, 2100)
"""Years a notice may be for."""

LAST_WEEK = (12, 25)
"""From this day of the year before on, a notice may already name days (元旦's swaps)."""


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """A day that is not simply Monday to Friday or a weekend."""

    date: date
    why: DayWhy
    name: str


def days_of(year: int) -> Iterator[date]:
    """Every day of the year."""
    return _days(date(year, 1, 1), date(year, 12, 31))


def days_told_by(year: int) -> Iterator[date]:
    """Every day that the notice of the year may name."""
    return _days(date(year - 1, *LAST_WEEK), date(year, 12, 31))


def marked_days(calendar: WorkCalendar, year: int) -> tuple[MarkedDay, ...]:
    """Days off and weekends worked, by their own date, whichever year's notice names them."""
    plain = {DayWhy.WORKING_DAY, DayWhy.WEEKEND}
    judged = ((day, calendar.why(day), calendar.name(day) or "") for day in days_of(year))
    return tuple(MarkedDay(*one) for one in judged if one[2] or one[1] not in plain)


def working_days(calendar: WorkCalendar, year: int) -> int:
    """How many days of the year count."""
    return sum(calendar.is_working(day) for day in days_of(year))


def years_shown(calendar: WorkCalendar, today: date) -> range:
    """From the first year known to the next year at least, without a gap."""
    known = [year.year for year in calendar.years] or [today.year]
    return range(min(known), max(*known, today.year + 1) + 1)


def without_notice(calendar: WorkCalendar, today: date) -> tuple[int, ...]:
    """Of this year and the next, those whose notice is not known: there due dates may move."""
    return tuple(year for year in (today.year, today.year + 1) if not calendar.has_notice(year))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
