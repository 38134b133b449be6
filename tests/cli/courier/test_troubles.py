"""`troubles`, run as a scheduler runs it."""

import json
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.courier.troubles import COMMANDS
from desktop.services.courier.troubles.terms import terms_of
from desktop.services.office import Office
from tests.parcels import NAMES, stock

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["troubles", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_what_is_due_stands_first_and_nobody_is_named(capsys: Capture, office: Office) -> None:
    stock(office, 100)
    told = value(capsys, office, code=1)
    dues = [one["troubles"][0]["due"] for one in told if not one["troubles"][0]["waiting"]]
    assert dues == sorted(dues)
    assert len(value(capsys, office, "--all", code=1)) > len(told)
    assert run(PROGRAM, ["troubles"], office) == 1
    out = capsys.readouterr().out
    assert "要处理" in out
    assert not any(name in out for name in NAMES)


def test_nothing_due_is_done(capsys: Capture, office: Office) -> None:
    assert value(capsys, office) == []


def test_the_days_are_shown_and_set_with_a_reason(capsys: Capture, office: Office) -> None:
    assert len(value(capsys, office, "terms")) == len(terms_of(office).troubles)
    change = ("terms", "--trouble", "still", "--days", "5")
    assert "reason" in json.dumps(value(capsys, office, *change, code=1))
    told = value(capsys, office, *change, "--reason", "旺季")
    assert {one["days"] for one in told if one["trouble"] == "still"} == {5}
    assert run(PROGRAM, ["troubles", "terms"], office) == 0
    assert "示例" in capsys.readouterr().out
