"""What is pushed: signed or nothing, once however often, kept where nobody knows the number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.domain.courier.entries import ShipmentTracked
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.refusal import Refusal
from desktop.services.courier import pushes, shipments, tracking
from desktop.services.office import Office
from tests.couriers.hall import connected, sent
from tests.couriers.server import Line, Service, carrying, form_of, signed
from tests.offices import NOW, Clock

STORY = [
    Line(NOW - timedelta(hours=9 - n), code, f"第 {n} 条")
    for n, code in enumerate(("103", "0", "5"))
]
ACKNOWLEDGED = {"result": True, "returnCode": "200", "message": "成功"}


@pytest.fixture
def carrier(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as carrier:
        yield carrier


@pytest.fixture
def hall(office: Office, carrier: Service) -> Office:
    return connected(office, carrier)


def entries(office: Office, number: str) -> int:
    facts = office.store.journal.facts(f"shipment:{number}")
    return sum(isinstance(one.payload, ShipmentTracked) for one in facts)


def test_a_push_moves_the_parcel_once(hall: Office, carrier: Service) -> None:
    number = sent(hall, carrier, "1136281381675", STORY)
    body = carrier.pushed("1136281381675")
    first, again = pushes.take_push(hall, body), pushes.take_push(hall, body)
    assert (first.shipment, first.new, again.new) == (number, True, False)
    assert json.loads(first.reply) == json.loads(again.reply) == ACKNOWLEDGED
    assert shipments.load_shipment(hall, number).stage is ShipmentStage.OUT_FOR_DELIVERY
    assert entries(hall, number) == 1


def test_a_push_and_a_poll_of_the_same_are_one(hall: Office, carrier: Service) -> None:
    number = sent(hall, carrier, "1136281381675", STORY)
    pushes.take_push(hall, carrier.pushed("1136281381675", lines=STORY[::-1]))
    assert tracking.poll(hall).moved == ()
    assert entries(hall, number) == 1


def test_an_abort_ends_the_asking_and_a_later_word_takes_it_up_again(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    number = sent(hall, carrier, "1136281381675", STORY)
    pushes.take_push(hall, carrier.pushed("1136281381675", "abort", []))
    assert shipments.load_shipment(hall, number).aborted
    assert tracking.ask(hall) is None
    clock.on(minutes=1)
    pushes.take_push(hall, carrier.pushed("1136281381675"))
    assert not shipments.load_shipment(hall, number).aborted
    assert tracking.ask(hall) is not None


def test_a_number_nobody_knows_is_kept_until_somebody_does(hall: Office, carrier: Service) -> None:
    carrier.parcels["1136281381675"] = ("ems", "", STORY)
    body = carrier.pushed("1136281381675")
    for _ in range(2):
        taken = pushes.take_push(hall, body)
        assert (taken.shipment, json.loads(taken.reply)) == ("", ACKNOWLEDGED)
    assert tracking.due(hall).kept == 1
    assert pushes.match_kept(hall) == ()
    number = sent(hall, carrier, "1136281381675", STORY)
    assert pushes.match_kept(hall) == (number,)
    assert shipments.load_shipment(hall, number).stage is ShipmentStage.OUT_FOR_DELIVERY
    assert tracking.due(hall).kept == 0


PARAM = '{"status":"polling","lastResult":{"nu":"1136281381675","com":"ems","data":[]}}'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "push_unreadable"),
        (b"\xff\xfe", "push_unreadable"),
        (b"sign=1", "push_unreadable"),
        (b"a" * (1024 * 1024 + 1), "push_unreadable"),
        (form_of("{}", signed("{}", "KFQ-SALT")), "push_unreadable"),
        (form_of(PARAM, signed(PARAM, "KFQ-KEY")), "push_unsigned"),
        (form_of(PARAM, ""), "push_unsigned"),
        (form_of(PARAM + " ", signed(PARAM, "KFQ-SALT")), "push_unsigned"),
    ],
)
def test_what_is_not_theirs_is_refused_and_asked_for_again(
    hall: Office, carrier: Service, body: bytes, code: str
) -> None:
    sent(hall, carrier, "1136281381675", STORY)
    with pytest.raises(Refusal, match=code):
        pushes.take_push(hall, body)
    assert json.loads(pushes.refusal_reply(hall))["result"] is False
    assert tracking.due(hall).kept == 0


def test_another_carrier_with_the_same_number_is_another_parcel(
    hall: Office, carrier: Service
) -> None:
    sent(hall, carrier, "1136281381675", STORY, carrier="jd")
    carrier.parcels["1136281381675"] = ("ems", "", STORY)
    assert pushes.take_push(hall, carrier.pushed("1136281381675")).shipment == ""


def test_what_nobody_ever_knew_is_forgotten(hall: Office, carrier: Service, clock: Clock) -> None:
    for n, days in (("1136281381675", 31), ("1136281381676", 0)):
        carrier.parcels[n] = ("ems", "", STORY)
        pushes.take_push(hall, carrier.pushed(n))
        clock.on(days=days)
    assert tracking.due(hall).kept == 1


def test_a_parcel_that_a_push_ended_is_asked_for_once_more(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    story = [*STORY, Line(NOW, "301", "签收"), Line(NOW, "301", "签收，再说一遍")]
    number = sent(hall, carrier, "1136281381675", story)
    pushes.take_push(hall, carrier.pushed("1136281381675", "shutdown", story[:-1]))
    assert tracking.poll(hall).moved == (number,)
    clock.on(hours=4)
    assert tracking.poll(hall) == tracking.Recorded(asked=1)
    clock.on(hours=4)
    assert tracking.ask(hall) is None
