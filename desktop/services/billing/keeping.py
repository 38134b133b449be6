"""A bill into the journal, its disputes, and 对账确认. Each verb is one commit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.domain.billing.account import Account, Dispute
from desktop.domain.billing.bill import Bill, bill_id, pieces
from desktop.domain.billing.entries import (
    CORRECTED,
    BillCredited,
    BillDisputed,
    BilledLines,
    BillImported,
    BillSignedOff,
    DisputedLine,
)
from desktop.domain.billing.facts import AGREED, undecided
from desktop.domain.billing.rows import Row
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.billing.comparing import Reconciled
from desktop.services.cases.papers import journal_facts
from desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """`same`: this very file stood already and nothing was written; `replaced`: a former bill did."""

    id: str
    same: bool = False
    replaced: bool = False


def keep(office: Office, clerk: Clerk, bill: Bill) -> Kept:
    """Import the bill. One of the same carrier and month is replaced, unless it is signed off
    (`bill_signed_off`). Refuses `bill_of_other_month` for a file that stands elsewhere already.
    """
    require(clerk, Right.RECONCILE)
    id = bill_id(bill.carrier, bill.month)
    with office.store.journal.transaction():
        for row in office.store.views.bills():
            if row.sha256 == bill.sha256 and row.id != id:
                raise Refusal("bill_of_other_month", carrier_code=row.carrier, month=row.month)
        before = office.store.views.account(id)
        if before is not None and before.told.sha256 == bill.sha256:
            return Kept(id=id, same=True)
        _require_open(before)
        office.store.journal.append([*_acts(id, bill), *_left_out(id, bill, before)], clerk.code)
    return Kept(id=id, replaced=before is not None)


def dispute(
    office: Office, clerk: Clerk, id: str, rows: Sequence[Row], reason: str = ""
) -> Account:
    """Ask the carrier to give back what these lines charge too much. Refuses
    `nothing_to_dispute` where a line charges nothing too much, `disputed_already`.
    """
    account = _open_account(office, clerk, id)
    for row in rows:
        if row.verdict in AGREED or row.difference <= 0:
            raise Refusal("nothing_to_dispute", waybill=row.waybill)
        if row.key in account.disputes:
            raise Refusal("disputed_already", waybill=row.waybill)
    if not rows:
        raise Refusal("no_line_chosen")
    lines = tuple(
        DisputedLine(key=row.key, verdict=row.verdict, claimed=str(row.difference)) for row in rows
    )
    return _append(office, clerk, id, BillDisputed(lines=lines, reason=reason.strip()))


def credit(
    office: Office, clerk: Clerk, id: str, amounts: Mapping[str, Decimal], document: str = "",
    reason: str = "",
) -> Account:  # fmt: skip
    """The carrier gave back these amounts: also after the sign-off. Refuses `no_open_dispute`,
    `credit_too_large`, and less than was asked without a reason (`reason_missing`).
    """
    require(clerk, Right.RECONCILE)
    account = load(office, id)
    for key, amount in amounts.items():
        open_one = _open_dispute(account, key)
        if not 0 < amount <= open_one.claimed:
            raise Refusal("credit_too_large", waybill=key, most=open_one.claimed)
        if amount < open_one.claimed and not reason.strip():
            raise Refusal("reason_missing")
    told = BillCredited(
        keys=tuple(amounts),
        amounts=tuple(str(amount) for amount in amounts.values()),
        reason=reason.strip(),
        document=document.strip(),
    )
    return _append(office, clerk, id, told)


def accept(office: Office, clerk: Clerk, id: str, rows: Sequence[Row], reason: str) -> Account:
    """Agree to lines that differ, for a reason, disputed before or not."""
    require(clerk, Right.RECONCILE)
    account = load(office, id)
    if not reason.strip():
        raise Refusal("reason_missing")
    if not rows:
        raise Refusal("no_line_chosen")
    for row in rows:
        known = account.disputes.get(row.key)
        if known is None and row.verdict in AGREED:
            raise Refusal("nothing_to_dispute", waybill=row.waybill)
        if known is None:
            _require_open(account)
        elif known.settled:
            raise Refusal("no_open_dispute", waybill=row.key)
    keys = tuple(row.key for row in rows)
    return _append(office, clerk, id, BillCredited(keys=keys, accepted=True, reason=reason.strip()))


def sign_off(office: Office, clerk: Clerk, told: Reconciled, representative: str = "") -> str:
    """对账确认: the sheet's facts and number with the entry; the answer is the sheet's number.

    Open disputes are withheld. Refuses `bill_undecided` while a line that differs was neither
    disputed nor accepted, and `bill_changed` where another bill came in since it was compared.
    """
    bill = told.bill
    id = bill_id(bill.carrier, bill.month)
    with office.store.journal.transaction():
        account = _open_account(office, clerk, id)
        if account.told.sha256 != bill.sha256:
            raise Refusal("bill_changed")
        left = undecided(told.rows, account.disputes)
        if left:
            raise Refusal("bill_undecided", count=len(left), waybill=left[0].waybill)
        now = Reconciled(bill=bill, rows=told.rows, tariff=told.tariff, account=account)
        facts = sheet(office, clerk, now, _number(office), representative)
        billing = now.facts(representative)
        signed = BillSignedOff(
            sha256=bill.sha256, total=str(billing.total), withheld=str(billing.withheld),
            credited=str(billing.credited), payable=str(billing.payable), paper=facts.number,
            representative=representative.strip(),
        )  # fmt: skip
        office.store.journal.append([Act(entity=f"bill:{id}", payload=signed)], clerk.code)
        return journal_facts(office, clerk, facts, subject=f"bill:{id}")


def sheet(
    office: Office, clerk: Clerk, told: Reconciled, number: str, representative: str = ""
) -> PaperFacts:
    """The 对账确认单 as it would be signed now."""
    return PaperFacts(
        kind=PaperKind.RECONCILIATION,
        number=number,
        issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk),
        billing=told.facts(representative.strip()),
        copies=2,
    )


def load(office: Office, id: str) -> Account:
    account = office.store.views.account(id)
    if account is None:
        raise Refusal("unknown_bill", bill=id)
    return account


def _number(office: Office) -> str:
    day, station = office.today(), office.station
    seq = office.store.journal.next_number("D", day)
    return f"{station.hall}-{day:%Y%m%d}-{station.device}-D{seq:04d}"


def _open_account(office: Office, clerk: Clerk, id: str) -> Account:
    require(clerk, Right.RECONCILE)
    account = load(office, id)
    _require_open(account)
    return account


def _require_open(account: Account | None) -> None:
    if account is not None and account.signed is not None:
        raise Refusal("bill_signed_off", by=account.signed_by, paper=account.signed.paper)


def _open_dispute(account: Account, key: str) -> Dispute:
    found = account.disputes.get(key)
    if found is None or found.settled:
        raise Refusal("no_open_dispute", waybill=key)
    return found


def _append(office: Office, clerk: Clerk, id: str, told: Any) -> Account:
    office.store.journal.append([Act(entity=f"bill:{id}", payload=told)], clerk.code)
    return load(office, id)


def _left_out(id: str, bill: Bill, before: Account | None) -> list[Act]:
    """Open disputes whose lines the corrected bill no longer has are over."""
    keys = {line.key for line in bill.lines}
    gone = tuple(one.key for one in before.open if one.key not in keys) if before else ()
    told = BillCredited(keys=gone, accepted=True, reason=CORRECTED)
    return [Act(entity=f"bill:{id}", payload=told)] if gone else []


def _acts(id: str, bill: Bill) -> list[Act]:
    """The lines before the bill that names them, so that whoever reads the bill finds them."""
    some = pieces(bill.lines)
    told = BillImported(
        carrier=bill.carrier, month=bill.month, file=bill.file, sha256=bill.sha256,
        lines=len(bill.lines), total=str(bill.total),
        stated="" if bill.stated is None else str(bill.stated),
    )  # fmt: skip
    return [
        *(
            Act(
                entity=f"bill_lines:{id}",
                payload=BilledLines(
                    sha256=bill.sha256, piece=number, pieces=len(some), content=piece
                ),
            )
            for number, piece in enumerate(some, 1)
        ),
        Act(entity=f"bill:{id}", payload=told),
    ]
