import json
from pathlib import Path
from typing import Any

import click
import pytest

from db.store import Store
from desktop import settings
from desktop.cli.answer import run
from desktop.cli.trust import COMMANDS
from tests.db.examples import populate
from tests.db.test_care import tampered
from tests.services.trust.test_care import office_of
from tests.stores import Template

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(capsys: Capture, store: Store, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, [*arguments, "--json"], office_of(store)) == code
    return json.loads(capsys.readouterr().out)


def test_verify(capsys: Capture, store: Store) -> None:
    populate(store.journal)
    whole = {"ok": True, "entries": 13, "devices": 1, "first_broken": None}
    assert value(capsys, store, "verify") == whole
    tampered(store, "UPDATE journal SET clerk = '9' WHERE seq = 5")
    told = value(capsys, store, "verify", code=1)
    assert (told["ok"], told["first_broken"]) == (False, "A01:5: altered")


def test_backup_verify_restore(
    capsys: Capture, store: Store, template: Template, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path / "home"))
    populate(store.journal)
    file = str(tmp_path / "b.backup")
    assert value(capsys, store, "backup", file)["entries"] == 13
    assert value(capsys, store, "backup", file, code=1)["refused"] == "file_exists"
    assert value(capsys, store, "verify", file)["entries"] == 13
    told = value(capsys, store, "restore", file, "--code", template.recovery_code)
    assert (told["before"]["cases"], told["after"]["cases"], told["follows"]) == (1, 1, "A01")
    assert settings.load(tmp_path / "home").device == told["device"]


def test_rebuild(capsys: Capture, store: Store) -> None:
    populate(store.journal)
    told = value(capsys, store, "rebuild")
    assert told["before"] == told["after"]
    assert told["after"]["cases"] == 1


def test_a_person_reads_chinese(capsys: Capture, store: Store) -> None:
    assert run(PROGRAM, ["verify"], office_of(store)) == 0
    assert "链条完整" in capsys.readouterr().out
    assert run(PROGRAM, ["verify", "no-such-file"], office_of(store)) == 1
