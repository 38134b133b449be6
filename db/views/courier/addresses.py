"""The address book."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from db.link import Link
from db.projections.words import tokens
from desktop.domain.addresses.entries import AddressKind
from desktop.domain.addresses.rows import AddressRow
from desktop.domain.courier.entries import Address

_COLUMNS = "id, kind, name, phone, province, city, district, street"
_ONE = f"SELECT {_COLUMNS} FROM addresses WHERE id = ?"
_LIST = f"""
SELECT {_COLUMNS} FROM addresses
WHERE :text = '' OR instr(words, ' ' || :text) > 0
ORDER BY initials, id
LIMIT :limit
"""
_SPENT = "SELECT coalesce(sum(fen), 0) FROM courier_estimates WHERE month = ? AND shipment <> ?"


def address(link: Link, id: str) -> AddressRow | None:
    row = link.one(_ONE, (id,))
    return _row(row) if row else None


def addresses(link: Link, text: str, limit: int) -> list[AddressRow]:
    """By initials; the text begins a word of name, initials, telephone, its tail or the place."""
    values = {"text": " ".join(tokens(text)), "limit": limit}
    return [_row(row) for row in link.rows(_LIST, values)]


def courier_estimate(link: Link, month: str, but: str) -> Decimal:
    """Yuan that the parcels of this month (yyyy-mm) are estimated to cost, one left out."""
    row = link.one(_SPENT, (month, but))
    return Decimal(row[0] if row else 0) / 100


def _row(row: Any) -> AddressRow:
    return AddressRow(
        id=row[0],
        kind=AddressKind(row[1]),
        address=Address(
            name=row[2], phone=row[3], province=row[4], city=row[5], district=row[6], street=row[7]
        ),
    )
