"""Each format read back by somebody else's reader."""

import csv
import hashlib
import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.ledgers.formats import LEDGERS, write_csv, write_json, write_pdf, write_xlsx
from desktop.domain.supervision.ledger import COLUMNS
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import LogFilter
from desktop.wording.log import COLUMN_TITLES, RULES, exported
from tests.documents import reading
from tests.documents.ledgers.samples import EVIL, HEADING, ROW, rows

TITLES = [COLUMN_TITLES[column.key] for column in COLUMNS]


@pytest.mark.parametrize("format", sorted(LEDGERS))
def test_the_digest_is_the_files_and_the_same_rows_give_the_same_file(
    format: str, tmp_path: Path
) -> None:
    path = tmp_path / f"log.{format}"
    digest = LEDGERS[format](path, rows(30), 30, HEADING)
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest == LEDGERS[format](tmp_path / f"again.{format}", rows(30), 30, HEADING)
    assert sorted(one.name for one in tmp_path.iterdir()) == [f"again.{format}", f"log.{format}"]


def test_csv_has_a_bom_and_nothing_that_runs(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    write_csv(path, rows(30), 30, HEADING)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *told = list(csv.reader(file))
    assert head == TITLES
    told, totals = told[: told.index([])], told[told.index([]) + 1 :]
    assert len(told) == 30
    assert totals[1:3] == [["统计", "行为", "受理", "20", ""], ["统计", "行为", "撤回", "10", ""]]
    assert totals[3][2].startswith("'=1+1")
    assert told[0][:4] == ["1", "2026-11-23 10:14:05", "2026-11-23 11:14:05", "补录"]
    assert told[0][10] == "䶮*𬭎"
    assert "至 2026年12月21日" in told[0][12]
    clerks = {row[6] for row in told}
    assert {"'" + text for text in EVIL[:8]} & clerks
    for row in told:
        assert not any(re.match(r"\s*[=+\-@＝＋－＠]", cell) for cell in row)


def test_xlsx_is_typed_frozen_and_filtered(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    write_xlsx(path, rows(30), 30, HEADING)
    book = openpyxl.load_workbook(path)
    sheet, second = book.worksheets
    assert [sheet.title, second.title] == ["日志", "统计与口径"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N31"
    assert [cell.value for cell in sheet[1]] == TITLES
    assert sheet.cell(2, 1).value == 1
    assert sheet.cell(2, 2).value == datetime(2026, 11, 23, 10, 14, 5)
    assert sheet.cell(2, 2).is_date
    assert round(sheet.column_dimensions["M"].width) == 61
    for row in sheet.iter_rows(min_row=2):
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    texts = [str(cell.value) for row in second.iter_rows() for cell in row if cell.value]
    assert "受理" in texts
    assert "撤回" in texts
    assert "ab" * 32 in texts
    assert all(any(rule in text for text in texts) for rule in RULES)


def test_xlsx_counts_add_up(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "log.xlsx", rows(30), 30, HEADING)
    second = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets[1]
    found = {row[2].value: row[1].value for row in second.iter_rows(min_row=5, max_row=7)}
    assert found == {"全部行": 30, "受理": 20, "撤回": 10}


def test_pdf_is_landscape_with_titles_numbers_and_heads(tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    write_pdf(path, rows(120), 120, HEADING)
    pdf = path.read_bytes()
    sheets = reading.pages(pdf)
    told = reading.text(pdf).split("\f")
    assert sheets > 3
    assert all(picture.width > picture.height for picture in reading.pictures(pdf, 30))
    for number, page in enumerate(told, 1):
        assert "经开区政务服务中心 日志" in page
        assert "2026年11月23日 至 2026年11月24日" in page
        assert "发生时刻" in page
        assert f"第 {number} 页 / 共" in page
        assert f" {sheets} 页" in page
    assert "ab" * 32 in told[-1]
    assert "合计 120 行" in told[-1]
    assert "䶮*𬭎" in told[0]


def test_a_log_is_never_refused_for_a_character(tmp_path: Path) -> None:
    from dataclasses import replace

    odd = replace(ROW, clerk="😀")
    write_pdf(tmp_path / "log.pdf", [odd], 1, HEADING)
    assert "〓" in reading.text((tmp_path / "log.pdf").read_bytes())
    write_csv(tmp_path / "log.csv", [odd], 1, HEADING)
    assert "😀" in (tmp_path / "log.csv").read_text("utf-8-sig")


def test_json_is_heading_rows_and_counts(tmp_path: Path) -> None:
    write_json(tmp_path / "log.json", rows(6), 6, HEADING)
    told = json.loads((tmp_path / "log.json").read_text("utf-8"))
    assert told["heading"]["heads"][0] == {"device": "A07", "seq": 10_000, "hash": "ab" * 32}
    assert [row["number"] for row in told["rows"]] == [1, 2, 3, 4, 5, 6]
    assert told["rows"][0]["happened_at"] == "2026-11-23T10:14:05+08:00"
    assert told["rows"][0]["late"] is True
    assert told["figures"][1] == {
        "by": "act", "key": "case.accepted", "name": "受理", "count": 20, "unit": "",
    }  # fmt: skip


@pytest.mark.parametrize("format", sorted(LEDGERS))
def test_an_empty_log_is_a_whole_file(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"log.{format}"
    LEDGERS[format](path, iter(()), 0, HEADING)
    assert path.stat().st_size > 0


def test_the_head_calls_what_was_chosen_by_its_name() -> None:
    figure = Figure(by=By.HALL, key="JK01", count=30, name="经开区政务服务中心")
    wanted = LogFilter(first=HEADING.first, last=HEADING.last, halls=frozenset({"JK01", "X"}))
    told = exported(replace(HEADING, figures=(figure,), wanted=wanted))
    assert told.endswith("筛选：大厅 JK01 经开区政务服务中心、X")
