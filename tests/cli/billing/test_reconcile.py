import json
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.billing.reconcile import COMMANDS
from desktop.services.billing import keeping
from desktop.services.billing.comparing import imported
from desktop.services.billing.terms import load_terms
from desktop.services.office import Office
from resources import ROOT
from tests.documents import reading
from tests.offices import SUPERVISOR, Clock
from tests.services.billing.planted import FOUND, LINES, Month, planted, write_bill

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]
MONTH = ("--month", "2026-11")


@pytest.fixture
def month(office: Office, clock: Clock) -> Office:
    planted(Month(office, clock))
    return office


def value(capsys: Capture, office: Office, *arguments: str, code: int = 1) -> Any:
    assert run(PROGRAM, [*arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_seven_verdicts_with_their_rows_and_nothing_else(
    capsys: Capture, month: Office, tmp_path: Path
) -> None:
    told = value(capsys, month, "reconcile", str(write_bill(tmp_path / "b.csv")), *MONTH)
    assert {verdict: [row["waybill"] for row in rows] for verdict, rows in told.items()} == FOUND
    heavy = told["weight_differs"][0]
    assert heavy == {
        "waybill": "EA00000005", "row": 7, "day": "2026-11-10", "amount": "14.00",
        "expected": "10.00", "difference": "4.00", "grams": 2900, "our_grams": 900,
        "destination": "北京市", "zone": "本市", "shipment": heavy["shipment"], "cases": [],
        "billed_in": "", "note": "",
    }  # fmt: skip
    assert month.store.views.bills() == []


def test_all_agreed_is_exit_0(capsys: Capture, month: Office, tmp_path: Path) -> None:
    parcels = (*LINES[:3], ("4", "EA00000004", "", "", "", "10.00"),
               ("5", "EA00000005", "", "", "", "10.00"), LINES[5],
               ("7", "EA00000007", "", "", "", "10.00"))  # fmt: skip
    path = write_bill(tmp_path / "b.csv", parcels, "76.00")
    told = value(capsys, month, "reconcile", str(path), *MONTH, code=0)
    assert [verdict for verdict, rows in told.items() if rows] == ["matched"]
    wrong = write_bill(tmp_path / "c.csv", parcels, "77.00")
    assert run(PROGRAM, ["reconcile", str(wrong), *MONTH], month) == 1
    assert "逐行相加是 76.00 元" in capsys.readouterr().err


def test_for_people_every_difference_is_a_line(
    capsys: Capture, month: Office, tmp_path: Path
) -> None:
    assert run(PROGRAM, ["reconcile", str(write_bill(tmp_path / "b.csv")), *MONTH], month) == 1
    told = capsys.readouterr().out
    for wanted in (
        "EMS（邮政）  2026 年 11 月  b.csv",
        "金额差  1 单  账单 13.50  按资费 10.00",
        "重量差  第 7 行  EA00000005  账单 14.00 元 2900 克，本厅 10.00 元 900 克",
        "本厅已取消这件",
        "资费为示例",
    ):
        assert wanted in told, wanted


def test_keep_imports_once(capsys: Capture, month: Office, tmp_path: Path) -> None:
    path = str(write_bill(tmp_path / "b.csv"))
    for wanted in ("账单已导入。", "没有重复"):
        assert run(PROGRAM, ["reconcile", path, *MONTH, "--keep"], month) == 1
        assert wanted in capsys.readouterr().out
    assert [(one.id, one.lines) for one in month.store.views.bills()] == [("ems:2026-11", 11)]


def test_the_sheet_is_a_preview_until_it_is_signed(
    capsys: Capture, month: Office, tmp_path: Path
) -> None:
    path, out = str(write_bill(tmp_path / "b.csv")), tmp_path / "单.pdf"
    arguments = ["reconcile", path, *MONTH, "--keep", "--out", str(out)]
    assert run(PROGRAM, arguments, month) == 1
    assert "预览" in reading.text(out.read_bytes())
    told = imported(month.store.views, load_terms(ROOT / "courier"), "ems:2026-11")
    keeping.accept(month, SUPERVISOR, "ems:2026-11", told.undecided, "合同如此")
    told = imported(month.store.views, load_terms(ROOT / "courier"), "ems:2026-11")
    number = keeping.sign_off(month, SUPERVISOR, told)
    assert run(PROGRAM, arguments, month) == 1
    text = reading.text(out.read_bytes())
    assert "预览" not in text
    assert number in text
    capsys.readouterr()


def test_the_workbook_is_written(capsys: Capture, month: Office, tmp_path: Path) -> None:
    out = tmp_path / "明细.xlsx"
    path = str(write_bill(tmp_path / "b.csv"))
    assert run(PROGRAM, ["reconcile", path, *MONTH, "--out", str(out)], month) == 1
    lines = month.spreadsheets().read(out)[1]
    assert len(lines.rows) == 1 + sum(map(len, FOUND.values()))
    assert run(PROGRAM, ["reconcile", path, *MONTH, "--out", "x.doc"], month) == 2
    capsys.readouterr()


def test_a_bill_that_cannot_be_read_names_its_cells(
    capsys: Capture, office: Office, tmp_path: Path
) -> None:
    lines = [("1", "EA00000001", "2026-11-40", "北京", "x", "10.00")]
    path = write_bill(tmp_path / "b.csv", lines)
    told = value(capsys, office, "reconcile", str(path), *MONTH)
    assert told["refused"] == "bill_cells"
    for wanted in (
        "b.csv 有 2 处不能用",
        "第 3 行 C 列「2026-11-40」：不是日期",
        "E 列「x」：不是数",
    ):
        assert wanted in told["message"], wanted
    missing = write_bill(tmp_path / "c.csv", [])
    missing.write_text("运单号,备注\nEA1234,x\n", "utf-8")
    told = value(capsys, office, "reconcile", str(missing), *MONTH)
    assert "认出：运单号" in told["message"]


def test_tariffs_are_listed_and_published(capsys: Capture, office: Office, tmp_path: Path) -> None:
    assert run(PROGRAM, ["tariff"], office) == 0
    assert "EMS（邮政）（示例）" in capsys.readouterr().out
    text = (ROOT / "courier/tariff.json").read_text("utf-8")
    path = tmp_path / "合同.json"
    path.write_text(text.replace('"sample": true', '"sample": false'), "utf-8")
    assert len(value(capsys, office, "tariff", "publish", str(path), code=0)) == 3
    assert len(value(capsys, office, "tariff", code=0)) == 6
