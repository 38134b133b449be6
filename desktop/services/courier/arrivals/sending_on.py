"""What does not belong here goes back to who sent it, or on to the hall it was meant for."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.courier.arrivals.arrival import Arrival, ArrivalState
from desktop.domain.courier.arrivals.entries import ParcelSentOn, SentOnWay
from desktop.domain.courier.carriers import DEFAULT_CARRIER, ContentKind, Direction
from desktop.domain.courier.entries import Address, Content, ShipmentCreated
from desktop.domain.courier.shipment import Shipment
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.services.courier.arrivals.matching import check_here, tell
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.shipments import create
from desktop.services.office import Office


def send_back(office: Office, clerk: Clerk, number: str, reason: str, name: str) -> Shipment:
    """退回寄件人: the outbound parcel that takes it back; `name` is what its one line is called."""
    require(clerk, Right.SHIP)
    with office.store.journal.transaction():
        arrival = _free(load_arrival(office, number))
        if not arrival.sender.name.strip():
            raise Refusal("sender_unknown", shipment=number)
        out = _out(office, clerk, number, arrival.sender, name)
        told = ParcelSentOn(way=SentOnWay.RETURNED, shipment=out.number, reason=reason.strip())
        tell(office, clerk, number, told)
    return out


def forward(
    office: Office, clerk: Clerk, number: str, hall: Address, reason: str, name: str
) -> Shipment:
    """转交: the parcel was meant for another hall."""
    require(clerk, Right.SHIP)
    if not hall.name.strip():
        raise Refusal("hall_missing", shipment=number)
    with office.store.journal.transaction():
        _free(load_arrival(office, number))
        out = _out(office, clerk, number, hall, name)
        told = ParcelSentOn(
            way=SentOnWay.FORWARDED,
            shipment=out.number,
            hall=hall.name.strip(),
            reason=reason.strip(),
        )
        tell(office, clerk, number, told)
    return out


def _free(arrival: Arrival) -> Arrival:
    """Refuses what is gone, and what belongs to a case."""
    check_here(arrival)
    if arrival.state in (ArrivalState.TAKEN, ArrivalState.CLAIMED):
        raise Refusal("parcel_claimed", shipment=arrival.number)
    return arrival


def _out(office: Office, clerk: Clerk, number: str, to: Address, name: str) -> Shipment:
    parcel = load_shipment(office, number)
    line = Content(case="", kind=ContentKind.RETURNED, key=number, name=name)
    told = ShipmentCreated(
        direction=Direction.OUTBOUND,
        carrier=DEFAULT_CARRIER,
        contents=(line,),
        weight=parcel.weight,
        sender=parcel.receiver,
        receiver=replace(to, name=to.name.strip()),
    )
    return create(office, clerk, told).shipment
