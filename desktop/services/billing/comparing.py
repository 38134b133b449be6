"""A bill read from its file, or as it was imported, beside what the hall knows. Reads alone, so it
may run in a worker with views of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from desktop.domain.billing.account import Account
from desktop.domain.billing.bill import Bill, bill_id, days_of
from desktop.domain.billing.facts import BillingFacts, facts_of, undecided
from desktop.domain.billing.labels import carrier_in
from desktop.domain.billing.matching import Known, reconcile
from desktop.domain.billing.rows import Row
from desktop.domain.billing.table import read_bill
from desktop.domain.billing.tariff import Tariff
from desktop.domain.courier.carriers import DEFAULT_CARRIER, carrier
from desktop.domain.refusal import Refusal
from desktop.services.billing.terms import Terms, tariff_of
from desktop.services.ports import Spreadsheets
from desktop.services.views import Views


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """`account` is None while the bill is only compared."""

    bill: Bill
    rows: tuple[Row, ...]
    tariff: Tariff | None
    account: Account | None = None

    def facts(self, representative: str = "") -> BillingFacts:
        return facts_of(self.bill, self.rows, self.tariff, self.account, representative)

    @property
    def undecided(self) -> list[Row]:
        return undecided(self.rows, self.account.disputes if self.account else {})


def read(
    sheets: Spreadsheets, views: Views, terms: Terms, path: Path, month: str, code: str = ""
) -> Bill:
    """The bill of that file, whole or not at all. Without a carrier it is the one that the bill
    names, else the one whose parcels it charges. Refuses what `read_bill` does, with the file.
    """
    if code:
        carrier(code)
    table = read_bill(sheets.read(path), terms.labels, month, path.name)
    waybills = [line.waybill for line in table.lines]
    found = code or carrier_in(f"{table.preface} {path.stem}", terms.labels)
    return Bill(
        carrier=found or views.main_carrier(waybills) or DEFAULT_CARRIER,
        month=month,
        file=path.name,
        sha256=sha256(path.read_bytes()).hexdigest(),
        lines=table.lines,
        stated=table.stated,
    )


def compare(views: Views, terms: Terms, bill: Bill, account: Account | None = None) -> Reconciled:
    """Every line with its verdict, and the parcels without one."""
    first, last = days_of(bill.month)
    waybills = {line.waybill for line in bill.lines}
    parcels = views.billing_shipments(bill.carrier, first, last, waybills)
    inside = [one for one in parcels if one.sent_on is not None and first <= one.sent_on <= last]
    others = [one for one in parcels if one.sent_on is None or not first <= one.sent_on <= last]
    charged = waybills | {one.waybill for one in inside if one.waybill}
    known = Known(
        sent=inside,
        others=others,
        billed=views.billed(bill.carrier, bill.month, charged),
    )
    tariff = tariff_of(views, terms, bill.carrier, last)
    rows = reconcile(bill, known, tariff)
    return Reconciled(bill=bill, rows=rows, tariff=tariff, account=account)


def imported(views: Views, terms: Terms, id: str) -> Reconciled:
    """The bill that counts for this carrier and month; Refusal `unknown_bill`."""
    account = views.account(id)
    if account is None:
        raise Refusal("unknown_bill", bill=id)
    told = account.told
    bill = Bill(
        carrier=told.carrier,
        month=told.month,
        file=told.file,
        sha256=told.sha256,
        lines=tuple(views.bill_lines(id)),
        stated=Decimal(told.stated) if told.stated else None,
    )
    return compare(views, terms, bill, account)


def beside(views: Views, terms: Terms, bill: Bill) -> Reconciled:
    """A bill just read; with its disputes where it is the one that was imported."""
    account = views.account(bill_id(bill.carrier, bill.month))
    same = account is not None and account.told.sha256 == bill.sha256
    return compare(views, terms, bill, account if same else None)
