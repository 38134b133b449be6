"""上门取件 against the loopback: ordered once whatever happens, cancelled, failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.couriers.orders import STATES
from desktop.domain.courier.carrying.pickups import (
    MEANS,
    OPEN,
    Pickup,
    PickupCancelled,
    PickupOrdered,
    PickupState,
    PickupTold,
)
from desktop.domain.courier.entries import ShipmentAmended
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.refusal import Refusal
from desktop.services.courier import pickups, shipments
from desktop.services.office import Office
from tests.couriers.desk import OrderDesk, both
from tests.couriers.hall import connected, sent
from tests.couriers.server import Service, carrying
from tests.offices import CLERK, NOW, Clock

BEGINS = NOW.replace(hour=14, minute=0)
ENDS = NOW.replace(hour=16, minute=0)


@pytest.fixture
def carrier(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as carrier:
        yield carrier


@pytest.fixture
def desk(carrier: Service) -> OrderDesk:
    desk = OrderDesk()
    carrier.server.replies = [both(carrier.reply, desk)]
    return desk


@pytest.fixture
def hall(office: Office, carrier: Service) -> Office:
    return connected(office, carrier)


@pytest.fixture
def parcel(hall: Office, carrier: Service) -> str:
    return sent(hall, carrier, "")


def done(office: Office, sending: pickups.Sending) -> Pickup:
    return pickups.record(office, CLERK, sending, pickups.sent(sending))


def ordered(
    office: Office, number: str, begins: datetime = BEGINS, ends: datetime = ENDS
) -> Pickup:
    return done(office, pickups.order(office, CLERK, number, begins, ends))


def entries(office: Office, number: str) -> list[type]:
    kinds = (PickupOrdered, PickupTold, PickupCancelled, ShipmentAmended)
    facts = office.store.journal.facts(f"shipment:{number}")
    return [type(one.payload) for one in facts if isinstance(one.payload, kinds)]


def test_an_order_is_placed_and_brings_its_waybill(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    told = ordered(hall, parcel)
    assert (told.state, told.task, told.order) == (PickupState.PLACED, "TQ1", f"{parcel}-Q1")
    (order,) = desk.orders
    assert (order["dayType"], order["pickupStartTime"], order["pickupEndTime"]) == (
        "今天", "14:00", "16:00",
    )  # fmt: skip
    assert order["thirdOrderId"] == told.order
    assert shipments.load_shipment(hall, parcel).waybill == desk.waybill
    assert entries(hall, parcel) == [PickupOrdered, PickupTold, ShipmentAmended]


def test_an_answer_that_never_came_makes_no_second_order(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    desk.lost = 1
    assert ordered(hall, parcel).state is PickupState.ASKED
    assert entries(hall, parcel) == [PickupOrdered]
    told = done(hall, pickups.order_again(hall, CLERK, parcel))
    assert told.state is PickupState.PLACED
    assert len(desk.orders) == 1
    assert desk.methods == ["bOrder", "detail"]


def test_a_question_that_never_arrived_is_sent_again(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    pickups.order(hall, CLERK, parcel, BEGINS, ENDS)  # killed before anything was sent
    told = done(hall, pickups.order_again(hall, CLERK, parcel))
    assert (told.state, len(desk.orders)) == (PickupState.PLACED, 1)
    assert desk.methods == ["detail", "bOrder"]


def test_there_is_one_order_at_a_time(hall: Office, desk: OrderDesk, parcel: str) -> None:
    ordered(hall, parcel)
    with pytest.raises(Refusal, match="pickup_open"):
        pickups.order(hall, CLERK, parcel, BEGINS, ENDS)
    with pytest.raises(Refusal, match="pickup_open"):
        pickups.order_again(hall, CLERK, parcel)


def test_a_cancelled_order_leaves_the_parcel_waiting_and_another_may_follow(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    ordered(hall, parcel)
    with pytest.raises(Refusal, match="pickup_reason"):
        pickups.cancel(hall, CLERK, parcel, " ")
    told = done(hall, pickups.cancel(hall, CLERK, parcel, "申请人改期"))
    assert (told.state, told.cancelling) == (PickupState.CANCELLED, "申请人改期")
    assert shipments.load_shipment(hall, parcel).stage is ShipmentStage.WAITING
    with pytest.raises(Refusal, match="pickup_over"):
        pickups.cancel(hall, CLERK, parcel, "再取消")
    again = ordered(hall, parcel, BEGINS + timedelta(days=1), ENDS + timedelta(days=1))
    assert (again.order, again.cancelling) == (f"{parcel}-Q2", "")
    assert desk.orders[1]["dayType"] == "明天"


def test_cancelling_what_never_arrived_cancels_it(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    pickups.order(hall, CLERK, parcel, BEGINS, ENDS)
    told = done(hall, pickups.cancel(hall, CLERK, parcel, "写错了"))
    assert told.state is PickupState.CANCELLED
    assert not desk.orders


def test_too_late_to_cancel_is_told_as_it_stands(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    told = ordered(hall, parcel)
    desk.late, desk.states[told.order] = True, "10"
    told = done(hall, pickups.cancel(hall, CLERK, parcel, "改期"))
    assert told.state is PickupState.PICKED_UP
    assert shipments.load_shipment(hall, parcel).stage is ShipmentStage.PICKED_UP


@pytest.mark.parametrize("code", STATES)
def test_every_state_is_read_and_moves_what_it_must(
    hall: Office, desk: OrderDesk, parcel: str, code: str
) -> None:
    told = ordered(hall, parcel)
    desk.states[told.order] = code
    for _ in range(2):
        told = done(hall, pickups.look(hall, parcel))
    state = STATES[code]
    assert told.state is state
    stage = shipments.load_shipment(hall, parcel).stage
    assert stage is MEANS.get(state, ShipmentStage.WAITING)
    assert entries(hall, parcel).count(PickupTold) == (1 if code == "0" else 2)
    assert bool(hall.store.polling.open_pickups()) is (state in OPEN)


def test_an_unknown_state_stays_visible_and_moves_nothing(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    told = ordered(hall, parcel)
    desk.states[told.order] = "77"
    told = done(hall, pickups.look(hall, parcel))
    assert (told.state, told.code) == (PickupState.PLACED, "77")


def test_a_failed_pickup_is_trouble_and_may_be_ordered_again(
    hall: Office, desk: OrderDesk, parcel: str
) -> None:
    told = ordered(hall, parcel)
    desk.states[told.order] = "11"
    done(hall, pickups.look(hall, parcel))
    assert shipments.load_shipment(hall, parcel).stage is ShipmentStage.TROUBLE
    assert ordered(hall, parcel).order.endswith("-Q2")


def test_an_order_that_is_not_accepted_says_why(hall: Office, desk: OrderDesk, parcel: str) -> None:
    desk.refusal = ("400", "该地区不支持上门取件")
    told = ordered(hall, parcel)
    assert (told.state, told.reason) == (PickupState.REFUSED, "该地区不支持上门取件")


def test_open_orders_are_looked_at_now_and_then(
    hall: Office, desk: OrderDesk, parcel: str, clock: Clock
) -> None:
    told = ordered(hall, parcel)
    assert [one.number for one in pickups.due(hall)] == [parcel]
    assert pickups.due(hall) == ()
    clock.on(minutes=11)
    desk.states[told.order] = "10"
    for sending in pickups.due(hall):
        done(hall, sending)
    clock.on(minutes=11)
    assert pickups.due(hall) == ()


def test_without_an_address_nobody_is_called(hall: Office, parcel: str) -> None:
    hall.station = replace(hall.station, courier_orders="")
    with pytest.raises(Refusal, match="no_carrier_service"):
        pickups.order(hall, CLERK, parcel, BEGINS, ENDS)
    assert pickups.due(hall) == ()


def test_a_carrier_by_hand_is_called_by_hand(hall: Office, carrier: Service) -> None:
    number = sent(hall, carrier, "", carrier="other")
    with pytest.raises(Refusal, match="pickup_by_hand"):
        pickups.order(hall, CLERK, number, BEGINS, ENDS)
