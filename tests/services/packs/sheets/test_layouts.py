from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.guidance.item import Basis
from desktop.domain.guidance.terms import Channel, Confidence, Form, ItemType, Necessity, Unit
from tests.services.packs.sheets.samples import (
    CODE,
    ITEM,
    MATERIAL,
    MATERIALS,
    Rows,
    book,
    delimited,
    flat_rows,
    grid,
    item_of,
    item_rows,
    material_rows,
    read,
    seen,
)

WHOLE = item_of(seen(*grid(事项=item_rows(), 材料=material_rows())))


def test_an_item_is_what_its_labels_say() -> None:
    item = WHOLE
    assert (item.id, item.type, item.name) == (CODE, ItemType.LICENCE, ITEM["事项名称"])
    assert (item.statutory_limit.value, item.statutory_limit.unit) == (20, Unit.WORKING_DAY)
    assert (item.commitment_limit.value, item.commitment_limit.illustrative) == (5, False)
    law = "烟花爆竹安全管理条例"
    assert item.legal_basis == (
        Basis(law, "第十六条"),
        Basis(law, "第十九条"),
        Basis("XKF", "第十二条"),
    )
    assert [one.text for one in item.requirements] == ["符合布点规划；", "主要负责人经过培训"] or [
        one.text for one in item.requirements
    ] == ["符合布点规划", "主要负责人经过培训"]
    assert [(step.name, step.limit) for step in item.steps] == [
        ("受理", None), ("审查", None), ("决定", 3), ("送达", None),
    ]  # fmt: skip
    assert item.fee.charged is False
    assert not item.instant
    assert item.result is not None
    assert item.result.name == ITEM["审批结果名称"]
    assert "是否支持物流快递：是" in [note.text for note in item.notes]
    assert not item.approved


def test_materials_are_what_their_labels_say() -> None:
    form, licence, plan = WHOLE.materials
    assert form.is_application_form
    assert (form.form, form.necessity, form.source_channel) == (
        Form.EITHER, Necessity.REQUIRED, Channel.APPLICANT,
    )  # fmt: skip
    assert (licence.key, licence.e_licence, licence.form) == ("BL", "E1", Form.PAPER)
    assert licence.source_channel is Channel.GOVERNMENT
    assert (plan.copies, plan.form, plan.necessity) == (2, Form.ELECTRONIC, Necessity.DEFERRABLE)
    assert plan.legal_source == (Basis("烟花爆竹安全管理条例", "第十九条"),)
    assert plan.note == "盖章"


def beside() -> Rows:
    return [["办事指南要素"], ["要素名称", "内容"], *ITEM.items(), [], *material_rows(code=False)]


def two_beside_two() -> Rows:
    cells = [*ITEM.items(), ("备用", "")]
    rows = [[*cells[n], *cells[n + 1]] for n in range(0, len(cells) - 1, 2)]
    return [["要素表"], *rows, ["申请材料"], *material_rows(code=False), ["注：材料应当真实有效。"]]


def decorated() -> Rows:
    marks = ("（必填）", "：", "*", "(选填)", "\n", " ")
    head = [f"{label}{marks[n % len(marks)]}" for n, label in enumerate(ITEM)]
    head[5] = "行使\n层级"
    return [["行政许可事项实施清单（2026年版）"], [], head, list(ITEM.values())]


def numbered() -> Rows:
    rows = material_rows()
    return [[str(n) if n else "序号", *row, ""] for n, row in enumerate(rows)]


def unit_in_head() -> Rows:
    kept = {k: v for k, v in ITEM.items() if not k.endswith("单位")}
    head = [f"{k}（工作日）" if k.endswith("时限") else k for k in kept]
    return [head, list(kept.values())]


def unit_in_cell() -> Rows:
    kept = {k: v for k, v in ITEM.items() if not k.endswith("单位")}
    return [list(kept), [f"{v}个工作日" if k.endswith("时限") else v for k, v in kept.items()]]


