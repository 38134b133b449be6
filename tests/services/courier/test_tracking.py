"""Asking carriers: the half hour, back-off, what is journalled, and two programs on one folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from db.store import open_store
from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.courier.carrying.tracking import LOCK, TrackOutcome
from desktop.domain.courier.entries import ShipmentAmended, ShipmentTracked
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.refusal import Refusal
from desktop.services.courier import shipments, tracking
from desktop.services.courier.credentials import held, known_names, service, with_service
from desktop.services.office import Office
from tests.couriers.hall import connected, sent
from tests.couriers.server import HELD, Fault, Line, Service, carrying
from tests.offices import CLERK, NOW, SUPERVISOR, Clock


@pytest.fixture
def carrier(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as carrier:
        yield carrier


@pytest.fixture
def hall(office: Office, carrier: Service) -> Office:
    return connected(office, carrier)


def story(*codes: str) -> list[Line]:
    """One line every two hours from now on."""
    return [Line(NOW + timedelta(hours=2 * n), code, f"第 {n} 条") for n, code in enumerate(codes)]


def tracked(office: Office, number: str) -> list[ShipmentTracked]:
    facts = office.store.journal.facts(f"shipment:{number}")
    return [one.payload for one in facts if isinstance(one.payload, ShipmentTracked)]


def test_a_parcel_is_followed_to_its_end_and_then_no_more(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    number = sent(hall, carrier, "1136281381675", story("103", "0", "5", "303"))
    stages = []
    for _ in range(60):
        if tracking.poll(hall).moved:
            stages.append(shipments.load_shipment(hall, number).stage)
        clock.on(minutes=20)
    assert stages == [
        ShipmentStage.PICKED_UP,
        ShipmentStage.IN_TRANSIT,
        ShipmentStage.OUT_FOR_DELIVERY,
        ShipmentStage.SIGNED,
    ]
    told = shipments.load_shipment(hall, number)
    assert (told.signed_by, len(told.progress.passed)) == (SignedBy.OTHER, 4)
    assert [len(one.events) for one in tracked(hall, number)] == [1, 1, 1, 1]
    assert not carrier.locked
    assert tracking.due(hall).waiting == 0


def test_the_same_answer_again_writes_nothing(hall: Office, carrier: Service, clock: Clock) -> None:
    number = sent(hall, carrier, "1136281381675", story("103"))
    for _ in range(5):
        tracking.poll(hall)
        clock.on(hours=4)
    assert len(carrier.asked["1136281381675"]) == 5
    assert len(tracked(hall, number)) == 1


def test_nothing_is_asked_twice_in_half_an_hour_whatever_happens_between(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    sent(hall, carrier, "1136281381675", story("103"))
    assert tracking.ask(hall) is not None  # claimed, and nobody lived to ask
    assert tracking.ask(hall) is None
    clock.on(minutes=30)
    assert tracking.ask(hall) is None
    clock.on(minutes=6)
    assert tracking.poll(hall).asked == 1


def test_two_programs_on_one_folder_never_ask_the_same(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    for n in range(30):
        sent(hall, carrier, f"11362813816{n:02}", story("103"))
    link = hall.store.journal._link  # type: ignore[attr-defined]
    second = replace(hall, store=open_store(link.path, link.keys, clock, "A07"))
    asked = [tracking.ask(one, 10) for one in (hall, second, hall, second)]
    numbers = [q.waybill for one in asked if one is not None for _, q in one.questions]
    assert len(numbers) == len(set(numbers)) == 30
    second.store.close()


def test_a_number_corrected_to_another_carrier_waits_its_half_hour(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    number = sent(hall, carrier, "1136281381675", story("103"))
    carrier.fault = lambda _number, _nth: Fault.CODE_601
    tracking.poll(hall)
    shipments.amend(hall, SUPERVISOR, number, ShipmentAmended(carrier="jd", justification="改"))
    clock.on(minutes=29)
    assert tracking.ask(hall) is None
    clock.on(minutes=1)
    asked = tracking.ask(hall)
    assert asked is not None
    assert [q.carrier for _, q in asked.questions] == ["jd"]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.HTTP_500, TrackOutcome.FAILED),
        (Fault.LOCK, TrackOutcome.LOCKED),
        (Fault.RUBBISH, TrackOutcome.UNREADABLE),
        (Fault.OTHER_NUMBER, TrackOutcome.OTHER_NUMBER),
    ],
)
def test_a_failure_is_counted_and_tried_again(
    hall: Office, carrier: Service, clock: Clock, fault: Fault, outcome: TrackOutcome
) -> None:
    number = sent(hall, carrier, "1136281381675", story("103"))
    carrier.fault = lambda _number, nth: fault if nth == 1 else None
    assert tracking.poll(hall).failed == 1
    poll = hall.store.polling.poll("1136281381675")
    assert poll is not None
    assert (poll.failures, poll.outcome) == (1, outcome)
    assert LOCK <= poll.next_at - clock() <= LOCK + timedelta(minutes=5)
    worst = tracking.due(hall).worst
    assert worst is not None
    assert worst.waybill == "1136281381675"
    assert not tracked(hall, number)
    clock.on(minutes=36)
    assert tracking.poll(hall).moved == (number,)
    assert tracking.due(hall).worst is None


def test_a_key_that_is_refused_ends_the_batch(hall: Office, carrier: Service, clock: Clock) -> None:
    for n in range(5):
        sent(hall, carrier, f"113628138167{n}", story("103"))
    carrier.fault = lambda _number, _nth: Fault.CODE_601
    assert tracking.poll(hall).asked == 1
    assert tracking.ask(hall) is None


def test_a_batch_stops_when_it_is_told_to(hall: Office, carrier: Service) -> None:
    for n in range(5):
        sent(hall, carrier, f"113628138167{n}", story("103"))
    asked = tracking.ask(hall)
    assert asked is not None
    left = iter((True, True, False))
    assert len(tracking.answered(asked, lambda: next(left))) == 2


def test_a_batch_sends_no_question_after_its_time(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    sent(hall, carrier, "1136281381675", story("103"))
    asked = tracking.ask(hall)
    assert asked is not None
    clock.on(minutes=6)
    assert tracking.answered(asked) == ()
    assert not carrier.asked


def test_a_carrier_by_hand_and_a_parcel_without_a_number_are_not_asked_for(
    hall: Office, carrier: Service
) -> None:
    from desktop.domain.courier.carriers import Direction
    from desktop.domain.courier.entries import ShipmentCreated

    for waybill, code in (("", "ems"), ("1136281381675", "other")):
        told = ShipmentCreated(direction=Direction.INBOUND, carrier=code, waybill=waybill)
        shipments.create(hall, CLERK, told)
    assert tracking.ask(hall) is None
    assert tracking.due(hall).waiting == 0


def test_what_waits_in_a_locker_is_followed_until_it_is_taken(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    number = sent(hall, carrier, "1136281381675", story("103", "501", "5", "5", "301"))
    for _ in range(40):
        tracking.poll(hall)
        clock.on(minutes=40)
    told = shipments.load_shipment(hall, number)
    assert (told.stage, told.signed_by) == (ShipmentStage.SIGNED, SignedBy.SELF)
    assert tracking.due(hall).waiting == 0


def test_sixty_days_without_a_word_end_the_asking(
    hall: Office, carrier: Service, clock: Clock
) -> None:
    number = sent(hall, carrier, "1136281381675", story("103"))
    tracking.poll(hall)
    clock.on(days=61)
    tracking.poll(hall)
    told = shipments.load_shipment(hall, number)
    assert (told.aborted, told.stage) == (True, ShipmentStage.PICKED_UP)
    assert tracking.due(hall).waiting == 0


def test_without_an_address_all_is_told_by_hand(office: Office, carrier: Service) -> None:
    hall = connected(office, carrier)
    sent(hall, carrier, "1136281381675", story("103"))
    hall.station = with_service(hall, SUPERVISOR, CarrierPlace())
    assert service(hall) is None
    assert tracking.ask(hall) is None
    assert tracking.poll(hall).asked == 0
    assert held(hall) == Credentials()


def test_credentials_are_kept_and_only_their_presence_is_told(
    office: Office, carrier: Service
) -> None:
    place = CarrierPlace(tracking="https://poll.example")
    with pytest.raises(Refusal, match="carrier_credentials"):
        with_service(office, SUPERVISOR, place, Credentials(customer="C"))
    with pytest.raises(Refusal, match="source_address"):
        with_service(office, SUPERVISOR, CarrierPlace(tracking="http://poll.example"), HELD)
    with pytest.raises(Refusal, match="not_allowed"):
        with_service(office, CLERK, place, HELD)
    with_service(office, SUPERVISOR, place, HELD)
    with_service(office, SUPERVISOR, place, Credentials(salt="another"))
    assert held(office) == replace(HELD, salt="another")
    assert known_names(office) == {"customer": True, "key": True, "secret": True, "salt": True}
