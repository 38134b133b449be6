"""推送: what a tracking service sends of itself, for a hall server that can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.carrying.tracking import TRACKED, Push, TrackOutcome
from desktop.domain.halls.address import checked
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.services.courier.credentials import required
from desktop.services.courier.shipments import load_shipment, waybill_owner
from desktop.services.courier.tracking import question_about, take
from desktop.services.office import Office
from desktop.services.ports import CarrierService


@dataclass(frozen=True, slots=True)
class Taken:
    """`reply` is what the service waits for; `shipment` empty where nobody knows the number yet."""

    shipment: str
    waybill: str
    new: bool
    reply: bytes


def take_push(office: Office, body: bytes) -> Taken:
    """Journal what is new in it; the same again writes nothing.

    A number that no parcel has is kept until one has it, and acknowledged: to be sent again would
    not make it known. Refuses `no_carrier_service`, `push_unsigned`, `push_unreadable`.
    """
    service = required(office)
    return _taken(office, service, service.read_push(body), body)


def subscribe(office: Office, clerk: Clerk, number: str, callback: str) -> TrackOutcome:
    """Have the parcel's progress pushed to this address; TOLD where it will be, now or already.

    May take seconds. Refuses `source_address`, `no_carrier_service`, and `no_waybill` where the
    parcel has no number or a carrier that nobody can be asked about.
    """
    require(clerk, Right.SHIP)
    service, address = required(office), checked(callback)
    question = question_about(load_shipment(office, number))
    if not question.waybill or question.carrier not in TRACKED or not address:
        raise Refusal("no_waybill", shipment=number)
    try:
        return service.subscribe(question, address)
    finally:
        service.close()


def refusal_reply(office: Office) -> bytes:
    """What to answer where `take_push` refused: the service then sends again, three times in all."""
    return required(office).acknowledge(False)


def match_kept(office: Office) -> tuple[str, ...]:
    """Parcels whose number came to be known after it was pushed; their events are journalled."""
    bodies = office.store.polling.kept_pushes()
    if not bodies:
        return ()
    service = required(office)
    found = []
    for body in bodies:
        try:
            taken = _taken(office, service, service.read_push(body.encode()), body.encode())
        except Refusal:
            continue  # signed with a salt that was replaced since
        if taken.shipment:
            found.append(taken.shipment)
    return tuple(found)


def _taken(office: Office, service: CarrierService, push: Push, body: bytes) -> Taken:
    store, reply = office.store, service.acknowledge(True)
    with store.journal.transaction():
        number = waybill_owner(office, push.carrier, push.waybill) if push.carrier else ""
        if not number:
            store.polling.keep_push(push.carrier, push.waybill, body.decode())
            return Taken("", push.waybill, False, reply)
        store.polling.drop_push(push.carrier, push.waybill)
        answer = push.answer
        new = take(office, number, service.name, answer.events, answer.aborted)
        if new:
            store.polling.heard(push.waybill, push.carrier, office.now())
    return Taken(number, push.waybill, new, reply)
