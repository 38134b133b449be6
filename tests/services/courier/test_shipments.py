from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.cases.naming.papers import TITLES
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Address, Content, ShipmentAmended, ShipmentCreated
from desktop.domain.courier.progress import Event
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.courier import labels, shipments
from desktop.services.office import Office
from tests.offices import CLERK, NOW, SUPERVISOR, Clock, answered, whole

WAYBILL, OTHER = "EA123456785CN", "1136281381675"
TO = Address(name="李晓敏", phone="13800138021", city="北京", street="荣华街道")
NOTICE = Content(case="", kind=ContentKind.NOTICE, key="n", name="受理通知书")
LICENCE = replace(NOTICE, kind=ContentKind.LICENCE, name="许可证")


def told(carrier: str = "ems", *contents: Content, **more: Any) -> ShipmentCreated:
    return ShipmentCreated(
        direction=Direction.OUTBOUND, carrier=carrier, contents=contents, receiver=TO, **more
    )


def entries(office: Office) -> int:
    return office.store.journal.heads()[0].seq


def test_a_shipment_is_numbered_by_device_and_day(office: Office, clock: Clock) -> None:
    numbers = [shipments.create(office, CLERK, told()).shipment.number for _ in "ab"]
    clock.on(days=1)
    numbers.append(shipments.create(office, CLERK, told()).shipment.number)
    assert numbers == [
        "KFQ-20261123-A07-K0001", "KFQ-20261123-A07-K0002", "KFQ-20261124-A07-K0001",
    ]  # fmt: skip


def test_the_way_out_is_suggested_from_the_case(office: Office) -> None:
    way = Delivery(way=Way.COURIER, receiver="李大敏", phone="13900139021", address="二号")
    case = acts.finish(office, CLERK, whole(office, "SP06", delivery=way)).case
    found = shipments.suggest(office, case.number, Direction.OUTBOUND)
    assert found.carrier == "ems"
    assert (found.receiver.name, found.receiver.street) == ("李大敏", "二号")
    assert found.sender.name == office.station.hall_name
    kinds = [(line.kind, line.name) for line in found.contents]
    assert kinds == [
        (ContentKind.NOTICE, TITLES[PaperKind.SETTLEMENT]),
        (ContentKind.LICENCE, case.result),
    ]
    assert {line.case for line in found.contents} == {case.number}


def test_the_way_in_is_what_the_case_still_lacks(office: Office) -> None:
    case = acts.receive(office, CLERK, answered(office)).case
    found = shipments.suggest(office, case.number, Direction.INBOUND)
    assert [line.key for line in found.contents] == [line.key for line in case.lines]
    assert (found.sender.name, found.receiver.name) == ("李晓敏", office.station.hall_name)
    full = acts.receive(office, CLERK, whole(office)).case
    assert shipments.suggest(office, full.number, Direction.INBOUND).contents == ()


def test_a_waybill_is_kept_in_one_form_and_used_once(office: Office) -> None:
    first = shipments.create(office, CLERK, told(waybill=" ea123456785cn "))
    assert (first.shipment.waybill, first.warning) == (WAYBILL, "")
    before = entries(office)
    with pytest.raises(Refusal) as refused:
        shipments.create(office, CLERK, told(waybill=WAYBILL))
    assert refused.value.code == "waybill_in_use"
    assert refused.value.data["shipment"] == first.shipment.number
    assert entries(office) == before
    assert shipments.create(office, CLERK, told("jd", waybill=WAYBILL)).shipment.carrier == "jd"


def test_a_waybill_without_a_check_digit_warns(office: Office) -> None:
    assert shipments.create(office, CLERK, told(waybill=OTHER)).warning == "waybill_unchecked"
    with pytest.raises(Refusal, match="waybill_wrong"):
        shipments.create(office, CLERK, told(waybill="EA123456784CN"))


def test_a_document_goes_by_post_unless_a_supervisor_says_why(office: Office) -> None:
    with pytest.raises(Refusal, match="document_not_by_post"):
        shipments.create(office, CLERK, told("jd", NOTICE))
    with pytest.raises(Refusal, match="not_allowed"):
        shipments.create(office, CLERK, told("jd", NOTICE, justification="邮政停运"))
    sent = shipments.create(office, SUPERVISOR, told("jd", NOTICE, justification="邮政停运"))
    assert sent.warning == ""
    warned = shipments.create(office, CLERK, told("jd", LICENCE))
    assert warned.warning == "licence_not_by_post"


def test_a_reason_once_given_stands_for_the_clerk_who_scans_the_waybill(office: Office) -> None:
    sent = shipments.create(office, SUPERVISOR, told("jd", NOTICE, justification="邮政停运"))
    number = sent.shipment.number
    found = shipments.amend(office, CLERK, number, ShipmentAmended(waybill=OTHER))
    assert found.shipment.waybill == OTHER
    for change in (ShipmentAmended(carrier="yunda"), ShipmentAmended(justification="另有理由")):
        with pytest.raises(Refusal, match="not_allowed"):
            shipments.amend(office, CLERK, number, change)
    back = shipments.amend(office, CLERK, number, ShipmentAmended(carrier="ems"))
    assert back.shipment.carrier == "ems"


