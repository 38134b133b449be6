"""A shipment is the fold of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import (
    Address,
    Content,
    ShipmentAmended,
    ShipmentCreated,
    ShipmentMoved,
)
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """快递 as it stands; `history` holds each stage with the moment it was reached."""

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
    stage: ShipmentStage = ShipmentStage.WAITING
    signed_by: SignedBy | None = None
    moved_at: datetime | None = None
    note: str = ""
    history: tuple[tuple[ShipmentStage, datetime], ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """Numbers of the cases whose papers are inside, each once."""
        return tuple(dict.fromkeys(line.case for line in self.contents if line.case))


def fold(number: str, facts: Iterable[Fact]) -> Shipment | None:
    shipment: Shipment | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, ShipmentCreated):
            shipment = shipment or _created(number, told, fact)
        elif shipment is None:
            continue
        elif isinstance(told, ShipmentAmended):
            shipment = _amended(shipment, told)
        elif isinstance(told, ShipmentMoved):
            shipment = replace(
                shipment,
                stage=told.stage,
                signed_by=told.signed_by,
                moved_at=fact.happened_at,
                note=told.note,
                history=(*shipment.history, (told.stage, fact.happened_at)),
            )
    return shipment


def _created(number: str, told: ShipmentCreated, fact: Fact) -> Shipment:
    return Shipment(
        number=number,
        direction=told.direction,
        carrier=told.carrier,
        contents=told.contents,
        waybill=told.waybill,
        pickup=told.pickup,
        justification=told.justification,
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
        justification=told.justification or shipment.justification,
    )
