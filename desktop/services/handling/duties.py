"""What is due: the worklist with its alerts, and what is said of it at sign-in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.days.deadline import DAY, deadline
from desktop.domain.halls.roles import Clerk, Right, may
from desktop.domain.handling.alert import Alert, alert, days_left
from desktop.domain.handling.rows import DutyFilter, DutyRow
from desktop.domain.supervision.review.watch import WatchFilter
from desktop.services.courier.troubles.worklist import worklist
from desktop.services.exchange.crossing.ownership import others
from desktop.services.office import Office
from desktop.services.supervision.review import looking

SOON = 3
"""Reminders at sign-in look so many working days ahead."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A duty with what today makes of it; `left` in working days, negative when it has passed."""

    row: DutyRow
    alert: Alert
    left: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """How many duties are overdue, due today, due soon; and how many acts wait to be looked at;
    how many parcels have a trouble to deal with by today.
    """

    overdue: int
    today: int
    soon: int
    oversight: int = 0
    parcels: int = 0

    @property
    def empty(self) -> bool:
        return not (self.overdue or self.today or self.soon or self.oversight or self.parcels)


def watched(office: Office, wanted: DutyFilter, offset: int, limit: int) -> list[Watched]:
    """The worklist, what is due first on top, stopped clocks at the end."""
    today, calendar = office.today(), office.calendar
    wanted = replace(wanted, others=others(office))
    return [
        Watched(
            row,
            alert(calendar, row.start, row.due, today, row.paused),
            days_left(calendar, today, row.due),
        )
        for row in office.store.views.duties(wanted, offset, limit)
    ]


def reminder(office: Office, clerk: Clerk) -> Reminder:
    """Counted over the hall; acts to look at, for those alone who look at them."""
    views, today = office.store.views, office.today()
    last = deadline(office.calendar, today, SOON).due
    spans = ((None, today - DAY), (today, today), (today + DAY, last))
    overdue, now, soon = (
        views.count_duties(DutyFilter(first=first, last=until, running=True, others=others(office)))
        for first, until in spans
    )
    looks = may(clerk, Right.OVERSEE)
    parcels = worklist(office).due(today) if may(clerk, Right.SHIP) else 0
    asked = sum(looking.count(office, WatchFilter()).values()) if looks else 0
    return Reminder(overdue, now, soon, asked, parcels)
