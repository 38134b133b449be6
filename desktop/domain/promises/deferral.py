"""容缺受理: main materials complete, a minor one may follow on the applicant's written promise.

It follows within the item's promised limit where one is promised, else the legal one: where there is
neither, nothing can be deferred. The pack may set a shorter time for a material, the clerk an earlier
day; nobody a later one (安阳市优化营商环境条例 24 and the rules of 民政 read the same).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from desktop.domain.cases.entries import CaseAccepted, SheetLine, Term
from desktop.domain.cases.terms import term
from desktop.domain.cases.tick import Check
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.refusal import Refusal

Days = Mapping[str, date]


def furthest(statutory: Term, promised: Term) -> date | None:
    """The last day any material of the case may follow; None where nothing may be deferred."""
    return promised.due or statutory.due


def own_days(item: ServiceItem, accepted_on: date, calendar: WorkCalendar) -> Days:
    """The days that the pack itself sets, by material; `accepted_on` is day 0."""
    limits = ((one.key, one.deferral) for one in item.materials if one.deferral is not None)
    found = ((key, term(limit, accepted_on, calendar).due) for key, limit in limits)
    return {key: due for key, due in found if due is not None}


def last_day(key: str, own: Days, most: date) -> date:
    """The latest day for this material: its own limit, never beyond the item's."""
    return min(own.get(key, most), most)


def agreed(lines: Iterable[SheetLine], own: Days, most: date | None, since: date) -> Days:
    """The day of each deferred material: the one the clerk agreed on, else the latest.

    Refuses `deferral_without_limit` where the item has no limit to stay within, and
    `deferral_day_wrong` for a day before the acceptance or beyond the limit.
    """
    waiting = [line for line in lines if line.tick.check is Check.PENDING]
    if waiting and most is None:
        raise Refusal("deferral_without_limit", names=[line.name for line in waiting])
    return {line.key: _day(line, last_day(line.key, own, most), since) for line in waiting if most}


def told_days(told: CaseAccepted) -> Days:
    """The days of an acceptance; entries of before they were told one by one have one for all."""
    if told.deferred_by or told.deferred_until is None:
        return told.deferred_by
    return dict.fromkeys(told.deferred, told.deferred_until)


def _day(line: SheetLine, latest: date, since: date) -> date:
    chosen = line.tick.by or latest
    if not since <= chosen <= latest:
        raise Refusal("deferral_day_wrong", name=line.name, first=since, last=latest, day=chosen)
    return chosen
