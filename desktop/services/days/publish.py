"""A year of the calendar, or the rule of counting, put in force; open cases are counted anew."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.days.check_year import check_year
from desktop.domain.days.counting import CountingRule, check_rule
from desktop.domain.days.difference import DayChange, difference
from desktop.domain.days.edit_year import in_order
from desktop.domain.days.entries import CountingRuleSet, published, year_of
from desktop.domain.days.working_days import WorkCalendar, YearDays
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.handling.recount import recount
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class Published:
    """The days that changed, and how many cases are due on another day for it.

    `written` False: the year was in force already, so nothing was.
    """

    changes: tuple[DayChange, ...] = ()
    recomputed: int = 0
    written: bool = True


def publish_year(office: Office, clerk: Clerk, year: YearDays, reason: str) -> Published:
    """Journal the year, put it in force and count open cases anew, in one commit.

    A year that is in force already writes nothing. Refuses `not_allowed`, `reason_missing` and
    what `check_year` refuses.
    """
    office.require_publisher()
    require(clerk, Right.MANAGE_CALENDAR)
    year = in_order(year)
    check_year(year)
    told = published(year, _reason(reason))
    if year == office.calendar.year(year.year):
        return Published(written=False)
    changes = difference(office.calendar, year)
    act = Act(entity=f"calendar:{year.year}", payload=told)
    calendar = office.calendar.with_year(year)
    return Published(changes, _put_in_force(office, clerk, act, calendar, office.rule))


def set_rule(office: Office, clerk: Clerk, rule: CountingRule, reason: str) -> int:
    """Journal how this hall counts from now on; how many cases are due on another day for it.

    What was received before keeps the day 0 that it had then.

    The rule in force already writes nothing. Refuses `not_allowed`, `reason_missing`,
    `closing_time_wrong`.
    """
    office.require_publisher()
    require(clerk, Right.MANAGE_CALENDAR)
    check_rule(rule)
    told = CountingRuleSet(
        adjusted_count=rule.adjusted_count,
        closes_at=rule.closes_at,
        next_day=rule.next_day,
        reason=_reason(reason),
    )
    if rule == office.rule:
        return 0
    act = Act(entity="calendar:rule", payload=told)
    calendar = WorkCalendar(office.calendar.years, rule.adjusted_count)
    return _put_in_force(office, clerk, act, calendar, rule)


def take_calendar(office: Office) -> None:
    """Lay what was published over the calendar the office has: when it opens, and when another
    process published meanwhile.
    """
    views = office.store.views
    office.rule = views.counting_rule()
    calendar = WorkCalendar(office.calendar.years, office.rule.adjusted_count)
    for told in views.published_years():
        calendar = calendar.with_year(year_of(told))
    office.calendar = calendar


def _put_in_force(
    office: Office,
    clerk: Clerk,
    act: Act,
    calendar: WorkCalendar,
    rule: CountingRule,
) -> int:
    """All of it or nothing: a commit that fails leaves the office as it was. Due days are the
    hall's own that owns the case; each one that moves is an entry of its own.
    """
    before = office.calendar, office.rule
    try:
        with office.store.journal.transaction():
            office.store.journal.append([act], clerk.code)
            office.calendar, office.rule = calendar, rule
            return recount(office, clerk, act.payload.reason)
    except BaseException:
        office.calendar, office.rule = before
        raise


def _reason(text: str) -> str:
    """Due dates of other people's cases move: why must be said."""
    if not text.strip():
        raise Refusal("reason_missing")
    return text.strip()
