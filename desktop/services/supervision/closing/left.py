"""What is open now, check by check: each reads one list and answers lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.domain.cases.moves import Stage
from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.arrivals.rows import ArrivalFilter
from desktop.domain.custody.alarm import Urgency
from desktop.domain.custody.moves import AT_HAND
from desktop.domain.days import BEIJING
from desktop.domain.exchange.membership import Contact
from desktop.domain.halls.roles import Clerk, Right, may, require
from desktop.domain.supervision.closing.checks import Check, Line, OpenRow, device_of
from desktop.services.custody import alarms
from desktop.services.exchange import syncing
from desktop.services.office import Office
from desktop.services.supervision.closing import schedule

CUSTODY = "courier/custody.json"


@dataclass(frozen=True, slots=True)
class Scope:
    """A clerk answers for a window: what was begun on its device. `window` empty: the whole hall."""

    window: str
    clerk: str = ""

    @property
    def whole(self) -> bool:
        return not self.window


def scope_of(office: Office, clerk: Clerk) -> Scope:
    """A supervisor closes the hall, whoever serves at the counter the own window."""
    if may(clerk, Right.OVERSEE):
        return Scope("")
    require(clerk, Right.SERVE)
    return Scope(office.station.window, clerk.code)


def lines(office: Office, scope: Scope) -> list[Line]:
    """Everything that is open, in the order of the checks."""
    found = [line for check in Check for line in CHECKS[check](office, scope)]
    if scope.whole:
        return found
    return [line for line in found if _own(line, office.station.device)]


def _own(line: Line, device: str) -> bool:
    """Lines without a number of ours were asked for the window alone, or belong to the station."""
    number = device_of(line.key)
    return not number or number == device or line.check is Check.PRINT


def _drafts(office: Office, scope: Scope) -> Iterator[Line]:
    """Drafts are a station's own: those of other windows are closed there."""
    local, people = office.store.local, office.store.views.clerks()
    owners = {row.id: one.code for one in people for row in local.drafts(one.code)}
    for row in local.drafts(scope.clerk):
        item = office.catalogue.items.get(row.item) or office.catalogue.themes.get(row.item)
        yield Line(
            check=Check.DRAFT, key=row.id, name=item.name if item else row.item,
            since=row.saved_at.astimezone(BEIJING).date(), person=row.applicant,
            clerk=owners.get(row.id, ""),
        )  # fmt: skip


def _prints(office: Office, scope: Scope) -> Iterator[Line]:
    device = "" if scope.whole else office.store.journal.device
    for row in office.store.views.closing.unconfirmed(office.station.hall):
        if device in ("", row.device):
            yield _line(Check.PRINT, row)


def _intakes(office: Office, scope: Scope) -> Iterator[Line]:
    rows = office.store.views.closing.open_cases(office.station.hall, {Stage.RECEIVED})
    yield from (_line(Check.INTAKE, row) for row in rows)


def _parcels(office: Office, scope: Scope) -> Iterator[Line]:
    rows = office.store.views.closing.unsent(office.station.hall)
    yield from (_line(Check.PARCEL, row) for row in rows)


def _pickups(office: Office, scope: Scope) -> Iterator[Line]:
    for number in office.store.polling.open_pickups():
        parcel = office.store.views.shipment(number)
        made = parcel.created_at if parcel else None
        yield Line(
            check=Check.PICKUP, key=number, name=parcel.waybill if parcel else "",
            since=made.astimezone(BEIJING).date() if made else office.today(),
        )  # fmt: skip


def _arrivals(office: Office, scope: Scope) -> Iterator[Line]:
    """No case was made of it yet; a clerk sees those of the own device."""
    wanted = ArrivalFilter(states=frozenset({ArrivalState.WAITING}))
    for row in office.store.views.arrivals(wanted):
        if row.number.startswith(f"{office.station.hall}-"):
            yield Line(
                check=Check.ARRIVAL, key=row.number, name=row.waybill, clerk=row.clerk,
                since=row.signed_at.astimezone(BEIJING).date(), person=row.sender,
            )  # fmt: skip


def _pieces(office: Office, scope: Scope) -> Iterator[Line]:
    """What should have moved on by now or soon, and what an ended case left here. What a case
    that goes on still needs is no open end.
    """
    if office.resources is None:
        return
    for one in alarms.away(office, alarms.load_terms(office.resources / CUSTODY)):
        row = one.row
        left = row.at in AT_HAND and row.ended_on is not None
        if (one.alarm.urgency is not Urgency.QUIET or left) and row.number.startswith(
            f"{office.station.hall}-"
        ):
            yield Line(
                check=Check.PIECE, key=row.number, name=row.name, clerk=row.clerk,
                since=row.since.astimezone(BEIJING).date(), person=row.party,
            )  # fmt: skip


def _handed(office: Office, scope: Scope) -> Iterator[Line]:
    for number in office.store.views.handed_to(office.station.hall) if scope.whole else ():
        case = office.store.views.case(number)
        since = case.received_at if case else office.now()
        yield Line(
            check=Check.HANDED, key=number, name=case.item_name if case else "",
            since=since.astimezone(BEIJING).date(),
        )  # fmt: skip


def _unsent(office: Office, scope: Scope) -> Iterator[Line]:
    """Own entries that no hub has: of a station in no hub there are none to send."""
    if syncing.contact(office) is Contact.ALONE:
        return
    waiting, _standing = syncing.waiting(office)
    if waiting:
        first = min(row.since for row in office.store.exchange.waiting_rows())
        yield Line(
            check=Check.UNSENT, key=office.store.journal.device, name=str(waiting),
            since=first.astimezone(BEIJING).date(),
        )  # fmt: skip


def _disagreements(office: Office, scope: Scope) -> Iterator[Line]:
    for row in office.store.views.disagreements() if scope.whole else ():
        yield Line(
            check=Check.DISAGREEMENT, key=row.id, name=f"{row.second.kind} {row.entity}",
            since=row.second.at.astimezone(BEIJING).date(), clerk=row.second.clerk,
        )  # fmt: skip


def _exports(office: Office, scope: Scope) -> Iterator[Line]:
    note = schedule.note(office) if scope.whole else None
    if note is not None and note.day is not None:
        yield Line(check=Check.EXPORT, key=note.day.isoformat(), name=note.why, since=note.day)


def _line(check: Check, row: OpenRow) -> Line:
    return Line(
        check=check, key=row.number, name=row.name, since=row.at.astimezone(BEIJING).date(),
        clerk=row.clerk, person=row.person,
    )  # fmt: skip


CHECKS: dict[Check, Callable[[Office, Scope], Iterator[Line]]] = {
    Check.DRAFT: _drafts,
    Check.PRINT: _prints,
    Check.INTAKE: _intakes,
    Check.PARCEL: _parcels,
    Check.PICKUP: _pickups,
    Check.ARRIVAL: _arrivals,
    Check.PIECE: _pieces,
    Check.HANDED: _handed,
    Check.UNSENT: _unsent,
    Check.DISAGREEMENT: _disagreements,
    Check.EXPORT: _exports,
}
"""A row for every check: a new one is a line here and a word for it."""
