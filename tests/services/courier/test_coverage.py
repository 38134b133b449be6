"""Whom and what the free service covers; what lies outside needs a supervisor's reason."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.coverage import Cost, CoverageSet, GapKind, checked
from desktop.domain.courier.entries import Address, Content, ShipmentAmended, ShipmentCreated
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.refusal import Refusal
from desktop.services.courier import coverage, shipments
from desktop.services.office import Office
from desktop.wording.refusals import sentence
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR, Clock

HERE = Address(name="李晓敏", phone="13800138021", street="北京市大兴区荣华中路10号")


def told(to: Address = HERE, **more: Any) -> ShipmentCreated:
    return ShipmentCreated(direction=Direction.OUTBOUND, carrier="ems", receiver=to, **more)


def kinds(office: Office, parcel: ShipmentCreated) -> list[GapKind]:
    return [gap.kind for gap in coverage.reach(office, parcel).gaps]


def publish(office: Office, **rule: Any) -> CoverageSet:
    return coverage.publish(office, SUPERVISOR, CoverageSet(reason="按合同", **rule))


def test_what_ships_covers_the_mainland_and_estimates_a_parcel(office: Office) -> None:
    assert coverage.reach(office, told()).gaps == ()
    assert coverage.reach(office, told()).estimate == Decimal("12.00")
    far = replace(HERE, street="云南省昆明市五华区人民中路1号")
    assert coverage.reach(office, told(far)).estimate == Decimal("22.00")
    assert coverage.rule_of(office).name.startswith("示例")


@pytest.mark.parametrize(
    ("street", "gap"),
    [
        ("香港九龙油尖旺区弥敦道1号", GapKind.PROVINCE),
        ("1 Main Street, Springfield", GapKind.ABROAD),
        ("荣华街道", None),
        ("", None),
    ],
)
def test_where_it_goes(office: Office, street: str, gap: GapKind | None) -> None:
    assert kinds(office, told(replace(HERE, street=street))) == ([gap] if gap else [])


def test_every_kind_of_gap_is_found_and_said(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).received()
    line = Content(case=case.number, kind=ContentKind.NOTICE, key="n", name="通知书")
    shipments.create(office, CLERK, told(contents=(line,)))
    publish(
        office,
        directions=(Direction.INBOUND,),
        provinces=("北京市",),
        districts=("通州区",),
        most_grams=500,
        excluded_items=(case.item,),
        parcels_per_case=1,
        monthly_budget="12.00",
        costs=(Cost(yuan="12"),),
    )
    found = coverage.reach(office, told(contents=(line,), weight=501))
    assert [gap.kind for gap in found.gaps] == [
        GapKind.DIRECTION, GapKind.DISTRICT, GapKind.WEIGHT, GapKind.ITEM, GapKind.PARCELS,
        GapKind.BUDGET,
    ]  # fmt: skip
    with pytest.raises(Refusal, match="not_covered") as caught:
        shipments.create(office, CLERK, told(contents=(line,), weight=501))
    words = sentence(caught.value)
    assert "通州区" in words
    assert "501 克" in words
    assert "自取" in words
    assert "{" not in words


def test_a_supervisor_sends_it_all_the_same_and_says_why(office: Office) -> None:
    far = replace(HERE, street="香港九龙油尖旺区弥敦道1号")
    with pytest.raises(Refusal, match="not_allowed"):
        shipments.create(office, CLERK, told(far, coverage_reason="急"))
    sent = shipments.create(office, SUPERVISOR, told(far, coverage_reason="行动不便")).shipment
    assert sent.coverage_reason == "行动不便"


def test_an_amendment_is_looked_at_as_well(office: Office) -> None:
    number = shipments.create(office, CLERK, told(weight=100)).shipment.number
    with pytest.raises(Refusal, match="not_covered"):
        shipments.amend(office, CLERK, number, ShipmentAmended(weight=4000))
    again = ShipmentAmended(weight=4000, coverage_reason="整套图纸")
    assert shipments.amend(office, SUPERVISOR, number, again).shipment.weight == 4000
    shipments.amend(office, CLERK, number, ShipmentAmended(waybill="EA123456785CN"))


def test_the_budget_is_the_months_and_a_cancelled_parcel_costs_nothing(
    office: Office, clock: Clock
) -> None:
    publish(office, monthly_budget="24.00", costs=(Cost(yuan="12.00"),))
    first = shipments.create(office, CLERK, told()).shipment.number
    shipments.create(office, CLERK, told())
    assert kinds(office, told()) == [GapKind.BUDGET]
    shipments.move(office, CLERK, first, ShipmentStage.CANCELLED)
    assert kinds(office, told()) == []
    shipments.create(office, CLERK, told())
    clock.on(days=8)
    assert kinds(office, told()) == []


@pytest.mark.parametrize(
    "rule",
    [
        {"directions": ()},
        {"most_grams": 50_001},
        {"parcels_per_case": -1},
        {"monthly_budget": "二万"},
        {"monthly_budget": "-1"},
        {"costs": (Cost(yuan="1.001"),)},
        {"items": ("SP01",), "excluded_items": ("SP01",)},
    ],
)
def test_a_rule_that_cannot_be_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="coverage_wrong"):
        checked(CoverageSet(**rule))


def test_only_a_supervisor_sets_the_rule_and_says_why(office: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        coverage.publish(office, CLERK, CoverageSet(reason="x"))
    with pytest.raises(Refusal, match="reason_missing"):
        coverage.publish(office, SUPERVISOR, CoverageSet())
    with pytest.raises(Refusal, match="unknown_item"):
        publish(office, items=("XX99",))
    publish(office, name="二〇二七")
    assert coverage.rule_of(office).name == "二〇二七"
