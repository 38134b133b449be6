"""How a hall counts: whether 补班 is a working day, and which day what comes in late belongs to.

Day 0 is the day of the event (民法典 201). 民法典 203 lets a period of an office with business
hours end when business stops; whether what comes in after closing belongs to that day or the next
is the hall's choice, by default the same day, the kinder one. Hours decide about nothing else:
opening on a weekend makes no working day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.domain.days import BEIJING
from desktop.domain.refusal import Refusal

CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class CountingRule:
    """`closes_at` as 17:00, Beijing; it matters only with `next_day`."""

    adjusted_count: bool = True
    closes_at: str = ""
    next_day: bool = False


def day_zero(at: datetime, rule: CountingRule) -> date:
    """The day that what came in at this moment counts from, itself not counted."""
    there = at.astimezone(BEIJING)
    late = rule.next_day and there.time() > time.fromisoformat(rule.closes_at)
    return there.date() + timedelta(days=late)


def check_rule(rule: CountingRule) -> None:
    """Refuse `closing_time_wrong`: not a time of day, or none where the rule needs one."""
    if not CLOCK.fullmatch(rule.closes_at) and (rule.closes_at or rule.next_day):
        raise Refusal("closing_time_wrong", given=rule.closes_at)
