"""A notice year's file, decoded strictly: the calendar that ships (`resources/calendar`) is a folder
of them, and a supervisor publishes one more.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from desktop.domain.days.check_year import check_year
from desktop.domain.days.edit_year import in_order
from desktop.domain.days.working_days import OffDay, WorkCalendar, YearDays
from desktop.domain.guidance.terms import Confidence
from desktop.services.packs.broken import broken
from desktop.services.packs.pack import decoded, read_bytes
from desktop.services.packs.wire import BasisForm, Strict


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
    """The calendar of all years in `folder`; refuses what `read_year_file` refuses, and a year
    that two files tell of.
    """
    years: dict[int, YearDays] = {}
    for file in sorted(folder.glob("*.json")):
        year = read_year_file(file)
        if year.year in years:
            raise broken(file, "$.year", "repeated_year", name=str(year.year))
        years[year.year] = year
    return WorkCalendar(years.values())


def read_year_file(file: Path) -> YearDays:
    """One year. Refuses `pack_broken` for a file of another form, and what no notice could say."""
    form = decoded(file, read_bytes(file), _YEAR)
    year = YearDays(
        year=form.year,
        notice=form.status == "official",
        off_days=tuple(OffDay(day.date, day.name, day.legal) for day in form.off_days),
        adjusted_workdays=tuple((day.date, day.name) for day in form.adjusted_workdays),
        papers=form.papers,
        doc_no=form.doc_no,
    )
    check_year(year)
    return in_order(year)
