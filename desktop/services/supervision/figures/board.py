"""看板: one reading of the store, put on one page. May run in a worker with a reader's views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.days.deadline import DAY
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.supervision.figures.board import Board, Column, month_starts
from desktop.domain.supervision.figures.figure import Figure
from desktop.domain.supervision.figures.month import Counts, last_of
from desktop.domain.supervision.figures.rows import Axis, Counted, DueDays, Slice
from desktop.services.office import Office
from desktop.services.ports import Views

Apart = dict[str, dict[Figure, int]]


def due_days(calendar: WorkCalendar, today: date) -> DueDays:
    """The first, third and fifth working day after today."""
    found: list[date] = []
    day = today
    while len(found) < 5:
        day += DAY
        if calendar.is_working(day):
            found.append(day)
    return DueDays(today, found[0], found[2], found[4])


def board(office: Office, views: Views, wanted: Slice) -> Board:
    """The board of this slice; what waits is as of today, whatever the range."""
    figures = views.figures
    names = dict(figures.halls())
    due = due_days(office.calendar, office.today())
    by_hall = _apart(figures.counts(wanted, (Axis.HALL, Axis.FIGURE)))
    hours = figures.counts(replace(wanted, figure=Figure.RECEIVED), (Axis.HOUR, Axis.WINDOW))
    return Board(
        wanted=wanted,
        hall_name=office.station.hall_name,
        narrowed="、".join(names.get(code, code) for code in sorted(wanted.halls)),
        made_at=office.now(),
        due=due,
        counts=_summed(by_hall.values()),
        hours={(one.of[0], one.of[1]): one.number for one in hours},
        waiting=figures.waiting(due, wanted.halls),
        saved=tuple(figures.saved(wanted)),
        sent=tuple(figures.sent(wanted)),
        months=_months(views, wanted),
        halls=_halls(wanted, names, by_hall),
    )


def _months(views: Views, wanted: Slice) -> tuple[Column, ...]:
    """Whole months, whatever the range; one without a case is there with nothing."""
    starts = month_starts(wanted.last)
    span = replace(wanted, first=starts[0], last=last_of(starts[-1]))
    found = _apart(views.figures.counts(span, (Axis.MONTH, Axis.FIGURE)))
    keys = [f"{start:%Y-%m}" for start in starts]
    return tuple(Column(key=key, name=key, counts=found.get(key, {})) for key in keys)


def _halls(wanted: Slice, names: dict[str, str], found: Apart) -> tuple[Column, ...]:
    """Every hall known here, with nothing where it did nothing."""
    codes: Sequence[str] = sorted(wanted.halls or {*names, *found})
    return tuple(
        Column(key=code, name=names.get(code, code), counts=found.get(code, {})) for code in codes
    )


def _summed(apart: Iterable[Counts]) -> Counts:
    """A case counts for one hall in each figure, so the halls add up to the whole."""
    whole: dict[Figure, int] = {}
    for counts in apart:
        for figure, number in counts.items():
            whole[figure] = whole.get(figure, 0) + number
    return whole


def _apart(found: Iterable[Counted]) -> Apart:
    """By the first axis, then by figure."""
    apart: Apart = {}
    for one in found:
        apart.setdefault(one.of[0], {})[Figure(one.of[1])] = one.number
    return apart
