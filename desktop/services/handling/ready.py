"""What waits to be made and handed out: the lists, and what is known beforehand of a delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from desktop.domain.cases.case import Case
from desktop.domain.cases.naming.papers import title
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.handling.alert import Alert, alert
from desktop.domain.handling.rows import ReadyRow
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.shipments import DECISIONS
from desktop.services.exchange.crossing.ownership import others
from desktop.services.office import Office
from desktop.services.ports import PAGE

LONG = 15
"""Days after which a result counts as 久未领取 and its owner is telephoned: a custom of the hall,
no limit of law."""
FAILED = frozenset(
    {
        ShipmentStage.RETURNING, ShipmentStage.RETURNED, ShipmentStage.LOST,
        ShipmentStage.CANCELLED,
    }
)  # fmt: skip
"""A parcel in these stages will not reach the applicant any more."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row with what today makes of it: how many days it has waited, and how near the term of
    delivery is (许可法 44); None where no law sets one.
    """

    row: ReadyRow
    days: int
    alert: Alert | None


def waiting(office: Office, text: str = "", offset: int = 0, limit: int = PAGE) -> list[Waiting]:
    """Decided, not yet made or handed out; the longest wait first."""
    rows = office.store.views.ready(text, None, offset, limit, others=others(office))
    return [_waiting(office, row) for row in rows]


def uncollected(
    office: Office, text: str = "", offset: int = 0, limit: int = PAGE
) -> list[Waiting]:
    """久未领取: made, or denied, and waiting for its owner for more than `LONG` days."""
    until = office.today() - timedelta(days=LONG + 1)
    rows = office.store.views.ready(text, until, offset, limit, True, others(office))
    return [_waiting(office, row) for row in rows]


def outgoing(office: Office, case: Case) -> tuple[str, ...]:
    """What there is to hand out, as the 送达回证 names it: the last decision and the result, each
    with its number. Of a result made again (补办) the decision went out before.
    """
    made = case.course.produced
    result = (f"{made.name} {made.number}",) if made else ()
    if case.course.reissued:
        return result
    issued = [row for row in office.store.views.papers(case.number) if row.kind in DECISIONS]
    return (*(f"{title(row.kind, case.item_type)} {row.number}" for row in issued[-1:]), *result)


def parcel(office: Office, number: str) -> Shipment | None:
    """The last parcel that takes the case's decision or result to the applicant, if one is made."""
    wanted = ShipmentFilter(case=number, direction=Direction.OUTBOUND)
    rows = office.store.views.shipments(wanted)
    decided = {row.number for row in office.store.views.papers(number) if row.kind in DECISIONS}
    for row in rows:
        found = load_shipment(office, row.number)
        if row.stage not in FAILED and _holds(found, number, decided):
            return found
    return None


def _holds(found: Shipment, number: str, decided: set[str]) -> bool:
    return any(
        line.key in decided or (line.case == number and line.kind is ContentKind.LICENCE)
        for line in found.contents
    )


def _waiting(office: Office, row: ReadyRow) -> Waiting:
    today = office.today()
    told = alert(office.calendar, row.decided_on, row.due, today) if row.due else None
    return Waiting(row, (today - row.since).days, told)
