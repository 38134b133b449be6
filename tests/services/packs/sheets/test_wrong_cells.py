from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.guidance.terms import Channel, Form, MaterialType, Necessity
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.incoming import incoming
from desktop.services.packs.publish import publish
from desktop.services.packs.sheets.read import whole
from desktop.wording.guidance.sheets import CELL_REASONS, problem_sentence
from desktop.wording.refusals import sentence
from tests.services.packs.sheets.samples import (
    ITEM,
    MATERIAL,
    Rows,
    book,
    grid,
    item_of,
    item_rows,
    material_rows,
    seen,
)


def items(**changed: str) -> Rows:
    told = {**ITEM, **changed}
    return [list(told), list(told.values())]


def materials(column: str, *values: str, label: str = "") -> list[list[str]]:
    """The material rows with other values in that column, and another label above them."""
    rows = material_rows()
    at = rows[0].index(column)
    rows[0][at] = label or column
    for row, value in zip(rows[1:], values, strict=False):
        row[at] = value
    return rows


WRONG: list[tuple[dict[str, Rows], str, int, str]] = [
    ({"事项": items(), "材料": materials("材料必要性", "1")}, "bare_number", 2, "E"),
    ({"事项": items(), "材料": materials("材料必要性", "必要", "")}, "necessity_missing", 3, "E"),
    ({"事项": items(), "材料": materials("材料必要性", "随便")}, "unknown_word", 2, "E"),
    ({"事项": items(), "材料": materials("来源渠道", "必要")}, "unknown_word", 2, "F"),
    ({"事项": items(), "材料": materials("纸质材料份数", "若干")}, "not_a_count", 2, "H"),
    ({"事项": items(), "材料": materials("材料名称", "")}, "material_nameless", 2, "B"),
    ({"事项": items(), "材料": materials("材料名称", "甲", "甲")}, "repeated_material", 3, "B"),
    ({"事项": items(), "材料": materials("实施编码", "另一编码")}, "no_such_item", 2, "A"),
    ({"事项": items(事项类型="01")}, "bare_number", 2, "D"),
    ({"事项": items(事项类型="行政备案")}, "unknown_word", 2, "D"),
    ({"事项": items(事项类型="")}, "type_missing", 2, "A"),
    ({"事项": items(实施编码="", 基本编码="")}, "code_missing", 2, "A"),
    ({"事项": items(实施编码="编码 一")}, "code_form", 2, "C"),
    ({"事项": items(实施编码="1.10000E+17")}, "code_form", 2, "C"),
    ({"事项": items(法定办结时限单位="")}, "unit_missing", 2, "H"),
    ({"事项": items(法定办结时限单位="旬")}, "unknown_word", 2, "I"),
    ({"事项": items(法定办结时限单位="小时")}, "unit_hours", 2, "H"),
    ({"事项": items(承诺办结时限="三天半")}, "unknown_unit", 2, "J"),
    ({"事项": items(承诺办结时限="5自然日")}, "two_units", 2, "J"),
    ({"事项": items(承诺办结时限="-5")}, "not_a_limit", 2, "J"),
    ({"事项": items(是否收费="1")}, "bare_number", 2, "P"),
    ({"事项": items(办件类型="2")}, "bare_number", 2, "O"),
    ({"事项": items(服务对象="1,2")}, "bare_number", 2, "N"),
    ({"事项": [*items(), *items(事项类型="公共服务")[1:]]}, "told_twice", 3, "D"),
    ({"事项": [*items(), ["", *["某"] * 20]]}, "code_form", 3, "C"),
]


@pytest.mark.parametrize(("sheets", "reason", "row", "column"), WRONG)
def test_a_wrong_cell_refuses_the_whole_file(
    sheets: dict[str, Rows], reason: str, row: int, column: str
) -> None:
    with pytest.raises(Refusal) as refused:
        whole(seen(*grid(**sheets)))
    assert refused.value.code == "sheet_refused"
    found = refused.value.data["problems"]
    assert isinstance(found, tuple)
    assert (reason, row, column) in [(one.reason, one.row, one.column) for one in found]
    told = sentence(refused.value)
    assert f"第 {row} 行 {column} 列" in told
    assert "？" not in told


