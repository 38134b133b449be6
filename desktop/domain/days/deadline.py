"""When a period ends (行政许可法 42, 45, 82; 民法典 201, 203).

The day of the event is day 0 and is not counted. Due is the (n + extend)-th day that counts; both
ends of a suspension are suspended. Working days count as the calendar says; calendar days all
count, and a last day that is no working day rolls on to the next one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.days.working_days import WORKING, DayWhy, WorkCalendar
from desktop.domain.refusal import Refusal

Span = tuple[date, date]
DAY = timedelta(days=1)
MOST_DAYS = 3660
MOST_MONTHS = 1200
MOST_LINES = 40_000


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day after the event, whether it counts towards the period, and why."""

    date: date
    counts: bool
    why: DayWhy


@dataclass(frozen=True, slots=True)
class Deadline:
    """`provisional` exactly when `due` lies in a year without a notice."""

    due: date
    provisional: bool
    days: tuple[DayLine, ...]


def deadline(
    calendar: WorkCalendar,
    start: date,
    n: int,
    suspensions: Sequence[Span] = (),
    extend: int = 0,
    calendar_days: bool = False,
) -> Deadline:
    """The end of a period of `n` days, prolonged by `extend`, and every day up to it.

    Zero days end on the day itself (当场). Refuses `days_out_of_range` for less than none or more
    than ten years, `suspension_reversed` for one that ends before it begins.
    """
    needed = n + extend
    if n < 0 or extend < 0 or needed > MOST_DAYS:
        raise Refusal("days_out_of_range", days=n, extend=extend, most=MOST_DAYS)
    check_spans(suspensions)
    lines = _counted(calendar, start, needed, suspensions, calendar_days)
    if calendar_days and lines:
        lines += rolled(calendar, lines[-1].date, suspensions)
    return _ended(calendar, start, lines)


def months_after(
    calendar: WorkCalendar, start: date, months: int, suspensions: Sequence[Span] = ()
) -> Deadline:
    """The end of a period of months: the same day of the last month, else its last day.

    民法典 202 and 203. Each suspended day before the end puts it off by one; a last day that is
    no working day rolls on. Refuses `days_out_of_range` for less than none or over a century.
    """
    if not 0 <= months <= MOST_MONTHS:
        raise Refusal("days_out_of_range", months=months, most=MOST_MONTHS)
    check_spans(suspensions)
    span = (same_day(start, months) - start).days
    lines = _counted(calendar, start, span, suspensions, calendar_days=True)
    if lines:
        lines += rolled(calendar, lines[-1].date, suspensions)
    return _ended(calendar, start, lines)


def same_day(start: date, months: int) -> date:
    """The day of the same number `months` later, or that month's last day (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        raise Refusal("days_out_of_range", months=months, most=MOST_MONTHS)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def rolled(calendar: WorkCalendar, last: date, suspensions: Sequence[Span]) -> list[DayLine]:
    """The days from a last day that is no working day to the next one that is (民法典 203)."""
    lines: list[DayLine] = []
    while not calendar.is_working(last) or _suspended(last, suspensions):
        last = _after(last)
        lines.append(DayLine(last, False, DayWhy.ROLLED))
    return lines


def check_spans(suspensions: Sequence[Span]) -> None:
    """Refuse a suspension whose end is before its beginning; the same day is one day."""
    for first, last in suspensions:
        if last < first:
            raise Refusal("suspension_reversed", first=first.isoformat(), last=last.isoformat())


def _counted(
    calendar: WorkCalendar,
    start: date,
    needed: int,
    suspensions: Sequence[Span],
    calendar_days: bool,
) -> list[DayLine]:
    """The days after `start` up to the one that completes the count."""
    lines: list[DayLine] = []
    day, counted = start, 0
    while counted < needed:
        day = _after(day)
        lines.append(_judged(calendar, day, suspensions, calendar_days))
        counted += lines[-1].counts
        if len(lines) > MOST_LINES:
            raise Refusal("days_out_of_range", days=needed, most=MOST_DAYS)
    return lines


def _ended(calendar: WorkCalendar, start: date, lines: list[DayLine]) -> Deadline:
    due = lines[-1].date if lines else start
    return Deadline(due, calendar.provisional(due), tuple(lines))


def _judged(
    calendar: WorkCalendar, day: date, suspensions: Sequence[Span], calendar_days: bool
) -> DayLine:
    if _suspended(day, suspensions):
        return DayLine(day, False, DayWhy.SUSPENDED)
    if calendar_days:
        return DayLine(day, True, DayWhy.CALENDAR_DAY)
    why = calendar.why(day)
    return DayLine(day, why in WORKING, why)


def _suspended(day: date, suspensions: Sequence[Span]) -> bool:
    return any(first <= day <= last for first, last in suspensions)


def _after(day: date) -> date:
    try:
        return day + DAY
    except OverflowError:
        raise Refusal("days_out_of_range", day=day.isoformat(), most=MOST_DAYS) from None
