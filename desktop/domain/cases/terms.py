"""When a case is due: the item's limits laid on the calendar, as they stand at the act.

A special law's limit prevails; where the pack gives none, 行政许可 has the general ones of 行政许可法
42 and 43. Other types have what their item says and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.cases.draft import Answers
from desktop.domain.cases.entries import NO_TERM, Term
from desktop.domain.days.deadline import Deadline, Span, deadline, months_after
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.checklist import limits
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import HandlingMode, Unit

NOTICE_DAYS = 5
"""补正告知: within five working days, else accepted from the day of receipt (许可法 32(4))."""

DELIVERY_DAYS = 10
"""送达: the permit is issued and served within ten working days of the decision (许可法 44)."""

DECISION_DAYS = {HandlingMode.SINGLE: 20, HandlingMode.JOINT: 45, HandlingMode.LOWER_FIRST: 20}
"""Working days from acceptance to decision (许可法 42(1), 42(2) with 26, 43)."""

EXTENSION_DAYS = {HandlingMode.SINGLE: 10, HandlingMode.JOINT: 15}
"""By how many working days it may be put off (许可法 42); 43 knows no extension."""


def term(
    limit: Limit | Term,
    start: date,
    calendar: WorkCalendar,
    suspensions: Sequence[Span] = (),
    extension: Term = NO_TERM,
) -> Term:
    """The limit counted from `start` (day 0); no due day where the item has no limit."""
    unit = Unit(limit.unit or Unit.NOT_APPLICABLE)
    if limit.value is None or unit is Unit.NOT_APPLICABLE:
        return Term(unit=unit)
    found = period(limit.value, unit, start, calendar, suspensions, extension)
    return Term(value=limit.value, unit=unit, due=found.due, provisional=found.provisional)


def period(
    value: int,
    unit: Unit,
    start: date,
    calendar: WorkCalendar,
    suspensions: Sequence[Span] = (),
    extension: Term = NO_TERM,
) -> Deadline:
    """Every day from `start` to the end of the period; an extension in another unit begins at the
    end of the first period.
    """
    more, other = extension.value or 0, extension.unit != unit
    if more and (other or unit is Unit.MONTH):
        first = period(value, unit, start, calendar, suspensions)
        then = period(more, Unit(extension.unit), first.due, calendar, suspensions)
        return Deadline(then.due, then.provisional, first.days + then.days)
    match unit:
        case Unit.MONTH:
            return months_after(calendar, start, value, suspensions)
        case Unit.CALENDAR_DAY:
            return deadline(calendar, start, value, suspensions, more, calendar_days=True)
        case _:
            return deadline(calendar, start, value, suspensions, more)


def terms(
    item: ServiceItem, answers: Answers, start: date, calendar: WorkCalendar
) -> tuple[Term, Term]:
    """Statutory and promised term. A promise counts only once the item is 已核定."""
    statutory, promised = limits(item, answers)
    made = term(promised, start, calendar) if item.approved else Term()
    return term(legal(item, statutory), start, calendar), made


def legal(item: ServiceItem, statutory: Limit) -> Limit:
    """The item's own limit; where a permit has none, the general one of 行政许可法."""
    if statutory.value is not None or not item.is_licence:
        return statutory
    return Limit(DECISION_DAYS[item.handling.mode], Unit.WORKING_DAY)


def extension_limit(item: ServiceItem) -> Limit:
    """By how much the decision may be put off at the most; no value where it may not."""
    own = item.handling.extension
    if own.value is not None or not item.is_licence:
        return own
    return Limit(EXTENSION_DAYS.get(item.handling.mode), Unit.WORKING_DAY)


def delivery_limit(item: ServiceItem) -> Limit:
    """Within what the result is served: the pack's own step where it is no sample, else 许可法 44."""
    own = next((s for s in item.steps if s.name.startswith("送达") and not s.illustrative), None)
    if own is not None and own.limit is not None:
        return Limit(own.limit, own.unit, own.basis)
    return Limit(DELIVERY_DAYS, Unit.WORKING_DAY) if item.is_licence else Limit()


def deemed(item: ServiceItem, received_on: date, calendar: WorkCalendar) -> Term:
    """Last day to notify of corrections; silence until then is acceptance. 行政许可 alone."""
    if not item.is_licence:
        return Term()
    return term(Limit(NOTICE_DAYS, Unit.WORKING_DAY), received_on, calendar)
