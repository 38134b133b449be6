"""上门取件: windows of time, one order at a time, and the fold of what was told."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop.domain.courier.carrying.pickups import (
    MEANS,
    OPEN,
    Pickup,
    PickupState,
    check_order,
    check_window,
    order_number,
    suggested,
)
from desktop.domain.courier.entries import Address
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.refusal import Refusal

NOW = datetime(2026, 11, 24, 10, 41, tzinfo=BEIJING)
WHOLE = Address(name="李晓敏", phone="13800138021", street="荣华街道 1 号")
ORDERED = Pickup(order="K1-Q1", carrier="ems", begins=NOW, ends=NOW)


def at(hour: int, day: int = 24, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (at(14), at(16), ""),
        (at(8, 26), at(18, 26), ""),
        (at(10, minute=40), at(12), "pickup_past"),
        (at(16), at(14), "pickup_window"),
        (at(14), at(14), "pickup_window"),
        (at(17), at(9, 25), "pickup_window"),
        (at(9, 27), at(11, 27), "pickup_window"),
        (at(7, 25), at(9, 25), "pickup_hours"),
        (at(17), at(19), "pickup_hours"),
    ],
)
def test_a_window_lies_ahead_in_one_day_and_in_the_carriers_hours(
    begins: datetime, ends: datetime, code: str
) -> None:
    if not code:
        check_window("ems", begins, ends, NOW)
        return
    with pytest.raises(Refusal, match=code):
        check_window("ems", begins, ends, NOW)


def test_hours_are_each_carriers_own() -> None:
    check_window("shunfeng", at(17), at(19), NOW)


@pytest.mark.parametrize("state", PickupState)
def test_one_order_at_a_time(state: PickupState) -> None:
    from dataclasses import replace

    before = replace(ORDERED, state=state)
    assert before.open is (state in OPEN)
    if not before.open:
        check_order(ShipmentStage.WAITING, before, WHOLE, WHOLE)
        return
    with pytest.raises(Refusal, match="pickup_open"):
        check_order(ShipmentStage.WAITING, before, WHOLE, WHOLE)


def test_what_has_gone_is_not_fetched_and_nobody_is_sent_to_nowhere() -> None:
    with pytest.raises(Refusal, match="pickup_stage"):
        check_order(ShipmentStage.IN_TRANSIT, None, WHOLE, WHOLE)
    with pytest.raises(Refusal, match="pickup_address"):
        check_order(ShipmentStage.WAITING, None, Address(name="李晓敏"), WHOLE)


def test_orders_are_numbered_within_the_parcel() -> None:
    assert order_number("K1", None) == "K1-Q1"
    assert order_number("K1", ORDERED) == "K1-Q2"


def test_only_what_is_over_says_anything_of_the_parcel() -> None:
    assert not set(MEANS) & OPEN
    assert set(PickupState) - OPEN - set(MEANS) == {
        PickupState.WITHDRAWN,
        PickupState.CANCELLED,
        PickupState.REFUSED,
    }


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("carrier", ["ems", "shunfeng"])
def test_what_is_suggested_may_be_ordered(carrier: str, hour: int) -> None:
    now = at(hour, minute=41)
    begins, ends = suggested(carrier, now)
    check_window(carrier, begins, ends, now)
