from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.billing.bill import read_month
from desktop.domain.billing.cells import (
    WrongCell,
    amount_of,
    day_of,
    grams_of,
    place_of,
    waybill_of,
)
from desktop.domain.billing.labels import carrier_in
from desktop.domain.billing.table import BillTable, read_bill
from desktop.domain.packs.grid import Sheet
from desktop.domain.refusal import Refusal
from tests.domain.billing.terms import LABELS

HEAD = ("序号", "运单号", "收寄日期", "目的地", "计费重量(kg)", "金额（元）")
FIRST = ("1", "EA123456785CN", "2026-11-03", "河北省石家庄市长安区建设大街 1 号", "0.5", "12.00")
SECOND = ("2", "1136281381675", "2026/11/4", "北京", "1.2", "11.50")


def read(*rows: tuple[str, ...], name: str = "账单") -> BillTable:
    return read_bill([Sheet(name, rows)], LABELS, "2026-11", "账单.csv")


def test_columns_are_found_by_label_in_any_order_below_any_title() -> None:
    turned = [tuple(reversed(row)) for row in (HEAD, FIRST, SECOND)]
    title = ("EMS 2026 年 11 月结算账单", "", "")
    found = read(title, ("",), ("客户：经开区政务服务中心",), *turned)
    first, second = found.lines
    assert (first.row, first.waybill, first.amount) == (5, "EA123456785CN", Decimal("12.00"))
    assert (first.day, first.grams, first.place) == (date(2026, 11, 3), 500, "河北省石家庄市长安区")
    assert (second.grams, second.day) == (1200, date(2026, 11, 4))
    assert found.stated is None
    assert carrier_in(found.preface, LABELS) == "ems"


@pytest.mark.parametrize(
    ("label", "weight", "grams"),
    [("重量（克）", "500", 500), ("重量", "0.5", 500), ("重量", "500", 500), ("重量/kg", "2", 2000),
     ("重量", "2", 2000), ("实际重量(千克)", "1.234", 1234), ("重量", "0.5kg", 500)],
)  # fmt: skip
def test_weights_are_grams_whatever_the_unit(label: str, weight: str, grams: int) -> None:
    assert read(("单号", "金额", label), ("EA0001", "1.00", weight)).lines[0].grams == grams


@pytest.mark.parametrize(
    ("label", "amount"), [("金额(分)", "1250"), ("金额", "12.5"), ("运费：元", "￥12.50")]
)
def test_amounts_are_yuan_whatever_the_unit(label: str, amount: str) -> None:
    assert read(("快递单号", label), ("EA0001", amount)).lines[0].amount == Decimal("12.50")


def test_of_several_amounts_the_one_to_pay_counts() -> None:
    head = ("运单号", "运费", "保价费", "应付金额", "重量", "计费重量")
    found = read(head, ("EA0001", "10", "1", "11", "0.3", "1")).lines[0]
    assert (found.amount, found.grams) == (Decimal("11.00"), 1000)


@pytest.mark.parametrize(
    "total",
    [
        ("合计", "", "", "", "", "23.50"),
        ("", "总计：", "", "", "1.7", "23.50"),
        ("合计：2 票，23.50元", "", "", "", "", ""),
        ("合 计", "合 计", "合 计", "合 计", "1.7", "¥23.50"),
    ],
)
def test_the_bills_own_total_is_taken_and_is_no_line(total: tuple[str, ...]) -> None:
    found = read(
        HEAD, FIRST, ("小计", "", "", "", "", "12.00"), HEAD, SECOND, total, ("制表：张三",)
    )
    assert [line.row for line in found.lines] == [2, 5]
    assert found.stated == Decimal("23.50")


def test_totals_of_several_sheets_add_up() -> None:
    total = ("合计", "", "", "", "", "20")
    sheets = [
        Sheet("一", (HEAD, FIRST, total)),
        Sheet("说明", (("说明",),)),
        Sheet("二", (HEAD, SECOND, total)),
    ]
    found = read_bill(sheets, LABELS, "2026-11", "账单.csv")
    assert (len(found.lines), found.stated) == (2, Decimal("40.00"))


