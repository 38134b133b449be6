"""Ports of halls together: the store's exchanging door, a hub, and how one comes into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.domain.exchange.batches import (
    Batch,
    Confirmed,
    Cursor,
    DeviceHead,
    Greeting,
    HallHead,
    Held,
    Notice,
)
from desktop.domain.exchange.bundle import Bundle
from desktop.domain.exchange.membership import Enrolled, Founded, Membership
from desktop.domain.exchange.renewal import Moved
from desktop.domain.exchange.rows import WaitingRow
from desktop.domain.trust.entry import Entry


class Exchange(Protocol):
    """What goes out to other stations and what comes in; use it in the store's thread."""

    @property
    def hall_public(self) -> bytes: ...
    @property
    def hall_private(self) -> bytes: ...
    @property
    def fingerprint(self) -> str: ...

    def head(self) -> tuple[int, bytes]:
        """Sequence number and hash of this device's last entry."""
        ...

    def hash_of(self, device: str, seq: int) -> bytes | None: ...

    def entries(self, device: str, after: int, limit: int) -> list[Entry]: ...

    def held(self, places: Sequence[tuple[str, int]]) -> list[Entry]:
        """Those held of these, device and number, in their order."""
        ...

    def waiting(self) -> int:
        """Own entries that no hub has confirmed."""
        ...

    def waiting_rows(self, offset: int = 0, limit: int = 500) -> list[WaitingRow]:
        """What of it there is, by kind and case, the oldest first."""
        ...

    def waiting_cases(self) -> frozenset[str]:
        """Numbers of the cases with entries of this station that no hub has confirmed."""
        ...

    def wraps(self, subjects: Iterable[str]) -> list[tuple[str, str, bytes]]:
        """Subject, key fingerprint of the entitled hall, wrapped key."""
        ...

    def keep_wraps(self, wraps: Iterable[tuple[str, str, bytes]]) -> None:
        """Keys for whichever halls, to be handed on with the entries they open."""
        ...

    def keyless(self, subjects: Iterable[str]) -> list[str]: ...

    def entitle(self, public: bytes, subjects: Iterable[str]) -> list[tuple[str, str, bytes]]: ...

    def forgotten(self, since: str) -> list[tuple[str, str]]:
        """Subjects forgotten at this moment or later, and when."""
        ...

    def cursor(self, hall: str) -> Cursor: ...

    def take(self, rows: Sequence[Confirmed], wraps: Mapping[str, bytes], cursor: Cursor) -> int:
        """One slice of a hall's order, in one commit; how many entries were new here."""
        ...

    def take_loose(self, entries: Sequence[Entry], wraps: Mapping[str, bytes]) -> int: ...

    def confirmed_of(self, device: str) -> int: ...

    def last_of(self, device: str) -> int: ...

    def order(self, hall: str, after: int, limit: int) -> list[Confirmed]: ...

    def hash_after(self, hall: str, place: int) -> bytes:
        """The hall's cumulative hash at a place."""
        ...

    def subjects(self, hall: str, after: int) -> list[str]:
        """Whose keys entries of this hall's order need, beyond this place; and own ones that have
        no place yet.
        """
        ...

    def hashes(self, hall: str) -> list[bytes]: ...

    def take_back(self, cursor: Cursor) -> None: ...

    def placed(self, tails: Mapping[str, int]) -> dict[str, int]: ...

    def renew(self, tails: Mapping[str, int], device: str, given: Mapping[str, str]) -> Moved:
        """What stands beyond these is written anew under the new device code; numbers first given
        there get new ones where `given`, device and hall, says that somebody else gives them.
        """
        ...

    def copy_before_renewal(self) -> str:
        """The file as it is, beside it; its name."""
        ...

    def adopt_hall(self, private: bytes) -> str:
        """The new recovery code, or empty where nothing changed."""
        ...


class Hub(Protocol):
    """The hub as a station sees it. Every call may take seconds and refuse `hub_unreachable`."""

    def hello(self, waiting: int, behind: int, disagreements: int) -> Greeting: ...

    def halls(self) -> list[HallHead]: ...

    def devices(self) -> list[DeviceHead]: ...

    def push(self, batch: Batch) -> tuple[int, int]: ...

    def pull(self, cursor: Cursor, limit: int, held: Held | None = None) -> list[Confirmed]:
        """What follows the cursor; `held` where most of it was written here."""
        ...

    def packed_to(self, hall: str) -> int:
        """How far the hall's packs reach: they follow each other without a gap."""
        ...

    def put_pack(self, before: bytes, rows: Sequence[Confirmed]) -> None:
        """These of the own hall once more, compressed; `before` is the hall's hash ahead of them."""
        ...

    def hash_at(self, hall: str, seq: int) -> bytes | None: ...

    def hash_of(self, hall: str, device: str, seq: int) -> bytes | None:
        """Of an entry in a device's chain; None where the hub does not hold it."""
        ...

    def give_back(self, rows: Sequence[Confirmed]) -> int:
        """What the hub has lost of a hall's order, exactly as it was; how many it took."""
        ...

    def put_wraps(self, wraps: Iterable[tuple[str, str, bytes]]) -> None: ...

    def wraps_of(self, subjects: Iterable[str]) -> Mapping[str, bytes]: ...

    def put_notice(self, name: str, body: bytes, publics: Iterable[bytes]) -> datetime: ...

    def notices(self, after: datetime, private: bytes) -> list[Notice]: ...

    def mark_keys(self, given: str) -> None:
        """A name for all keys given so far, told again by `hello`."""
        ...

    def forget(self, subjects: Iterable[str]) -> None:
        """Destroy the keys of what was purged with its case: parcels and visits."""
        ...

    def close(self) -> None: ...

    def cut(self) -> None:
        """From any thread: the call under way ends with `hub_unreachable`."""
        ...


class Hubs(Protocol):
    """Hubs by their address: how a station comes into one, and what travels as a file instead."""

    def found(self, dsn: str, hall: str, name: str) -> Founded:
        """Set a hub up in an administrator's database; `dsn` is used here alone and kept nowhere."""
        ...

    def let_in(self, dsn: str, hall: str, name: str, hours: int) -> Founded:
        """A one-time code by an administrator, where no device is left to issue one."""
        ...

    def connect(self, membership: Membership) -> Hub: ...

    def enrol(
        self, address: str, code: str, device: str, hall: str, hall_public: bytes
    ) -> Enrolled: ...

    def invite(
        self, membership: Membership, hall: str, name: str, private: bytes, hours: int
    ) -> str:
        """A one-time code; `private` is the hall's key, sealed under the code, or empty."""
        ...

    def revoke(self, membership: Membership, device: str) -> None: ...

    def public_key(self, membership: Membership) -> bytes:
        """This device's own, with which others check what it signed."""
        ...

    def sign(self, membership: Membership, told: bytes) -> bytes: ...

    def signed(self, public: bytes, signature: bytes, told: bytes) -> bool: ...

    def write_bundle(self, to: Path, bundle: Bundle, membership: Membership) -> str:
        """The bundle signed, and sealed for its recipients; the file's sha256."""
        ...

    def read_bundle(self, path: Path, membership: Membership, private: bytes) -> Bundle:
        """Refuses `bundle_broken`, `bundle_foreign`, `bundle_not_for_us`, `bundle_forged`."""
        ...
