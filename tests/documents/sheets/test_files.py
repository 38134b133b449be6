from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook
from openpyxl.styles import Font

from desktop.documents.sheets import limits
from desktop.documents.sheets.files import SheetFiles
from desktop.domain.packs.grid import Sheet
from desktop.domain.refusal import Refusal
from desktop.wording.refusals import sentence

FILES = SheetFiles()
RARE = "䶮𠮷𬭎"


def reason(file: Path) -> str:
    with pytest.raises(Refusal) as refused:
        FILES.read(file)
    assert refused.value.code == "pack_broken"
    assert refused.value.data["file"] == str(file)
    assert "？" not in sentence(refused.value)
    return str(refused.value.data["reason"])


def saved(file: Path, **cells: Any) -> Path:
    made = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False})
    page = made.add_worksheet("表")
    for place, value in cells.items():
        page.write(place, value)
    made.close()
    return file


def test_values_are_what_people_see(tmp_path: Path) -> None:
    file = saved(
        tmp_path / "a.xlsx", A1=20, B1=1.5, C1=True, D1="=cmd|' /C calc'!A0", A2=RARE, B2="01"
    )
    (sheet,) = FILES.read(file)
    assert sheet.rows == (("20", "1.5", "是", "=cmd|' /C calc'!A0"), (RARE, "01", "", ""))
    assert sheet.at(2, 2) == "01"
    assert sheet.at(9, 9) == ""


def test_a_formula_is_read_by_its_stored_value_and_refused_without_one(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    made.add_worksheet("表").write_formula("A1", "=1+1", None, 2)
    made.close()
    assert FILES.read(tmp_path / "a.xlsx")[0].rows == (("2",),)
    book = Workbook()
    book.active["B3"] = "=1+1"
    book.save(tmp_path / "b.xlsx")
    assert reason(tmp_path / "b.xlsx") == "formula_without_value"


def test_a_merged_range_is_filled_and_known(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    page = made.add_worksheet("表")
    page.merge_range("A1:B2", "甲")
    page.write("C2", "乙")
    made.close()
    (sheet,) = FILES.read(tmp_path / "a.xlsx")
    assert sheet.rows == (("甲", "甲", ""), ("甲", "甲", "乙"))
    assert sheet.merged == {(1, 2), (2, 1), (2, 2)}


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    whole = saved(tmp_path / "ok.xlsx", A1="甲").read_bytes()
    files = {
        "old.xls": (ole, "old_xls"),
        "locked.xlsx": (ole + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        "half.xlsx": (whole[: len(whole) // 2], "damaged_workbook"),
        "text.xlsx": ("事项名称".encode(), "not_a_workbook"),
        "page.xls": (b"<html><table>", "page_as_sheet"),
        "empty.csv": (b"  \n", "empty_file"),
        "bytes.csv": (b"\x81\xff\xff\xfe\xff", "unknown_encoding"),
        "null.csv": (b"a,b\x00\n", "not_text"),
        "zip.xlsx": (archive(a=b"b"), "not_a_workbook"),
    }
    for name, (raw, expected) in files.items():
        (tmp_path / name).write_bytes(raw)
        assert reason(tmp_path / name) == expected, name
    assert reason(tmp_path / "none.xlsx") == "file_missing"
    assert reason(tmp_path) == "not_readable"


def archive(**parts: bytes) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return raw.getvalue()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = archive(**{"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b" " * 110_000_000})
    assert len(bomb) < 1_000_000
    (tmp_path / "bomb.xlsx").write_bytes(bomb)
    assert reason(tmp_path / "bomb.xlsx") == "unpacks_too_large"


def test_a_sheet_too_long_or_too_wide_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reason(saved(tmp_path / "long.xlsx", A20001="甲")) == "too_many_rows"
    assert reason(saved(tmp_path / "wide.xlsx", XFD1="甲")) == "too_many_columns"
    assert reason(saved(tmp_path / "both.xlsx", KJ9000="甲")) == "too_large_sheet"
    (tmp_path / "long.csv").write_text("甲\n" * (limits.MOST_ROWS + 1), "utf-8")
    assert reason(tmp_path / "long.csv") == "too_many_rows"


def test_sheets_are_written_whole_and_read_back(tmp_path: Path) -> None:
    rows = (("编号", "名称"), ("=1+1", f"{RARE}\n二行"), (" 边 ", "http://a.b/c"))
    FILES.write(tmp_path / "a.xlsx", [Sheet("一", rows)])
    assert FILES.read(tmp_path / "a.xlsx") == (Sheet("一", rows),)
    with pytest.raises(Refusal, match="pack_broken"):
        FILES.write(tmp_path / "b.xlsx", [Sheet("一", (("字" * 40_000,),))])
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_workbook_of_another_writer_is_read(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    page.append(["事项名称", None, 3.0])
    page["A1"].font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    assert FILES.read(tmp_path / "a.xlsx")[0].rows == (("事项名称", "", "3"),)
