"""免费寄递范围: whom and what the free service carries, as data a supervisor may set anew.

The applicant never pays: what lies outside is collected at the counter, or sent all the same where
a supervisor says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from desktop.domain.addresses.places import Place
from desktop.domain.courier.carriers import Direction
from desktop.domain.refusal import Refusal

HAN = re.compile("[\u3400-\u9fff]")
MOST_GRAMS = 50_000
"""包裹 of more than 50 kg nobody carries (邮政法 84)."""


class GapKind(StrEnum):
    """Why a parcel lies outside."""

    DIRECTION = "direction"
    ABROAD = "abroad"
    PROVINCE = "province"
    DISTRICT = "district"
    WEIGHT = "weight"
    ITEM = "item"
    PARCELS = "parcels"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Gap:
    """`told` is what the parcel has, `limit` what the rule allows; either may be empty."""

    kind: GapKind
    told: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Estimated yuan of one parcel to a province; an empty province means all others."""

    province: str = ""
    yuan: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSet:
    """The rule as published. An empty list of what is in means all; 0 and "" set no limit.

    `districts` narrows within the provinces; `items` are ids. Amounts are decimal text in yuan.
    """

    name: str = ""
    directions: tuple[Direction, ...] = tuple(Direction)
    provinces: tuple[str, ...] = ()
    excluded_provinces: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    most_grams: int = 0
    items: tuple[str, ...] = ()
    excluded_items: tuple[str, ...] = ()
    parcels_per_case: int = 0
    monthly_budget: str = ""
    costs: tuple[Cost, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """What the rule looks at. `place` is the applicant's end, `before` the parcels that each case
    had this way already, `spent` what this month's parcels are estimated to cost.
    """

    direction: Direction
    place: Place = Place("")
    address: str = ""
    grams: int = 0
    items: tuple[str, ...] = ()
    before: dict[str, int] = field(default_factory=dict)
    spent: Decimal = Decimal(0)


def gaps(rule: CoverageSet, trip: Trip) -> tuple[Gap, ...]:
    """Why the free service does not carry this; empty where it does. An unknown place, weight or
    item is no gap: what is not known excludes nobody.
    """
    return (*_where(rule, trip), *_what(rule, trip), *_how_much(rule, trip))


def estimate(rule: CoverageSet, place: Place) -> Decimal:
    """Yuan that one parcel to this place is estimated to cost the hall."""
    costs = {one.province: Decimal(one.yuan) for one in rule.costs}
    return costs.get(place.province, costs.get("", Decimal(0)))


def checked(told: CoverageSet) -> CoverageSet:
    """Refuses `coverage_wrong` with the field that cannot be."""
    if not told.directions:
        raise Refusal("coverage_wrong", name="directions", value="")
    if not 0 <= told.most_grams <= MOST_GRAMS:
        raise Refusal("coverage_wrong", name="most_grams", value=told.most_grams)
    if told.parcels_per_case < 0:
        raise Refusal("coverage_wrong", name="parcels_per_case", value=told.parcels_per_case)
    amounts = [
        ("monthly_budget", told.monthly_budget),
        *(("costs", one.yuan) for one in told.costs),
    ]
    for name, amount in amounts:
        if amount and not _is_amount(amount):
            raise Refusal("coverage_wrong", name=name, value=amount)
    both = sorted(set(told.items) & set(told.excluded_items))
    if both:
        raise Refusal("coverage_wrong", name="excluded_items", value=both[0])
    return told


def _where(rule: CoverageSet, trip: Trip) -> Iterator[Gap]:
    if trip.direction not in rule.directions:
        yield Gap(GapKind.DIRECTION, trip.direction)
    province, place = trip.place.province, trip.place
    if not province:
        if trip.address.strip() and not HAN.search(trip.address):
            yield Gap(GapKind.ABROAD, trip.address.strip()[:40])
        return
    if province in rule.excluded_provinces or (rule.provinces and province not in rule.provinces):
        yield Gap(GapKind.PROVINCE, province, "、".join(rule.provinces))
    elif rule.districts and place.district and place.district not in rule.districts:
        yield Gap(GapKind.DISTRICT, place.text, "、".join(rule.districts))


def _what(rule: CoverageSet, trip: Trip) -> Iterator[Gap]:
    if rule.most_grams and trip.grams > rule.most_grams:
        yield Gap(GapKind.WEIGHT, str(trip.grams), str(rule.most_grams))
    for item in dict.fromkeys(trip.items):
        if item in rule.excluded_items or (rule.items and item not in rule.items):
            yield Gap(GapKind.ITEM, item)


def _how_much(rule: CoverageSet, trip: Trip) -> Iterator[Gap]:
    if rule.parcels_per_case:
        for number, count in trip.before.items():
            if count >= rule.parcels_per_case:
                yield Gap(GapKind.PARCELS, f"{number}：{count}", str(rule.parcels_per_case))
    if rule.monthly_budget:
        budget = Decimal(rule.monthly_budget)
        if trip.spent + estimate(rule, trip.place) > budget:
            yield Gap(GapKind.BUDGET, f"{trip.spent:.2f}", f"{budget:.2f}")


def _is_amount(text: str) -> bool:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return False
    return amount.is_finite() and 0 <= amount < 10**9 and -int(amount.as_tuple().exponent) <= 2
