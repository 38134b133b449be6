"""What an arrival still asks for, and by when (行政许可法 32(4)): unopened it counts all the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.days.counting import CountingRule, day_zero
from desktop.domain.days.deadline import deadline
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.handling.alert import Alert, alert, days_left

ANSWER_DAYS = 5
"""Working days within which the applicant is told what lacks; silence is acceptance."""


class Step(StrEnum):
    """开拆清点 · 联系寄件人 · 再联系寄件人 · 退回寄件人 · 清点收件."""

    OPEN = "open_parcel"
    CALL = "call_sender"
    CALL_AGAIN = "call_again"
    RETURN = "return_parcel"
    TAKE_IN = "take_in"


STEPS_BY_AGE: tuple[tuple[int, Step], ...] = (
    (0, Step.OPEN),
    (2, Step.CALL),
    (4, Step.CALL_AGAIN),
    (10, Step.RETURN),
)
"""From how many working days after day 0 which step is due, as long as nobody claimed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """`zero` is day 0, `due` the last day of the answer, `left` working days, `age` those passed."""

    zero: date
    due: date
    provisional: bool
    left: int
    age: int
    alert: Alert
    step: Step


def owed(
    signed_at: datetime,
    state: ArrivalState,
    today: date,
    calendar: WorkCalendar,
    rule: CountingRule,
) -> Owed:
    """As of today; the day of signing is day 0 (民法典 201), late signing by the hall's rule."""
    zero = day_zero(signed_at, rule)
    term = deadline(calendar, zero, ANSWER_DAYS)
    age = max(days_left(calendar, zero, today), 0)
    step = next(one for days, one in reversed(STEPS_BY_AGE) if days <= age)
    return Owed(
        zero=zero,
        due=term.due,
        provisional=term.provisional,
        left=days_left(calendar, today, term.due),
        age=age,
        alert=alert(calendar, zero, term.due, today),
        step=Step.TAKE_IN if state is ArrivalState.CLAIMED else step,
    )
