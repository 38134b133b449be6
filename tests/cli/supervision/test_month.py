import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.supervision.month import COMMANDS
from desktop.services.cases import acts
from desktop.services.office import Office
from tests.offices import CLERK, Clock, whole

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def told(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["month", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def busy(office: Office, clock: Clock) -> None:
    """Two accepted, one received and withdrawn, two items."""
    acts.finish(office, CLERK, whole(office))
    clock.on(hours=1)
    acts.finish(office, CLERK, whole(office, "SP02"))
    case = acts.receive(office, CLERK, replace(whole(office), ticks={})).case
    acts.withdraw(office, CLERK, case.number, "不办了")


def test_a_month_by_item(capsys: Capture, office: Office, clock: Clock) -> None:
    busy(office, clock)
    value = told(capsys, office, "2026-11")
    assert value["total"] == {
        "received": 3, "accepted": 2, "closed": 0, "settled": 0, "returned": 1, "corrected": 0,
        "on_time": 0, "late": 0, "on_time_per_mille": None, "decided_with_term": 0,
    }  # fmt: skip
    for figure in ("received", "accepted", "returned"):
        assert sum(row[figure] for row in value["rows"]) == value["total"][figure]
        assert sum(row[figure] for row in value["organs"]) == value["total"][figure]
    assert {row["item"] for row in value["rows"]} >= {"SP01", "SP02"}


def test_another_month_has_nothing(capsys: Capture, office: Office, clock: Clock) -> None:
    busy(office, clock)
    assert told(capsys, office, "2026-10")["rows"] == []
    assert run(PROGRAM, ["month", "2026-10"], office) == 0
    assert "没有办件" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_a_file_follows_its_name(
    capsys: Capture, office: Office, clock: Clock, tmp_path: Path, kind: str
) -> None:
    busy(office, clock)
    file = tmp_path / f"月报.{kind}"
    value = told(capsys, office, "2026-11", "--out", str(file))
    assert value["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    if kind == "csv":
        last = list(csv.reader(file.read_text("utf-8-sig").splitlines()))[-1]
        assert last[0] == "合计"
        assert last[3] == "3"


def test_halls_are_known_ones(capsys: Capture, office: Office, clock: Clock) -> None:
    busy(office, clock)
    assert told(capsys, office, "2026-11", "--hall", "KFQ")["total"]["received"] == 3
    assert told(capsys, office, "2026-11", "--hall", "XX", code=1)["refused"] == "unknown_hall"


@pytest.mark.parametrize(
    "arguments", [["2026-13"], ["2026-11", "--format", "csv"], ["2026-11", "--out", "a.doc"]]
)
def test_bad_usage(capsys: Capture, office: Office, arguments: list[str]) -> None:
    assert told(capsys, office, *arguments, code=2)["refused"] == "usage"


def test_a_folder_that_is_not_there(capsys: Capture, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "a.csv"
    assert told(capsys, office, "2026-11", "--out", str(file), code=1)["refused"] == "cannot_write"


def test_a_person_reads_the_rate_with_what_it_divides_by(
    capsys: Capture, office: Office, clock: Clock
) -> None:
    busy(office, clock)
    assert run(PROGRAM, ["month", "2026-11"], office) == 0
    out = capsys.readouterr().out
    assert "按时率 —" in out
    assert "合计  收件 3" in out
