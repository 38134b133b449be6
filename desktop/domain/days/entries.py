"""What the journal says of the calendar: a year published, the hall's rule of counting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.days.working_days import OffDay, YearDays


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPublished:
    """A whole year in force from this entry on, over what ships; entity `calendar:<year>`."""

    year: int
    notice: bool
    off_days: tuple[OffDay, ...]
    adjusted_workdays: tuple[tuple[date, str], ...]
    papers: tuple[str, ...]
    doc_no: str | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRuleSet:
    """How this hall counts from this entry on; entity `calendar:rule`."""

    adjusted_count: bool
    closes_at: str = ""
    next_day: bool = False
    reason: str = ""


def published(year: YearDays, reason: str) -> YearPublished:
    """The entry that puts a year in force."""
    return YearPublished(
        year=year.year,
        notice=year.notice,
        off_days=year.off_days,
        adjusted_workdays=year.adjusted_workdays,
        papers=year.papers,
        doc_no=year.doc_no,
        reason=reason,
    )


def year_of(told: YearPublished) -> YearDays:
    """The year that an entry put in force."""
    return YearDays(
        year=told.year,
        notice=told.notice,
        off_days=told.off_days,
        adjusted_workdays=told.adjusted_workdays,
        papers=told.papers,
        doc_no=told.doc_no,
    )
