import sys
from datetime import date
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.billing.bill import Bill, BillLine, lines_of, pieces
from desktop.domain.billing.costs import By, costs, shared
from desktop.domain.billing.matching import Known, reconcile
from desktop.domain.billing.rows import CaseInside, Note, Row, Sent
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.steps import ShipmentStage
from tests.domain.billing.terms import TARIFF

DAY = date(2026, 11, 10)
MONTH = "2026-11"
ITEM = CaseInside("KFQ-20261110-A07-0001", "SP01", "食品经营许可（新办）")
OTHER = CaseInside("KFQ-20261110-A07-0002", "SP07", "小餐饮店许可")
THIRD = CaseInside("KFQ-20261110-A07-0003", "SP07", "小餐饮店许可")


def line(waybill: str = "EA000001", amount: str = "10.00", row: int = 2, **more: Any) -> BillLine:
    told: dict[str, Any] = {"day": DAY, "grams": 500, "place": "北京市", **more}
    return BillLine(row=row, waybill=waybill, amount=Decimal(amount), **told)


def sent(waybill: str = "EA000001", **more: Any) -> Sent:
    told: dict[str, Any] = {
        "shipment": f"KFQ-20261110-A07-{waybill}", "direction": Direction.OUTBOUND,
        "stage": ShipmentStage.SIGNED, "sent_on": DAY, "grams": 500, "place": "北京市",
        "cases": (ITEM,), **more,
    }  # fmt: skip
    return Sent(waybill=waybill, **told)


def bill(*lines: BillLine) -> Bill:
    return Bill(carrier="ems", month=MONTH, file="账单.csv", sha256="0.00" * 64, lines=lines)


def judged(one: BillLine, *ours: Sent, **known: Any) -> Row:
    return reconcile(bill(one), Known(sent=ours, **known), TARIFF)[0]


@pytest.mark.parametrize(
    ("told", "ours", "verdict", "expected", "note"),
    [
        (line(), sent(), Verdict.MATCHED, "10.00", None),
        (line(grams=0), sent(), Verdict.MATCHED, "10.00", None),
        (line(grams=510), sent(), Verdict.MATCHED, "10.00", None),
        (line(grams=1000), sent(), Verdict.MATCHED, "10.00", None),
        (line(grams=900), sent(), Verdict.WEIGHT_DIFFERS, "10.00", Note.NO_COST),
        (line(grams=1500, amount="11.50"), sent(), Verdict.WEIGHT_DIFFERS, "10.00", None),
        (line(amount="10.01"), sent(), Verdict.AMOUNT_DIFFERS, "10.00", None),
        (line(amount="9.99"), sent(), Verdict.AMOUNT_DIFFERS, "10.00", None),
        (line(amount="12.00"), sent(place="天津市"), Verdict.MATCHED, "12.00", None),
        (line(amount="12.00", place="河北"), sent(place=""), Verdict.MATCHED, "12.00", None),
        (line(place=""), sent(place=""), Verdict.MATCHED, "10.00", None),
        (line(amount="12.00", place=""), sent(place=""), Verdict.AMOUNT_DIFFERS, "10.00",
         Note.PLACE_ASSUMED),
        (line(place="月球"), sent(place="月球"), Verdict.AMOUNT_DIFFERS, "None", Note.UNPRICED),
        (line(grams=1400, amount="11.50"), sent(grams=0), Verdict.MATCHED, "11.50", None),
        (line(), sent(stage=ShipmentStage.CANCELLED), Verdict.BILL_ONLY, "0.00", Note.CANCELLED),
        (line(), sent("EA000009"), Verdict.BILL_ONLY, "0.00", None),
        (line(day=date(2026, 10, 31)), sent("EA000009"), Verdict.OTHER_MONTH, "0.00", Note.NOT_SENT),
        (line(day=date(2026, 12, 1)), sent(), Verdict.OTHER_MONTH, "0.00", None),
        (line(day=date(2026, 11, 1)), sent(sent_on=date(2026, 10, 30)), Verdict.MATCHED, "10.00",
         None),
        (line(day=date(2026, 11, 5)), sent(sent_on=date(2026, 9, 1)), Verdict.OTHER_MONTH, "0.00",
         None),
        (line(day=None), sent(sent_on=date(2026, 9, 1)), Verdict.OTHER_MONTH, "0.00", None),
        (line(day=None), sent(), Verdict.MATCHED, "10.00", None),
        (line(amount="-10.00"), sent(), Verdict.AMOUNT_DIFFERS, "10.00", Note.REFUND),
    ],
)  # fmt: skip
def test_a_line_beside_its_parcel(
    told: BillLine, ours: Sent, verdict: Verdict, expected: str, note: Note | None
) -> None:
    row = judged(told, ours)
    assert (row.verdict, str(row.expected), row.note) == (verdict, expected, note)


def test_a_weight_that_differs_carries_both_figures() -> None:
    row = judged(line(grams=2000, amount="13.00"), sent())
    assert (row.grams, row.our_grams, row.difference) == (2000, 500, Decimal("3.00"))


def test_the_same_waybill_twice_is_charged_once() -> None:
    first, second = line(), line(row=3, nth=2)
    rows = reconcile(bill(first, second), Known(sent=(sent(),)), TARIFF)
    assert [row.verdict for row in rows] == [Verdict.MATCHED, Verdict.DUPLICATE]
    assert [row.key for row in rows] == ["EA000001", "EA000001#2"]
    assert rows[1].difference == Decimal("10.00")


