"""What stands on a label or slip. No number of a document gets onto one, whatever was typed."""

from __future__ import annotations

from desktop.domain.courier.carriers import carrier
from desktop.domain.courier.posting import Label, Masking, check_fields
from desktop.domain.courier.shipment import Shipment
from desktop.services.courier.loading import load_shipment
from desktop.services.office import Office

BY_HAND = "other"
"""A carrier nobody sends data to: who delivers has the label alone."""


def label(office: Office, number: str, masking: Masking | None = None) -> Label:
    """What a label of any size shows. Refuses `identity_on_label` with the field that holds one.

    Without `masking` as much is hidden as the carrier can do without.
    """
    shipment = load_shipment(office, number)
    told = Label(
        shipment=number,
        waybill=shipment.waybill,
        carrier=carrier(shipment.carrier).name,
        city=shipment.receiver.city,
        sender=shipment.sender,
        receiver=shipment.receiver,
        pieces=1,
        goods="政务服务材料、证照文件",
        contents=shipment.contents,
        weight=shipment.weight,
        created_at=shipment.created_at.isoformat(timespec="minutes"),
        masking=masking or _masking(shipment),
        enquiry=office.station.enquiry_address,
        hall_phone=office.station.phone,
    )
    check_fields(told, office.today())
    return told


def _masking(shipment: Shipment) -> Masking:
    return Masking.NOTHING if shipment.carrier == BY_HAND else Masking.PERSON
