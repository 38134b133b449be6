"""到件登记: a parcel is in the hall. Announced or not, it is one shipment, signed for once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain.courier.arrivals.arrival import OWED, Arrival, ArrivalState
from desktop.domain.courier.arrivals.entries import Condition, ParcelRegistered
from desktop.domain.courier.arrivals.rows import ArrivalFilter
from desktop.domain.courier.arrivals.waybill_forms import likely_carrier
from desktop.domain.courier.carriers import Direction, carrier
from desktop.domain.courier.entries import (
    Address,
    ShipmentAmended,
    ShipmentCreated,
    ShipmentMoved,
)
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy, check_step
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.courier.loading import load_shipment
from desktop.services.office import Office

HERE = OWED | {ArrivalState.TAKEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a clerk tells of a parcel. `carrier` empty: as the number looks, or as announced.

    `signed_at` None is now; `weight` in grams, 0 unweighed.
    """

    waybill: str
    carrier: str = ""
    sender: Address = Address()
    signed_at: datetime | None = None
    received_by: str = ""
    pieces: int = 1
    condition: Condition = Condition.INTACT
    weight: int = 0
    note: str = ""


def register(office: Office, clerk: Clerk, told: Parcel) -> Shipment:
    """Journal the arrival in one commit: a new inbound shipment, or the announced one, signed for.

    Refuses a number that cannot be one, a moment still to come, no pieces at all, a parcel that is
    registered already (`parcel_registered`: who and when), and one of our own that came back.
    """
    require(clerk, Right.SHIP)
    waybill = _checked(told)
    now = office.now()
    signed_at = told.signed_at or now
    if signed_at > now:
        raise Refusal("in_the_future", at=signed_at.isoformat(timespec="minutes"))
    with office.store.journal.transaction():
        known = announced(office, waybill, told.carrier)
        number = known.number if known else _new_number(office)
        acts = _taken(known, told, signed_at) if known else _new(office, told, waybill, signed_at)
        entity = f"shipment:{number}"
        office.store.journal.append(
            [Act(entity=entity, payload=one, subject=entity, happened_at=at) for one, at in acts],
            clerk.code,
        )
    return load_shipment(office, number)


def announced(office: Office, waybill: str, code: str = "") -> Shipment | None:
    """The inbound shipment that was announced under this number, if it has not arrived yet.

    Refuses `parcel_registered` and `parcel_is_ours`.
    """
    found = look_up(office, waybill, code)
    if isinstance(found, Refusal):
        raise found
    return found


def look_up(office: Office, waybill: str, code: str = "") -> Shipment | Refusal | None:
    """What is known of this number: an announced parcel, why it cannot be registered, or nothing.

    A parcel of the same carrier counts first.
    """
    rows = [
        row
        for row in office.store.views.shipments(ShipmentFilter(text=waybill), limit=20)
        if row.waybill == waybill
    ]
    rows.sort(key=lambda row: row.carrier != code)
    for row in rows:
        same = not code or row.carrier == code
        if row.direction is Direction.OUTBOUND and same:
            return Refusal("parcel_is_ours", waybill=waybill, shipment=row.number)
        if row.direction is Direction.OUTBOUND:
            continue
        arrival = office.store.views.arrival(row.number)
        if arrival is None:
            return load_shipment(office, row.number)
        if same:
            return Refusal("parcel_registered", **_who(arrival, waybill))
    return None


def registered_as(office: Office, waybill: str) -> str:
    """Number of the parcel that was registered under this waybill and is still here, or empty."""
    value = normal(waybill)
    if not value:
        return ""
    rows = office.store.views.arrivals(ArrivalFilter(text=value, states=HERE), limit=20)
    return next((row.number for row in rows if row.waybill == value), "")


def load_arrival(office: Office, number: str) -> Arrival:
    arrival = office.store.views.arrival(number)
    if arrival is None:
        raise Refusal("not_registered", shipment=number)
    return arrival


def _who(arrival: Arrival, waybill: str) -> dict[str, str]:
    at = arrival.registered_at.astimezone(BEIJING)
    return {
        "waybill": waybill,
        "shipment": arrival.number,
        "clerk": arrival.clerk,
        "at": f"{at:%Y-%m-%d %H:%M}",
    }


def _checked(told: Parcel) -> str:
    verdict = check_waybill(told.waybill)
    if verdict.level is Level.ERROR:
        raise Refusal("waybill_wrong", verdict=verdict)
    if told.carrier:
        carrier(told.carrier)
    if told.pieces < 1:
        raise Refusal("no_pieces", pieces=told.pieces)
    return verdict.value


def _new_number(office: Office) -> str:
    at = office.now().astimezone(BEIJING)
    seq = office.store.journal.next_number("K", at.date())
    return f"{office.station.hall}-{at:%Y%m%d}-{office.station.device}-K{seq:04d}"


NOBODY = Address()
_Told = tuple[Any, datetime | None]


def _new(office: Office, told: Parcel, waybill: str, signed_at: datetime) -> list[_Told]:
    station = office.station
    hall = Address(name=station.hall_name, phone=station.phone, street=station.address)
    created = ShipmentCreated(
        direction=Direction.INBOUND,
        carrier=told.carrier or likely_carrier(waybill) or "other",
        waybill=waybill,
        weight=told.weight,
        sender=told.sender,
        receiver=hall,
    )
    return [(created, None), (_signed(), signed_at), (_registered(told, signed_at), None)]


def _taken(known: Shipment, told: Parcel, signed_at: datetime) -> list[_Told]:
    """What was announced wrongly is put right; what a carrier has told already is not told again."""
    acts: list[_Told] = []
    code = told.carrier if told.carrier and told.carrier != known.carrier else None
    if code or told.weight:
        acts.append((ShipmentAmended(carrier=code, weight=told.weight or None), None))
    if known.stage is ShipmentStage.CANCELLED:
        acts.append((ShipmentMoved(stage=ShipmentStage.IN_TRANSIT), signed_at))
    elif known.stage is not ShipmentStage.SIGNED:
        check_step(known.stage, ShipmentStage.SIGNED)
    if known.stage is not ShipmentStage.SIGNED:
        acts.append((_signed(), signed_at))
    sender = NOBODY if told.sender == known.sender else told.sender
    acts.append((_registered(told, signed_at, announced=True, sender=sender), None))
    return acts


def _signed() -> ShipmentMoved:
    return ShipmentMoved(stage=ShipmentStage.SIGNED, signed_by=SignedBy.SELF, source="registration")


def _registered(
    told: Parcel, signed_at: datetime, announced: bool = False, sender: Address = NOBODY
) -> ParcelRegistered:
    return ParcelRegistered(
        signed_at=signed_at,
        received_by=told.received_by.strip(),
        pieces=told.pieces,
        condition=told.condition,
        announced=announced,
        sender=sender,
        note=told.note.strip(),
    )


def may_register(office: Office, text: str) -> bool:
    """A waybill that nobody knows, or that was announced and is here now; no case's number."""
    verdict = check_waybill(text)
    if verdict.level is Level.ERROR or "-" in text:
        return False
    return not isinstance(look_up(office, verdict.value), Refusal)
