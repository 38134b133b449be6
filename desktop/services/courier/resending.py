"""补寄: a parcel that came back or went astray is sent once more, linked to the first."""

from __future__ import annotations

from desktop.domain.courier.entries import ShipmentCreated
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.entries import TroubleSettled
from desktop.domain.courier.troubles.kinds import Ending
from desktop.domain.halls.roles import Clerk
from desktop.domain.refusal import Refusal
from desktop.services.courier import shipments
from desktop.services.courier.troubles.followup import append
from desktop.services.courier.troubles.worklist import troubles_of
from desktop.services.office import Office

ASTRAY = frozenset(
    {
        ShipmentStage.LOST,
        ShipmentStage.RETURNED,
        ShipmentStage.REJECTED,
        ShipmentStage.RETURNING,
        ShipmentStage.TROUBLE,
        ShipmentStage.CANCELLED,
    }
)


def may_resend(shipment: Shipment) -> bool:
    """What did not arrive, or arrived in other hands than the receiver's."""
    misdelivered = shipment.signed_by in (SignedBy.OTHER, SignedBy.LOCKER)
    return shipment.stage in ASTRAY or (shipment.stage is ShipmentStage.SIGNED and misdelivered)


def resend(office: Office, clerk: Clerk, number: str) -> shipments.Sent:
    """A new parcel with the same contents and ends, without a waybill yet. It points to the first
    of the chain; the troubles of the one that went astray end with it.
    """
    shipment = shipments.load_shipment(office, number)
    if not may_resend(shipment):
        raise Refusal("not_to_resend", shipment=number, stage=shipment.stage)
    told = ShipmentCreated(
        direction=shipment.direction,
        carrier=shipment.carrier,
        contents=shipment.contents,
        justification=shipment.justification,
        weight=shipment.weight,
        resend_of=shipment.resend_of or number,
        sender=shipment.sender,
        receiver=shipment.receiver,
    )
    with office.store.journal.transaction():
        asked = {one.trouble for one in shipment.followups.open}
        for one in troubles_of(office, number):
            if one.trouble not in asked:
                ended = TroubleSettled(trouble=one.trouble, how=Ending.RESENT)
                append(office, clerk, number, ended)
        return shipments.create(office, clerk, told)


def chain(office: Office, shipment: Shipment) -> list[ShipmentRow]:
    """The first parcel and all that sent it again, the oldest first; empty for one alone."""
    wanted = ShipmentFilter(chain=shipment.resend_of or shipment.number)
    rows = office.store.views.shipments(wanted)
    return rows[::-1] if len(rows) > 1 else []
