"""The free service's reach: which rule holds, what it says of a parcel, and a supervisor's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from desktop.domain.addresses.locate import locate
from desktop.domain.addresses.places import Place
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.coverage import CoverageSet, Gap, Trip, checked, estimate, gaps
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.addresses.places import places_of
from desktop.services.office import Office

ENTITY = "courier:coverage"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a parcel is free, and what it is estimated to cost the hall."""

    gaps: tuple[Gap, ...]
    estimate: Decimal


def rule_of(office: Office) -> CoverageSet:
    """The last that a supervisor set, else what ships."""
    for fact in reversed(office.store.journal.facts(ENTITY)):
        if isinstance(fact.payload, CoverageSet):
            return fact.payload
    return _shipped(office.resources) if office.resources else CoverageSet()


def publish(office: Office, clerk: Clerk, told: CoverageSet) -> CoverageSet:
    """Set the rule anew; what was sent before stays sent. A reason is needed."""
    require(clerk, Right.COVERAGE)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    told = checked(told)
    unknown = [
        one for one in (*told.items, *told.excluded_items) if one not in office.catalogue.items
    ]
    if unknown:
        raise Refusal("unknown_item", item=unknown[0])
    office.store.journal.append([Act(entity=ENTITY, payload=told)], clerk.code)
    return told


def read(file: Path) -> CoverageSet:
    """A rule from a JSON file like the one that ships. Refuses `coverage_unreadable`."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=CoverageSet)
    except OSError as error:
        raise Refusal("no_such_file", path=str(file)) from error
    except msgspec.DecodeError as error:
        raise Refusal("coverage_unreadable", file=file.name, why=str(error)) from error


def reach(office: Office, told: ShipmentCreated, but: str = "") -> Reach:
    """What the rule says of this parcel; `but` is its own number where it stands already."""
    rule, end = rule_of(office), party(told)
    place = place_of(office, end)
    cases = tuple(dict.fromkeys(line.case for line in told.contents if line.case))
    trip = Trip(
        direction=told.direction,
        place=place,
        address=end.whole,
        grams=told.weight,
        items=tuple(_items(office, cases)),
        before={case: _before(office, case, told.direction, but) for case in cases},
        spent=_spent(office, but) if rule.monthly_budget else Decimal(0),
    )
    return Reach(gaps(rule, trip), estimate(rule, place))


def reach_of_case(office: Office, case: str, item: str, address: str) -> Reach:
    """The same for a result that shall be sent there, before there is any parcel."""
    rule, place = rule_of(office), place_of(office, Address(street=address))
    trip = Trip(
        direction=Direction.OUTBOUND,
        place=place,
        address=address,
        items=(item,),
        before={case: _before(office, case, Direction.OUTBOUND, "")} if case else {},
    )
    return Reach(gaps(rule, trip), estimate(rule, place))


def require_covered(
    office: Office, clerk: Clerk, told: ShipmentCreated, reason: str, but: str = ""
) -> Reach:
    """Refuses `not_covered`, unless a supervisor gives the reason why it goes all the same."""
    found = reach(office, told, but)
    if found.gaps and not reason.strip():
        raise Refusal("not_covered", gaps=found.gaps)
    if found.gaps:
        require(clerk, Right.COVERAGE)
    return found


def party(told: ShipmentCreated) -> Address:
    """The applicant's end."""
    return told.sender if told.direction is Direction.INBOUND else told.receiver


def place_of(office: Office, end: Address) -> Place:
    """Where the address lies; read from its text where the fields do not say."""
    if end.province:
        return Place(end.province, end.city, end.district)
    places = places_of(office)
    return locate(end.whole, places).place if places else Place("")


def _items(office: Office, cases: Iterable[str]) -> Iterable[str]:
    for number in cases:
        case = office.store.views.case(number)
        if case is not None and case.item:
            yield case.item


def _before(office: Office, case: str, direction: Direction, but: str) -> int:
    wanted = ShipmentFilter(case=case, direction=direction)
    rows = office.store.views.shipments(wanted)
    return sum(one.number != but and one.stage is not ShipmentStage.CANCELLED for one in rows)


def _spent(office: Office, but: str) -> Decimal:
    month = office.now().astimezone(BEIJING).strftime("%Y-%m")
    return office.store.views.courier_estimate(month, but)


@cache
def _shipped(folder: Path) -> CoverageSet:
    return msgspec.json.decode((folder / "courier/coverage.json").read_bytes(), type=CoverageSet)