def test_what_an_earlier_bill_charged_is_a_duplicate_and_not_missing_there() -> None:
    row = judged(line(), sent(), billed={"EA000001": ("2026-10",)})
    assert (row.verdict, row.billed_in) == (Verdict.DUPLICATE, "2026-10")
    assert reconcile(bill(), Known(sent=(sent(),), billed={"EA000001": ("2026-12",)}), TARIFF) == ()


def test_the_way_back_is_paid_where_the_contract_says_so() -> None:
    ours = sent(stage=ShipmentStage.RETURNED)
    there, back, again = line(), line(row=3, nth=2, amount="5.00"), line(row=4, nth=3)
    rows = reconcile(bill(there, back, again), Known(sent=(ours,)), TARIFF)
    found = [(row.verdict, row.note, str(row.expected)) for row in rows]
    assert found == [
        (Verdict.MATCHED, None, "10.00"),
        (Verdict.MATCHED, Note.WAY_BACK, "5.00"),
        (Verdict.DUPLICATE, None, "0.00"),
    ]


def test_a_parcel_without_a_line_is_missing_unless_cancelled() -> None:
    parcels = (
        sent(),
        sent("EA000002", stage=ShipmentStage.CANCELLED),
        sent("", shipment="KFQ-20261110-A07-K0003"),
    )
    rows = reconcile(bill(), Known(sent=parcels), TARIFF)
    assert [(row.verdict, row.note) for row in rows] == [
        (Verdict.OURS_ONLY, None),
        (Verdict.OURS_ONLY, Note.NO_WAYBILL),
    ]
    assert rows[0].difference == Decimal("-10.00")


def test_without_a_tariff_no_amount_is_agreed_to() -> None:
    row = reconcile(bill(line()), Known(sent=(sent(),)), None)[0]
    assert (row.verdict, row.note) == (Verdict.AMOUNT_DIFFERS, Note.UNPRICED)


def test_a_parcel_of_three_cases_counts_once_and_its_cost_is_shared() -> None:
    ours = sent(cases=(ITEM, OTHER, THIRD))
    rows = reconcile(bill(line(), line("EA000002", "7.00", 3)), Known(sent=(ours,)), TARIFF)
    found = [(one.key, one.parcels, str(one.amount)) for one in costs(rows, By.ITEM)]
    assert found == [("SP07", 1, "6.66"), ("SP01", 1, "3.34"), ("", 1, "7.00")]
    assert [(one.key, str(one.amount)) for one in costs(rows, By.DIRECTION)] == [
        ("outbound", "10.00"), ("", "7.00"),
    ]  # fmt: skip
    assert costs(rows, By.HALL)[0].key == "KFQ"


def test_two_registrations_of_one_waybill_are_one_parcel() -> None:
    twice = (sent(grams=0), sent(shipment="KFQ-20261110-A08-K0001", cases=(OTHER,)))
    rows = reconcile(bill(line()), Known(sent=twice), TARIFF)
    assert [row.verdict for row in rows] == [Verdict.MATCHED]
    assert (rows[0].our_grams, [case.item for case in rows[0].cases]) == (500, ["SP01", "SP07"])


WAYBILLS = st.integers(1, 12).map("EA{:06}".format)
LINES = st.builds(
    line, WAYBILLS, st.decimals(-20, 200, places=2).map(str), st.integers(2, 99),
    day=st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 31)), grams=st.integers(0, 3000),
    place=st.sampled_from(["", "北京市", "河北省", "月球"]), nth=st.integers(1, 3),
)  # fmt: skip
PARCELS = st.builds(
    sent, WAYBILLS, stage=st.sampled_from(ShipmentStage), grams=st.integers(0, 3000),
    cases=st.lists(st.sampled_from([ITEM, OTHER, THIRD]), unique=True).map(tuple),
)  # fmt: skip


@given(st.lists(LINES, max_size=12), st.lists(PARCELS, max_size=12))
def test_every_line_has_one_verdict_and_the_shares_come_to_the_total(
    lines: list[BillLine], parcels: list[Sent]
) -> None:
    rows = reconcile(bill(*lines), Known(sent=parcels), TARIFF)
    of_bill = [row for row in rows if row.verdict is not Verdict.OURS_ONLY]
    assert [row.row for row in of_bill] == [one.row for one in lines]
    assert sum(share.amount for share in shared(rows)) == bill(*lines).total
    for by in By:
        assert sum(one.amount for one in costs(rows, by)) == bill(*lines).total


@given(st.lists(LINES, max_size=30))
def test_lines_come_back_from_their_pieces(lines: list[BillLine]) -> None:
    assert [one for text in pieces(lines) for one in lines_of(text)] == lines


def test_ten_thousand_lines_cost_no_more_than_their_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def seconds(n: int) -> float:
        lines = [line(f"EA{i:08}", row=i) for i in range(n)]
        parcels = [sent(f"EA{i:08}") for i in range(n)]
        began = process_time()
        rows = reconcile(bill(*lines), Known(sent=parcels), TARIFF)
        assert {row.verdict for row in rows} == {Verdict.MATCHED}
        return process_time() - began

    few, many = min(seconds(1000) for _ in range(3)), seconds(10_000)
    with capsys.disabled():
        sys.stderr.write(f"\n10 000 lines matched in {many:.2f} s\n")
    assert many < 40 * few
