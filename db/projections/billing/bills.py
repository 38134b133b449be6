"""A row per bill as it stands, one per line of it, one per published tariff."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.billing.account import fold as fold_account
from desktop.domain.billing.bill import lines_of
from desktop.domain.billing.entries import BilledLines, TariffPublished
from desktop.domain.trust.entry import Fact


def fold_bill(id: str, facts: Sequence[Fact]) -> list[Row]:
    account = fold_account(id, facts)
    if account is None:
        return []
    told = account.told
    signed_at = account.signed_at.isoformat() if account.signed_at else None
    return [
        (
            id, told.carrier, told.month, told.sha256, told.file, told.lines, told.total,
            len(account.open), str(account.withheld), str(account.credited), account.signed_by,
            signed_at,
        )
    ]  # fmt: skip


def fold_lines(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The lines of the bill that came last, from the pieces of its digest."""
    told = [fact.payload for fact in facts if isinstance(fact.payload, BilledLines)]
    if not told:
        return []
    some = told[-told[-1].pieces :]
    lines = [line for one in some for line in lines_of(one.content)]
    return [
        (
            id, position, line.row, line.waybill, str(line.amount),
            line.day.isoformat() if line.day else None, line.grams, line.place, line.nth,
        )
        for position, line in enumerate(lines, 1)
    ]  # fmt: skip


def fold_tariff(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last publication for its carrier and first day."""
    told = [
        (fact.entry, fact.payload) for fact in facts if isinstance(fact.payload, TariffPublished)
    ]
    return [(id, told[-1][0].recorded_at, told[-1][1].content)] if told else []


BILLS = Projection(
    "bills",
    "bill",
    (
        "id", "carrier", "month", "sha256", "file", "lines", "total", "disputes", "withheld",
        "credited", "signed_by", "signed_at",
    ),
    fold_bill,
    """
CREATE TABLE bills (
    id TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    month TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    lines INTEGER NOT NULL,
    total TEXT NOT NULL,
    disputes INTEGER NOT NULL,
    withheld TEXT NOT NULL,
    credited TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at TEXT
) STRICT, WITHOUT ROWID;
""",
)  # fmt: skip

BILL_LINES = Projection(
    "bill_lines",
    "bill_lines",
    ("bill", "position", "row", "waybill", "amount", "day", "grams", "place", "nth"),
    fold_lines,
    """
CREATE TABLE bill_lines (
    bill TEXT NOT NULL,
    position INTEGER NOT NULL,
    row INTEGER NOT NULL,
    waybill TEXT NOT NULL,
    amount TEXT NOT NULL,
    day TEXT,
    grams INTEGER NOT NULL,
    place TEXT NOT NULL,
    nth INTEGER NOT NULL,
    PRIMARY KEY (bill, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_lines_waybill ON bill_lines (waybill);
""",
)

TARIFFS = Projection(
    "tariffs",
    "tariff",
    ("id", "published_at", "content"),
    fold_tariff,
    """
CREATE TABLE tariffs (
    id TEXT PRIMARY KEY,
    published_at TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
