"""What stands where in the workbook: sheet, label, place in the file's form, kind of cell.

An object that an item may lack (its result, say) is there where its `key` column is filled.
"""

from __future__ import annotations

from dataclasses import dataclass

ABOUT = "说明"
MARK = "一窗事项包"
"""What the first cell of the first sheet begins with: the workbook is read as a pack."""
ITEM_ID = "事项编号"
REST = "其他内容"
"""The last column of every sheet: what an item says beyond these columns, as data."""


@dataclass(frozen=True, slots=True)
class BookColumn:
    """One column. `needs`: the path of the key without which the object of this one is not there."""

    label: str
    path: str
    kind: str = "text"
    needs: str = ""


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet; `field` is the list of the item that its rows make, empty for the items themselves."""

    name: str
    field: str
    columns: tuple[BookColumn, ...]


def _claim(label: str, path: str, basis: str = "source", note: bool = True) -> list[BookColumn]:
    made = [
        BookColumn(f"{label}依据", f"{path}.{basis}", "bases"),
        BookColumn(f"{label}把握", f"{path}.confidence", "confidence"),
    ]
    return [*made, BookColumn(f"{label}说明", f"{path}.note")] if note else made


def _limit(label: str, path: str, basis: str = "basis") -> list[BookColumn]:
    return [
        BookColumn(label, f"{path}.value", "count"),
        BookColumn(f"{label}单位", f"{path}.unit"),
        *_claim(label, path, basis),
    ]


def _within(key: str, columns: list[BookColumn]) -> list[BookColumn]:
    return [BookColumn(one.label, one.path, one.kind, key) for one in columns]


ITEMS = BookSheet(
    "事项",
    "",
    (
        BookColumn("编号", "id"),
        BookColumn("名称", "name"),
        BookColumn("状态", "status"),
        BookColumn("分组", "group"),
        BookColumn("类型", "type"),
        BookColumn("类型把握", "type_confidence", "confidence"),
        BookColumn("设定依据", "legal_basis", "bases"),
        BookColumn("法定实施机关", "authority_statutory"),
        *_within(
            "authority_local.name",
            [
                BookColumn("本地实施机关", "authority_local.name"),
                *_claim("本地实施机关", "authority_local", note=False),
            ],
        ),
        *_limit("法定时限", "statutory_limit"),
        *_limit("承诺时限", "commitment_limit", "source"),
        BookColumn("承诺时限是示例", "commitment_limit.illustrative", "yes"),
        BookColumn("收费", "fee.charged", "yes"),
        *_claim("收费", "fee", "basis"),
        BookColumn("告知承诺", "notice_commitment.value"),
        *_claim("告知承诺", "notice_commitment"),
        BookColumn("即办件", "instant.value", "yes"),
        *_claim("即办件", "instant"),
        BookColumn("办理方式", "handling.mode"),
        BookColumn("特别程序", "handling.procedures", "lines"),
        *_within("handling.extension.unit", _limit("延期", "handling.extension")),
        *_within("handling.technical.unit", _limit("技术审查", "handling.technical")),
        *_within(
            "result.name",
            [
                BookColumn("结果名称", "result.name"),
                BookColumn("有效期（年）", "result.validity_years", "count"),
                BookColumn("延续期限原文", "result.renewal_window"),
                *_claim("结果", "result"),
            ],
        ),
        *_within(
            "result.renewal.closes",
            [
                BookColumn("延续开始（届满前）", "result.renewal.opens", "lead"),
                BookColumn("延续截止（届满前）", "result.renewal.closes", "lead"),
                BookColumn("逾期申请", "result.renewal.late"),
                *_claim("延续", "result.renewal", "basis", note=False),
            ],
        ),
        *_within(
            "post_check.what",
            [
                BookColumn("事后检查", "post_check.what"),
                BookColumn("事后检查时限", "post_check.within", "count"),
                BookColumn("事后检查时限单位", "post_check.unit"),
                *_claim("事后检查", "post_check", note=False),
            ],
        ),
        BookColumn("产出材料", "produces", "lines"),
        BookColumn("延续的事项", "renews", "lines"),
        BookColumn("延续的条件", "renews_if", "condition"),
    ),
)
QUESTIONS = BookSheet(
    "情形",
    "questions",
    (
        BookColumn("问题编号", "id"),
        BookColumn("问题", "text"),
        BookColumn("种类", "kind", "question"),
        BookColumn("可多选", "multi", "yes"),
        BookColumn("选项", "options", "lines"),
        BookColumn("默认", "default"),
        BookColumn("说明", "note"),
    ),
)
MATERIALS = BookSheet(
    "材料",
    "materials",
    (
        BookColumn("材料编号", "key"),
        BookColumn("材料名称", "name"),
        BookColumn("原件或复印件", "type"),
        BookColumn("份数", "copies", "count"),
        BookColumn("材料形式", "form"),
        BookColumn("来源渠道", "source_channel"),
        BookColumn("材料必要性", "necessity"),
        *_within("deferral.unit", _limit("容缺补交时限", "deferral")),
        BookColumn("材料层级", "level"),
        BookColumn("电子证照", "e_licence"),
        BookColumn("数据共享", "data_share"),
        BookColumn("何种情形需要", "condition", "condition"),
        BookColumn("依据", "legal_source", "bases"),
        BookColumn("把握", "confidence", "confidence"),
        BookColumn("是示例", "illustrative", "yes"),
        BookColumn("说明", "note"),
    ),
)
SHEETS = (
    ITEMS,
    QUESTIONS,
    MATERIALS,
    BookSheet(
        "时限",
        "limit_variants",
        (
            BookColumn("哪个时限", "what", "limit"),
            BookColumn("何种情形", "if_", "condition"),
            BookColumn("时限", "value", "count"),
            BookColumn("单位", "unit"),
            BookColumn("依据", "basis", "bases"),
            BookColumn("把握", "confidence", "confidence"),
            BookColumn("说明", "note"),
        ),
    ),
    BookSheet(
        "步骤",
        "steps",
        (
            BookColumn("步骤", "name"),
            BookColumn("时限", "limit", "count"),
            BookColumn("单位", "unit"),
            BookColumn("是示例", "illustrative", "yes"),
            BookColumn("依据", "source", "bases"),
            BookColumn("说明", "note"),
        ),
    ),
    BookSheet(
        "办理条件",
        "requirements",
        (
            BookColumn("办理条件", "text"),
            BookColumn("依据", "basis", "bases"),
            BookColumn("把握", "confidence", "confidence"),
        ),
    ),
    BookSheet(
        "条件提示",
        "routing",
        (
            BookColumn("何种情形", "if_", "condition"),
            BookColumn("提示", "then"),
            BookColumn("依据", "source", "bases"),
            BookColumn("把握", "confidence", "confidence"),
        ),
    ),
    BookSheet(
        "备注",
        "notes",
        (
            BookColumn("备注", "text"),
            BookColumn("依据", "source", "bases"),
            BookColumn("把握", "confidence", "confidence"),
        ),
    ),
)
SOURCES = BookSheet(
    "依据",
    "sources",
    (
        BookColumn("依据编号", "id"),
        BookColumn("名称", "title"),
        BookColumn("文号", "doc_no"),
        BookColumn("版本", "effective_or_version"),
        BookColumn("核对", "verified", "verified"),
        BookColumn("出处", "where"),
        BookColumn("说明", "note"),
    ),
)
