import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import app
from desktop.cli.app import run_command, seen
from desktop.cli.shelf import MODULES
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.settings import SettingsError

Capture = pytest.CaptureFixture[str]


class Door:
    """Opens this office, or fails in this way; knows how often it was asked."""

    def __init__(self, office: Office | Exception) -> None:
        self.office = office
        self.asked = 0

    def __call__(self) -> Office:
        self.asked += 1
        if isinstance(self.office, Exception):
            raise self.office
        return self.office


def no_walk(out: Path, gallery: bool) -> dict[str, list[str]]:
    raise AssertionError("no walkthrough was asked for")


def test_a_command_gets_the_office_and_the_store_is_closed(
    capsys: Capture, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(office.store, "close", lambda: closed.append(True))
    door = Door(office)
    assert run_command(["--json", "items", "list"], door, no_walk) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(office.catalogue.items)
    assert (door.asked, closed) == (1, [True])


@pytest.mark.parametrize("arguments", [[], ["--help"], ["items", "--help"], ["log", "--help"]])
def test_help_opens_no_office(capsys: Capture, arguments: list[str]) -> None:
    door = Door(Refusal("wrong_key"))
    assert run_command(arguments, door, no_walk) == 0
    assert "Usage: run" in capsys.readouterr().out
    assert door.asked == 0


@pytest.mark.parametrize("arguments", [["nosuch"], ["--nosuch"], ["nosuch", "--json"]])
def test_an_unknown_command_opens_no_office(capsys: Capture, arguments: list[str]) -> None:
    door = Door(Refusal("wrong_key"))
    assert run_command(arguments, door, no_walk) == 2
    told = capsys.readouterr()
    assert (told.out != "") is ("--json" in arguments)
    assert door.asked == 0


@pytest.mark.parametrize(
    ("fault", "code", "value"),
    [
        (Refusal("no_credential", path="p"), 1, {"refused": "no_credential", "path": "p"}),
        (
            PermissionError(13, "Permission denied", "p"),
            1,
            {"refused": "cannot_write", "name": "p"},
        ),
        (SettingsError("station.toml：theme"), 2, {"refused": "settings"}),
    ],
)
def test_an_office_that_does_not_open(
    capsys: Capture, fault: Exception, code: int, value: dict[str, Any]
) -> None:
    assert run_command(["items", "list"], Door(fault), no_walk) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert run_command(["items", "list", "--json"], Door(fault), no_walk) == code
    again = capsys.readouterr()
    answer = json.loads(again.out)
    assert answer.items() >= value.items()
    assert answer["message"] in again.err
    assert again.err == told.err


def test_the_walkthrough_makes_an_office_of_its_own(capsys: Capture, tmp_path: Path) -> None:
    walked: list[tuple[Path, bool]] = []

    def walk(out: Path, gallery: bool) -> dict[str, list[str]]:
        walked.append((out, gallery))
        return {"cases": ["KFQ-1"], "files": []}

    door = Door(Refusal("wrong_key"))
    arguments = ["walkthrough", "--out", str(tmp_path), "--gallery", "--json"]
    assert run_command(arguments, door, walk) == 0
    assert json.loads(capsys.readouterr().out) == {"cases": ["KFQ-1"], "files": []}
    assert (walked, door.asked) == ([(tmp_path, True)], 0)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "vnc"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, False),
    ],
)
def test_who_would_see_a_window(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert seen(platform, environment) is expected


@pytest.mark.parametrize("name", MODULES)
def test_every_command_stands_in_its_module_under_its_name(name: str) -> None:
    command = app.GROUP.commands[name]
    assert command.name == name
    assert command.help


def test_no_command_is_left_off_the_shelf() -> None:
    modules = {import_module(f"desktop.cli.{name}") for name in MODULES.values()}
    named = {str(one.name) for module in modules for one in module.COMMANDS}
    assert named == set(MODULES)
