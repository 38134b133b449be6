"""The commands of halls together against a real server: what they answer, and what they never say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from desktop import settings
from desktop.cli.answer import run
from desktop.cli.exchange import hub, trips
from desktop.domain.halls.station import Station
from desktop.exchange.door import PgHubs
from desktop.services.office import Office
from tests.db.examples import accept
from tests.exchange.postgres import PASSWORD, Server
from tests.offices import STATION_HERE

Make = Callable[[Station], Office]
Ask = Callable[..., Any]
PROGRAM = click.Group(commands={str(one.name): one for one in (*hub.COMMANDS, *trips.COMMANDS)})


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """The one JSON value of a command; no secret of the administrator anywhere."""

    def value(office: Office, *arguments: str, code: int = 0) -> Any:
        assert run(PROGRAM, [*arguments, "--json"], office) == code
        told = capsys.readouterr()
        assert PASSWORD not in told.out + told.err
        return json.loads(told.out)

    return value


@pytest.fixture
def dsn(server: Server, request: pytest.FixtureRequest) -> str:
    return server.dsn(server.database(f"cli_{abs(hash(request.node.nodeid)) % 10**9}"))


def station(make: Make, **named: Any) -> Office:
    office = make(replace(STATION_HERE, **named))
    office.hubs = PgHubs()
    return office


def test_from_nothing_to_two_halls(ask: Ask, office_factory: Make, dsn: str) -> None:
    main = station(office_factory, device="A01")
    founded = ask(main, "hub", "init", "--dsn", dsn, "--name", "主厅")
    assert "user" not in founded["address"]
    came = ask(main, "hub", "join", "--address", founded["address"], "--code", founded["code"])
    assert (came["device"], came["recovery_code"]) == ("A01", "")
    accept(main.store.journal)
    moved = ask(main, "sync")
    assert (moved["out"] > 0, moved["in"], moved["disagreements"]) == (True, 0, 0)

    second = station(office_factory, device="B02")
    second.store.exchange.adopt_hall(b"\x07" * 32)
    code = ask(main, "hub", "code")["code"]
    came = ask(second, "hub", "join", "--address", founded["address"], "--code", code)
    assert len(came["recovery_code"]) > 30
    assert ask(second, "sync")["in"] == moved["out"]
    case = second.store.views.case("KFQ-20261123-A01-0001")
    assert case is not None
    assert case.applicant.name == "李䶮敏"

    sub = station(office_factory, hall="RC1", device="R01")
    sub.store.exchange.adopt_hall(b"\x09" * 32)
    wanted = ask(main, "hub", "code", "--hall", "rc1", "--name", "荣昌分厅")
    assert (wanted["hall"], wanted["hours"]) == ("RC1", 72)
    ask(sub, "hub", "join", "--address", founded["address"], "--code", wanted["code"])
    ask(sub, "sync")

    told = ask(main, "hub", "status")
    assert told["reachable"]
    assert told["behind"] > 0
    assert [one["code"] for one in told["halls"]] == ["KFQ", "RC1"]
    assert [one["code"] for one in told["devices"]] == ["A01", "B02", "R01"]
    ask(main, "sync")
    assert ask(main, "hub", "status")["behind"] == 0

    assert ask(main, "hub", "revoke", "b02", "--reason", "丢失")["device"] == "B02"
    assert ask(second, "sync", code=1)["refused"] == "hub_revoked"
    stopped = ask(second, "hub", "status", code=1)
    assert not stopped["reachable"]
    assert stopped["as_of"] is not None


def test_what_is_refused(ask: Ask, office_factory: Make, dsn: str) -> None:
    nobody = station(office_factory, device="A01", unnamed=True)
    assert ask(nobody, "hub", "init", "--dsn", dsn, code=1)["refused"] == "unnamed_station"
    assert ask(nobody, "hub", "status", code=1)["refused"] == "no_hub"
    assert ask(nobody, "sync", code=1)["refused"] == "no_hub"
    nobody.station = replace(nobody.station, unnamed=False)
    for wrong in (PASSWORD, f"password={PASSWORD} dbname=x", f"host=127.0.0.1 x={PASSWORD}"):
        told = ask(nobody, "hub", "init", "--dsn", wrong, code=1)
        assert told["refused"] == "hub_dsn", told
    ask(nobody, "hub", "init", "--dsn", dsn)
    assert ask(nobody, "hub", "init", "--dsn", dsn, code=1)["refused"] == "hub_exists"
    address = dsn.split(" user=")[0]
    mistyped = ask(nobody, "hub", "join", "--address", address, "--code", "ABCD", code=1)
    assert mistyped["refused"] == "recovery_code_mistyped"
    assert run(PROGRAM, ["hub", "init"], nobody) == 2


def test_a_person_reads_chinese(
    capsys: pytest.CaptureFixture[str], office_factory: Make, dsn: str
) -> None:
    main = station(office_factory, device="A01")
    assert run(PROGRAM, ["hub", "init", "--dsn", dsn], main) == 0
    out = capsys.readouterr().out
    assert "注册码" in out
    assert PASSWORD not in out
    (code,) = (w for line in out.splitlines() for w in line.split("：") if w.count("-") == 7)
    address = " ".join(dsn.split()[:2] + dsn.split()[-1:])
    assert run(PROGRAM, ["hub", "join", "--address", address, "--code", code], main) == 0
    assert run(PROGRAM, ["sync"], main) == 0
    assert run(PROGRAM, ["hub", "status"], main) == 0
    assert "本机 A01：待同步 0 条" in capsys.readouterr().out


def test_bundles_and_a_new_code(
    ask: Ask, office_factory: Make, dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path / "home"))
    main = station(office_factory, device="A01")
    founded = ask(main, "hub", "init", "--dsn", dsn)
    ask(main, "hub", "join", "--address", founded["address"], "--code", founded["code"])
    sub = station(office_factory, hall="RC1", device="R01")
    sub.store.exchange.adopt_hall(b"\x09" * 32)
    code = ask(main, "hub", "code", "--hall", "RC1", "--name", "荣昌分厅")["code"]
    ask(sub, "hub", "join", "--address", founded["address"], "--code", code)
    accept(sub.store.journal)
    file = str(tmp_path / "out.ycb")
    ask(main, "hub", "status")
    written = ask(sub, "bundle", "write", file, "--hall", "kfq")
    assert (written["entries"], written["recipients"]) == (3, ["KFQ"])
    taken = ask(main, "bundle", "take", file)
    assert (taken["device"], taken["new"]) == ("R01", 3)
    assert ask(main, "bundle", "take", file)["new"] == 0
    assert ask(main, "bundle", "take", f"{file}.none", code=1)["refused"] == "no_such_file"
    assert ask(sub, "bundle", "take", file, code=1)["refused"] == "bundle_not_for_us"
    assert run(PROGRAM, ["bundle", "write"], sub) == 2

    ask(main, "hub", "revoke", "R01", "--reason", "误停")
    again = ask(main, "hub", "code", "--hall", "RC1", "--name", "荣昌分厅", "--dsn", dsn)["code"]
    done = ask(sub, "hub", "renew", "--code", again)
    assert (done["follows"], done["numbers"]) == ("R01", [])
    assert settings.load(tmp_path / "home").device == done["device"]
    assert ask(sub, "sync")["out"] > 0
    assert ask(sub, "hub", "status")["device"] == done["device"]
