"""上门取件: order, cancel, look how it stands — each in three steps, as carriers are asked.

The wish is journalled before it is sent and the answer after it. `sent` alone may take seconds and
touches no store. Without an answer the order stands as sent; ordering again sends the same number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.courier.carrying.pickups import (
    LOOK_AGAIN,
    MEANS,
    Pickup,
    PickupAnswer,
    PickupCancelled,
    PickupOrdered,
    PickupRequest,
    PickupState,
    PickupTold,
    check_order,
    check_window,
    fold,
    is_news,
    order_number,
)
from desktop.domain.courier.carrying.tracking import TRACKED, Poll
from desktop.domain.courier.entries import ShipmentAmended
from desktop.domain.courier.progress import Event
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.halls.roles import STATION, Clerk, Right, require
from desktop.domain.identity.verdict import Level
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.courier.credentials import required
from desktop.services.courier.labels import label
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.shipments import take_events, waybill_owner
from desktop.services.office import Office
from desktop.services.ports import CarrierService

CODE = "pickup-"
"""Before the code of an event that an order, and no waybill, told of."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A question about a parcel's order, ready to be sent by `sent`."""

    number: str
    request: PickupRequest
    service: CarrierService
    send: Callable[[], PickupAnswer]


def pickup(office: Office, number: str) -> Pickup | None:
    """The parcel's latest order; None where nobody was ever called."""
    return fold(office.store.journal.facts(f"shipment:{number}"))


def order(office: Office, clerk: Clerk, number: str, begins: datetime, ends: datetime) -> Sending:
    """Journal the wish. Refuses `no_carrier_service`, `pickup_by_hand`, what `check_order` and
    `check_window` refuse.
    """
    require(clerk, Right.SHIP)
    service = _service(office)
    with office.store.journal.transaction():
        shipment, before = load_shipment(office, number), pickup(office, number)
        if shipment.carrier not in TRACKED:
            raise Refusal("pickup_by_hand")
        check_order(shipment.stage, before, shipment.sender, shipment.receiver)
        check_window(shipment.carrier, begins, ends, office.now())
        told = PickupOrdered(
            order=order_number(number, before), carrier=shipment.carrier, begins=begins, ends=ends
        )
        _append(office, clerk, number, told)
    request = _request(office, shipment, _standing(office, number))
    return Sending(number, request, service, lambda: service.order(request))


def order_again(office: Office, clerk: Clerk, number: str) -> Sending:
    """Send the order that got no answer once more, under its number."""
    require(clerk, Right.SHIP)
    told, service = _standing(office, number), _service(office)
    if told.state is not PickupState.ASKED:
        raise Refusal("pickup_open", order=told.order)
    request = _request(office, load_shipment(office, number), told)
    return Sending(number, request, service, lambda: service.order(request, again=True))


def cancel(office: Office, clerk: Clerk, number: str, reason: str) -> Sending:
    """Journal that nobody shall come. Refuses `pickup_over` and `pickup_reason`."""
    require(clerk, Right.SHIP)
    if not reason.strip():
        raise Refusal("pickup_reason")
    told, service = _standing(office, number), _service(office)
    if not told.open:
        raise Refusal("pickup_over", order=told.order)
    if told.cancelling != reason.strip():
        cancelled = PickupCancelled(order=told.order, reason=reason.strip())
        _append(office, clerk, number, cancelled)
    request = _request(office, load_shipment(office, number), told)
    return Sending(number, request, service, lambda: service.cancel(request, reason.strip()))


def look(office: Office, number: str) -> Sending:
    """Ask how the order stands."""
    told, service = _standing(office, number), _service(office)
    request = _request(office, load_shipment(office, number), told)
    return Sending(number, request, service, lambda: service.find(request))


def due(office: Office) -> tuple[Sending, ...]:
    """Open orders nobody looked at for a while; each is claimed in the commit that answers it."""
    polling, at = office.store.polling, office.now()
    if not office.station.courier_orders or office.couriers is None:
        return ()
    claimed = []
    with office.store.journal.transaction():
        for number in polling.open_pickups():
            told = _standing(office, number)
            poll = polling.poll(told.order)
            if poll is None or poll.next_at <= at:
                polling.settle(
                    Poll(
                        waybill=told.order, carrier=told.carrier, asked_at=at,
                        next_at=at + LOOK_AGAIN,
                    )
                )  # fmt: skip
                claimed.append(number)
    return tuple(look(office, number) for number in claimed)


def sent(sending: Sending) -> PickupAnswer:
    """The carrier's answer; may take seconds, needs no store."""
    try:
        return sending.send()
    finally:
        sending.service.close()


def record(office: Office, clerk: Clerk, sending: Sending, answer: PickupAnswer) -> Pickup:
    """Journal what is new: the order's state, the waybill it brought, what it says of the parcel.

    A cancelled order that the carrier does not know is cancelled; silence changes nothing.
    """
    number, order = sending.number, sending.request.order
    with office.store.journal.transaction():
        before = _standing(office, number)
        state = answer.state
        if answer.unknown and before.cancelling:
            state = PickupState.CANCELLED
        if answer.why is not None or (answer.unknown and state is None) or before.order != order:
            return before
        told = PickupTold(
            order=order, state=state, code=answer.code, task=answer.task,
            external=answer.external, courier=answer.courier, reason=answer.reason,
        )  # fmt: skip
        if is_news(before, told):
            _append(office, clerk, number, told)
            _move(office, number, told, sending.service.name)
        _bring_waybill(office, clerk, number, answer.waybill)
        return _standing(office, number)


def _move(office: Office, number: str, told: PickupTold, source: str) -> None:
    """What the order's state says of the parcel stands in the parcel's own events."""
    stage: ShipmentStage | None = MEANS.get(told.state) if told.state else None
    if stage is None:
        return
    event = Event(
        at=office.now(), stage=stage, code=CODE + told.code, source=source, text=told.reason
    )
    take_events(office, STATION, number, source, [event])


def _bring_waybill(office: Office, clerk: Clerk, number: str, waybill: str) -> None:
    """Only where there is none yet, and none that another parcel has."""
    shipment, verdict = load_shipment(office, number), check_waybill(waybill)
    usable = verdict.level is not Level.ERROR and not shipment.waybill
    if usable and not waybill_owner(office, shipment.carrier, verdict.value):
        _append(office, clerk, number, ShipmentAmended(waybill=verdict.value))


def _service(office: Office) -> CarrierService:
    if not office.station.courier_orders:
        raise Refusal("no_carrier_service")
    return required(office)


def _standing(office: Office, number: str) -> Pickup:
    told = pickup(office, number)
    if told is None:
        raise Refusal("pickup_over", order=number)
    return told


def _request(office: Office, shipment: Shipment, told: Pickup) -> PickupRequest:
    return PickupRequest(
        order=told.order,
        carrier=told.carrier,
        begins=told.begins,
        ends=told.ends,
        goods=label(office, shipment.number).goods,
        weight=shipment.weight,
        task=told.task,
        external=told.external,
        sender=shipment.sender,
        receiver=shipment.receiver,
    )


def _append(office: Office, clerk: Clerk, number: str, payload: object) -> None:
    entity = f"shipment:{number}"
    office.store.journal.append([Act(entity=entity, payload=payload, subject=entity)], clerk.code)
