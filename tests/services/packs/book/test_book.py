from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.documents.sheets.files import SheetFiles
from desktop.domain.guidance.condition import AllOf, AnyOf, Chosen, Condition, Not
from desktop.domain.guidance.item import Basis, Note, ServiceItem
from desktop.domain.packs.grid import Sheet
from desktop.services.packs.book.cells import WrongCell, read, written
from desktop.services.packs.book.conditions import NotACondition, condition_of, condition_words
from desktop.services.packs.book.read import merge
from desktop.services.packs.book.write import book, pack_form, rest_of
from desktop.services.packs.encode import condition_form
from desktop.services.packs.pack import read_pack
from tests.domain.guidance.shipped import catalogue
from tests.services.packs.sheets.samples import read as look_at
from tests.services.packs.sheets.samples import seen

ITEMS = catalogue().items
A, B, C = Chosen("q_1", ("甲",)), Chosen("q_2", ("乙", "丙")), Chosen("q_3", ("是",))


def sheets_of(*items: ServiceItem) -> tuple[Sheet, ...]:
    return tuple(book(catalogue(), items, ["说明一", "说明二"]))


def test_every_item_that_ships_imports_back_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "全部.xlsx"
    SheetFiles().write(file, sheets_of(*ITEMS.values()))
    found = look_at(file)
    assert not found.problems
    assert len(found.pack.items) == 40
    for id, item in ITEMS.items():
        assert found.pack.items[id] == item
    used = {basis.source for item in ITEMS.values() for basis in item.legal_basis}
    assert used <= set(found.pack.sources)
    assert all(catalogue().sources[id] == source for id, source in found.pack.sources.items())


def test_the_own_form_imports_back_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "全部.json"
    file.write_text(json.dumps(pack_form(catalogue(), ITEMS.values()), ensure_ascii=False), "utf-8")
    assert read_pack(file).items == dict(ITEMS)


def test_the_workbook_is_readable() -> None:
    sheets = {sheet.name: sheet for sheet in sheets_of(ITEMS["SP01"])}
    assert list(sheets) == [
        "说明", "事项", "情形", "材料", "时限", "步骤", "办理条件", "条件提示", "备注", "依据",
    ]  # fmt: skip
    cells = [text for sheet in sheets.values() for row in sheet.rows for text in row]
    assert not any(text.startswith("json:") for text in cells)
    assert any("〔主体业态〕=「餐饮服务经营者」" in text for text in cells)


def test_odd_texts_survive(tmp_path: Path) -> None:
    odd = ("", " 边 ", "=1+1", "json:x", "一\r\n二", "_x000D_", "䶮𠮷𬭎", "a\tb", "'0")
    notes = tuple(Note(text or "空", (Basis("X｜Y", "第\n条"),)) for text in odd)
    item = replace(ITEMS["SP01"], notes=notes, fee=replace(ITEMS["SP01"].fee, note=""))
    SheetFiles().write(tmp_path / "a.xlsx", sheets_of(item))
    assert look_at(tmp_path / "a.xlsx").pack.items["SP01"] == item


def spoilt(sheet: str, label: str, text: str, row: int = 2) -> tuple[Sheet, ...]:
    def changed(one: Sheet) -> Sheet:
        at = one.rows[0].index(label)
        rows = [list(cells) for cells in one.rows]
        rows[row - 1][at] = text
        return Sheet(one.name, tuple(map(tuple, rows)))

    return tuple(changed(one) if one.name == sheet else one for one in sheets_of(ITEMS["SP01"]))


@pytest.mark.parametrize(
    ("sheet", "label", "text"),
    [
        ("材料", "材料必要性", "1"),
        ("材料", "份数", "两"),
        ("材料", "何种情形需要", "有时"),
        ("材料", "事项编号", "ZZ"),
        ("材料", "材料名称", ""),
        ("事项", "类型", "许可证"),
        ("事项", "法定时限", "很快"),
        ("事项", "编号", "编 号"),
        ("情形", "选项", ""),
        ("步骤", "单位", "旬"),
    ],
)
def test_a_wrong_cell_is_told_by_its_place(sheet: str, label: str, text: str) -> None:
    sheets = spoilt(sheet, label, text)
    found = seen(*sheets)
    column = {one.name: one for one in sheets}[sheet].rows[0].index(label) + 1
    places = [(one.sheet, one.row, one.column) for one in found.problems]
    assert (sheet, 2, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column - 1]) in places


def test_an_item_that_stands_twice_is_refused() -> None:
    found = seen(*sheets_of(ITEMS["SP01"], ITEMS["SP01"]))
    assert "repeated_row" in [one.reason for one in found.problems]


@pytest.mark.parametrize(
    "condition",
    [A, B, Not(A), AllOf((A, B, C)), AnyOf((A, AllOf((B, Not(C))))), Not(AnyOf((A, B)))],
)
def test_conditions_are_read_as_they_are_written(condition: Condition) -> None:
    words = condition_words(condition, {"q_1": "问题（一）？", "q_2": "或且非"})
    assert condition_of(words) == condition


@pytest.mark.parametrize(
    "words", ["", "甲", "q=", "q=「甲」 且", "（q=「甲」", "q=「甲」 且 q=「乙」 或 q=「丙」"]
)
def test_what_is_no_condition_is_refused(words: str) -> None:
    with pytest.raises(NotACondition):
        condition_of(words)


CONDITIONS = st.recursive(
    st.builds(
        Chosen,
        st.from_regex(r"[A-Za-z0-9_.\-]{1,8}", fullmatch=True),
        st.lists(st.text(max_size=6), max_size=3).map(tuple),
    ),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, max_size=3).map(tuple).map(AllOf),
        st.lists(inner, max_size=3).map(tuple).map(AnyOf),
    ),
    max_leaves=8,
)


def same(kind: str) -> Callable[[object], bool]:
    return lambda value: read(kind, written(kind, value, {})) == value


@given(CONDITIONS, st.text(max_size=20), st.lists(st.text(max_size=5), min_size=1))
def test_every_value_comes_back(condition: Condition, text: str, lines: list[str]) -> None:
    assert same("condition")(condition_form(condition))
    assert same("text")(text)
    assert same("lines")(lines)
    assert same("bases")([{"source": text or "x", "article": lines[0]}])


@example("0\x1f")
@given(st.text(max_size=40))
def test_no_text_in_a_cell_crashes(text: str) -> None:
    for kind in ("text", "count", "yes", "lines", "bases", "condition", "lead", "confidence"):
        with suppress(WrongCell):
            told = read(kind, text)
            assert same(kind)(told) or kind in ("bases", "lead")


def test_deep_brackets_are_refused_not_followed() -> None:
    with pytest.raises(WrongCell):
        read("condition", "（" * 100_000)
    with pytest.raises((WrongCell, msgspec.ValidationError)):
        read("lead", "json:" + "[" * 100_000)


def test_fields_newer_than_the_columns_travel_as_data() -> None:
    form = {"id": "q", "new": {"a": 1}, "result": {"name": "甲", "newer": ["乙"]}, "none": None}
    covered = {"id", "result.name"}
    assert rest_of(form, covered) == {"new": {"a": 1}, "result": {"newer": ["乙"]}}
    told = dict[str, object]({"id": "q", "result": {"name": "甲"}})
    merge(told, rest_of(form, covered))
    assert told == {"id": "q", "new": {"a": 1}, "result": {"name": "甲", "newer": ["乙"]}}
