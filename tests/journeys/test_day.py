"""The sample day, walked by a real process: what it leaves must stand up to other programs."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
import zxingcpp

ROOT = Path(__file__).parents[2]
RARE = "䶮𠮷𬭎"
DPI = 203


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    """The folder of one walk, and its answer."""
    out = tmp_path_factory.mktemp("a day")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(out)}
    done = subprocess.run(
        [sys.executable, "main.py", "walkthrough", "--out", str(out), "--json"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out, json.loads(done.stdout)


def papers(folder: Path) -> list[Path]:
    return sorted((folder / "papers").glob("*.pdf"))


def test_two_accepted_one_corrected_one_refused(day: tuple[Path, dict[str, list[str]]]) -> None:
    out, told = day
    kinds = [path.stem.split()[0] for path in papers(out)]
    assert len(told["cases"]) == len(set(told["cases"])) == 4
    for kind in ("受理通知书", "当场办结凭证", "补正告知书", "不予受理决定书", "快递交接单"):
        assert kinds.count(kind) == 1, kind
    assert kinds.count("材料接收凭证") == 4
    assert all(Path(name).exists() for name in told["files"])


def test_fonts_are_embedded(day: tuple[Path, dict[str, list[str]]]) -> None:
    for path in papers(day[0]):
        told = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
        rows = told.stdout.splitlines()[2:]
        assert rows
        for row in rows:
            assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


def test_codes_read_back(day: tuple[Path, dict[str, list[str]]]) -> None:
    for path in papers(day[0]):
        page = pypdfium2.PdfDocument(path)[0]
        found = zxingcpp.read_barcodes(page.render(scale=DPI / 72).to_pil())
        formats = {str(code.format).rsplit(".", 1)[-1] for code in found}
        assert len(formats) >= 2, (path.name, formats)
        number = path.stem.split()[1]
        case = number if "J0" in number else number.rsplit("-", 1)[0]
        assert any(case in code.text for code in found), path.name


def test_rare_names_come_back_as_text(day: tuple[Path, dict[str, list[str]]]) -> None:
    accepted = next(path for path in papers(day[0]) if path.name.startswith("受理通知书"))
    told = subprocess.run(["pdftotext", accepted, "-"], capture_output=True, text=True, check=True)
    assert RARE in told.stdout


def test_the_log_opens_elsewhere(day: tuple[Path, dict[str, list[str]]]) -> None:
    folder = day[0] / "log"
    with next(folder.glob("*.csv")).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    book = openpyxl.load_workbook(next(folder.glob("*.xlsx")))
    assert len(book.sheetnames) == 2
    assert book.worksheets[0].freeze_panes is not None
    pages = pypdfium2.PdfDocument(next(folder.glob("*.pdf")))
    assert len(pages) >= 1
    assert len(rows) > 30


def test_the_chain_of_the_day_is_whole(day: tuple[Path, dict[str, list[str]]]) -> None:
    environment = {**os.environ, "YICHUANG_HOME": str(day[0] / "home")}
    done = subprocess.run(
        [sys.executable, "main.py", "verify", "--json"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert json.loads(done.stdout)["ok"] is True
