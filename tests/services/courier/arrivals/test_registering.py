from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.arrivals.entries import Condition
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.progress import Event
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.refusal import Refusal
from desktop.services.courier import shipments
from desktop.services.courier.arrivals import registering
from desktop.services.courier.arrivals.registering import Parcel
from desktop.services.office import Office
from desktop.wording.refusals import sentence
from tests.offices import CLERK, NOW
from tests.services.courier.arrivals.arriving import FRIDAY, OTHER, SENDER, WAYBILL, arrive


def entries(office: Office) -> int:
    return office.store.journal.heads()[0].seq


def announce(office: Office, waybill: str = WAYBILL, carrier: str = "ems") -> str:
    told = ShipmentCreated(
        direction=Direction.INBOUND, carrier=carrier, waybill=waybill, sender=SENDER
    )
    return shipments.create(office, CLERK, told).shipment.number


def test_an_unannounced_parcel_is_signed_for_when_it_was(office: Office) -> None:
    before = entries(office)
    parcel = arrive(office, " ea123456785cn ", received_by="王小满", pieces=2)
    assert (parcel.direction, parcel.carrier, parcel.waybill) == (
        Direction.INBOUND, "ems", WAYBILL,
    )  # fmt: skip
    assert (parcel.stage, parcel.moved_at) == (ShipmentStage.SIGNED, FRIDAY)
    assert entries(office) == before + 3
    arrival = office.store.views.arrival(parcel.number)
    assert arrival is not None
    assert (arrival.signed_at, arrival.registered_at) == (FRIDAY, NOW)
    assert (arrival.state, arrival.pieces, arrival.announced) == (ArrivalState.WAITING, 2, False)
    assert (arrival.sender, arrival.clerk, arrival.received_by) == (SENDER, "0712", "王小满")


def test_without_a_moment_it_is_now_and_never_later(office: Office) -> None:
    assert arrive(office, signed_at=None).moved_at == NOW
    with pytest.raises(Refusal, match="in_the_future"):
        arrive(office, OTHER, signed_at=NOW + timedelta(minutes=1))


def test_the_carrier_is_as_the_number_looks_unless_told(office: Office) -> None:
    assert arrive(office, OTHER).carrier == "jd"
    assert arrive(office, "ABC123456").carrier == "other"
    assert arrive(office, "ABC1234567", carrier="yunda").carrier == "yunda"


def test_an_announced_parcel_is_signed_and_not_doubled(office: Office) -> None:
    number = announce(office, carrier="shunfeng")
    parcel = arrive(office, carrier="ems", weight=300, sender=replace(SENDER, phone=""))
    assert parcel.number == number
    assert (parcel.stage, parcel.moved_at) == (ShipmentStage.SIGNED, FRIDAY)
    assert (parcel.carrier, parcel.weight) == ("ems", 300)
    arrival = office.store.views.arrival(number)
    assert arrival is not None
    assert arrival.announced
    assert (arrival.sender.name, arrival.sender.phone) == ("李晓敏", "")


def test_what_the_carrier_told_is_not_told_again(office: Office) -> None:
    number = announce(office)
    at = FRIDAY - timedelta(minutes=5)
    signed = Event(at=at, stage=ShipmentStage.SIGNED, signed_by=SignedBy.OTHER, source="x")
    shipments.take_events(office, CLERK, number, "x", [signed])
    before = entries(office)
    parcel = arrive(office, sender=Address())
    assert (parcel.moved_at, parcel.signed_by) == (at, SignedBy.OTHER)
    assert entries(office) == before + 1
    arrival = office.store.views.arrival(number)
    assert arrival is not None
    assert (arrival.signed_at, arrival.sender) == (FRIDAY, SENDER)


def test_a_cancelled_announcement_that_comes_after_all_is_signed_for(office: Office) -> None:
    number = announce(office)
    shipments.move(office, CLERK, number, ShipmentStage.CANCELLED, at=FRIDAY - timedelta(days=1))
    assert arrive(office).stage is ShipmentStage.SIGNED


def test_a_parcel_is_registered_once(office: Office) -> None:
    number = arrive(office).number
    before = entries(office)
    with pytest.raises(Refusal) as refused:
        arrive(office)
    assert refused.value.code == "parcel_registered"
    told = sentence(refused.value)
    assert all(part in told for part in (WAYBILL, "0712", "2026-11-23 10:41", number))
    assert entries(office) == before
    assert arrive(office, carrier="yunda").number != number


def test_a_parcel_of_ours_that_came_back_is_said_to_be_one(office: Office) -> None:
    told = ShipmentCreated(direction=Direction.OUTBOUND, carrier="ems", waybill=WAYBILL)
    shipments.create(office, CLERK, told)
    with pytest.raises(Refusal, match="parcel_is_ours"):
        arrive(office)
    assert arrive(office, carrier="jd").carrier == "jd"


def test_what_cannot_be_is_refused_and_nothing_is_written(office: Office) -> None:
    gone = replace(CLERK, active=False)
    before = entries(office)
    for code, told in (
        ("waybill_wrong", Parcel(waybill="")),
        ("waybill_wrong", Parcel(waybill="EA123456784CN")),
        ("no_pieces", Parcel(waybill=WAYBILL, pieces=0)),
        ("unknown_carrier", Parcel(waybill=WAYBILL, carrier="pigeon")),
    ):
        with pytest.raises(Refusal, match=code):
            registering.register(office, CLERK, told)
    with pytest.raises(Refusal, match="not_allowed"):
        registering.register(office, gone, Parcel(waybill=WAYBILL))
    with pytest.raises(Refusal, match="not_registered"):
        registering.load_arrival(office, "x")
    assert entries(office) == before


def test_the_state_of_the_parcel_is_kept(office: Office) -> None:
    parcel = arrive(office, condition=Condition.OPENED, note="封口胶带重贴过")
    arrival = registering.load_arrival(office, parcel.number)
    assert (arrival.condition, arrival.note) == (Condition.OPENED, "封口胶带重贴过")
