"""Which days count (行政许可法 82; 全国年节及纪念日放假办法 2, 6, 7).

A notice's file may hold days of the year before (2023's holds 2022-12-31), so the years are merged
and looked up by date. Days that no notice names fall back on Monday to Friday; a year without a
notice on its legal days, as far as they are known, and the fixed ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SATURDAY = 5


class DayWhy(StrEnum):
    """Why a day counts or not; the sentences are in `desktop.wording.guidance`."""

    WORKING_DAY = "working_day"
    ADJUSTED_WORKDAY = "adjusted_workday"
    WEEKEND = "weekend"
    LEGAL_HOLIDAY = "legal_holiday"
    SWAPPED_HOLIDAY = "swapped_holiday"
    DAY_ZERO = "day_zero"
    SUSPENDED = "suspended"
    CORRECTING = "correcting"
    CALENDAR_DAY = "calendar_day"
    ROLLED = "rolled"


@dataclass(frozen=True, slots=True)
class OffDay:
    """A day off that a notice names. `legal`: a statutory holiday itself, not a swapped day."""

    date: date
    name: str
    legal: bool


@dataclass(frozen=True, slots=True)
class YearDays:
    """What one year's notice says. `notice` False: only legal days are known, no swaps yet."""

    year: int
    notice: bool
    off_days: tuple[OffDay, ...]
    adjusted_workdays: tuple[tuple[date, str], ...] = ()
    papers: tuple[str, ...] = ()
    doc_no: str | None = None


class WorkCalendar:
    """Immutable; equal when made of the same years. Answers for every date Python can hold."""

    __slots__ = ("_noticed", "_off", "_work", "years")

    def __init__(self, years: Iterable[YearDays]) -> None:
        self.years = tuple(sorted(years, key=lambda year: year.year))
        self._off = {day.date: day for year in self.years for day in year.off_days}
        self._work = {day: name for year in self.years for day, name in year.adjusted_workdays}
        self._noticed = {year.year for year in self.years if year.notice}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkCalendar) and self.years == other.years

    def __hash__(self) -> int:
        return hash(self.years)

    def provisional(self, day: date) -> bool:
        """Whether the year of the day has no notice, so that the answer may still change."""
        return day.year not in self._noticed

    def why(self, day: date) -> DayWhy:
        """The reason the day counts as a working day or does not."""
        if day in self._work:
            return DayWhy.ADJUSTED_WORKDAY
        weekend = day.weekday() >= SATURDAY
        off = self._off.get(day)
        if self._fixed(day) if off is None else off.legal:
            return DayWhy.LEGAL_HOLIDAY
        if weekend:
            return DayWhy.WEEKEND
        return DayWhy.WORKING_DAY if off is None else DayWhy.SWAPPED_HOLIDAY

    def is_working(self, day: date) -> bool:
        """Whether the day counts as a working day."""
        return self.why(day) in WORKING

    def name(self, day: date) -> str | None:
        """The holiday that the day is off for, or is worked in exchange for."""
        off = self._off.get(day)
        return off.name if off is not None else self._work.get(day)

    def _fixed(self, day: date) -> bool:
        """Legal days of fixed date, for years without a notice (2 May only since 2025)."""
        if not self.provisional(day):
            return False
        may = (5, 2) if day.year >= 2025 else (5, 1)
        return (day.month, day.day) in {(1, 1), (5, 1), may, (10, 1), (10, 2), (10, 3)}


WORKING = frozenset({DayWhy.WORKING_DAY, DayWhy.ADJUSTED_WORKDAY})
