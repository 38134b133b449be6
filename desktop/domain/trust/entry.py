"""One entry of the journal, from the act that asks for it to the fact that was written.

`Act` is what a rule returns: something that happened, not yet recorded. `Entry` is the row of
the journal, sealed parts as ciphertext. `Fact` is an entry read back and opened; every
projection folds facts.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

PERSONAL = {"personal": True}
"""Metadata of a payload field that is sealed under the subject's key, and gone after a purge."""

ENTRY_LIMIT = 1_000_000
"""Most bytes that one entry's body may have; more belongs into a file kept by its hash."""

LATE_AFTER_SECONDS = 600
"""An entry recorded later than this after it happened is 补录."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done at the counter.

    `payload` is an instance of one of the classes in `desktop.domain.kinds.KINDS`; its fields
    marked `PERSONAL` are encrypted under the key of `subject`, an entity whose key can be
    destroyed (normally the case itself). `entity` is `type:id`, for instance
    `case:KFQ-20261123-A07-0001`. `happened_at` is what the law counts from; None means the
    moment of recording.
    """

    entity: str
    payload: Any
    subject: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the journal. `hash` covers `previous` and every other field."""

    id: str
    """UUIDv7, 32 hexadecimal digits."""
    device: str
    seq: int
    """Gapless per device, from 1."""
    logical: int
    """Milliseconds: max(own last + 1, wall clock); it orders the entries of several devices."""
    happened_at: str
    recorded_at: str
    """ISO 8601 with offset, milliseconds."""
    clerk: str
    kind: str
    version: int
    entity: str
    body: str
    """Canonical JSON of what anybody who holds the journal may read."""
    subject: str
    """Entity under whose key `sealed` is encrypted; empty where nothing is sealed."""
    sealed: bytes
    """Nonce and AES-GCM ciphertext of the personal part's canonical JSON; may be empty."""
    previous: bytes
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An entry opened. After a purge the payload's personal fields hold their defaults.

    `purged`: its key is not here; `elsewhere`: it never was, the entry is another hall's.
    `stamp` is its place in the confirmed order, 0 while no hub has confirmed it.
    """

    entry: Entry
    payload: Any
    happened_at: datetime
    recorded_at: datetime
    purged: bool = False
    elsewhere: bool = False
    stamp: int = 0

    @property
    def late(self) -> bool:
        """补录: entered noticeably after it happened, for instance after a power cut."""
        return (self.recorded_at - self.happened_at).total_seconds() > LATE_AFTER_SECONDS


def personal_fields(payload_type: type) -> frozenset[str]:
    """Names of the payload's fields that are sealed."""
    return frozenset(f.name for f in fields(payload_type) if f.metadata.get("personal"))
