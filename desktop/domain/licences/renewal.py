"""When a licence may be renewed: a window counted back from its last day of validity.

The days left after a day `d` are those of `d + 1` … `valid_until`, both included: the last day of
validity counts. 「届满前 90 个工作日至 15 个工作日」 is the days after which at most 90 and at least
15 working days are left. So the window opens on the first day after which no more than 90 are
left, and closes on the last day after which 15 still are: counted forward from it, the 15th
working day lies within validity, and counted from the day after it no longer does. Calendar days
are counted the same way; a month back is the day of the same number, or that month's last.

Neither end is rolled: 民法典 203 puts a last day off, which here would leave fewer days than the
law wants. A closing day may therefore be a Sunday. Without a rule of its own, a 行政许可 is renewed
30 days before its end (行政许可法 50(1)): calendar days, for article 82 counts the organ's periods.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.days.deadline import same_day
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.item import (
    Basis,
    Lead,
    RenewalRule,
    ServiceItem,
)
from desktop.domain.guidance.terms import Confidence, Unit
from desktop.domain.licences.entries import Renewal

DAY = timedelta(days=1)
SOON_DAYS = 10
"""A window that closes within so many days is shown as closing."""
NOTICE_DAYS = 90
"""A window without an opening day is shown so many days before it closes."""
GENERAL = RenewalRule(
    closes=Lead(30, Unit.CALENDAR_DAY),
    basis=(Basis("XKF", "第五十条"),),
    confidence=Confidence.HIGH,
)
"""行政许可法 50(1), where no other law, regulation or rule says otherwise."""


class RenewalState(StrEnum):
    """未到 · 可续 · 申请期已过 · 有效期已满."""

    EARLY = "early"
    OPEN = "open"
    LATE = "late"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Window:
    """Both days included; `opens` None: at any time until it closes.

    `provisional`: a counted working day lies in a year that has no notice of holidays yet.
    """

    opens: date | None
    closes: date
    valid_until: date
    provisional: bool = False

    @property
    def shown_from(self) -> date:
        """From when the holder may be reminded."""
        return self.opens or _back(self.closes, NOTICE_DAYS)

    def state(self, today: date) -> RenewalState:
        if today > self.valid_until:
            return RenewalState.EXPIRED
        if today > self.closes:
            return RenewalState.LATE
        if self.opens is not None and today < self.opens:
            return RenewalState.EARLY
        return RenewalState.OPEN

    def closing(self, today: date) -> bool:
        """Open, and not for long."""
        left = (self.closes - today).days
        return self.state(today) is RenewalState.OPEN and left <= SOON_DAYS

    def turns(self, first: date, last: date) -> bool:
        """Whether it opens or closes within these days."""
        return any(day is not None and first <= day <= last for day in (self.opens, self.closes))


def rule_of(item: ServiceItem) -> RenewalRule | None:
    """The item's own rule, else the general one for a 行政许可 whose validity ends; others none."""
    result = item.result
    if result is None or result.renewal is not None:
        return result.renewal if result else None
    return GENERAL if item.is_licence and result.validity_years else None


def window(valid_until: date, rule: Renewal | RenewalRule, calendar: WorkCalendar) -> Window:
    """The window of a licence valid until then; the two ends as the module's docstring says."""
    closes = _closes(valid_until, rule.closes, calendar)
    opens = _opens(valid_until, rule.opens, calendar) if rule.opens else None
    leads = ((rule.closes, closes), *([(rule.opens, opens)] if rule.opens and opens else []))
    counted = [first for lead, first in leads if lead.unit is Unit.WORKING_DAY and lead.value]
    years = range(min(counted).year, valid_until.year + 1) if counted else ()
    provisional = any(calendar.provisional(date(year, 1, 1)) for year in years)
    return Window(opens, closes, valid_until, provisional)


def watched_from(valid_until: date, rule: Renewal | RenewalRule) -> date:
    """A day on which the window is surely not shown yet, whatever the calendar says.

    It depends on nothing that may change, so that lists can be narrowed by a stored day.
    """
    lead = rule.opens or rule.closes
    days = {Unit.WORKING_DAY: lead.value * 2 + 20, Unit.MONTH: lead.value * 31 + 1}
    notice = 0 if rule.opens else NOTICE_DAYS
    return _back(valid_until, days.get(lead.unit, lead.value) + notice)


def validity_end(valid_from: date, years: int) -> date:
    """The last day of so many years: five years from 24 November 2026 end on 23 November 2031."""
    return same_day(valid_from, 12 * years) - DAY


def renewed_by_silence(
    valid_until: date, closes: date, applied_on: date, decided_on: date | None, today: date
) -> bool:
    """逾期未作决定的，视为准予延续 (行政许可法 50(2)); 行政许可 alone.

    The application came in time, and validity ended with no decision on it. A decision on the
    last day of validity is in time; one after it comes too late to refuse.
    """
    undecided = decided_on is None or decided_on > valid_until
    return applied_on <= closes and today > valid_until and undecided


def _closes(valid_until: date, lead: Lead, calendar: WorkCalendar) -> date:
    """The last day after which at least the lead is left."""
    match lead.unit:
        case Unit.WORKING_DAY:
            return next(_day_before(valid_until, lead.value, calendar))
        case Unit.MONTH:
            return _months_back(valid_until, lead.value)
    return _back(valid_until, lead.value)


def _opens(valid_until: date, lead: Lead, calendar: WorkCalendar) -> date:
    """The first day after which no more than the lead is left."""
    if lead.unit is not Unit.WORKING_DAY:
        return _closes(valid_until, lead, calendar)
    *_, first = _day_before(valid_until, lead.value, calendar)
    return first


def _day_before(valid_until: date, n: int, calendar: WorkCalendar) -> Iterator[date]:
    """The days, going back, after which exactly `n` working days are left."""
    day, left = valid_until, 0
    while left <= n and day > date.min:
        if left == n:
            yield day
        left += calendar.is_working(day)
        day -= DAY
    if left <= n:
        yield date.min  # where Python's calendar begins


def _back(day: date, days: int) -> date:
    """No further back than Python's calendar goes."""
    return date.fromordinal(max(1, day.toordinal() - days))


def _months_back(day: date, months: int) -> date:
    return same_day(day, -months) if (day.year - 1) * 12 + day.month > months else date.min
