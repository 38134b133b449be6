from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.billing.facts import sums
from desktop.domain.billing.rows import Note
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.refusal import Refusal
from desktop.services.billing import keeping
from desktop.services.billing.comparing import Reconciled, beside, imported, read
from desktop.services.billing.terms import load_terms, publish_tariff, tariff_of
from desktop.services.cases.papers import prepare
from desktop.services.office import Office
from resources import ROOT
from tests.offices import CLERK, SUPERVISOR, Clock
from tests.services.billing.planted import FOUND, LINES, MONTH, Month, planted, write_bill

TERMS = load_terms(ROOT / "courier")
BILL = "ems:2026-11"


@pytest.fixture
def month(office: Office, clock: Clock) -> Month:
    made = Month(office, clock)
    planted(made)
    return made


def compared(office: Office, path: Path, month: str = MONTH, code: str = "") -> Reconciled:
    views = office.store.views
    return beside(views, TERMS, read(office.spreadsheets(), views, TERMS, path, month, code))


def found(told: Reconciled) -> dict[str, list[str]]:
    return {
        verdict.value: [row.waybill for row in told.rows if row.verdict is verdict]
        for verdict in Verdict
    }


def kept(office: Office, path: Path) -> Reconciled:
    keeping.keep(office, SUPERVISOR, compared(office, path).bill)
    return imported(office.store.views, TERMS, BILL)


def differing(told: Reconciled) -> list[Any]:
    return [row for row in told.rows if row.verdict not in (Verdict.MATCHED, Verdict.OURS_ONLY)]


def test_a_bill_with_planted_errors_of_every_kind_is_reconciled_exactly(
    month: Month, tmp_path: Path
) -> None:
    told = compared(month.office, write_bill(tmp_path / "2026-11.csv"))
    assert told.bill.carrier == "ems"
    assert found(told) == FOUND
    by_waybill = {row.waybill: row for row in told.rows if row.verdict is not Verdict.DUPLICATE}
    heavy = by_waybill["EA00000005"]
    assert (heavy.grams, heavy.our_grams) == (2900, 900)
    assert (str(heavy.amount), str(heavy.expected)) == ("14.00", "10.00")
    assert by_waybill["EA00000009"].note is Note.CANCELLED
    assert by_waybill["EA00000010"].note is Note.NOT_SENT
    assert len(by_waybill["EA00000003"].cases) == 3
    counted = {
        one.verdict: (one.lines, str(one.amount), str(one.difference)) for one in sums(told.rows)
    }
    assert counted == {
        Verdict.MATCHED: (4, "46.00", "0.00"),
        Verdict.AMOUNT_DIFFERS: (1, "13.50", "3.50"),
        Verdict.WEIGHT_DIFFERS: (1, "14.00", "4.00"),
        Verdict.OURS_ONLY: (1, "0.00", "-10.00"),
        Verdict.BILL_ONLY: (2, "22.00", "22.00"),
        Verdict.DUPLICATE: (1, "10.00", "10.00"),
        Verdict.OTHER_MONTH: (2, "20.00", "20.00"),
    }
    facts = told.facts()
    assert (facts.total, facts.stated, facts.misadded) == (Decimal("125.50"), facts.total, False)
    items = {one.key: (one.parcels, str(one.amount)) for one in facts.items}
    assert items["SP01"] == (1, "6.67")
    assert items["SP07"] == (1, "3.33")
    for group in (facts.items, facts.halls, facts.directions):
        assert sum(one.amount for one in group) == facts.total


def test_comparing_writes_nothing(month: Month, tmp_path: Path) -> None:
    before = month.office.store.journal.heads()
    compared(month.office, write_bill(tmp_path / "b.csv"))
    assert month.office.store.journal.heads() == before
    assert month.office.store.views.bills() == []


def test_a_total_that_does_not_add_up_is_told(month: Month, tmp_path: Path) -> None:
    facts = compared(month.office, write_bill(tmp_path / "b.csv", total="126.50")).facts()
    assert facts.misadded
    assert facts.stated == Decimal("126.50")


def test_an_imported_bill_is_what_was_read(month: Month, tmp_path: Path) -> None:
    path = write_bill(tmp_path / "b.csv")
    read_now = compared(month.office, path)
    told = kept(month.office, path)
    assert (told.bill, told.rows) == (read_now.bill, read_now.rows)
    assert beside(month.office.store.views, TERMS, told.bill).account == told.account


