"""Rows of the address book, in full: the clerk who searches it is sending something there."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.addresses.entries import AddressKind
from desktop.domain.courier.entries import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRow:
    """`id` names the entry in the book."""

    id: str
    kind: AddressKind
    address: Address
