"""A shipment by its number, for every verb that needs one."""

from __future__ import annotations

from desktop.domain.courier.shipment import Shipment
from desktop.domain.refusal import Refusal
from desktop.services.office import Office


def load_shipment(office: Office, number: str) -> Shipment:
    shipment = office.store.views.shipment(number)
    if shipment is None:
        raise Refusal("unknown_shipment", shipment=number)
    return shipment
