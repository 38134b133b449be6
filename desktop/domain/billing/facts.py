"""What stands on a 对账确认单, and what a screen shows above the lines: sums by verdict, costs, what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.billing.account import Account, Dispute
from desktop.domain.billing.bill import Bill
from desktop.domain.billing.costs import By, Cost, costs
from desktop.domain.billing.money import ZERO
from desktop.domain.billing.rows import Row
from desktop.domain.billing.tariff import Tariff
from desktop.domain.billing.verdicts import Verdict

MOST_LISTED = 1_000
"""Differences that a paper lists, so that it stays below the limit of an entry; the table has all."""
AGREED = frozenset({Verdict.MATCHED, Verdict.OURS_ONLY})
"""Nothing is asked of the carrier for these; what it has not charged may come with the next bill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The lines of one verdict: how many, what the bill asks, what is owed by our reckoning."""

    verdict: Verdict
    lines: int
    amount: Decimal
    expected: Decimal

    @property
    def difference(self) -> Decimal:
        return self.amount - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A line on paper. `outcome` is empty while nobody decided, else disputed, credited, accepted."""

    verdict: Verdict
    waybill: str
    day: date | None
    amount: Decimal
    expected: Decimal | None
    grams: int
    our_grams: int
    outcome: str = ""
    credited: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingFacts:
    """`stated` is the bill's own total where it has one; `omitted` how many differences the list
    leaves to the table.
    """

    carrier: str
    month: str
    file: str
    sha256: str
    lines: int
    total: Decimal
    stated: Decimal | None
    sums: tuple[Sum, ...]
    differences: tuple[Difference, ...]
    items: tuple[Cost, ...]
    halls: tuple[Cost, ...]
    directions: tuple[Cost, ...]
    withheld: Decimal
    credited: Decimal
    tariff: str = ""
    sample: bool = False
    omitted: int = 0
    representative: str = ""

    @property
    def payable(self) -> Decimal:
        """应付: the total without what is disputed and what was given back."""
        return self.total - self.withheld - self.credited

    @property
    def misadded(self) -> bool:
        """The bill's own total is not the sum of its lines."""
        return self.stated is not None and self.stated != self.total


def sums(rows: Iterable[Row]) -> tuple[Sum, ...]:
    """Every verdict once, in their order, also those without a line."""
    found: dict[Verdict, list[Row]] = {verdict: [] for verdict in Verdict}
    for row in rows:
        found[row.verdict].append(row)
    return tuple(
        Sum(
            verdict=verdict,
            lines=len(some),
            amount=sum((row.amount for row in some), ZERO),
            expected=sum((row.expected or ZERO for row in some), ZERO),
        )
        for verdict, some in found.items()
    )


def undecided(rows: Iterable[Row], disputes: Mapping[str, Dispute]) -> list[Row]:
    """Lines that differ and were neither disputed nor accepted."""
    return [row for row in rows if row.verdict not in AGREED and row.key not in disputes]


def outcome(dispute: Dispute | None) -> str:
    if dispute is None:
        return ""
    if not dispute.settled:
        return "disputed"
    return "accepted" if dispute.accepted else "credited"


def facts_of(
    bill: Bill, rows: Sequence[Row], tariff: Tariff | None, account: Account | None,
    representative: str = "",
) -> BillingFacts:  # fmt: skip
    disputes = account.disputes if account is not None else {}
    differing = [row for row in rows if row.verdict is not Verdict.MATCHED]
    return BillingFacts(
        carrier=bill.carrier, month=bill.month, file=bill.file, sha256=bill.sha256,
        lines=len(bill.lines), total=bill.total, stated=bill.stated, sums=sums(rows),
        differences=tuple(_listed(row, disputes) for row in differing[:MOST_LISTED]),
        omitted=max(0, len(differing) - MOST_LISTED), items=tuple(costs(rows, By.ITEM)),
        halls=tuple(costs(rows, By.HALL)), directions=tuple(costs(rows, By.DIRECTION)),
        withheld=account.withheld if account else ZERO,
        credited=account.credited if account else ZERO,
        tariff=tariff.source if tariff else "", sample=tariff.sample if tariff else False,
        representative=representative,
    )  # fmt: skip


def _listed(row: Row, disputes: Mapping[str, Dispute]) -> Difference:
    dispute = disputes.get(row.key)
    return Difference(
        verdict=row.verdict, waybill=row.waybill, day=row.day, amount=row.amount,
        expected=row.expected, grams=row.grams, our_grams=row.our_grams, outcome=outcome(dispute),
        credited=dispute.credited if dispute else ZERO,
    )  # fmt: skip
