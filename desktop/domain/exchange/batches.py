"""What travels: entries in the order of their device, and in the order their hall confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import GENESIS, whole
from desktop.domain.trust.entry import Entry

BLOCK = 500
"""Confirmed entries in a row that are worth a pack; fewer are pulled as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Entries of one device without a gap. `signature` is the device's own over the last of them
    (`attested`), where another station hands them on.
    """

    device: str
    entries: tuple[Entry, ...]
    signature: bytes | None = None

    @property
    def first(self) -> int:
        return self.entries[0].seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """An entry in its place. `stamp` puts entries of several halls into one order: it grows within
    a hall and is never below the entry's logical time. `hall_hash` covers all before it.

    `carried_by` is the device that handed it on for another, out of a bundle; then the last entry
    of what was handed on has its own device's `signature` (`attested`).
    """

    hall: str
    hall_seq: int
    stamp: int
    hall_hash: bytes
    entry: Entry
    carried_by: str = ""
    signature: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a hall's order is held here, and its cumulative hash there."""

    hall: str
    seq: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True, kw_only=True)
class HallHead:
    """A hall at the hub. `public_key` (X25519, raw) wraps case keys for it; empty: nobody came yet.

    `healed` names the last time entries were given back to a hub that had lost them, from which
    place on at the earliest.
    """

    code: str
    name: str
    main: bool
    public_key: bytes
    seq: int
    head: bytes
    healed: str = ""
    healed_from: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceHead:
    """A device at the hub, and what it last told of itself."""

    code: str
    hall: str
    public_key: bytes
    seq: int
    head: bytes
    revoked: bool
    enrolled_at: datetime
    seen_at: datetime | None
    waiting: int
    behind: int
    disagreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a hall tells its stations, or the main hall tells all, and may take back tomorrow."""

    hall: str
    name: str
    at: datetime
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The hub's answer to a station: how far it holds that station's chain, and what it was last
    told by that station of the keys it gave.
    """

    hub: str
    hall: str
    seq: int
    head: bytes
    keys_given: str = ""


Held = Callable[[Sequence[tuple[str, int]]], Sequence[Entry]]
"""The entries held here of these, device and number in its chain; what is missing is left out."""


def advanced(cursor: Cursor, rows: Iterable[Confirmed]) -> Cursor:
    """The cursor after these rows.

    Refuses `hub_altered` where a row does not continue the hall's order, or an entry is not what
    its hash says: somebody changed or removed something at the hub.
    """
    seq, head = cursor.seq, cursor.hash
    for row in rows:
        expected = sha256(head + row.entry.hash).digest()
        fits = row.hall == cursor.hall and row.hall_seq == seq + 1 and row.hall_hash == expected
        if not fits or not whole(row.entry):
            raise Refusal("hub_altered", hall=cursor.hall, at=seq + 1)
        seq, head = row.hall_seq, row.hall_hash
    return Cursor(hall=cursor.hall, seq=seq, hash=head)


def unsigned(rows: Iterable[Confirmed]) -> dict[str, Confirmed]:
    """Of each device for which another handed entries on, the last: its signature covers all."""
    return {row.entry.device: row for row in rows if row.carried_by}


def attested(hub: str, entry: Entry) -> bytes:
    """What a device signs (Ed25519): its chain up to and with this entry, for this hub alone."""
    return "\x1f".join((hub, entry.device, str(entry.seq), entry.hash.hex())).encode()
