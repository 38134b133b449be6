"""A year written by hand: begun with its fixed legal days, changed day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.days.working_days import DayWhy, OffDay, YearDays, fixed_legal_days


def begun(year: int) -> YearDays:
    """A year of which nothing is known but the legal days of fixed date."""
    return YearDays(year, notice=False, off_days=tuple(fixed_legal_days(year).values()))


def edited(year: YearDays, day: date, why: DayWhy | None, name: str = "") -> YearDays:
    """The year with this day off (legal or swapped) or worked instead; None takes it out."""
    off = [one for one in year.off_days if one.date != day]
    work = [one for one in year.adjusted_workdays if one[0] != day]
    match why:
        case DayWhy.LEGAL_HOLIDAY | DayWhy.SWAPPED_HOLIDAY:
            off.append(OffDay(day, name.strip(), why is DayWhy.LEGAL_HOLIDAY))
        case DayWhy.ADJUSTED_WORKDAY:
            work.append((day, name.strip()))
    return in_order(replace(year, off_days=tuple(off), adjusted_workdays=tuple(work)))


def in_order(year: YearDays) -> YearDays:
    """The same year with its days by date, so that equal years are equal."""
    return replace(
        year,
        off_days=tuple(sorted(year.off_days, key=lambda one: one.date)),
        adjusted_workdays=tuple(sorted(year.adjusted_workdays)),
    )
