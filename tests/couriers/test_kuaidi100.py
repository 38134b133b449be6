"""The service over HTTP against the loopback: whatever it does is an answer, and nothing is sent twice."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs

import pytest

from desktop.couriers import http_form
from desktop.couriers.kuaidi100 import Kuaidi100
from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.courier.carrying.tracking import TrackOutcome, TrackQuestion
from desktop.domain.courier.steps import ShipmentStage
from tests.couriers.server import HELD, Fault, Line, Service, carrying
from tests.offices import Clock

QUESTION = TrackQuestion(number="K1", carrier="ems", waybill="1136281381675", phone="13800138021")


@pytest.fixture
def service(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as service:
        story = [
            Line(clock() - timedelta(hours=n), code) for n, code in ((9, "103"), (5, "0"), (1, "5"))
        ]
        for com in ("ems", "shunfeng"):
            service.parcels[QUESTION.waybill + com[:1]] = (com, QUESTION.phone, story)
        service.parcels[QUESTION.waybill] = ("ems", QUESTION.phone, story)
        yield service


def adapter(service: Service, held: Credentials = HELD) -> Kuaidi100:
    return Kuaidi100(CarrierPlace(tracking=service.server.address), held, service.now)


def test_the_story_is_told(service: Service) -> None:
    told = adapter(service).track(QUESTION)
    assert [one.stage for one in sorted(told.events, key=lambda one: one.at)] == [
        ShipmentStage.PICKED_UP,
        ShipmentStage.IN_TRANSIT,
        ShipmentStage.OUT_FOR_DELIVERY,
    ]


def test_the_form_is_signed_over_the_text_that_is_sent(service: Service) -> None:
    adapter(service).track(QUESTION)
    form = parse_qs(service.server.asked[0].body.decode())
    param = form["param"][0]
    assert param == '{"com":"ems","num":"1136281381675","resultv2":"4"}'
    assert form["customer"] == [HELD.customer]
    assert HELD.key not in service.server.asked[0].body.decode()


def test_only_a_carrier_that_must_have_it_gets_the_telephone_and_only_its_end(
    service: Service,
) -> None:
    question = replace(QUESTION, carrier="shunfeng", waybill=QUESTION.waybill + "s")
    assert adapter(service).track(question).outcome is TrackOutcome.TOLD
    param = json.loads(parse_qs(service.server.asked[0].body.decode())["param"][0])
    assert param["phone"] == "8021"
    assert adapter(service).track(replace(question, phone="不详")).outcome is TrackOutcome.NO_PHONE
    assert len(service.server.asked) == 1


def test_a_wrong_key_and_a_wrong_telephone_are_told_apart(service: Service) -> None:
    wrong = adapter(service, replace(HELD, key="?")).track(QUESTION)
    assert wrong.outcome is TrackOutcome.DENIED
    question = TrackQuestion(
        number="K1", carrier="shunfeng", waybill=QUESTION.waybill + "s", phone="13800130000"
    )
    assert adapter(service).track(question).outcome is TrackOutcome.REJECTED


FAULTS = [
    (Fault.HTTP_500, TrackOutcome.FAILED),
    (Fault.CODE_500, TrackOutcome.FAILED),
    (Fault.CODE_501, TrackOutcome.FAILED),
    (Fault.CODE_601, TrackOutcome.DENIED),
    (Fault.LOCK, TrackOutcome.LOCKED),
    (Fault.HALF, TrackOutcome.UNREADABLE),
    (Fault.RUBBISH, TrackOutcome.UNREADABLE),
    (Fault.HUGE, TrackOutcome.UNREADABLE),
    (Fault.OTHER_NUMBER, TrackOutcome.OTHER_NUMBER),
    (Fault.TWICE, TrackOutcome.TOLD),
    (Fault.SHUFFLED, TrackOutcome.TOLD),
    (Fault.WITHOUT_NEWEST, TrackOutcome.TOLD),
]


@pytest.mark.parametrize(("fault", "outcome"), FAULTS)
def test_a_fault_is_an_answer_and_is_asked_once(
    service: Service, fault: Fault, outcome: TrackOutcome
) -> None:
    service.fault = lambda _number, _nth: fault
    told = adapter(service).track(QUESTION)
    assert told.outcome is outcome
    assert bool(told.events) is (outcome is TrackOutcome.TOLD)
    assert len(service.server.asked) == 1


def test_a_slow_answer_is_given_up_and_not_asked_again(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_form, "READ_SECONDS", 0.05)
    service.fault = lambda _number, _nth: Fault.SLOW
    assert adapter(service).track(QUESTION).outcome is TrackOutcome.TIMED_OUT
    assert len(service.server.asked) == 1


def test_a_redirect_is_not_followed(service: Service) -> None:
    address = f"{service.server.address}/elsewhere"
    service.server.replies = [(307, b"", {"Location": address})]
    assert adapter(service).track(QUESTION).outcome is TrackOutcome.FAILED
    assert len(service.server.asked) == 1


def test_nobody_listens(clock: Clock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        place = CarrierPlace(tracking=f"http://127.0.0.1:{taken.getsockname()[1]}")
        told = Kuaidi100(place, HELD, clock).track(QUESTION)
    assert told.outcome is TrackOutcome.UNREACHABLE


def test_the_service_locks_who_asks_twice(service: Service, clock: Clock) -> None:
    asking = adapter(service)
    assert asking.track(QUESTION).outcome is TrackOutcome.TOLD
    clock.on(minutes=29)
    assert asking.track(QUESTION).outcome is TrackOutcome.LOCKED
    assert len(service.locked) == 1
    clock.on(minutes=1)
    assert asking.track(QUESTION).outcome is TrackOutcome.TOLD


def test_subscribing_again_is_a_success(service: Service) -> None:
    asking = adapter(service)
    callback = "https://hall.example/push"
    assert asking.subscribe(QUESTION, callback) is TrackOutcome.TOLD
    assert asking.subscribe(QUESTION, callback) is TrackOutcome.TOLD
    told = service.subscribed[QUESTION.waybill]
    assert told["parameters"] == {"callbackurl": callback, "salt": HELD.salt, "resultv2": "4"}
    assert "phone" not in told
    unknown = replace(QUESTION, waybill="99999999")
    assert asking.subscribe(unknown, callback) is TrackOutcome.REJECTED
    wrong = adapter(service, replace(HELD, key="?"))
    assert wrong.subscribe(QUESTION, callback) is TrackOutcome.DENIED
    service.server.replies = [(200, b"{}", {})]
    assert asking.subscribe(QUESTION, callback) is TrackOutcome.UNREADABLE


def test_nothing_of_the_credentials_is_in_a_text_of_them() -> None:
    assert HELD.key not in repr(HELD)
    assert "13800138021" not in repr(QUESTION)
