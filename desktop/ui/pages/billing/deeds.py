"""What a decision does: the verb of the service for the question that was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from desktop.domain.billing.account import Account
from desktop.domain.billing.cells import WrongCell, amount_of
from desktop.domain.billing.rows import Row
from desktop.domain.refusal import Refusal
from desktop.services.billing import keeping
from desktop.services.billing.comparing import Reconciled
from desktop.ui.desk import Desk
from desktop.ui.pages.billing.asking import Asking


def decided(
    desk: Desk, told: Reconciled, rows: Sequence[Row], asking: Asking
) -> Callable[[], Account | str]:
    """The act that the open question asks for; a sheet's number where the bill was signed off."""
    office, id = desk.office, told.account.id if told.account else ""
    first, second = asking.first.text, asking.second.text
    verb, written = asking.verb, asking.amount.text if not asking.amount.isHidden() else ""

    def act() -> Account | str:
        clerk = desk.acting
        match verb:
            case "dispute_line":
                return keeping.dispute(office, clerk, id, rows, first)
            case "accept_line":
                return keeping.accept(office, clerk, id, rows, first)
            case "credit_line":
                amounts = _amounts(told, rows, written)
                return keeping.credit(office, clerk, id, amounts, first, second)
        return keeping.sign_off(office, clerk, told, first)

    return act


def claimed(told: Reconciled, row: Row) -> Decimal:
    """What is open on the line; Refusal `no_open_dispute`."""
    found = told.account.disputes.get(row.key) if told.account else None
    if found is None or found.settled:
        raise Refusal("no_open_dispute", waybill=row.waybill)
    return found.claimed


def _amounts(told: Reconciled, rows: Sequence[Row], written: str) -> dict[str, Decimal]:
    if written and len(rows) == 1:
        try:
            return {rows[0].key: amount_of(written, "元")}
        except WrongCell:
            raise Refusal("amount_form", value=written) from None
    return {row.key: claimed(told, row) for row in rows}
