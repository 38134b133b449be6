"""Invented parcels: told, and registered on the Friday before `tests.offices.NOW`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.domain.courier.entries import Address
from desktop.domain.courier.shipment import Shipment
from desktop.domain.days import BEIJING
from desktop.services.courier.arrivals import registering
from desktop.services.courier.arrivals.registering import Parcel
from desktop.services.office import Office
from tests.offices import CLERK

WAYBILL, OTHER = "EA123456785CN", "JD1234567890123"
FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=BEIJING)
SENDER = Address(name="李晓敏", phone="138-0013-8021", city="天津", street="某路 1 号")


def arrive(office: Office, waybill: str = WAYBILL, **more: Any) -> Shipment:
    """A parcel of `SENDER`, signed for on Friday."""
    told = {"sender": SENDER, "signed_at": FRIDAY, **more}
    return registering.register(office, CLERK, Parcel(waybill=waybill, **told))
