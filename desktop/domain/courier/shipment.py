"""A shipment is the fold of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import (
    Address,
    Content,
    ShipmentAmended,
    ShipmentCreated,
    ShipmentMoved,
    ShipmentTracked,
)
from desktop.domain.courier.progress import Event, Progress, progress
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.followups import Followups, followups
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """快递 as it stands; `weight` in grams, 0 unknown; `aborted`: the tracking service gave up."""

    number: str
    direction: Direction
    carrier: str
    contents: tuple[Content, ...]
    waybill: str
    pickup: str
    justification: str
    sender: Address
    receiver: Address
    created_at: datetime
    clerk: str
    weight: int = 0
    resend_of: str = ""
    coverage_reason: str = ""
    progress: Progress = Progress()
    aborted: bool = False
    followups: Followups = field(default_factory=Followups)

    @property
    def stage(self) -> ShipmentStage:
        return self.progress.stage

    @property
    def signed_by(self) -> SignedBy | None:
        return self.progress.signed_by

    @property
    def moved_at(self) -> datetime | None:
        """When the stage was reached."""
        return self.progress.since

    @property
    def history(self) -> tuple[tuple[ShipmentStage, datetime], ...]:
        """Each stage with the moment it was reached."""
        return tuple((one.then, one.event.at) for one in self.progress.passed if one.moved)

    @property
    def picked_at(self) -> datetime | None:
        """When the carrier had it for the first time: a claim's year runs from here (邮政法 49)."""
        return next(
            (at for stage, at in self.history if stage is not ShipmentStage.CANCELLED), None
        )

    @property
    def cases(self) -> tuple[str, ...]:
        """Numbers of the cases whose papers are inside, each once."""
        return tuple(dict.fromkeys(line.case for line in self.contents if line.case))


def fold(number: str, facts: Iterable[Fact]) -> Shipment | None:
    """Amendments by the journal's order, events by their own (`courier.progress`)."""
    facts = tuple(facts)
    shipment: Shipment | None = None
    events: list[Event] = []
    asked: list[tuple[datetime, bool]] = []
    for fact in facts:
        told = fact.payload
        if isinstance(told, ShipmentCreated):
            shipment = shipment or _created(number, told, fact)
        elif isinstance(told, ShipmentAmended):
            shipment = shipment and _amended(shipment, told)
        elif isinstance(told, ShipmentMoved):
            events.append(_moved(told, fact))
        elif isinstance(told, ShipmentTracked):
            events += tracked(told)
            asked.append((told.asked_at, told.aborted))
    if shipment is None:
        return None
    aborted = max(asked)[1] if asked else False
    return replace(shipment, progress=progress(events), aborted=aborted, followups=followups(facts))


def tracked(told: ShipmentTracked) -> list[Event]:
    """The events of a carrier's answer; after a purge without their words."""
    texts = (*told.texts, *("" for _ in told.events))
    return [
        Event(
            at=one.at,
            stage=one.stage,
            code=one.code,
            source=told.source,
            text=text,
            signed_by=one.signed_by,
            digest=one.digest,
        )
        for one, text in zip(told.events, texts, strict=False)
    ]


def _moved(told: ShipmentMoved, fact: Fact) -> Event:
    return Event(
        at=fact.happened_at,
        stage=told.stage,
        source=told.source,
        text=told.note,
        signed_by=told.signed_by,
    )


def _created(number: str, told: ShipmentCreated, fact: Fact) -> Shipment:
    return Shipment(
        number=number,
        direction=told.direction,
        carrier=told.carrier,
        contents=told.contents,
        waybill=told.waybill,
        pickup=told.pickup,
        justification=told.justification,
        weight=told.weight,
        resend_of=told.resend_of,
        coverage_reason=told.coverage_reason,
        sender=told.sender,
        receiver=told.receiver,
        created_at=fact.happened_at,
        clerk=fact.entry.clerk,
    )


def _amended(shipment: Shipment, told: ShipmentAmended) -> Shipment:
    return replace(
        shipment,
        waybill=shipment.waybill if told.waybill is None else told.waybill,
        carrier=shipment.carrier if told.carrier is None else told.carrier,
        contents=shipment.contents if told.contents is None else told.contents,
        weight=shipment.weight if told.weight is None else told.weight,
        justification=told.justification or shipment.justification,
        coverage_reason=told.coverage_reason or shipment.coverage_reason,
    )
