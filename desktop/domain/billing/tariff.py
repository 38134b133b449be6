"""The contract's tariff: zones by destination, first weight, further steps, rounding. It is data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.billing.money import FEN, ZERO, Rounding, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """资费区: `places` are beginnings of names (北京, 河北, 石家庄); weights in grams, prices in yuan."""

    name: str
    places: tuple[str, ...]
    first_grams: int
    first_price: Decimal
    step_grams: int
    step_price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """What one carrier may charge within its days.

    `tolerance` in grams is how far two scales may differ; `returns` the part of the price that
    the way back of a returned parcel costs, 0 where it is free. A `sample` is no contract.
    `local` names the zone of a parcel for which nobody states a destination.
    """

    carrier: str
    valid_from: date
    zones: tuple[Zone, ...]
    valid_until: date | None = None
    local: str = ""
    unit: Decimal = FEN
    rounding: Rounding = Rounding.HALF_UP
    tolerance: int = 0
    returns: Decimal = ZERO
    sample: bool = False
    source: str = ""

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def tariff_on(tariffs: Iterable[Tariff], carrier: str, day: date) -> Tariff | None:
    """The carrier's tariff of that day; of several the one that began last, then the last named."""
    found: Tariff | None = None
    for one in tariffs:
        if one.carrier == carrier and one.covers(day):
            found = one if found is None or one.valid_from >= found.valid_from else found
    return found


def zone_of(tariff: Tariff, place: str) -> Zone | None:
    """The zone whose place name stands earliest in the text; of equally early ones the longest."""
    found: tuple[int, int] | None = None
    zone: Zone | None = None
    for one in tariff.zones:
        for name in one.places:
            at = place.find(name)
            if at >= 0 and (found is None or (at, -len(name)) < found):
                found, zone = (at, -len(name)), one
    return zone


def local_zone(tariff: Tariff) -> Zone | None:
    return next((one for one in tariff.zones if one.name == tariff.local), None)


def price(tariff: Tariff, zone: Zone, grams: int) -> Decimal:
    """First weight, then each further step begun; rounded as the contract says."""
    steps = -(-max(0, grams - zone.first_grams) // zone.step_grams)
    return rounded(zone.first_price + steps * zone.step_price, tariff.unit, tariff.rounding)


def charged_grams(zone: Zone, grams: int) -> int:
    """The weight up to which that price goes: a bill may state it instead of what the scale said."""
    steps = -(-max(0, grams - zone.first_grams) // zone.step_grams)
    return zone.first_grams + steps * zone.step_grams