def test_all_wrong_cells_are_told_at_once() -> None:
    rows = materials("材料必要性", "1", "2", "3")
    with pytest.raises(Refusal) as refused:
        whole(seen(*grid(事项=items(是否收费="0"), 材料=rows)))
    assert refused.value.data["count"] == 4
    assert sentence(refused.value).count("只写了数字") == 4


def test_many_wrong_cells_are_counted() -> None:
    rows = [material_rows()[0], *([ITEM["实施编码"], f"材料{n}", *["9"] * 10] for n in range(30))]
    with pytest.raises(Refusal) as refused:
        whole(seen(*grid(事项=items(), 材料=rows)))
    assert "另有" in sentence(refused.value)


def test_every_reason_has_a_sentence() -> None:
    assert {reason for _sheets, reason, _row, _column in WRONG} <= set(CELL_REASONS)
    for one in seen(*grid(事项=items(是否收费="1"))).problems:
        assert problem_sentence(one).endswith("。")


LEGENDS: list[dict[str, Rows]] = [
    {"说明": [["材料必要性代码表：1必要 2非必要 3容缺后补"]]},
    {"说明": [["材料必要性", "1-必要；2-非必要；3-容缺后补"]]},
    {
        "说明": [
            ["代码项", "代码", "名称"],
            ["材料必要性", 1, "必要"],
            ["", 2, "非必要"],
            ["", 3, "容缺后补"],
        ]
    },
    {"说明": [["材料必要性"], ["代码", "含义"], ["1", "必要"], ["2", "非必要"], ["3", "容缺后补"]]},
    {"说明": [["材料必要性：必要=1，非必要=2，容缺后补=3；材料形式：1纸质 2电子化 3纸质/电子化"]]},
]


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_number_means_what_the_file_itself_says(legend: dict[str, Rows]) -> None:
    rows = materials("材料必要性", "1", "3", "2")
    item = item_of(seen(*grid(事项=items(), 材料=rows, **legend)))
    assert [one.necessity for one in item.materials] == [
        Necessity.REQUIRED, Necessity.DEFERRABLE, Necessity.OPTIONAL,
    ]  # fmt: skip


def test_a_header_may_hold_its_code_table() -> None:
    label = "材料必要性（0非必要 1必要 2容缺后补）"
    found = seen(*grid(事项=items(), 材料=materials("材料必要性", "0", "1", "2", label=label)))
    assert [one.necessity for one in item_of(found).materials] == [
        Necessity.OPTIONAL, Necessity.REQUIRED, Necessity.DEFERRABLE,
    ]  # fmt: skip
    assert ("材料", MATERIAL.index("材料必要性") + 2) in found.by_code


def test_a_code_beyond_its_table_and_two_tables_that_disagree_are_refused() -> None:
    rows = materials("材料必要性", "1", "9", "2")
    legend: Rows = [["材料必要性：1必要 2非必要"]]
    found = seen(*grid(事项=items(), 材料=rows, 说明=legend))
    assert [one.reason for one in found.problems] == ["unknown_code"]
    two: Rows = [["材料必要性：1必要 2非必要 9容缺后补"], ["材料必要性：1非必要 2必要"]]
    found = seen(*grid(事项=items(), 材料=rows, 说明=two))
    assert [one.reason for one in found.problems] == ["two_code_tables", "two_code_tables"]


def test_a_number_beside_its_word_is_read_by_the_word() -> None:
    found = seen(
        *grid(事项=items(), 材料=materials("材料必要性", "1-必要", "2.非必要", "容缺后补(3)"))
    )
    assert [one.necessity for one in item_of(found).materials] == [
        Necessity.REQUIRED, Necessity.OPTIONAL, Necessity.DEFERRABLE,
    ]  # fmt: skip


