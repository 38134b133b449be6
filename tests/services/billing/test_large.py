"""A month's bill of many lines, from its file to the verdicts, over a real store."""

import csv
import sys
from datetime import datetime
from pathlib import Path
from time import process_time

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from desktop.domain.billing.verdicts import Verdict
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address, ParcelsHandedOver, ShipmentCreated
from desktop.domain.days import BEIJING
from desktop.domain.trust.entry import Act
from desktop.services.billing import keeping
from desktop.services.billing.comparing import Reconciled, beside, imported, read
from desktop.services.billing.terms import load_terms
from desktop.services.office import Office
from resources import ROOT
from tests.offices import SUPERVISOR, Clock

TERMS = load_terms(ROOT / "courier")
HEAD = ("日期", "运单号", "目的地", "重量（克）", "金额")
FEW, MANY = 500, 10_000


def handed_over(office: Office, clock: Clock, number: int) -> None:
    clock.at = datetime(2026, 11, 10, 16, 0, tzinfo=BEIJING)
    parcels = [f"KFQ-20261110-A07-K{n:05}" for n in range(number)]
    acts = [
        Act(
            entity=f"shipment:{parcel}", subject=f"shipment:{parcel}",
            payload=ShipmentCreated(
                direction=Direction.OUTBOUND, carrier="ems", waybill=f"EA{n:08}", weight=500,
                receiver=Address(name="李晓敏", city="北京市"),
            ),
        )
        for n, parcel in enumerate(parcels)
    ]  # fmt: skip
    told = ParcelsHandedOver(carrier="ems", shipments=tuple(parcels))
    office.store.journal.append([*acts, Act(entity="handover:J1", payload=told)], "0700")
    clock.on(days=30)


def rows_of(number: int) -> list[tuple[str, str, str, int, str]]:
    """Every hundredth line asks for more than is owed."""
    return [
        ("2026-11-10", f"EA{n:08}", "北京市", 500, "12.00" if n % 100 == 7 else "10.00")
        for n in range(number)
    ]


def as_csv(path: Path, number: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows_of(number)])
    return path


def as_xlsx(path: Path, number: int) -> Path:
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("账单")
    page.write_row(0, 0, HEAD)
    for n, (day, waybill, place, grams, amount) in enumerate(rows_of(number), 1):
        page.write_row(n, 0, (day, waybill, place, grams, float(amount)))
    book.close()
    return path


def timed(office: Office, path: Path) -> tuple[float, Reconciled]:
    views = office.store.views
    began = process_time()
    told = beside(views, TERMS, read(office.spreadsheets(), views, TERMS, path, "2026-11"))
    return process_time() - began, told


def test_ten_thousand_lines_take_seconds_only(
    office: Office, clock: Clock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty times the lines over the same store take no more than sixty times the time."""
    handed_over(office, clock, MANY)
    few = min(timed(office, as_csv(tmp_path / "few.csv", FEW))[0] for _ in range(3))
    took, told = timed(office, as_csv(tmp_path / "many.csv", MANY))
    sheet, same = timed(office, as_xlsx(tmp_path / "many.xlsx", MANY))
    assert [row.verdict for row in told.rows] == [row.verdict for row in same.rows]
    assert sum(row.verdict is Verdict.AMOUNT_DIFFERS for row in told.rows) == MANY // 100
    assert took < 60 * few
    began = process_time()
    done = keeping.keep(office, SUPERVISOR, told.bill)
    kept = process_time() - began
    assert imported(office.store.views, TERMS, done.id).rows == told.rows
    with capsys.disabled():
        sys.stderr.write(
            f"\n{MANY} lines: CSV {took:.2f} s, XLSX {sheet:.2f} s, kept in {kept:.2f} s\n"
        )
