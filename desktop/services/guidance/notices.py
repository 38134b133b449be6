"""The calendar that ships: one file per notice year (`resources/calendar`), decoded strictly."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from desktop.domain.days.working_days import OffDay, WorkCalendar, YearDays
from desktop.domain.guidance.terms import Confidence
from desktop.services.guidance.broken import broken
from desktop.services.guidance.pack import decoded, read_bytes
from desktop.services.guidance.wire import BasisForm, Strict


class OffDayForm(Strict):
    """A day off; `legal` marks the statutory days themselves."""

    date: date
    name: str
    legal: bool = False


class WorkdayForm(Strict):
    """A Saturday or Sunday that is worked."""

    date: date
    name: str


class PendingForm(Strict):
    """Legal days on a weekend, whose days in lieu no notice has fixed yet."""

    count: int
    for_dates: tuple[date, ...]
    rule: str


class YearForm(Strict):
    """One year's file. `provisional`: no notice yet, only the legal days are known."""

    year: int
    status: Literal["official", "provisional"]
    off_days: tuple[OffDayForm, ...]
    adjusted_workdays: tuple[WorkdayForm, ...] = ()
    doc_no: str | None = None
    papers: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LOW
    source: tuple[BasisForm, ...] = ()
    note: str | None = None
    workday_count: int | None = None
    compensation_days_pending: PendingForm | None = None


_YEAR = msgspec.json.Decoder(YearForm)


def load_calendar(folder: Path) -> WorkCalendar:
    """The calendar of all years in `folder`; Refusal `pack_broken` for anything wrong."""
    years: dict[int, YearDays] = {}
    for file in sorted(folder.glob("*.json")):
        year = read_year(file)
        if year.year in years:
            raise broken(file, "$.year", "repeated_year", name=str(year.year))
        years[year.year] = year
    return WorkCalendar(years.values())


def read_year(file: Path) -> YearDays:
    """One year; a day may stand once, and within the year or the last week before it."""
    form = decoded(file, read_bytes(file), _YEAR)
    days = [day.date for day in form.off_days] + [day.date for day in form.adjusted_workdays]
    for number, day in enumerate(days):
        if day in days[:number]:
            raise broken(file, "$", "repeated_day", name=day.isoformat())
        if not date(form.year - 1, 12, 25) <= day <= date(form.year, 12, 31):
            raise broken(file, "$", "day_of_another_year", name=day.isoformat())
    return YearDays(
        year=form.year,
        notice=form.status == "official",
        off_days=tuple(OffDay(day.date, day.name, day.legal) for day in form.off_days),
        adjusted_workdays=tuple((day.date, day.name) for day in form.adjusted_workdays),
        papers=form.papers,
        doc_no=form.doc_no,
    )
