"""A bill's course: imported, disputed, credited or accepted, signed off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from desktop.domain.billing.entries import (
    BillCredited,
    BillDisputed,
    BillImported,
    BillSignedOff,
)
from desktop.domain.billing.money import ZERO
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.trust.entry import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Open until credited or accepted. A line accepted without dispute has claimed nothing."""

    key: str
    verdict: Verdict | None
    claimed: Decimal
    reason: str
    at: datetime
    settled: bool = False
    accepted: bool = False
    credited: Decimal = ZERO
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The bill of one carrier and month as it stands; `former` counts the bills it replaced."""

    id: str
    told: BillImported
    imported_at: datetime
    by: str
    former: int = 0
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    signed: BillSignedOff | None = None
    signed_by: str = ""
    signed_at: datetime | None = None

    @property
    def open(self) -> tuple[Dispute, ...]:
        return tuple(one for one in self.disputes.values() if not one.settled)

    @property
    def withheld(self) -> Decimal:
        """What open disputes keep back."""
        return sum((one.claimed for one in self.open), ZERO)

    @property
    def credited(self) -> Decimal:
        return sum((one.credited for one in self.disputes.values()), ZERO)


def fold(id: str, facts: Iterable[Fact]) -> Account | None:
    """A bill after a sign-off changes nothing. Open disputes outlive a corrected bill; what was
    settled before is settled by it.
    """
    account: Account | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, BillImported):
            account = _imported(account, id, told, fact)
        elif account is None:
            continue
        elif isinstance(told, BillDisputed):
            account = _with(account, _disputed(told, fact))
        elif isinstance(told, BillCredited):
            account = _with(account, _settled(account, told, fact))
        elif isinstance(told, BillSignedOff) and account.signed is None:
            account = replace(
                account, signed=told, signed_by=fact.entry.clerk, signed_at=fact.happened_at
            )
    return account


def _imported(before: Account | None, id: str, told: BillImported, fact: Fact) -> Account:
    if before is not None and before.signed is not None:
        return before
    return Account(
        id=id,
        told=told,
        imported_at=fact.happened_at,
        by=fact.entry.clerk,
        former=before.former + 1 if before else 0,
        disputes={one.key: one for one in before.open} if before else {},
    )


def _with(account: Account, changed: Mapping[str, Dispute]) -> Account:
    return replace(account, disputes={**account.disputes, **changed})


def _disputed(told: BillDisputed, fact: Fact) -> dict[str, Dispute]:
    return {
        line.key: Dispute(
            key=line.key,
            verdict=line.verdict,
            claimed=Decimal(line.claimed),
            reason=told.reason,
            at=fact.happened_at,
        )
        for line in told.lines
    }


def _settled(account: Account, told: BillCredited, fact: Fact) -> dict[str, Dispute]:
    amounts = dict(zip(told.keys, told.amounts, strict=False))
    none = Dispute(key="", verdict=None, claimed=ZERO, reason="", at=fact.happened_at)
    return {
        key: replace(
            account.disputes.get(key, replace(none, key=key)),
            settled=True,
            accepted=told.accepted,
            credited=Decimal(amounts.get(key, "0")),
            answer=told.reason or told.document,
        )
        for key in told.keys
    }
