"""Which days count (行政许可法 82; 全国年节及纪念日放假办法 2, 6, 7).

A notice's file may hold days of the year before (2023's holds 2022-12-31), so the years are merged
and looked up by date; where two notices name one day, the later year's stands. Days that no notice
names fall back on Monday to Friday; a year without a notice on its legal days, as far as they are
known, and the fixed ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

SATURDAY = 5
SECOND_OF_MAY = 2025
"""First year whose second of May is a legal day (revision of 10 November 2024)."""


class DayWhy(StrEnum):
    """Why a day counts or not; the sentences are in `desktop.wording.guidance.items`."""

    WORKING_DAY = "working_day"
    ADJUSTED_WORKDAY = "adjusted_workday"
    UNCOUNTED_WORKDAY = "uncounted_workday"
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
    """Immutable; equal when made of the same years. Answers for every date Python can hold.

    `adjusted_count` False: a weekend worked in exchange (补班) is worked, but counts towards no
    period. Article 82 leaves out legal holidays alone and says nothing of such days, so the hall
    chooses, and shows which.
    """

    __slots__ = ("_named", "_noticed", "adjusted_count", "years")

    def __init__(self, years: Iterable[YearDays], adjusted_count: bool = True) -> None:
        self.years = tuple(sorted(years, key=lambda year: year.year))
        self.adjusted_count = adjusted_count
        named: dict[date, OffDay | str] = {}
        for year in self.years:
            named.update((day.date, day) for day in year.off_days)
            named.update(year.adjusted_workdays)
        self._named = named
        self._noticed = {year.year for year in self.years if year.notice}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkCalendar) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    @property
    def _parts(self) -> tuple[tuple[YearDays, ...], bool]:
        return self.years, self.adjusted_count

    def year(self, year: int) -> YearDays | None:
        """What is known of a year; None where no file and no publication tells of it."""
        return next((known for known in self.years if known.year == year), None)

    def with_year(self, new: YearDays) -> WorkCalendar:
        """The calendar with this year in the place of what was known of it."""
        others = (known for known in self.years if known.year != new.year)
        return WorkCalendar([*others, new], self.adjusted_count)

    def has_notice(self, year: int) -> bool:
        """Whether the State Council's notice for the year is known."""
        return year in self._noticed

    def provisional(self, day: date) -> bool:
        """Whether the year of the day has no notice, so that the answer may still change."""
        return not self.has_notice(day.year)

    def why(self, day: date) -> DayWhy:
        """The reason the day counts as a working day or does not."""
        told = self._told(day)
        if isinstance(told, str):
            return DayWhy.ADJUSTED_WORKDAY if self.adjusted_count else DayWhy.UNCOUNTED_WORKDAY
        if told is not None and told.legal:
            return DayWhy.LEGAL_HOLIDAY
        if day.weekday() >= SATURDAY:
            return DayWhy.WEEKEND
        return DayWhy.WORKING_DAY if told is None else DayWhy.SWAPPED_HOLIDAY

    def is_working(self, day: date) -> bool:
        """Whether the day counts as a working day."""
        return self.why(day) in WORKING

    def name(self, day: date) -> str | None:
        """The holiday that the day is off for, or is worked in exchange for."""
        told = self._told(day)
        return told.name if isinstance(told, OffDay) else told

    def _told(self, day: date) -> OffDay | str | None:
        """What a notice says of the day; without one, the legal days of fixed date are off."""
        told = self._named.get(day)
        if told is None and self.provisional(day):
            return fixed_legal_days(day.year).get(day)
        return told


@cache
def fixed_legal_days(year: int) -> Mapping[date, OffDay]:
    """The legal days whose date does not move with the moon (放假办法 2)."""
    fixed = [
        (1, 1, "元旦"),
        (5, 1, "劳动节"),
        (10, 1, "国庆节"),
        (10, 2, "国庆节"),
        (10, 3, "国庆节"),
    ]
    if year >= SECOND_OF_MAY:
        fixed.insert(2, (5, 2, "劳动节"))
    days = (OffDay(date(year, month, day), name, legal=True) for month, day, name in fixed)
    return {day.date: day for day in days}


WORKING = frozenset({DayWhy.WORKING_DAY, DayWhy.ADJUSTED_WORKDAY})
