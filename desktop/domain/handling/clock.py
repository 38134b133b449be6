"""The statutory clocks of one case: what is due when, and what silence means.

Everything here is told from the case's own terms and days: the item may change meanwhile, what was
promised and what the law said at acceptance does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.terms import term
from desktop.domain.days.deadline import DAY, Span
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.handling.entries import Clock, DueChanged


def silence(case: Case, today: date) -> date | None:
    """视为受理: the day of receipt, where the term for a notice passed without one (许可法 32(4)).

    Computed when read, never written by a clock. A notice after the term does not undo it. None
    for every type but 行政许可, whose cases alone have the term.
    """
    last = case.deemed.due
    if last is None or today <= last or case.stage not in (Stage.RECEIVED, Stage.CORRECTING):
        return None
    if case.noticed_on and case.noticed_on[0] <= last:
        return None
    return case.day_zero


def decision(case: Case, calendar: WorkCalendar, spans: Sequence[Span]) -> tuple[Term, Term]:
    """Statutory and promised term with these suspended days; an extension moves the legal one."""
    if case.accepted_on is None:
        return case.statutory, case.promised
    start = case.accepted_on
    return (
        term(case.statutory, start, calendar, spans, case.course.extension),
        term(case.promised, start, calendar, spans),
    )


def recounted(case: Case, calendar: WorkCalendar, reason: str) -> Iterator[DueChanged]:
    """Every due day of an open case that the calendar as it is now puts elsewhere.

    A day that only ceases to be provisional is told as well: somebody was shown 暂按推算.
    """
    for clock, before, after, number in _clocks(case, calendar):
        if before.due is not None and before != after:
            yield DueChanged(clock=clock, before=before, after=after, reason=reason, number=number)


def _clocks(case: Case, calendar: WorkCalendar) -> Iterator[tuple[Clock, Term, Term, int]]:
    """Each running clock with its term as it stands and as the calendar has it now."""
    course = case.course
    match case.stage:
        case Stage.RECEIVED | Stage.CORRECTING:
            yield Clock.NOTICE, case.deemed, term(case.deemed, case.day_zero, calendar), 0
        case Stage.ACCEPTED | Stage.REVIEWING | Stage.SUSPENDED:
            running = course.open_procedure
            spans = course.spans
            if running is not None:
                told = running.started
                needed = procedure_term(told.needed, told.starts_on, calendar)
                yield Clock.PROCEDURE, told.needed, needed, 0
                moved = replace(running, started=replace(told, needed=needed))
                spans = (*spans[:-1], moved.span)
            statutory, promised = decision(case, calendar, spans)
            yield Clock.DECISION, case.statutory, statutory, 0
            yield Clock.PROMISE, case.promised, promised, 0
            for one in course.open_technical:
                asked = one.asked
                again = term(asked.due, asked.asked_on, calendar)
                yield Clock.TECHNICAL, asked.due, again, asked.number
        case Stage.DECIDED | Stage.PRODUCED if course.decided is not None:
            again = term(course.delivery, course.decided.decided_on, calendar)
            yield Clock.DELIVERY, course.delivery, again, 0


def procedure_term(needed: Term, starts_on: date, calendar: WorkCalendar) -> Term:
    """The last day of a procedure that takes so long: its first day is one of its days."""
    return term(needed, starts_on - DAY, calendar) if needed.value else needed
