"""The free service's reach by command."""

import json
from pathlib import Path

import pytest

from desktop.cli.answer import run
from desktop.cli.app import GROUP
from desktop.services.courier import coverage
from desktop.services.office import Office
from resources import ROOT


def test_the_rule_that_ships_is_shown_and_another_takes_its_place(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(GROUP, ["coverage", "show"], office) == 0
    lines = capsys.readouterr().out
    assert "示例" in lines
    assert "不寄往：香港特别行政区" in lines
    told = json.loads((ROOT / "courier/coverage.json").read_text("utf-8"))
    file = tmp_path / "ours.json"
    file.write_text(
        json.dumps(told | {"name": "本厅", "reason": "合同", "most_grams": 900}), "utf-8"
    )
    assert run(GROUP, ["coverage", "set", str(file), "--json"], office) == 0
    assert json.loads(capsys.readouterr().out)["most_grams"] == 900
    assert coverage.rule_of(office).name == "本厅"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "不是免费寄递范围的文件"),
        ('{"most_grams": "many"}', "不是"),
        ('{"name": "x"}', "理由"),
    ],
)
def test_a_file_that_says_nothing_is_refused(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    assert run(GROUP, ["coverage", "set", str(file)], office) == 1
    assert told in capsys.readouterr().err
    assert run(GROUP, ["coverage", "set", str(tmp_path / "none.json")], office) == 1
