"""The commands of the courier: what they answer, and that no secret is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.courier.carriers import COMMANDS
from desktop.domain.courier.steps import ShipmentStage
from desktop.services.courier import shipments
from desktop.services.office import Office
from tests.couriers.hall import connected, sent
from tests.couriers.server import HELD, Fault, Line, Service, carrying
from tests.offices import NOW, Clock

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]
STORY = [Line(NOW - timedelta(hours=3), "103", "已揽收"), Line(NOW - timedelta(hours=1), "7777")]


@pytest.fixture
def carrier(clock: Clock) -> Iterator[Service]:
    with carrying(clock) as carrier:
        yield carrier


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["courier", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_one_round_asks_all_that_is_due(
    capsys: Capture, office: Office, carrier: Service, clock: Clock
) -> None:
    connected(office, carrier)
    numbers = [sent(office, carrier, f"11362813816{n:02}", STORY) for n in range(25)]
    told = value(capsys, office, "poll", "--once")
    assert (told["asked"], told["failed"]) == (25, 0)
    assert set(told["moved"]) == set(numbers)
    assert value(capsys, office, "poll", "--once")["asked"] == 0
    assert run(PROGRAM, ["courier", "status"], office) == 0
    assert capsys.readouterr().out == "承运人查询：上次 10:41，在查 25 件\n"
    assert value(capsys, office, "status")["waiting"] == 25


def test_a_failure_is_told_with_the_next_time(
    capsys: Capture, office: Office, carrier: Service
) -> None:
    connected(office, carrier)
    sent(office, carrier, "1136281381675", STORY)
    carrier.fault = lambda _number, _nth: Fault.HTTP_500
    assert run(PROGRAM, ["courier", "poll", "--once"], office) == 0
    out = capsys.readouterr().out
    assert "问了 1 件，0 件有新动态，1 件没有查到" in out
    assert "1 件没有查到（对方系统出错），11:1" in out


def test_a_refused_key_is_an_error_for_a_scheduler(
    capsys: Capture, office: Office, carrier: Service
) -> None:
    connected(office, carrier)
    sent(office, carrier, "1136281381675", STORY)
    carrier.fault = lambda _number, _nth: Fault.CODE_601
    assert value(capsys, office, "poll", "--once", code=1)["failed"] == 1


def test_without_a_service_it_says_what_to_do(capsys: Capture, office: Office) -> None:
    assert value(capsys, office, "poll", "--once", code=1)["refused"] == "no_carrier_service"


def test_a_push_is_taken_in_and_its_reply_printed(
    capsys: Capture, office: Office, carrier: Service, tmp_path: Path
) -> None:
    connected(office, carrier)
    number = sent(office, carrier, "1136281381675", STORY)
    file = tmp_path / "push"
    file.write_bytes(carrier.pushed("1136281381675"))
    assert run(PROGRAM, ["courier", "push", str(file)], office) == 0
    assert json.loads(capsys.readouterr().out)["returnCode"] == "200"
    assert shipments.load_shipment(office, number).stage is ShipmentStage.PICKED_UP
    told = value(capsys, office, "push", str(file))
    assert (told["shipment"], told["new"]) == (number, False)
    file.write_bytes(b"sign=1&param={}")
    assert run(PROGRAM, ["courier", "push", str(file)], office) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["result"] is False
    assert "签名不对" in captured.err


def test_credentials_come_from_files_and_are_never_shown(
    capsys: Capture, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YICHUANG_HOME", str(tmp_path))
    for name in ("key", "salt"):
        (tmp_path / name).write_text(f"{getattr(HELD, name)}\n", "utf-8")
    address = "https://poll.example"
    told = value(
        capsys, office, "credentials", "--address", address, "--customer", HELD.customer,
        "--key-file", str(tmp_path / "key"), "--salt-file", str(tmp_path / "salt"),
    )  # fmt: skip
    held = {"customer": True, "key": True, "secret": False, "salt": True}
    assert told == {"address": address, "orders": "", "held": held, "complete": True}
    assert run(PROGRAM, ["courier", "credentials"], office) == 0
    out = capsys.readouterr().out
    assert "已存：客户号、密钥、推送密钥" in out
    kept = (tmp_path / "station.toml").read_text("utf-8")
    assert address in kept
    for secret in (HELD.customer, HELD.key, HELD.salt):
        assert secret not in out + kept
    again = ("credentials", "--address", "http://poll.example")
    assert value(capsys, office, *again, code=1)["refused"] == "source_address"
    assert value(capsys, office, "credentials", "--address", "")["held"]["key"] is False


def test_a_parcel_is_subscribed_and_again(
    capsys: Capture, office: Office, carrier: Service
) -> None:
    connected(office, carrier)
    number = sent(office, carrier, "1136281381675", STORY)
    more = ("subscribe", number, "--callback", "https://hall.example/push")
    for _ in range(2):
        assert value(capsys, office, *more)["outcome"] == "told"
    del carrier.parcels["1136281381675"]
    assert value(capsys, office, *more, code=1)["outcome"] == "rejected"
    without = sent(office, carrier, "")
    more = ("subscribe", without, "--callback", "https://hall.example/push")
    assert value(capsys, office, *more, code=1)["refused"] == "no_waybill"
