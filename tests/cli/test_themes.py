"""`theme ID --plan FILE.pdf`: the plan as a preview, beside the same answer."""

from pathlib import Path

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.guidance import COMMANDS
from desktop.services.office import Office
from tests.documents import reading

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})


def test_the_plan_is_written_beside_the_answer(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(PROGRAM, ["theme", "ZT02", "--json"], office) == 0
    alone = capsys.readouterr().out
    to = tmp_path / "plan.pdf"
    assert run(PROGRAM, ["theme", "ZT02", "--json", "--plan", str(to)], office) == 0
    assert capsys.readouterr().out == alone
    told = "".join(reading.text(to.read_bytes()).split())
    for wanted in ("主题办理方案", "预览—无效", "营业执照", "内部产生", "逐项办理14天"):
        assert wanted in told


def test_a_folder_that_is_not_there_is_refused(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "none" / "plan.pdf"
    assert run(PROGRAM, ["theme", "ZT02", "--plan", str(to)], office) == 1
    assert "文件夹不存在" in capsys.readouterr().err