def test_the_same_file_twice_doubles_nothing(month: Month, tmp_path: Path) -> None:
    office, path = month.office, write_bill(tmp_path / "b.csv")
    bill = kept(office, path).bill
    heads = office.store.journal.heads()
    assert keeping.keep(office, SUPERVISOR, bill).same
    assert office.store.journal.heads() == heads
    with pytest.raises(Refusal, match="bill_of_other_month"):
        keeping.keep(office, SUPERVISOR, replace(bill, month="2026-12"))


def test_a_corrected_bill_replaces_the_former(month: Month, tmp_path: Path) -> None:
    office = month.office
    first = kept(office, write_bill(tmp_path / "a.csv"))
    disputed = [row for row in differing(first) if row.waybill in ("EA00000004", "EA00000008")]
    keeping.dispute(office, SUPERVISOR, BILL, disputed, "多收")
    keeping.accept(office, SUPERVISOR, BILL, differing(first)[1:2], "按实重")
    lines = [*LINES[:3], ("4", "EA00000004", "2026-11-10", "北京市", "0.5", "10.00")]
    told = kept(office, write_bill(tmp_path / "b.csv", lines, "46.00"))
    assert len(told.bill.lines) == 4
    assert told.account is not None
    assert told.account.former == 1
    assert [one.key for one in told.account.open] == ["EA00000004"]
    gone = told.account.disputes["EA00000008"]
    assert (gone.settled, gone.accepted, gone.credited) == (True, True, Decimal(0))
    assert set(told.account.disputes) == {"EA00000004", "EA00000008"}
    assert len(office.store.journal.facts(f"bill:{BILL}")) == 5


def test_what_an_earlier_month_charged_is_charged_twice(month: Month, tmp_path: Path) -> None:
    office = month.office
    october = [("1", "EA00000011", "2026-10-20", "北京市", "0.5", "10.00"),
               ("2", "EA00000001", "2026-10-21", "北京市", "0.5", "10.00")]  # fmt: skip
    path = write_bill(tmp_path / "o.csv", october, "20.00")
    bill = compared(office, path, "2026-10").bill
    keeping.keep(office, SUPERVISOR, bill)
    told = compared(office, write_bill(tmp_path / "n.csv"))
    twice = {row.waybill: row.billed_in for row in told.rows if row.verdict is Verdict.DUPLICATE}
    assert twice == {"EA00000001": "2026-10", "EA00000006": "", "EA00000011": "2026-10"}


def test_disputes_stay_open_until_credited_or_accepted(month: Month, tmp_path: Path) -> None:
    office = month.office
    told = kept(office, write_bill(tmp_path / "b.csv"))
    rows = differing(told)
    account = keeping.dispute(office, SUPERVISOR, BILL, rows, "请核对")
    assert account.withheld == Decimal("59.50")
    with pytest.raises(Refusal, match="disputed_already"):
        keeping.dispute(office, SUPERVISOR, BILL, rows[:1])
    with pytest.raises(Refusal, match="credit_too_large"):
        keeping.credit(office, SUPERVISOR, BILL, {"EA00000004": Decimal("3.51")})
    with pytest.raises(Refusal, match="reason_missing"):
        keeping.credit(office, SUPERVISOR, BILL, {"EA00000004": Decimal("3.00")})
    account = keeping.credit(office, SUPERVISOR, BILL, {"EA00000004": Decimal("3.50")}, "退 1 号")
    assert (account.withheld, account.credited) == (Decimal("56.00"), Decimal("3.50"))
    with pytest.raises(Refusal, match="no_open_dispute"):
        keeping.credit(office, SUPERVISOR, BILL, {"EA00000004": Decimal("1.00")}, reason="再退")
    with pytest.raises(Refusal, match="reason_missing"):
        keeping.accept(office, SUPERVISOR, BILL, rows[1:2], " ")
    account = keeping.accept(office, SUPERVISOR, BILL, rows[1:2], "复称属实")
    assert account.withheld == Decimal("52.00")
    bills = office.store.views.bills()
    assert [(one.disputes, one.withheld, one.credited) for one in bills] == [
        (5, Decimal("52.00"), Decimal("3.50"))
    ]


