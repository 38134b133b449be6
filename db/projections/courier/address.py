"""地址簿: one row per address, gone with its key."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from db.projections.words import tail, words
from desktop.domain.addresses.entries import AddressRemoved, AddressSaved
from desktop.domain.trust.entry import Fact


def fold(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last that was saved; none once it was removed. `words` is searched by word beginnings."""
    told: AddressSaved | None = None
    for fact in facts:
        if isinstance(fact.payload, AddressSaved):
            told = fact.payload
        elif isinstance(fact.payload, AddressRemoved):
            told = None
    if told is None or not told.name:
        return []
    found = words(
        told.name,
        told.initials,
        told.phone,
        tail(told.phone),
        told.city,
        told.district,
        told.street,
    )
    return [
        (
            id, told.kind.value, told.name, told.phone, told.province, told.city, told.district,
            told.street, told.initials, f" {found} ",
        )
    ]  # fmt: skip


ADDRESSES = Projection(
    "addresses",
    "address",
    (
        "id", "kind", "name", "phone", "province", "city", "district", "street", "initials",
        "words",
    ),
    fold,
    """
CREATE TABLE addresses (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    province TEXT NOT NULL,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    street TEXT NOT NULL,
    initials TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_initials ON addresses (initials, id);
""",
)  # fmt: skip
