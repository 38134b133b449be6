"""National sheets as halls have them: one item, told in a dozen layouts, and what reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from desktop.documents.sheets.files import SheetFiles
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.grid import Sheet
from desktop.services.packs.sheets.labels import load_labels
from desktop.services.packs.sheets.read import Looked, look, looked
from resources import ROOT
from tests.domain.guidance.shipped import catalogue

LABELS = load_labels(ROOT / "catalog/labels.json")
CODE = "11110105085488593L3000125003001"
LAW = "《烟花爆竹安全管理条例》（国务院令第455号）第十六条、第十九条"
ITEM: dict[str, str] = {
    "事项名称": "烟花爆竹经营（零售）许可",
    "基本编码": "000125003001",
    "实施编码": CODE,
    "事项类型": "行政许可",
    "设定依据": f"{LAW}；《中华人民共和国行政许可法》第十二条",
    "行使层级": "县级",
    "实施主体": "示范区管理委员会",
    "法定办结时限": "20",
    "法定办结时限单位": "工作日",
    "承诺办结时限": "5",
    "承诺办结时限单位": "工作日",
    "受理条件": "1.符合布点规划；\n2.主要负责人经过培训",
    "办理流程": "受理→审查→决定（3个工作日）→送达",
    "服务对象": "自然人、企业法人",
    "办件类型": "承诺件",
    "是否收费": "否",
    "收费依据": "",
    "审批结果名称": "烟花爆竹经营（零售）许可证",
    "到办事现场次数": "1",
    "办理形式": "窗口办理，网上办理",
    "是否支持物流快递": "是",
}
ASKED = "《烟花爆竹安全管理条例》第十九条"
MATERIAL = (
    "材料名称", "材料类型", "材料形式", "材料必要性", "来源渠道", "来源渠道说明", "纸质材料份数",
    "要求提供材料的依据", "是否引用电子证照", "证照类型码", "备注",
)  # fmt: skip
MATERIALS: list[list[str]] = [
    ["零售经营许可申请书", "申请表格文书", "纸质/电子化", "必要", "申请人自备", "", "1", ASKED, "否", "", ""],
    ["营业执照", "证件证书证明", "纸质", "必要", "政府部门核发", "市场监管部门", "1", ASKED, "是", "", ""],
    ["零售点周边平面图", "其他", "电子化", "容缺后补", "其他", "", "2份", ASKED, "否", "", "盖章"],
]  # fmt: skip
Rows = Sequence[Sequence[Any]]


def item_rows() -> list[list[str]]:
    return [list(ITEM), list(ITEM.values())]


def material_rows(code: bool = True) -> list[list[str]]:
    head = ["实施编码", *MATERIAL] if code else list(MATERIAL)
    return [head, *([CODE, *row] if code else list(row) for row in MATERIALS)]


def flat_rows() -> list[list[str]]:
    """One row a material, what the item says in the first alone."""
    values = list(ITEM.values())
    blank = [""] * len(values)
    rows = [[*(blank if number else values), *row] for number, row in enumerate(MATERIALS)]
    return [[*ITEM, *MATERIAL], *rows]


def grid(**sheets: Rows) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(name, tuple(tuple(map(str, row)) for row in rows)) for name, rows in sheets.items()
    )


def seen(*sheets: Sheet) -> Looked:
    return looked(Path("清单.xlsx"), sheets, LABELS, catalogue())


def item_of(found: Looked) -> ServiceItem:
    assert not found.problems
    (item,) = found.pack.items.values()
    return item


def book(
    file: Path,
    sheets: dict[str, Rows],
    merged: dict[str, list[tuple[int, int, int, int]]] | None = None,
) -> Path:
    """An XLSX; merged ranges are (first row, first column, last row, last column) from 0."""
    made = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False})
    for name, rows in sheets.items():
        page = made.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value != "":
                    page.write(r, c, value)
        for r, c, last, right in (merged or {}).get(name, []):
            page.merge_range(r, c, last, right, rows[r][c])
    made.close()
    return file


def delimited(file: Path, rows: Rows, encoding: str, delimiter: str) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def read(file: Path) -> Looked:
    return look(SheetFiles(), file, LABELS, catalogue())
