"""The hash chain: what an entry's hash covers, and whether one device's chain is whole.

The hash is SHA-256 over the previous hash, the entry's texts in the order of `COVERED`, each
followed by U+001F, and the sealed bytes as they stand, so a purge (which destroys a key, not a
byte) leaves the chain whole. No text may itself hold U+001F: where one does, fields could be
shifted against each other without changing the hash, so such a row counts as broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from desktop.domain.trust.entry import Entry

GENESIS = bytes(32)
"""The `previous` of a device's first entry."""

SEPARATOR = "\x1f"

COVERED = (
    "id", "device", "seq", "logical", "happened_at", "recorded_at", "clerk", "kind", "version",
    "entity", "body", "subject",
)  # fmt: skip
"""Fields that are hashed as text, numbers in decimal."""

_BYTE = SEPARATOR.encode()
_SEPARATORS = len(COVERED) - 1


def digest(previous: bytes, texts: bytes, sealed: bytes) -> bytes:
    """`texts` are the covered fields in order, joined by `SEPARATOR`, in UTF-8."""
    return sha256(previous + texts + _BYTE + sealed).digest()


def entry_hash(entry: Entry) -> bytes:
    """What `entry.hash` must be."""
    return digest(entry.previous, joined(entry), entry.sealed)


def whole(entry: Entry) -> bool:
    """Whether the entry is what its hash says."""
    texts = joined(entry)
    return (
        texts.count(_BYTE) == _SEPARATORS
        and digest(entry.previous, texts, entry.sealed) == entry.hash
    )


def joined(entry: Entry) -> bytes:
    """The covered texts of an entry in memory."""
    return SEPARATOR.join(
        (
            entry.id, entry.device, str(entry.seq), str(entry.logical), entry.happened_at,
            entry.recorded_at, entry.clerk, entry.kind, str(entry.version), entry.entity,
            entry.body, entry.subject,
        )
    ).encode()  # fmt: skip


Link = tuple[str, int, int, bytes, bytes, bytes, bytes]
"""device, seq, logical, previous, hash, sealed, texts: one row as the chain needs it."""


class ChainCheck:
    """Takes rows device by device in order of `seq`; says at the first fault which row and why."""

    __slots__ = ("_device", "_hash", "_logical", "_seq", "devices", "entries")

    def __init__(self) -> None:
        self.entries = self.devices = 0
        self._device, self._seq, self._logical, self._hash = "", 0, 0, GENESIS

    def fault(self, rows: Iterable[Link]) -> str:
        """`device:seq: what` of the first row that breaks its chain; empty when all are whole."""
        for device, seq, logical, previous, held, sealed, texts in rows:
            if device != self._device:
                self._device, self._seq, self._logical, self._hash = device, 0, 0, GENESIS
                self.devices += 1
            self.entries += 1
            if seq != self._seq + 1:
                return f"{device}:{self._seq + 1}: missing"
            if previous != self._hash:
                return f"{device}:{seq}: does not follow"
            if texts.count(_BYTE) != _SEPARATORS:
                return f"{device}:{seq}: malformed"
            if digest(previous, texts, sealed) != held:
                return f"{device}:{seq}: altered"
            if logical <= self._logical:
                return f"{device}:{seq}: out of order"
            self._seq, self._logical, self._hash = seq, logical, held
        return ""


def links(entries: Iterable[Entry]) -> Iterator[Link]:
    """Entries as the check takes them."""
    for e in entries:
        yield e.device, e.seq, e.logical, e.previous, e.hash, e.sealed, joined(e)


def first_fault(entries: Iterable[Entry]) -> str:
    """Check entries of one or more devices; empty when every chain is whole."""
    return ChainCheck().fault(links(sorted(entries, key=lambda e: (e.device, e.seq))))
