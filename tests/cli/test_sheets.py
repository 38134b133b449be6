from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.guidance import COMMANDS
from desktop.services.office import Office
from tests.services.packs.sheets.samples import CODE, MATERIALS, book, item_rows, material_rows

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(office: Office, capsys: Capture, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, [*arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def national(folder: Path, **changed: str) -> str:
    rows = material_rows()
    for label, told in changed.items():
        rows[1][rows[0].index(label)] = told
    return str(book(folder / "清单.xlsx", {"事项": item_rows(), "材料": rows}))


def test_a_preview_shows_the_mapping_and_takes_nothing(
    office: Office, capsys: Capture, tmp_path: Path
) -> None:
    found = value(office, capsys, "items", "preview", national(tmp_path))
    assert (found["items"], found["materials"], found["problems"]) == (1, len(MATERIALS), [])
    items, materials = found["sheets"]
    assert (items["name"], items["header_row"]) == ("事项", 1)
    necessity = {"column": "E", "label": "材料必要性", "field": "necessity", "via": "label"}
    assert necessity in materials["columns"]
    assert CODE not in office.catalogue.items


def test_a_wrong_cell_is_shown_and_refused(office: Office, capsys: Capture, tmp_path: Path) -> None:
    file = national(tmp_path, 材料必要性="1")
    (problem,) = value(office, capsys, "items", "preview", file, code=1)["problems"]
    told = (
        problem["sheet"],
        problem["row"],
        problem["column"],
        problem["value"],
        problem["reason"],
    )
    assert told == ("材料", 2, "E", "1", "bare_number")
    assert "代码表" in problem["message"]
    refused = value(office, capsys, "items", "import", file, code=1)
    assert (refused["refused"], refused["sheet"], refused["row"]) == ("sheet_refused", "材料", 2)
    assert CODE not in office.catalogue.items
    assert run(PROGRAM, ["items", "preview", file], office) == 1
    assert "工作表「材料」第 2 行 E 列「1」" in capsys.readouterr().out


def test_a_national_sheet_is_imported_exported_and_imported_again(
    office: Office, capsys: Capture, tmp_path: Path
) -> None:
    assert value(office, capsys, "items", "import", national(tmp_path))["added"] == [CODE]
    for name in ("out.xlsx", "out.json"):
        out = str(tmp_path / name)
        assert value(office, capsys, "items", "export", out, CODE, "SP01")["items"] == [
            CODE,
            "SP01",
        ]
        assert value(office, capsys, "items", "import", out)["same"] == [CODE, "SP01"]
        assert value(office, capsys, "items", "lint", out)
    assert value(office, capsys, "items", "export", str(tmp_path / "a.doc"), code=1)["refused"]
    assert value(office, capsys, "items", "export", str(tmp_path / "无/a.xlsx"), code=1)["refused"]


def test_guides_are_written(office: Office, capsys: Capture, tmp_path: Path) -> None:
    one = str(tmp_path / "SP01.pdf")
    assert value(office, capsys, "items", "guide", "SP01", one) == [one]
    assert Path(one).read_bytes().startswith(b"%PDF")
    folder = tmp_path / "指南"
    assert len(value(office, capsys, "items", "guide", "SP01", "SP02", str(folder))) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["SP01.pdf", "SP02.pdf"]
    assert value(office, capsys, "items", "guide", "ZZ", one, code=1)["refused"] == "unknown_item"
