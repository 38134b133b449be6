"""The 对账确认单 and its workbook say the same, and say all."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.documents.sheets.files import SheetFiles
from desktop.domain.billing.facts import MOST_LISTED, facts_of
from desktop.wording.billing.table import workbook
from tests.documents import reading
from tests.documents.billing.sample import (
    ACCOUNT,
    BILL,
    FACTS,
    RECONCILIATION,
    ROWS,
    TARIFF,
    line,
)

RENDERER = PdfRenderer()


def flat(page: str = "A4", **changed: object) -> str:
    facts = replace(RECONCILIATION, billing=replace(FACTS, **changed))  # type: ignore[arg-type]
    return re.sub(r"\s", "", reading.text(RENDERER.paper(facts, page)))


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_what_is_agreed_stands_on_the_sheet(page: str) -> None:
    text = flat(page)
    for wanted in (
        "快递费对账确认单",
        "2026年11月",
        "有单无账",
        "179.50",
        "180.00，与逐行相加差0.50",
        "争议暂扣",
        "166.00元",
        "已退款10.00",
        "承运人代表（签字）",
        "承运人留存",
        "资费为示例，不是合同价",
        "食品经营许可（新办）",
        "未对应办件",
    ):
        assert wanted in text, wanted
    assert "李晓敏" not in text


def test_a_bill_without_differences_says_so() -> None:
    text = flat(differences=(), stated=None)
    assert "无差异" in text
    assert "账单没有写合计" in text


def test_what_the_paper_cannot_list_is_told() -> None:
    many = replace(BILL, lines=tuple(line(n, f"EB{n:08}", "1.00") for n in range(MOST_LISTED + 7)))
    rows = tuple(replace(ROWS[-1], key=str(n)) for n in range(MOST_LISTED + 7))
    facts = facts_of(many, rows, TARIFF, None)
    assert (len(facts.differences), facts.omitted) == (MOST_LISTED, 7)
    assert "另有7行见明细表" in flat(omitted=7)


def test_the_workbook_holds_every_line_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "对账.xlsx"
    told = workbook(FACTS, ROWS, ACCOUNT.disputes)
    SheetFiles().write(path, told)
    summary, lines, costs = SheetFiles().read(path)
    assert [sheet.name for sheet in (summary, lines, costs)] == ["汇总", "明细", "费用分摊"]
    assert len(lines.rows) == 1 + len(ROWS)
    assert lines.rows[13][:2] == ("金额差", "1136281300015")
    assert ("本月应付", "", "166.00") in [row[:3] for row in summary.rows]
    by_item = [row for row in costs.rows if row[0] == "事项"]
    assert [row[1] for row in by_item] == ["食品经营许可（新办）", "小餐饮店许可", "未对应办件"]
