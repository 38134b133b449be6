"""`form`: a PDF on disk, blank or as a sample, of an item or a theme; refusals in words."""

import json
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.forms import COMMANDS
from desktop.services.office import Office
from tests.documents import reading

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(office: Office, capsys: Capture, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["form", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_a_form_is_written(office: Office, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "申请表.pdf"
    told = value(office, capsys, "SP01", str(file), "--answer", "q_item=餐饮服务")
    assert told["edition"] == "blank"
    assert told["items"] == ["SP01"]
    assert "厨房（加工区）面积" in told["fields"]
    assert "空白表" in reading.poppler_text(file.read_bytes())


def test_a_theme_is_one_form(office: Office, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "theme.pdf"
    told = value(office, capsys, "ZT02", str(file), "--sample")
    assert told["items"] == ["QY01", "SP01", "JS03"]
    assert told["title"] == "开餐馆（公司，一般餐饮）申请表"
    assert told["fields"].count("联系电话") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "refused"),
    [
        (("XX", "x.pdf"), 1, "unknown_form"),
        (("QY07", "x.pdf"), 1, "no_form"),
        (("SP01", "x.pdf", "--answer", "q_biz=别的"), 1, "unknown_answer"),
        (("SP01", "none/x.pdf"), 1, "cannot_write"),
        (("SP01", "x.pdf", "--answer", "q_biz"), 2, "usage"),
    ],
)
def test_what_cannot_be_is_said(
    office: Office, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], code: int, refused: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    told = value(office, capsys, *arguments, code=code)
    assert told["refused"] == refused
    assert told["message"]
    assert not list(tmp_path.rglob("*.pdf"))
