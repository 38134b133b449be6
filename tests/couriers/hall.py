"""An office whose settings name the service on the loopback, and parcels both know of."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.couriers.door import tracking_service
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.carrying.credentials import CarrierPlace
from desktop.domain.courier.entries import Address, Content, ShipmentCreated
from desktop.services.courier import shipments
from desktop.services.courier.credentials import with_service
from desktop.services.office import Office
from tests.couriers.server import HELD, Line, Service
from tests.offices import CLERK, SUPERVISOR

PHONE = "13800138021"
PERSON = Address(name="李晓敏", phone=PHONE, city="北京市大兴区", street="荣华街道 1 号")
HALL = Address(name="经开区政务服务中心", phone="010-55550000", street="荣华中路 10 号")
LICENCE = Content(case="", kind=ContentKind.LICENCE, key="result", name="食品经营许可证")


def connected(office: Office, service: Service, orders: bool = True) -> Office:
    """The same office, asking at this service."""
    office.couriers = tracking_service
    address = service.server.address
    place = CarrierPlace(tracking=address, orders=address if orders else "")
    office.station = with_service(office, SUPERVISOR, place, HELD)
    return office


def sent(
    office: Office,
    service: Service,
    waybill: str,
    lines: Iterable[Line] = (),
    carrier: str = "ems",
    phone: str = PHONE,
) -> str:
    """A parcel that the service knows as well; its number."""
    told = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier=carrier, contents=(LICENCE,), waybill=waybill,
        sender=HALL, receiver=Address(name=PERSON.name, phone=phone, street=PERSON.street),
    )  # fmt: skip
    service.parcels[waybill] = (carrier, phone, list(lines))
    return shipments.create(office, CLERK, told).shipment.number
