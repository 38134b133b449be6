import json
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
import stamina

from desktop.cli.answer import run
from desktop.cli.licences import COMMANDS
from desktop.domain.licences.entries import LicenceHolder
from desktop.services.cases import acts
from desktop.services.licences import register
from desktop.services.office import Office
from tests.licensing.hall import DOWN, connected, fetched, holding, record
from tests.licensing.server import serving
from tests.offices import CLERK, PERSON, whole

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def stocked(office: Office) -> Office:
    holder = LicenceHolder(name=PERSON.name, id_number=PERSON.id_number)
    for number, until in (
        ("LATE", date(2026, 12, 4)), ("OPEN", date(2027, 2, 26)), ("CLOSES", date(2026, 12, 17)),
    ):  # fmt: skip
        valid = (date(2021, 12, 1), until)
        told = register.by_hand(office, "SP01", number, holder, valid, "既有证照登记")
        register.enter(office, CLERK, told)
    return office


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["licences", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_what_opens_or_closes_this_month(capsys: Capture, stocked: Office) -> None:
    assert value(capsys, stocked) == [
        {"item": "SP01", "number": "LATE", "valid_until": "2026-12-04", "opens": "2026-07-27",
         "closes": "2026-11-15", "state": "late"},
        {"item": "SP01", "number": "CLOSES", "valid_until": "2026-12-17", "opens": "2026-08-07",
         "closes": "2026-11-26", "state": "open"},
    ]  # fmt: skip


def test_other_days(capsys: Capture, stocked: Office) -> None:
    def found(*arguments: str) -> list[str]:
        return [one["number"] for one in value(capsys, stocked, *arguments)]

    assert found("--from", "2026-07-01", "--to", "2026-08-31") == ["LATE", "CLOSES"]
    assert found("--from", "2026-10-01") == ["OPEN"], "October: opens on the 16th"
    assert found("--to", "2026-11-20") == ["LATE"], "from the first of that month"
    assert found("--from", "2020-01-01", "--to", "2020-12-31") == []


def test_nothing_of_the_holder_is_told(capsys: Capture, stocked: Office) -> None:
    assert run(PROGRAM, ["licences"], stocked) == 0
    told = capsys.readouterr().out
    assert "CLOSES  食品经营许可证  2026-08-07 至 2026-11-26  ▲ 将截止" in told
    assert "2026-11-01 至 2026-11-30：2 件" in told
    assert PERSON.name not in told
    assert PERSON.id_number not in told


def test_days_in_the_wrong_order_are_refused(capsys: Capture, office: Office) -> None:
    told = value(capsys, office, "--from", "2026-12-01", "--to", "2026-11-01", code=1)
    assert told["refused"] == "dates_reversed"
    assert value(capsys, office, "--from", "1.11.2026", code=2)["refused"] == "usage"


def test_nothing_waits_to_be_looked_up(capsys: Capture, office: Office) -> None:
    assert value(capsys, office, "verify") == {"open": [], "silent": 0}


def test_what_waits_is_looked_up_and_told(capsys: Capture, office: Office) -> None:
    with serving() as server, stamina.set_testing(True, attempts=1):
        connected(office, server)
        server.replies = [DOWN]
        case = acts.finish(office, CLERK, fetched(office, whole(office), "E1")).case
        told = value(capsys, office, "verify", code=1)
        assert [(one["case"], one["finding"]) for one in told["open"]] == [(case.number, "silent")]
        run(PROGRAM, ["licences", "verify"], office)
        assert "不向申请人要纸质材料" in capsys.readouterr().out
        server.replies = [holding(E1=record())]
        assert value(capsys, office, "verify")["open"] == []


def test_the_source_is_set_with_its_credential_in_a_file(
    capsys: Capture, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YICHUANG_HOME", str(tmp_path))
    file = tmp_path / "credential"
    file.write_text("密钥\n", "utf-8")
    address = "https://licences.example"
    more = ("--address", address, "--credential-file", str(file))
    assert value(capsys, office, "source", *more) == {"address": address, "credential": True}
    assert office.station.licence_source == address
    kept = (tmp_path / "station.toml").read_text("utf-8")
    assert address in kept
    assert "密钥" not in kept
    assert value(capsys, office, "source", "--address", "http://licences.example", code=1)[
        "refused"
    ] == ("source_address")