def test_what_is_not_too_much_cannot_be_disputed(month: Month, tmp_path: Path) -> None:
    told = kept(month.office, write_bill(tmp_path / "b.csv"))
    for verdict in (Verdict.MATCHED, Verdict.OURS_ONLY):
        row = next(row for row in told.rows if row.verdict is verdict)
        with pytest.raises(Refusal, match="nothing_to_dispute"):
            keeping.dispute(month.office, SUPERVISOR, BILL, [row])
    with pytest.raises(Refusal, match="no_line_chosen"):
        keeping.dispute(month.office, SUPERVISOR, BILL, [])


def test_signing_off_wants_every_difference_decided_and_ends_the_bill(
    month: Month, tmp_path: Path
) -> None:
    office, path = month.office, write_bill(tmp_path / "b.csv")
    told = kept(office, path)
    rows = differing(told)
    with pytest.raises(Refusal, match="bill_undecided"):
        keeping.sign_off(office, SUPERVISOR, told)
    keeping.accept(office, SUPERVISOR, BILL, rows[:1], "按实重")
    keeping.dispute(office, SUPERVISOR, BILL, rows[1:], "请退")
    now = imported(office.store.views, TERMS, BILL)
    number = keeping.sign_off(office, SUPERVISOR, now, "钱某")
    facts = prepare(office, number).facts
    assert facts.billing is not None
    assert (facts.billing.payable, facts.billing.withheld) == (Decimal("69.50"), Decimal("56.00"))
    assert facts.billing.representative == "钱某"
    account = keeping.load(office, BILL)
    assert (account.signed_by, account.signed and account.signed.paper) == ("0700", number)
    with pytest.raises(Refusal, match="bill_signed_off"):
        keeping.keep(
            office, SUPERVISOR, compared(office, write_bill(tmp_path / "c.csv", LINES[:2])).bill
        )
    with pytest.raises(Refusal, match="bill_signed_off"):
        keeping.sign_off(office, SUPERVISOR, now)
    credited = keeping.credit(office, SUPERVISOR, BILL, {rows[1].key: rows[1].difference})
    assert credited.credited == rows[1].difference


def test_a_clerk_reconciles_nothing(month: Month, tmp_path: Path) -> None:
    office = month.office
    told = kept(office, write_bill(tmp_path / "b.csv"))
    row = differing(told)[0]
    verbs: list[Callable[[], object]] = [
        lambda: keeping.keep(office, CLERK, told.bill),
        lambda: keeping.dispute(office, CLERK, BILL, [row]),
        lambda: keeping.accept(office, CLERK, BILL, [row], "x"),
        lambda: keeping.credit(office, CLERK, BILL, {row.key: row.difference}),
        lambda: keeping.sign_off(office, CLERK, told),
        lambda: publish_tariff(office, CLERK, ROOT / "courier/tariff.json"),
    ]
    for verb in verbs:
        with pytest.raises(Refusal, match="not_allowed"):
            verb()


def test_a_published_tariff_stands_before_the_one_that_ships(
    office: Office, tmp_path: Path
) -> None:
    shipped = (ROOT / "courier/tariff.json").read_text("utf-8")
    with pytest.raises(Refusal, match="tariff_is_sample"):
        publish_tariff(office, SUPERVISOR, ROOT / "courier/tariff.json")
    path = tmp_path / "合同.json"
    path.write_text(
        shipped.replace('"sample": true', '"sample": false').replace('"10.00"', '"9.90"'), "utf-8"
    )
    assert [one.carrier for one in publish_tariff(office, SUPERVISOR, path)] == [
        "ems",
        "shunfeng",
        "jd",
    ]
    now = tariff_of(office.store.views, TERMS, "ems", office.today())
    assert now is not None
    assert (now.sample, str(now.zones[0].first_price)) == (False, "9.90")
    assert tariff_of(office.store.views, TERMS, "yunda", office.today()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [('"10.00"', '"-1"'), ('"10.00"', '"NaN"'), ('"carrier": "ems"', '"carrier": "马车"'),
     ('"local": "本市"', '"local": "月球"'), ('"unit": "0.01"', '"unit": "0"'), ("{", "")],
)  # fmt: skip
def test_a_tariff_that_cannot_be_is_refused(
    office: Office, tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / "t.json"
    text = (ROOT / "courier/tariff.json").read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(Refusal, match=r"tariff_broken|unknown_carrier"):
        publish_tariff(office, SUPERVISOR, path)
