import json
from pathlib import Path
from typing import Any

import click
import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from desktop.cli.answer import run
from desktop.cli.promises.records import COMMANDS
from desktop.services.office import Office
from tests.offices import PERSON

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, ["records", *arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_import_and_check(capsys: Capture, office: Office, tmp_path: Path) -> None:
    before = value(capsys, office, "check", PERSON.id_number)
    assert before == {"level": "warn", "message": "未导入失信名单，按申请人书面承诺受理。"}
    path = tmp_path / "名单.csv"
    path.write_text(
        f"姓名,证件号码,失信情形,认定机关,有效期至\n{PERSON.name},{PERSON.id_number},虚假承诺,某局,2027-01-02\n",
        "gb18030",
    )
    told = value(capsys, office, "import", str(path), "--as-of", "2026-11-20")
    assert (told["as_of"], told["rows"], len(told["sha256"])) == ("2026-11-20", 1, 64)
    found = value(capsys, office, "check", PERSON.id_number, code=1)
    assert found["level"] == "error"
    for part in ("虚假承诺", "某局", "有效期至 2027-01-02", "名单截至 2026-11-20", "修复"):
        assert part in found["message"]
    assert value(capsys, office, "check", "110101199001011234")["level"] == "ok"
    named = value(capsys, office, "check", "X1", "--name", PERSON.name)
    assert named["level"] == "ok", "another number speaks against the name"


def test_a_wrong_list_says_where(capsys: Capture, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,证件号码,失信情形,认定机关\n甲,110105,,某局\n", "utf-8")
    told = value(capsys, office, "import", str(path), "--as-of", "2026-11-20", code=1)
    assert (told["refused"], told["row"], told["column"]) == ("records_wrong", 2, 3)
    assert "第 2 行第 3 列「失信情形」" in told["message"]


def test_a_workbook_is_read_like_the_csv(capsys: Capture, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["姓名", "证件号码", "失信情形", "认定机关", "有效期至"])
        sheet.write_row(1, 0, [PERSON.name, PERSON.id_number, "虚假承诺", "某局", "2027-01-02"])
    assert value(capsys, office, "import", str(path), "--as-of", "2026-11-20")["rows"] == 1
    assert value(capsys, office, "check", PERSON.id_number, code=1)["level"] == "error"
