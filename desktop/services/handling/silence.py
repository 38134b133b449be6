"""视为受理 (行政许可法 32(4)): the days on which it turns, each with the act it was told by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.services.office import Office

_LEFT = frozenset(
    {ShipmentStage.PICKED_UP, ShipmentStage.IN_TRANSIT, ShipmentStage.OUT_FOR_DELIVERY}
)
"""Stages that say that the carrier has it; the first one reached is the day of posting."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction notice: the day it was made out, and, where it was posted, the days on which it
    left and arrived. Whether the law counts to the first or to the last is not ours to say: all
    are shown.
    """

    paper: str
    on: date
    posted: bool = False
    sent_on: date | None = None
    signed_on: date | None = None

    def after(self, last: date) -> bool:
        """Whether one of the days lies after the last day to notify."""
        return any(day > last for day in (self.on, self.sent_on, self.signed_on) if day)


def notices(office: Office, case: Case) -> tuple[Notice, ...]:
    """Every notice of the case, in order."""
    if not case.notices:
        return ()
    views = office.store.views
    rows = views.shipments(ShipmentFilter(case=case.number))
    parcels = [found for row in rows if (found := views.shipment(row.number))]
    numbers = (
        paper_number(PaperKind.CORRECTION, case.number, n) for n in range(1, len(case.notices) + 1)
    )
    return tuple(
        _noticed(number, on, parcels) for number, on in zip(numbers, case.noticed_on, strict=True)
    )


def confirmed_on(office: Office, number: str) -> date | None:
    """The day on which the acceptance was entered, whatever day it counts from."""
    facts = office.store.journal.facts(f"case:{number}")
    days = [
        fact.happened_at.astimezone(BEIJING).date()
        for fact in facts
        if fact.entry.kind == "case.accepted"
    ]
    return days[-1] if days else None


def _noticed(number: str, on: date, parcels: list[Shipment]) -> Notice:
    """What was sent again, after it came back, left on the first day and arrived on the last."""
    inside = [
        one
        for one in parcels
        if one.stage is not ShipmentStage.CANCELLED
        and any(line.key == number for line in one.contents)
    ]
    sent, signed = _first(inside, _LEFT), _first(inside, frozenset({ShipmentStage.SIGNED}))
    return Notice(number, on, bool(inside), sent, signed)


def _first(parcels: list[Shipment], stages: frozenset[ShipmentStage]) -> date | None:
    """The first day on which one of the parcels reached one of these stages."""
    days = (
        at.astimezone(BEIJING).date()
        for parcel in parcels
        for stage, at in parcel.history
        if stage in stages
    )
    return min(days, default=None)
