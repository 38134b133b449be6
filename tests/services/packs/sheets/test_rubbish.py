"""Generated sheets: right, wrong and rubbish. Never a crash, never half a file.

`YICHUANG_PACKS=10000` runs ten thousand of each; the default is quick.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.packs.grid import Sheet
from desktop.domain.refusal import Refusal
from desktop.services.packs.sheets.read import Looked, looked, whole
from desktop.wording.refusals import sentence
from tests.domain.guidance.shipped import catalogue
from tests.services.packs.sheets.samples import (
    CODE,
    ITEM,
    LABELS,
    MATERIAL,
    MATERIALS,
    Rows,
    book,
    flat_rows,
    item_rows,
    material_rows,
    read,
)

MANY = settings(
    max_examples=int(os.environ.get("YICHUANG_PACKS", "40")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
KNOWN = sorted({*ITEM, *MATERIAL, *LABELS.titles.values(), "事项状态", "材料样本"})
WORDS = sorted({word for words in LABELS.words.values() for word in words})
CELL = st.one_of(
    st.just(""),
    st.sampled_from(WORDS),
    st.sampled_from(KNOWN),
    st.sampled_from(
        ["1", "2", "01", "99", "20", "20工作日", "5自然日", "8小时", "-", "=1+1", CODE]
    ),
    st.sampled_from(
        ["材料必要性：1必要 2非必要", "《某法》第三条、第四条", "受理→决定", "1必要/2非必要"]
    ),
    st.text(max_size=12),
)
DECORATED = st.builds(
    lambda label, before, after: f"{before}{label}{after}",
    st.sampled_from(KNOWN),
    st.sampled_from(["", "1.", "（一）", " ", "*"]),
    st.sampled_from(["", "：", "（必填）", "（1必要 2非必要）", "（工作日）", "\n", "*"]),
)
ROW = st.lists(CELL, max_size=9)
HEAD = st.lists(st.one_of(DECORATED, CELL), max_size=9)
ROWS = st.lists(st.one_of(ROW, HEAD), max_size=9)
MERGED = st.frozensets(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=6)


T = TypeVar("T")


def tried(act: Callable[[], T]) -> T | Refusal:
    try:
        return act()
    except Refusal as refusal:
        return refusal


def told_of(sheets: tuple[Sheet, ...]) -> Looked | Refusal:
    return tried(lambda: looked(Path("清单.xlsx"), sheets, LABELS, catalogue()))


def check(told: Looked | Refusal) -> None:
    """Whole or refused with a sentence; what is whole is what the journal can keep."""
    if isinstance(told, Refusal):
        assert told.code == "pack_broken"
        assert "？" not in sentence(told)
        return
    pack = tried(lambda: whole(told))
    if isinstance(pack, Refusal):
        assert pack.code == "sheet_refused"
        assert "第 " in sentence(pack)
        assert told.problems
    else:
        assert pack.items
        assert all(item.id == id and item.name for id, item in pack.items.items())


@MANY
@given(st.lists(st.tuples(ROWS, MERGED), min_size=1, max_size=3))
def test_any_sheets_are_whole_or_refused(drawn: list[Any]) -> None:
    sheets = tuple(
        Sheet(f"表{n}", tuple(map(tuple, rows)), merged) for n, (rows, merged) in enumerate(drawn)
    )
    check(told_of(sheets))


@MANY
@given(st.data())
def test_a_good_sheet_with_spoilt_cells_is_whole_or_refused(data: st.DataObject) -> None:
    rows = {"事项": item_rows(), "材料": material_rows()}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(rows)))
        row = data.draw(st.integers(0, len(rows[name]) - 1))
        column = data.draw(st.integers(0, len(rows[name][row]) - 1))
        rows[name][row][column] = data.draw(CELL)
    told = told_of(tuple(Sheet(n, tuple(map(tuple, cells))) for n, cells in rows.items()))
    check(told)
    if isinstance(told, Looked) and not told.problems:
        assert len(told.pack.items) <= len(MATERIALS) + 1


@MANY
@given(
    st.permutations(range(len(MATERIAL))),
    st.permutations(range(len(ITEM))),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
    st.sampled_from(",;\t"),
    st.integers(0, 3),
)
def test_a_good_sheet_is_read_whatever_its_order(
    materials: list[int], items: list[int], encoding: str, delimiter: str, titles: int
) -> None:
    order = [*items, *(len(ITEM) + n for n in materials)]
    rows = [["某市实施清单"]] * titles + [[row[n] for n in order] for row in flat_rows()]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "清单.csv"
        file.write_bytes(text.getvalue().encode(encoding))
        found = read(file)
    assert not found.problems
    assert len(found.pack.items[CODE].materials) == len(MATERIALS)


@MANY
@given(st.binary(max_size=300), st.sampled_from([".csv", ".xlsx", ".xls", ".txt"]), st.booleans())
def test_rubbish_bytes_are_refused(raw: bytes, suffix: str, packed: bool) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"清单{suffix}"
        file.write_bytes((b"PK\x03\x04" if packed else b"") + raw)
        check(tried(lambda: read(file)))


@cache
def workbook() -> bytes:
    """Made once: its bytes hold the second it was made in."""
    with TemporaryDirectory() as folder:
        sheets: dict[str, Rows] = {"事项": item_rows(), "材料": material_rows()}
        return book(Path(folder) / "清单.xlsx", sheets).read_bytes()


@settings(MANY, max_examples=max(10, MANY.max_examples // 20))
@given(st.data())
def test_a_workbook_with_flipped_bytes_is_whole_or_refused(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "清单.xlsx"
        raw = bytearray(workbook())
        for _ in range(data.draw(st.integers(1, 8))):
            raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
        file.write_bytes(bytes(raw[: data.draw(st.integers(len(raw) // 2, len(raw)))]))
        check(tried(lambda: read(file)))