def test_a_note_that_was_merged_over_the_row_is_no_line() -> None:
    note = ("以上金额已含税",) * 6
    assert len(read(HEAD, FIRST, note).lines) == 1


def test_every_wrong_cell_is_told_at_once() -> None:
    rows = (
        HEAD,
        ("1", "4.4E+17", "2026-11-03", "北京", "1", "10"),
        ("2", "", "2026-13-03", "北京", "轻", "10"),
        ("3", "EA0001", "", "", "", "十元"),
    )
    with pytest.raises(Refusal) as told:
        read(*rows)
    assert told.value.code == "bill_cells"
    problems = told.value.data["problems"]
    assert isinstance(problems, tuple)
    assert [(one.row, one.column, one.reason) for one in problems] == [
        (2, "B", "digits_lost"),
        (3, "B", "empty"),
        (3, "C", "not_a_day"),
        (3, "E", "no_number"),
        (4, "F", "no_number"),
    ]


def test_without_its_columns_it_is_no_bill() -> None:
    with pytest.raises(Refusal, match="bill_columns") as told:
        read(("运单号", "目的地", "备注"), ("EA0001", "北京", ""))
    assert told.value.data["known"] == ("waybill", "place")
    with pytest.raises(Refusal, match="bill_empty"):
        read(HEAD, ("合计", "", "", "", "", "0"))


def test_the_same_waybill_again_is_counted() -> None:
    found = read(HEAD, FIRST, SECOND, FIRST, FIRST).lines
    assert [line.key for line in found] == [
        "EA123456785CN", "1136281381675", "EA123456785CN#2", "EA123456785CN#3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["2026-11-03", "2026/11/3", "20261103", "2026年11月3日", "11-03", "11月3日", "46329",
             "2026-11-03 18:20:00", "2026.11.03"],
)  # fmt: skip
def test_days_as_people_and_spreadsheets_write_them(text: str) -> None:
    assert day_of(text, "2026-11") == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["12", "2026-02-30", "昨天", "20261"])
def test_what_is_no_day_is_wrong(text: str) -> None:
    with pytest.raises(WrongCell, match="not_a_day"):
        day_of(text, "2026-11")


@pytest.mark.parametrize(
    ("text", "value"), [("1,234.50", "1234.50"), ("(3.00)", "-3.00"), ("-3", "-3.00"),
                        ("１２．５元", "12.50"), ("50分", "0.50"), ("1.2345", "1.2345")],
)  # fmt: skip
def test_amounts_as_bills_write_them(text: str, value: str) -> None:
    assert str(amount_of(text, "")) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), ("1,23", "no_number"), ("1.23.4", "no_number"), ("9" * 12, "too_large"),
     ("1.23456", "too_fine"), ("1E+5", "digits_lost")],
)  # fmt: skip
def test_what_is_no_amount_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(WrongCell, match=reason):
        amount_of(text, "")


def test_weights_and_waybills_that_cannot_be() -> None:
    for text, reason in [("-1", "negative"), ("2000", "too_heavy"), ("重", "no_number")]:
        with pytest.raises(WrongCell, match=reason):
            grams_of(text, "kg")
    for text, reason in [("12", "no_waybill"), ("单号甲乙丙丁", "no_waybill"), ("", "empty")]:
        with pytest.raises(WrongCell, match=reason):
            waybill_of(text)
    assert waybill_of("'ea-123456785 cn") == "EA123456785CN"


@pytest.mark.parametrize(
    ("text", "place"),
    [("北京市朝阳区望京街 8 号院张三", "北京市朝阳区"), ("石家庄", "石家庄"),
     ("内蒙古自治区呼和浩特市新城区", "内蒙古自治区呼和浩特市新城区"), ("上海 浦东", "上海浦东"), ("", "")],
)  # fmt: skip
def test_a_destination_is_kept_down_to_the_district(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize("text", ["2026-11", "2026年11月", "202611"])
def test_months(text: str) -> None:
    assert read_month(text) == "2026-11"
    with pytest.raises(Refusal, match="month_form"):
        read_month(f"{text}3")
