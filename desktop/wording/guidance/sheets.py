"""Sentences for spreadsheets of items: which cell is wrong, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.packs.grid import Problem
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.billing.words import BILL_CELLS
from desktop.wording.billing.words import CELLS as BILL_REASONS

SHOWN = 20
"""Wrong cells that a refusal spells out; the rest are counted."""

FILE_REASONS: Mapping[str, str] = {
    "old_xls": _("这是旧的 .xls 格式，请用表格软件另存为 .xlsx 再导入"),
    "encrypted": _("文件加了密码，请去掉密码另存后再导入"),
    "damaged_workbook": _("不是完整的 .xlsx 文件（可能没有下载完），请重新取得"),
    "not_a_workbook": _("不是 .xlsx 或 .csv 表格"),
    "page_as_sheet": _("这其实是网页，请用表格软件打开后另存为 .xlsx"),
    "unpacks_too_large": _("解开后超过 {most} MB，不读取"),
    "too_many_sheets": _("工作表太多（最多 {most} 张）"),
    "too_many_rows": _("行数太多（每张最多 {most} 行），请分成几个文件"),
    "too_many_columns": _("列数太多（最多 {most} 列），请删去右边的空列"),
    "too_large_sheet": _("工作表太大（最多 {most} 格），请删去多余的空行空列"),
    "formula_without_value": _("公式没有算出的值，请用表格软件打开、保存后再导入"),
    "no_sheets": _("文件里没有工作表"),
    "empty_file": _("文件是空的"),
    "not_text": _("不是文本文件"),
    "unknown_encoding": _("编码读不懂，请另存为 UTF-8 或 GB18030 的 CSV"),
    "csv_malformed": _("CSV 引号不成对或有过长的内容：{detail}"),
    "no_labels_found": _("没有找到表头（如「事项名称」「实施编码」「材料名称」）"),
    "no_items_found": _("没有找到事项"),
    "cell_too_long": _("内容超过一格能放的 {most} 个字"),
    "sheet_missing": _("缺少工作表「{name}」"),
}

CELL_REASONS: Mapping[str, str] = {
    "bare_number": _(
        "「{label}」只写了数字。各系统的代码不一致，请改写文字，或在表里注明代码表（如 1必要 2非必要）"
    ),
    "unknown_code": _("「{label}」的代码不在本文件注明的代码表里"),
    "two_code_tables": _("本文件里「{label}」的代码表前后矛盾"),
    "unknown_word": _("「{value}」不是「{label}」的用词，可写：{known}"),
    "not_a_count": _("不是份数，请写数字"),
    "not_a_limit": _("不是时限，请写数字加单位，如 20 个工作日"),
    "unit_missing": _("时限没有单位，请写明工作日、日（自然日）、月或当场"),
    "unit_hours": _("时限不能以小时计，请写工作日、日、月或当场"),
    "unknown_unit": _("「{value}」不是时限单位，可写：{known}"),
    "two_units": _("时限写了两个单位：{one}、{other}"),
    "told_twice": _("同一事项前后不一：第 {row} 行写的是「{other}」"),
    "which_item": _("有 {count} 个事项都相符，分不清是哪一个，请写实施编码"),
    "whose_material": _("没有写明是哪个事项的材料，请加「实施编码」或「事项名称」列"),
    "nameless_row": _("这一行没有事项名称和编码"),
    "no_such_item": _("材料所属的事项不在本文件的事项表里"),
    "code_missing": _("没有实施编码或基本编码"),
    "code_form": _("编码只能是字母、数字、点和横线，最多 64 位；变成科学计数的请改为文本格式重填"),
    "repeated_code": _("编码与另一个事项重复"),
    "name_missing": _("没有事项名称"),
    "name_too_long": _("名称太长（最多 {most} 个字）"),
    "type_missing": _("没有事项类型"),
    "material_nameless": _("这一行没有材料名称"),
    "repeated_material": _("同一事项里材料重复"),
    "necessity_missing": _("没有写材料必要性"),
    "not_storable": _("内容过长或形式不对，不能保存（{detail}）"),
    "missing_field": _("这一格必须填写"),
    "wrong_value": _("写法不对，请照导出的表格改正"),
    "unknown_row": _("没有编号为「{value}」的事项"),
    "repeated_row": _("编号重复"),
}

ABOUT_BOOK = (
    _("本表可以修改后再导入（./run items import 文件），未改动的内容导入后不变。"),
    _("各工作表第一行是标签，请勿改动；行可以增删，列的次序可以调换。"),
    _("除「事项」表外，每行以「事项编号」归属事项。"),
    _("「依据」一格可写几条，每条一行：依据编号｜条款；依据编号见「依据」表。"),
    _(
        "「何种情形」写作：问题编号〔问题〕=「选项」、「选项」，可用 且、或、非（…）连接，〔〕内只供阅读。"
    ),
    _("以 json: 开头的格是原样数据，请勿手改。"),
)

SHEET_REFUSALS: Mapping[str, str] = {
    "bill_cells": BILL_CELLS,
    "sheet_refused": _("这个表格有 {count} 处不能用，一处也没有导入。"),
    "no_spreadsheets": _("这里不能读写表格文件。"),
}
MORE = _("……另有 {count} 处")
AT = _("工作表「{sheet}」第 {row} 行 {column} 列「{value}」：{reason}。")
AT_EMPTY = _("工作表「{sheet}」第 {row} 行 {column} 列：{reason}。")


def problem_sentence(problem: Problem) -> str:
    """Which cell, and why."""
    template = AT if problem.value.strip() else AT_EMPTY
    told = reason_text(problem)
    value = " ".join(problem.value.split())
    return template.format(
        sheet=problem.sheet, row=problem.row, column=problem.column, value=value, reason=told
    )


def reason_text(problem: Problem) -> str:
    """Why the cell cannot be taken, and what to write instead."""
    reason = {**CELL_REASONS, **BILL_REASONS}.get(problem.reason, problem.reason)
    return reason.format_map(_Gaps({k: str(v) for k, v in problem.data.items()}))


def wrong_cells(refusal: Refusal) -> str:
    """The wrong cells of a sheet, the first ones spelt out; empty for other refusals."""
    found = refusal.data.get("problems")
    problems = (
        [one for one in found if isinstance(one, Problem)] if isinstance(found, tuple) else []
    )
    lines = [problem_sentence(one) for one in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(MORE.format(count=len(problems) - SHOWN))
    return "".join(f"\n{line}" for line in lines)


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "？"
