"""The tracking service: its addresses in the settings, what it knows us by in the encrypted store."""

from __future__ import annotations

from dataclasses import fields, replace

from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.halls.address import checked
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.ports import CarrierService

PREFIX = "courier_"
"""Under which the store remembers them; they are in no file of settings, and no list shows them."""
NAMES = tuple(one.name for one in fields(Credentials))
AS_BEFORE = Credentials()


def held(office: Office) -> Credentials:
    recall = office.store.local.recall
    return Credentials(**{name: recall(PREFIX + name) for name in NAMES})


def service(office: Office) -> CarrierService | None:
    """The service in the settings; None where all is told by hand."""
    station = office.station
    if office.couriers is None or not (station.courier_address or station.courier_orders):
        return None
    place = CarrierPlace(tracking=station.courier_address, orders=station.courier_orders)
    return office.couriers(place, held(office), office.now)


def required(office: Office) -> CarrierService:
    """Refuses `no_carrier_service`."""
    told = service(office)
    if told is None:
        raise Refusal("no_carrier_service")
    return told


def with_service(
    office: Office, clerk: Clerk, place: CarrierPlace, told: Credentials = AS_BEFORE
) -> Station:
    """The station's settings with this service, for the caller to keep in their file.

    What is empty in `told` stays as it was; no address at all forgets everything. Refuses
    `source_address`, and `carrier_credentials` where there is an address and no customer or key.
    """
    require(clerk, Right.MANAGE_ITEMS)
    tracking, orders = checked(place.tracking), checked(place.orders)
    before = held(office)
    known = {name: getattr(told, name).strip() or getattr(before, name) for name in NAMES}
    if not (tracking or orders):
        known = dict.fromkeys(NAMES, "")
    elif not (known["customer"] and known["key"]):
        raise Refusal("carrier_credentials")
    with office.store.journal.transaction():
        for name, value in known.items():
            office.store.local.remember(PREFIX + name, value)
    return replace(office.station, courier_address=tracking, courier_orders=orders)


def known_names(office: Office) -> dict[str, bool]:
    """Which of them are held; never what they are."""
    told = held(office)
    return {name: bool(getattr(told, name)) for name in NAMES}
