"""A text message is prepared where a parcel's stage asks for one. It conditions nothing: the step is
committed before, and the outbox gets the same file again where the entry was not written.
"""

from __future__ import annotations

from desktop.domain.courier.carriers import carrier
from desktop.domain.courier.messages import Message, MessagePrepared, due, mobile
from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.masking import mask_phone
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office


def tell(office: Office, clerk: Clerk, number: str) -> MessagePrepared | None:
    """Prepare what is due for this parcel; None where nothing is, or nobody could get it."""
    shipment = office.store.views.shipment(number)
    phone = mobile(shipment) if shipment is not None else ""
    if office.messages is None or shipment is None or not phone:
        return None
    template = due(shipment, prepared(office, number))
    if template is None or shipment.moved_at is None:
        return None
    message = Message(
        id=f"{number}-{template}-{shipment.moved_at:%Y%m%d}",
        template=template,
        phone=phone,
        shipment=number,
        carrier=carrier(shipment.carrier).name,
        waybill=shipment.waybill,
        event_at=shipment.moved_at,
        hall=office.station.hall_name,
        hall_phone=office.station.phone,
    )
    try:
        office.messages.put(message)
    except Refusal:  # the step stands; the next one of this parcel, or the next look, tries again
        return None
    told = MessagePrepared(
        shipment=number,
        template=template,
        event_at=shipment.moved_at,
        phone=mask_phone(phone),
        cases=shipment.cases,
    )
    office.store.journal.append([Act(entity=f"message:{number}", payload=told)], clerk.code)
    return told


def prepared(office: Office, number: str) -> tuple[MessagePrepared, ...]:
    """Those of this parcel so far."""
    facts = office.store.journal.facts(f"message:{number}")
    return tuple(f.payload for f in facts if isinstance(f.payload, MessagePrepared))
