from __future__ import annotations

import csv
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.refusal import Refusal
from desktop.wording.figures.words import report_title
from tests.documents.figures.samples import report
from tests.documents.reading import pages, text

RENDERER = PdfRenderer()
FORMULA = "=HYPERLINK(1)"


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_the_digest_is_the_files(tmp_path: Path, format: str) -> None:
    to = tmp_path / f"a.{format}"
    assert RENDERER.month(report(), format, to) == sha256(to.read_bytes()).hexdigest()
    assert [path.name for path in tmp_path.iterdir()] == [to.name]


def test_csv_and_xlsx_say_the_same_and_sums_add_up(tmp_path: Path) -> None:
    told = report()
    RENDERER.month(told, "csv", tmp_path / "a.csv")
    RENDERER.month(told, "xlsx", tmp_path / "a.xlsx")
    head, *rows = table(tmp_path / "a.csv")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cells = [["" if v is None else v for v in row] for row in sheet.iter_rows(values_only=True)]
    assert [str(v) for v in cells[3]] == head
    assert [[str(v) for v in row] for row in cells[4 : 4 + len(rows)]] == rows
    assert all(isinstance(v, int) for v in cells[4][3:-1])
    items = [row for row in rows if row[1]]
    sums = [row for row in rows if row[2] == "小计"]
    for at in range(3, len(head) - 1):
        whole = int(rows[-1][at])
        assert sum(int(row[at]) for row in items) == whole
        assert sum(int(row[at]) for row in sums) == whole


def test_a_report_of_several_halls_does_not_carry_the_name_of_one(tmp_path: Path) -> None:
    told = report(several=True)
    RENDERER.month(told, "xlsx", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet["A1"].value == "全部大厅 月报　2026年11月"
    RENDERER.month(told, "pdf", tmp_path / "a.pdf")
    assert "全部大厅 月报" in text((tmp_path / "a.pdf").read_bytes())
    assert report_title(replace(told, halls=("亦庄",))).startswith("亦庄 月报")


def test_nothing_runs_in_a_spreadsheet(tmp_path: Path) -> None:
    told = report(1, FORMULA)
    RENDERER.month(told, "csv", tmp_path / "a.csv")
    RENDERER.month(told, "xlsx", tmp_path / "a.xlsx")
    assert table(tmp_path / "a.csv")[1][2] == "'" + FORMULA
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet["C5"].value == FORMULA
    assert sheet["C5"].data_type == "s"


@pytest.mark.parametrize("items", [0, 1, 12, 60])
def test_the_rules_stand_at_the_end_of_the_pages(items: int) -> None:
    from desktop.documents.figures.month_pdf import month_pdf

    pdf = month_pdf(report(items))
    found = text(pdf)
    assert f"第 {pages(pdf)} 页 / 共 {pages(pdf)} 页" in found
    assert found.count("机关") >= pages(pdf), "the heads on every page"
    assert "退件＝不予受理＋申请人撤回＋终止" in found
    assert found.rindex("合计") < found.rindex("口径")


def test_a_month_without_a_case_is_a_table_of_nothing(tmp_path: Path) -> None:
    RENDERER.month(replace(report(), rows=()), "csv", tmp_path / "a.csv")
    _head, total = table(tmp_path / "a.csv")
    assert total == ["合计", "", "", *["0"] * 8, "—"]


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot_write"):
        RENDERER.month(report(), "xlsx", tmp_path / "nowhere" / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
