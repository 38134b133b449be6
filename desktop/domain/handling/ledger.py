"""期限台账: every clock of a case day by day: what counts, what does not, and why.

Day 0 is the day something happened, whenever it was recorded; it is not counted (民法典 201). A
section runs to its due day, and on to the day it was met or to today where that is later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import NO_TERM, Term
from desktop.domain.cases.terms import period
from desktop.domain.days import BEIJING
from desktop.domain.days.deadline import DAY, DayLine, Span, deadline
from desktop.domain.days.working_days import DayWhy, WorkCalendar
from desktop.domain.guidance.terms import Unit
from desktop.domain.handling.entries import Clock
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True)
class LedgerDay:
    """One day: `number` is how many days count up to it. `acts` are kinds of the day's entries."""

    date: date
    counts: bool
    why: DayWhy
    number: int = 0
    name: str = ""
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One clock: `term` as it stands, `met` the day on which what was due was done.

    `subject` says which technical review or special procedure.
    """

    clock: Clock
    start: date
    term: Term
    days: tuple[LedgerDay, ...]
    met: date | None = None
    extension: Term = NO_TERM
    subject: str = ""

    @property
    def in_time(self) -> bool | None:
        """None while nothing was done and the day has no verdict yet."""
        if self.met is None or self.term.due is None:
            return None
        return self.met <= self.term.due


@dataclass(frozen=True, slots=True)
class _Run:
    """A clock that ran: from which day 0, for how long, and on which day it was met."""

    clock: Clock
    start: date
    term: Term
    met: date | None = None
    spans: tuple[Span, ...] = ()
    extension: Term = NO_TERM
    subject: str = ""


def ledger(
    case: Case, facts: Sequence[Fact], calendar: WorkCalendar, today: date
) -> tuple[Section, ...]:
    """All clocks that ever ran in the case, in the order in which they began."""
    sections = [_laid(run, calendar, today) for run in _runs(case, facts) if run.term.due]
    sections += _corrections(case, facts, calendar, today)
    acts = _acts(facts)
    return tuple(
        replace(
            section,
            days=tuple(replace(day, acts=acts.get(day.date, ())) for day in section.days),
        )
        for section in sorted(sections, key=lambda one: one.start)
    )


_ENDS_INTAKE = (
    "case.accepted", "case.settled", "case.collected", "case.refused", "case.withdrawn",
    "case.terminated", "case.transferred",
)  # fmt: skip
_ENDS_HANDLING = ("case.decided", "case.withdrawn", "case.terminated", "case.transferred")


def _runs(case: Case, facts: Sequence[Fact]) -> Iterator[_Run]:
    course = case.course
    answered = _first_day(facts, ("case.correction_noticed", *_ENDS_INTAKE))
    yield _Run(Clock.NOTICE, case.day_zero, case.deemed, answered)
    if case.accepted_on is not None:
        decided = _first_day(facts, _ENDS_HANDLING)
        start, spans = case.accepted_on, course.spans
        yield _Run(Clock.DECISION, start, case.statutory, decided, spans, course.extension)
        yield _Run(Clock.PROMISE, start, case.promised, decided, spans)
    for one in course.suspensions:
        before = one.started.starts_on - DAY  # its first day is one of its days
        ended = one.ended.ends_on if one.ended else None
        name = one.started.procedure
        yield _Run(Clock.PROCEDURE, before, one.started.needed, ended, subject=name)
    for technical in course.technical:
        asked, given = technical.asked, technical.given
        done = given.given_on if given else None
        yield _Run(Clock.TECHNICAL, asked.asked_on, asked.due, done, subject=asked.subject)
    if course.decided is not None:
        served = course.delivered[0].delivered_on if course.delivered else None
        yield _Run(Clock.DELIVERY, course.decided.decided_on, course.delivery, served)


def _laid(run: _Run, calendar: WorkCalendar, today: date) -> Section:
    """The clock's days, numbered as they count."""
    unit = Unit(run.term.unit)
    counted = period(run.term.value or 0, unit, run.start, calendar, run.spans, run.extension)
    last = max(counted.due, run.met or today)
    lines = [*counted.days, *_beyond(counted.due, last, calendar, run.spans, unit)]
    days = [LedgerDay(run.start, False, DayWhy.DAY_ZERO, 0, calendar.name(run.start) or "")]
    number = 0
    for line in lines:
        number += line.counts
        name = calendar.name(line.date) or ""
        days.append(LedgerDay(line.date, line.counts, line.why, number, name))
    return Section(run.clock, run.start, run.term, tuple(days), run.met, run.extension, run.subject)


def _beyond(
    due: date, last: date, calendar: WorkCalendar, spans: Sequence[Span], unit: Unit
) -> list[DayLine]:
    """The days after the due day, judged in the same way, as long as the clock runs on."""
    natural = unit in (Unit.CALENDAR_DAY, Unit.MONTH)
    lines: list[DayLine] = []
    while due < last:
        step = deadline(calendar, due, 1, spans, calendar_days=natural).days
        lines += [line for line in step if line.date <= last and line.why is not DayWhy.ROLLED]
        due = lines[-1].date if lines else last
        if step and step[0].date > last:
            break
    return lines


def _corrections(
    case: Case, facts: Sequence[Fact], calendar: WorkCalendar, today: date
) -> Iterator[Section]:
    """补正中: from each notice until the next one, or until the case was taken up again. Two
    notices of one day are one period.
    """
    ends = _days(facts, ("case.correction_noticed", *_ENDS_INTAKE))
    for start in dict.fromkeys(case.noticed_on):
        met = next((day for day in ends if day > start), None)
        last = min(met or today, today)
        span = range(1, (last - start).days + 1)
        days = (LedgerDay(start + DAY * n, False, DayWhy.CORRECTING) for n in span)
        told = [LedgerDay(start, False, DayWhy.DAY_ZERO), *days]
        named = tuple(replace(day, name=calendar.name(day.date) or "") for day in told)
        yield Section(Clock.CORRECTION, start, NO_TERM, named, met)


def _acts(facts: Sequence[Fact]) -> dict[date, tuple[str, ...]]:
    told: dict[date, tuple[str, ...]] = {}
    for fact in facts:
        kind = fact.entry.kind
        if kind.startswith("case.") and kind not in _QUIET:
            day = fact.happened_at.astimezone(BEIJING).date()
            told[day] = (*told.get(day, ()), kind)
    return told


_QUIET = frozenset(
    {
        "case.revealed", "case.purged", "case.contact_set", "case.act_reviewed", "case.assigned",
        "case.hold_set",
    }
)  # fmt: skip
"""Entries that move no clock and no material."""


def _days(facts: Sequence[Fact], kinds: Sequence[str]) -> list[date]:
    return [
        fact.happened_at.astimezone(BEIJING).date() for fact in facts if fact.entry.kind in kinds
    ]


def _first_day(facts: Sequence[Fact], kinds: Sequence[str]) -> date | None:
    return min(_days(facts, kinds), default=None)
