"""When a case is due: the item's limits laid on the calendar, as they stand at the act."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.draft import Answers
from desktop.domain.cases.entries import Term
from desktop.domain.days.deadline import Deadline, deadline, months_after
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.checklist import limits
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import Unit

NOTICE_DAYS = 5
"""补正告知: within five working days, else accepted from the day of receipt (许可法 32(4))."""


def term(limit: Limit, start: date, calendar: WorkCalendar) -> Term:
    """The limit counted from `start` (day 0); no due day where the item has no limit."""
    if limit.value is None or limit.unit is Unit.NOT_APPLICABLE:
        return Term(unit=limit.unit)
    found = _deadline(limit.value, limit.unit, start, calendar)
    return Term(value=limit.value, unit=limit.unit, due=found.due, provisional=found.provisional)


def _deadline(value: int, unit: Unit, start: date, calendar: WorkCalendar) -> Deadline:
    match unit:
        case Unit.MONTH:
            return months_after(calendar, start, value)
        case Unit.CALENDAR_DAY:
            return deadline(calendar, start, value, calendar_days=True)
        case _:
            return deadline(calendar, start, value)


def terms(
    item: ServiceItem, answers: Answers, start: date, calendar: WorkCalendar
) -> tuple[Term, Term]:
    """Statutory and promised term. A promise counts only once the item is 已核定."""
    statutory, promised = limits(item, answers)
    made = term(promised, start, calendar) if item.approved else Term()
    return term(statutory, start, calendar), made


def deemed(item: ServiceItem, received_on: date, calendar: WorkCalendar) -> Term:
    """Last day to notify of corrections; silence until then is acceptance. 行政许可 alone."""
    if not item.is_licence:
        return Term()
    found = deadline(calendar, received_on, NOTICE_DAYS)
    return Term(
        value=NOTICE_DAYS,
        unit=Unit.WORKING_DAY,
        due=found.due,
        provisional=found.provisional,
    )
