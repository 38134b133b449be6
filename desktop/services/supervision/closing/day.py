"""日结: look at what is open, then close the day; what is open is carried over, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.halls.roles import Clerk, Right, may
from desktop.domain.supervision.closing.checks import Line, again, carry, cleared
from desktop.domain.supervision.closing.entries import Closing, DayClosed
from desktop.domain.supervision.closing.facts import ClosingFacts
from desktop.domain.supervision.closing.figures import Tally, tallies
from desktop.domain.trust.entry import Act
from desktop.services.cases.papers import journal_facts
from desktop.services.office import Office
from desktop.services.supervision.closing import left
from desktop.services.supervision.closing.left import Scope, scope_of

COPIES = {PaperKind.DAY_CLOSING: 1, PaperKind.SHIFT: 2}
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Looked:
    """The day as it stands. `last` is the closing before, also an earlier one of the same day;
    `ahead` the day of a closing that lies ahead of the clock.
    """

    day: date
    scope: Scope
    lines: list[Line]
    tallies: tuple[Tally, ...]
    last: Closing | None
    cleared: int
    ordinal: int
    ahead: date | None

    @property
    def closed(self) -> bool:
        """Whether this day was closed before."""
        return self.ordinal > 1


def look(office: Office, clerk: Clerk) -> Looked:
    """Refuses `not_allowed` whoever serves at no counter and oversees none."""
    scope, day, hall = scope_of(office, clerk), office.today(), office.station.hall
    views = office.store.views.closing
    own = views.closings(hall, day, scope.window)
    last = own[0] if own else None
    carried = last.told.carried if last else ()
    found = left.lines(office, scope)
    if last is not None:
        found = again(found, carried, last.told.day, day)
    same = [one for one in own if (one.told.day, one.told.window) == (day, scope.window)]
    latest = views.latest_closing(hall)
    return Looked(
        day=day,
        scope=scope,
        lines=found,
        tallies=tallies(views.acts(hall, day, scope.window)),
        last=last,
        cleared=cleared(found, carried),
        ordinal=1 + max((one.told.ordinal for one in same), default=0),
        ahead=latest if latest is not None and latest > day else None,
    )


def close(office: Office, clerk: Clerk, reasons: Mapping[str, str] = NOTHING) -> str:
    """Close the day as it stands now; `reasons` by the id of a line. The number of the 日结单.

    Nothing that is open keeps it from being closed: what came in meanwhile is carried as well.
    """
    with office.store.journal.transaction():
        looked = look(office, clerk)
        number = number_of(office, PaperKind.DAY_CLOSING)
        told = DayClosed(
            hall=office.station.hall,
            day=looked.day,
            paper=number,
            window=looked.scope.window,
            ordinal=looked.ordinal,
            tallies=looked.tallies,
            carried=carry(looked.lines, reasons, looked.day),
            cleared=looked.cleared,
        )
        entity = f"day:{told.hall}-{told.day:%Y%m%d}"
        office.store.journal.append([Act(entity=entity, payload=told)], clerk.code)
        facts = ClosingFacts(names=names(office), day=told)
        return issue(office, clerk, PaperKind.DAY_CLOSING, number, facts)


def unclosed(office: Office, clerk: Clerk) -> date | None:
    """The last day before today on which the hall worked, where nobody closed it: for whoever
    may.
    """
    if not may(clerk, Right.OVERSEE):
        return None
    views, hall, today = office.store.views.closing, office.station.hall, office.today()
    busy = views.last_busy_day(hall, today)
    if busy is None:
        return None
    whole = (one.told.day for one in views.closings(hall, today))
    return None if any(day >= busy for day in whole) else busy


def issue(office: Office, clerk: Clerk, kind: PaperKind, number: str, told: ClosingFacts) -> str:
    """Journal a sheet of the office's own, in the transaction of what it is about."""
    facts = PaperFacts(
        kind=kind,
        number=number,
        issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk),
        closing=told,
        copies=COPIES[kind],
    )
    return journal_facts(office, clerk, facts, subject="")


def names(office: Office) -> tuple[tuple[str, str], ...]:
    """Code and name of everybody, as a sheet spells them."""
    return tuple((one.code, one.name) for one in office.store.views.clerks())


def number_of(office: Office, kind: PaperKind) -> str:
    """The next of this kind, today, at this station."""
    start = f"{office.station.hall}-{office.today():%Y%m%d}-{office.store.journal.device}"
    ordinal = 1
    while office.store.views.paper_row(paper_number(kind, start, ordinal)):
        ordinal += 1
    return paper_number(kind, start, ordinal)
