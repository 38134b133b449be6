"""Text messages: prepared where something happened, once, and the step never waits for them."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ShipmentCreated
from desktop.domain.courier.messages import Template
from desktop.domain.courier.progress import Event
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.messages.outbox import FileOutbox
from desktop.services.courier import handover, messages, shipments
from desktop.services.office import Office
from tests.offices import CLERK, Clock

HERE = Address(name="李晓敏", phone="138 0013 8021", street="北京市大兴区荣华中路10号")
_S = ShipmentStage


@pytest.fixture
def outbox(office: Office, tmp_path: Path) -> Path:
    office.messages = FileOutbox(tmp_path)
    return tmp_path / "outbox/messages"


def parcel(office: Office, to: Address = HERE) -> str:
    told = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", receiver=to, waybill="EA123456785CN"
    )
    return shipments.create(office, CLERK, told).shipment.number


def templates(office: Office, number: str) -> list[Template]:
    return [one.template for one in messages.prepared(office, number)]


def test_each_event_is_told_once(office: Office, clock: Clock, outbox: Path) -> None:
    number = parcel(office)
    handover.hand_over(office, CLERK, "ems", (number,))
    for stage, by in (
        (_S.IN_TRANSIT, None),
        (_S.OUT_FOR_DELIVERY, None),
        (_S.SIGNED, SignedBy.LOCKER),
    ):
        clock.on(hours=1)
        shipments.move(office, CLERK, number, stage, signed_by=by)
        assert messages.tell(office, CLERK, number) is None
    assert templates(office, number) == [Template.HANDED_OVER, Template.DELIVERING, Template.LOCKER]
    assert len(list(outbox.iterdir())) == 3


def test_a_second_try_on_another_day_is_told_again(
    office: Office, clock: Clock, outbox: Path
) -> None:
    number = parcel(office)
    for stage in (_S.PICKED_UP, _S.OUT_FOR_DELIVERY, _S.IN_TRANSIT, _S.OUT_FOR_DELIVERY):
        clock.on(hours=1)
        shipments.move(office, CLERK, number, stage)
    assert templates(office, number).count(Template.DELIVERING) == 1
    clock.on(days=1)
    shipments.move(office, CLERK, number, _S.IN_TRANSIT)
    shipments.move(office, CLERK, number, _S.OUT_FOR_DELIVERY)
    assert templates(office, number).count(Template.DELIVERING) == 2
    assert templates(office, number).count(Template.HANDED_OVER) == 1
    assert len(list(outbox.iterdir())) == 3


def test_the_file_has_the_number_in_full_and_the_journal_has_not(
    office: Office, outbox: Path
) -> None:
    number = parcel(office)
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    (path,) = outbox.iterdir()
    told = json.loads(path.read_text("utf-8"))
    assert told["to"] == "13800138021"
    assert told["text"].startswith("【经开区政务服务中心】您的办理结果已于11月23日交给EMS")
    assert "李晓敏" not in told["text"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(outbox.stat().st_mode) == 0o700
    (entry,) = messages.prepared(office, number)
    assert entry.phone == "138******21"
    facts = office.store.journal.facts(f"message:{number}")
    assert "13800138021" not in facts[0].entry.body


def test_nobody_is_told_who_has_no_mobile_number(office: Office, outbox: Path) -> None:
    number = parcel(office, replace(HERE, phone="010-55550000"))
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    assert not outbox.exists()
    assert messages.prepared(office, number) == ()


def test_an_outbox_that_cannot_be_written_stops_no_step(office: Office, tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("in the way")
    office.messages = FileOutbox(tmp_path)
    number = parcel(office)
    assert shipments.move(office, CLERK, number, _S.PICKED_UP).stage is _S.PICKED_UP
    assert messages.prepared(office, number) == ()
    (tmp_path / "outbox").unlink()
    assert messages.tell(office, CLERK, number) is not None
    assert templates(office, number) == [Template.HANDED_OVER]


def test_what_a_carrier_tells_is_told_on(office: Office, outbox: Path) -> None:
    number = parcel(office)
    told = Event(at=office.now(), stage=_S.OUT_FOR_DELIVERY, code="5", source="kuaidi100")
    for _again in "ab":
        shipments.take_events(office, CLERK, number, "kuaidi100", [told])
    assert templates(office, number) == [Template.DELIVERING]


def test_materials_that_arrived_are_told_to_who_sent_them(office: Office, outbox: Path) -> None:
    told = ShipmentCreated(
        direction=Direction.INBOUND, carrier="shunfeng", sender=HERE, waybill="SF1234567890"
    )
    number = shipments.create(office, CLERK, told).shipment.number
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    shipments.move(office, CLERK, number, _S.SIGNED)
    assert templates(office, number) == [Template.ARRIVED]
    assert len(list(outbox.iterdir())) == 1