def test_other_words_of_other_halls() -> None:
    rows = materials("来源渠道", "自备", "中介机构", "政府部门")
    item = item_of(seen(*grid(事项=items(), 材料=rows)))
    assert [one.source_channel for one in item.materials] == [
        Channel.APPLICANT, Channel.OTHER, Channel.GOVERNMENT,
    ]  # fmt: skip
    assert "来源渠道：中介机构" in (item.materials[1].note or "")
    rows = materials("材料形式", "电子版", "纸质或电子", "纸质、电子化")
    assert [one.form for one in item_of(seen(*grid(事项=items(), 材料=rows))).materials] == [
        Form.ELECTRONIC, Form.EITHER, Form.EITHER,
    ]  # fmt: skip


def test_nothing_is_imported_by_halves(office: Office, tmp_path: Path) -> None:
    other = {**ITEM, "实施编码": "X-2", "事项名称": "乙", "是否收费": "1"}
    rows = [*item_rows(), list(other.values())]
    before = office.catalogue
    file = book(tmp_path / "a.xlsx", {"事项": rows})
    with pytest.raises(Refusal):
        publish(office, incoming(office, file))
    assert office.catalogue is before


def test_a_sheet_is_published_and_kept(office: Office, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", {"事项": item_rows(), "材料": material_rows()})
    done = publish(office, incoming(office, file), source=file.name)
    assert done.added == (ITEM["实施编码"],)
    again = publish(office, incoming(office, file), source=file.name)
    assert again.same == (ITEM["实施编码"],)


def test_a_column_of_codes_alone_is_not_passed_over() -> None:
    rows = materials("材料必要性", "1", "2", "3", label="材料必要性代码")
    assert [one.reason for one in seen(*grid(事项=items(), 材料=rows)).problems] == [
        "bare_number"
    ] * 3
    told: Rows = [["材料必要性代码：1必要 2非必要 3容缺后补"]]
    assert (
        item_of(seen(*grid(事项=items(), 材料=rows, 说明=told))).materials[1].necessity
        is Necessity.OPTIONAL
    )


def test_a_code_table_may_stand_beside_the_data() -> None:
    rows = materials("材料必要性", "1", "2", "3")
    rows[0].append("")
    rows[1].append("材料必要性：1必要 2非必要 3容缺后补")
    assert (
        item_of(seen(*grid(事项=items(), 材料=rows))).materials[2].necessity is Necessity.DEFERRABLE
    )


def test_what_halls_write_otherwise_is_understood() -> None:
    rows = materials("纸质材料份数", "原件1份、复印件2份", "一式两份", "3份")
    first, second, third = item_of(seen(*grid(事项=items(), 材料=rows))).materials
    assert (first.copies, first.type) == (2, MaterialType.BOTH)
    assert (second.copies, third.copies) == (2, 3)
    rows = materials("材料形式", "原件", "复印件", "电子化")
    told = [one.type for one in item_of(seen(*grid(事项=items(), 材料=rows))).materials]
    assert told == [MaterialType.ORIGINAL, MaterialType.COPY, MaterialType.ORIGINAL]
    rows = materials("来源渠道", "申请人自备；政府部门核发", "1申请人自备", "政府部门核发")
    first, second, third = item_of(seen(*grid(事项=items(), 材料=rows))).materials
    assert (first.source_channel, second.source_channel) == (Channel.OTHER, Channel.APPLICANT)
    assert "申请人自备；政府部门核发" in (first.note or "")


def test_a_remark_is_no_part_of_a_word_unless_it_changes_it() -> None:
    assert item_of(seen(*grid(事项=items(是否收费="否（免费）")))).fee.charged is False
    rows = materials("材料必要性", "非必要（代办时必要）")
    (problem,) = seen(*grid(事项=items(), 材料=rows)).problems
    assert problem.reason == "unknown_word"


def test_words_that_only_a_note_keeps_may_be_any() -> None:
    item = item_of(
        seen(*grid(事项=items(服务对象="科技型中小企业", 特别程序="现场踏勘、专家评审")))
    )
    notes = [note.text for note in item.notes]
    assert "服务对象：科技型中小企业" in notes
    assert "特别程序：现场踏勘、专家评审" in notes