LAYOUTS: dict[str, dict[str, Rows]] = {
    "material sheet first": {"材料": material_rows(), "事项": item_rows()},
    "flat, told once": {"清单": flat_rows()},
    "flat, told in every row": {
        "清单": [[*ITEM, *MATERIAL], *([*ITEM.values(), *row] for row in MATERIALS)]
    },
    "label beside value": {"指南": beside()},
    "two labels a row": {"指南": two_beside_two()},
    "decorated labels under a title": {"清单": decorated(), "材料": numbered()},
    "unit in the header": {"清单": unit_in_head(), "材料": material_rows()},
    "unit in the cell": {"清单": unit_in_cell(), "材料": material_rows()},
    "materials by name": {
        "事项": item_rows(),
        "材料": [["事项名称", *MATERIAL], *([ITEM["事项名称"], *row] for row in MATERIALS)],
    },
    "one item, materials without a word of it": {
        "事项": item_rows(),
        "材料": material_rows(code=False),
    },
    "columns turned round": {"事项": [row[::-1] for row in item_rows()], "材料": material_rows()},
    "both tables in one sheet": {"事项": [*item_rows(), [], *material_rows()]},
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_item(name: str, tmp_path: Path) -> None:
    assert item_of(seen(*grid(**LAYOUTS[name]))) == WHOLE
    assert item_of(read(book(tmp_path / "清单.xlsx", dict(LAYOUTS[name])))) == WHOLE


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("gb18030", ","), ("utf-16", "\t"), ("gb18030", "\t")],
)
def test_csv_of_every_kind_gives_the_same_item(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    assert (
        item_of(read(delimited(tmp_path / "清单.csv", flat_rows(), encoding, delimiter))) == WHOLE
    )


def test_merged_cells_hold_for_every_row(tmp_path: Path) -> None:
    rows = flat_rows()
    spans = [(1, c, 3, c) for c, value in enumerate(ITEM.values()) if value]
    assert item_of(read(book(tmp_path / "a.xlsx", {"清单": rows}, {"清单": spans}))) == WHOLE


def test_a_header_may_have_two_rows(tmp_path: Path) -> None:
    upper = [
        "法定办结时限" if k.startswith("法定") else "承诺办结时限" if k.startswith("承诺") else k
        for k in ITEM
    ]
    lower = ["单位" if k.endswith("单位") else "时限" if k.endswith("时限") else "" for k in ITEM]
    spans = [(0, c, 1, c) for c, text in enumerate(lower) if not text]
    spans += [(0, c, 0, c + 1) for c, text in enumerate(lower) if text == "时限"]
    sheets: dict[str, Rows] = {"清单": [upper, lower, list(ITEM.values())], "材料": material_rows()}
    assert item_of(read(book(tmp_path / "a.xlsx", sheets, {"清单": spans}))) == WHOLE


def test_several_items_each_get_their_materials() -> None:
    other = {
        **ITEM,
        "实施编码": "11110105085488593L3000125003002",
        "事项名称": "烟花爆竹经营（批发）许可",
    }
    items = [list(ITEM), list(ITEM.values()), list(other.values())]
    materials = [*material_rows(), [other["实施编码"], *MATERIALS[1]]]
    found = seen(*grid(事项=items, 材料=materials))
    assert [len(item.materials) for item in found.pack.items.values()] == [3, 1]
    assert not found.problems


def test_handling_items_that_share_a_code_have_their_own() -> None:
    head = [*ITEM, "业务办理项编码", "业务办理项名称"]
    rows = [[*ITEM.values(), f"{CODE}0{n}", kind] for n, kind in ((1, "新办"), (2, "变更"))]
    found = seen(*grid(事项=[head, *rows]))
    assert not found.problems
    assert list(found.pack.items) == [f"{CODE}01", f"{CODE}02"]


def test_items_may_run_across() -> None:
    other = {**ITEM, "实施编码": "11110105085488593L3000125003002", "事项名称": "乙"}
    rows: Rows = [["项目", "一", "二"], *([label, ITEM[label], other[label]] for label in ITEM)]
    found = seen(*grid(事项=rows, 材料=material_rows()))
    assert not found.problems
    assert found.pack.items[CODE] == WHOLE
    assert len(found.pack.items) == 2
    wrong: Rows = [[*row[:2], "1" if row[0] == "是否收费" else row[2]] for row in rows]
    (problem,) = seen(*grid(事项=wrong)).problems
    assert (problem.row, problem.column) == (list(ITEM).index("是否收费") + 2, "C")


def test_a_table_may_follow_the_name_of_its_item() -> None:
    other = {**ITEM, "实施编码": "11110105085488593L3000125003002", "事项名称": "乙"}
    items = [list(ITEM), list(ITEM.values()), list(other.values())]
    rows: Rows = [
        ["事项名称：乙"],
        *material_rows(code=False)[:2],
        [],
        [f"事项名称：{ITEM['事项名称']}"],
        *material_rows(code=False),
    ]
    found = seen(*grid(事项=items, 材料=rows))
    assert not found.problems
    assert [len(item.materials) for item in found.pack.items.values()] == [3, 1]


def test_instructions_for_filling_in_are_no_item() -> None:
    told: Rows = [
        ["填报说明"],
        ["法定办结时限：填写数字"],
        ["材料形式", "照实填写"],
        ["是否收费：填是或否"],
    ]
    assert item_of(seen(*grid(说明=told, 事项=item_rows(), 材料=material_rows()))) == WHOLE


def test_materials_listed_in_one_cell_are_each_one() -> None:
    rows = [[*ITEM, "申请材料"], [*ITEM.values(), "1.申请书\n2.营业执照；3.平面图"]]
    found = item_of(seen(*grid(事项=rows)))
    assert [one.name for one in found.materials] == ["申请书", "营业执照", "平面图"]
    assert {one.confidence for one in found.materials} == {Confidence.LOW}


def test_a_limit_is_read_out_of_what_people_write_around_it() -> None:
    for told in (
        "自受理之日起20个工作日内",
        "20（工作日）",
        "20个工作日（不含听证）",
        "不超过20工作日",
    ):
        rows = [list(ITEM), [told if k == "法定办结时限" else v for k, v in ITEM.items()]]
        limit = item_of(seen(*grid(事项=rows))).statutory_limit
        assert (limit.value, limit.unit) == (20, Unit.WORKING_DAY)


def test_the_sub_item_gives_the_name() -> None:
    rows = [["子项名称", *ITEM], ["零售（首次）", *ITEM.values()]]
    assert item_of(seen(*grid(事项=rows))).name == "零售（首次）"


def test_a_large_list_is_read_whole() -> None:
    items = [
        list({**ITEM, "实施编码": f"X{n:05}", "事项名称": f"事项{n}"}.values()) for n in range(300)
    ]
    rows = [[f"X{n % 300:05}", f"材料{n}", *MATERIALS[0][1:]] for n in range(1500)]
    found = seen(*grid(事项=[list(ITEM), *items], 材料=[material_rows()[0], *rows]))
    assert (len(found.pack.items), found.materials, found.problems) == (300, 1500, [])


def test_a_unit_alone_is_of_the_limit_left_of_it(tmp_path: Path) -> None:
    head = ["单位" if k.endswith("单位") else k for k in ITEM]
    assert item_of(seen(*grid(事项=[head, list(ITEM.values())], 材料=material_rows()))) == WHOLE
    title = ["基本信息", *[""] * (len(ITEM) - 1), "申请材料", *[""] * (len(MATERIAL) - 1)]
    names = [one.removeprefix("材料") if n < 4 else one for n, one in enumerate(MATERIAL)]
    rows = [title, [*head, *names], *flat_rows()[1:]]
    spans = [(0, 0, 0, len(ITEM) - 1), (0, len(ITEM), 0, len(title) - 1)]
    assert item_of(read(book(tmp_path / "a.xlsx", {"清单": rows}, {"清单": spans}))) == WHOLE


def test_until_when_a_material_may_follow_is_read() -> None:
    rows = material_rows()
    told = [[*rows[0], "容缺补交时限"], *([*row, "5个工作日"] for row in rows[1:])]
    (limit,) = {one.deferral for one in item_of(seen(*grid(事项=item_rows(), 材料=told))).materials}
    assert limit is not None
    assert (limit.value, limit.unit) == (5, Unit.WORKING_DAY)
