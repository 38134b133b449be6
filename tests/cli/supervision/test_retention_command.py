"""`retention`, as a supervisor runs it."""

import json
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.supervision.retention import COMMANDS
from desktop.services.cases import acts
from desktop.services.halls import alone
from desktop.services.halls.clerks import set_pin
from desktop.services.office import Office
from desktop.services.supervision.retention import destroying
from tests.offices import CLERK, PERSON, SUPERVISOR, Clock, whole

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["retention", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def over(office: Office, clock: Clock) -> list[str]:
    done = [acts.finish(office, CLERK, whole(office)).case.number for _ in range(2)]
    for number in done:
        acts.withdraw(office, CLERK, number, "不办了")
    clock.on(days=365 * 11)
    return done


def test_what_is_over_is_listed_and_nobody_is_named(
    capsys: Capture, office: Office, over: list[str]
) -> None:
    assert [one["case"] for one in value(capsys, office, "list")] == over
    value(capsys, office, "hold", over[0], "--ground", "complaint", "--reason", "来信")
    (held,) = value(capsys, office, "list", "--held")
    assert (held["case"], held["holds"][0]["why"]) == (over[0], "complaint")
    assert run(PROGRAM, ["retention", "list"], office) == 0
    told = capsys.readouterr().out
    assert "可清除 1 件，暂停清除 1 件" in told
    assert PERSON.name not in told
    assert value(capsys, office, "set", "SP01", "0", "--reason", "核定")["changed"]
    assert value(capsys, office, "list") == []
    terms = {one["item"]: one["years"] for one in value(capsys, office, "list", "--terms")}
    assert terms["SP01"] == 0


def test_a_purge_wants_the_words_and_the_second(
    capsys: Capture, office: Office, over: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_pin(office, SUPERVISOR.code, "2468")
    monkeypatch.setattr(click, "prompt", lambda *_words, **_more: "2468")
    asked = ("purge", "--all", "--reason", "期满")
    assert "destruction_unconfirmed" in json.dumps(value(capsys, office, *asked, code=1))
    sure = (*asked, "--confirm", "销毁2件")
    own = (*sure, "--second", SUPERVISOR.code)
    assert "first_needed" in json.dumps(value(capsys, office, *own, code=1))
    named = (*sure, "--first", SUPERVISOR.code)
    assert "second_needed" in json.dumps(value(capsys, office, *named, code=1))
    twice = (*named, "--second", SUPERVISOR.code)
    assert "second_is_first" in json.dumps(value(capsys, office, *twice, code=1))
    alone.set_rule(office, SUPERVISOR, (office.station.hall,))
    told = value(capsys, office, *named, "--alone", "一人值守")
    assert destroying.load(office, told["list"]).clerk == SUPERVISOR.code
    assert (told["approved"], told["purged"]) == (2, 2)
    assert told["paper"] == f"{told['list']}-XH1"
    assert value(capsys, office, "purge", "--resume", told["list"])["purged"] == 2
    assert run(PROGRAM, ["retention", "purge", "--all", over[0]], office) == 2