def test_an_amendment_is_checked_like_a_creation(office: Office) -> None:
    one = shipments.create(office, CLERK, told("ems", NOTICE, waybill=WAYBILL)).shipment.number
    two = shipments.create(office, CLERK, told("ems", NOTICE)).shipment.number
    with pytest.raises(Refusal, match="waybill_in_use"):
        shipments.amend(office, CLERK, two, ShipmentAmended(waybill=WAYBILL))
    with pytest.raises(Refusal, match="document_not_by_post"):
        shipments.amend(office, CLERK, two, ShipmentAmended(carrier="jd"))
    same = shipments.amend(office, CLERK, one, ShipmentAmended(waybill=WAYBILL.lower()))
    assert same.shipment.waybill == WAYBILL


def test_contents_are_closed_once_the_parcel_left(office: Office) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    shipments.move(office, CLERK, number, ShipmentStage.PICKED_UP)
    with pytest.raises(Refusal, match="parcel_closed"):
        shipments.amend(office, CLERK, number, ShipmentAmended(contents=(NOTICE,)))
    found = shipments.amend(office, CLERK, number, ShipmentAmended(waybill=WAYBILL))
    assert found.shipment.waybill == WAYBILL


def test_steps_by_hand_with_their_time(office: Office, clock: Clock) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    clock.on(days=2)
    then = NOW + timedelta(days=1)
    shipments.move(office, CLERK, number, ShipmentStage.PICKED_UP, at=then)
    done = shipments.move(
        office, CLERK, number, ShipmentStage.SIGNED, signed_by=SignedBy.SELF, note="本人"
    )
    assert done.history == (
        (ShipmentStage.PICKED_UP, then), (ShipmentStage.SIGNED, clock.at),
    )  # fmt: skip
    with pytest.raises(Refusal, match="no_such_step"):
        shipments.move(office, CLERK, number, ShipmentStage.LOST)


def test_only_what_is_new_of_a_carriers_answer_is_written(office: Office) -> None:
    number = shipments.create(office, CLERK, told(waybill=WAYBILL)).shipment.number
    at = NOW - timedelta(hours=1)
    events = [
        Event(at=at, stage=ShipmentStage.PICKED_UP, code="103", source="x", text="已揽收"),
        Event(at=at, stage=None, code="777", source="x", text="？"),
    ]
    entity = f"shipment:{number}"
    shipments.take_events(office, CLERK, number, "x", events[:1])
    once = shipments.take_events(office, CLERK, number, "x", [*events, *events])
    written = len(office.store.journal.facts(entity))
    again = shipments.take_events(office, CLERK, number, "x", reversed(events))
    assert again == once
    assert len(office.store.journal.facts(entity)) == written == 3
    assert [one.event.code for one in once.progress.passed] == ["103", "777"]
    assert once.stage is ShipmentStage.PICKED_UP
    assert [one.code for one in once.progress.unknown] == ["777"]
    row = office.store.views.shipments(ShipmentFilter(text=WAYBILL))[0]
    assert (row.stage, row.last_at, row.aborted) == (ShipmentStage.PICKED_UP, at, False)
    gone = shipments.take_events(office, CLERK, number, "x", (), aborted=True)
    assert gone.aborted
    assert shipments.take_events(office, CLERK, number, "x", (), aborted=True) == gone


def test_no_step_lies_in_the_future(office: Office) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    with pytest.raises(Refusal, match="in_the_future"):
        shipments.move(
            office, CLERK, number, ShipmentStage.PICKED_UP, at=NOW + timedelta(minutes=1)
        )


def test_a_label_says_no_more_than_it_must(office: Office) -> None:
    number = shipments.create(office, CLERK, told(waybill=WAYBILL)).shipment.number
    label = labels.label(office, number)
    assert (label.carrier, label.city, label.waybill) == ("EMS（邮政）", "北京", WAYBILL)
    assert office.renderer.label(label).startswith(b"%PDF")


def test_what_does_not_exist_or_may_not_be(office: Office) -> None:
    gone = replace(CLERK, active=False)
    number = shipments.create(office, CLERK, told()).shipment.number
    for code, act in (
        ("unknown_shipment", lambda: labels.label(office, "x")),
        ("unknown_carrier", lambda: shipments.create(office, CLERK, told("pigeon"))),
        ("not_allowed", lambda: shipments.create(office, gone, told())),
        ("not_allowed", lambda: shipments.amend(office, gone, number, ShipmentAmended())),
        ("not_allowed", lambda: shipments.move(office, gone, number, ShipmentStage.SIGNED)),
    ):
        with pytest.raises(Refusal, match=code):
            act()
