"""A pack: entries in the order their hall confirmed, compressed together.

It saves bytes on a slow line and is believed by nobody: `told` over what was unpacked must be what
the hub's own rows add up to, and every entry is checked like any other afterwards.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

import msgspec

from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.trust.chain import digest, joined
from desktop.domain.trust.entry import Entry

LARGEST = 64_000_000
"""Bytes a pack may unpack to: a bomb is refused, and larger entries travel as they are."""

_Row = tuple[int, str, str, int, int, str, str, str, str, int, str, str, str, bytes]
_STAMP = struct.Struct(">q")


class _Pack(msgspec.Struct, frozen=True, array_like=True):
    """`before` is the hall's hash ahead of the first row; `previous` the hash ahead of each
    device's first one. All others follow from the rows.
    """

    before: bytes
    previous: dict[str, bytes]
    rows: list[_Row]


def packed(before: bytes, rows: Sequence[Confirmed]) -> bytes:
    """Empty where they are too large."""
    previous: dict[str, bytes] = {}
    for row in rows:
        previous.setdefault(row.entry.device, row.entry.previous)
    told = msgspec.msgpack.encode(_Pack(before, previous, [_row(one) for one in rows]))
    return zlib.compress(told, 6) if len(told) <= LARGEST else b""


def unpacked(hall: str, first: int, pack: bytes) -> list[Confirmed]:
    """Refuses nothing and raises `ValueError` where it is no pack."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(pack, LARGEST)
        if not unpacking.eof:
            raise ValueError("too large, or cut off")
        told = msgspec.msgpack.decode(plain, type=_Pack)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(str(error)) from error
    head, heads, found = told.before, dict(told.previous), []
    for place, row in enumerate(told.rows, first):
        entry = _entry(row, heads.get(row[2], b""))
        heads[entry.device] = entry.hash
        head = sha256(head + entry.hash).digest()
        found.append(
            Confirmed(hall=hall, hall_seq=place, stamp=row[0], hall_hash=head, entry=entry)
        )
    return found


def believed(hall: str, first: int, pack: bytes, sum: bytes) -> list[Confirmed]:
    """Nothing where it is no pack, or not of the rows that add up to `sum`."""
    with suppress(ValueError):
        rows = unpacked(hall, first, pack)
        if told(rows) == sum:
            return rows
    return []


def placed(cursor: Cursor, stamps: Sequence[int], entries: Sequence[Entry]) -> list[Confirmed]:
    """Entries held here in the places the hub gave them; nothing where one is missing."""
    if len(entries) != len(stamps):
        return []
    head, rows = cursor.hash, []
    for place, (stamp, entry) in enumerate(zip(stamps, entries, strict=True), cursor.seq + 1):
        head = sha256(head + entry.hash).digest()
        rows.append(
            Confirmed(hall=cursor.hall, hall_seq=place, stamp=stamp, hall_hash=head, entry=entry)
        )
    return rows


def told(rows: Sequence[Confirmed]) -> bytes:
    """What these rows add up to; `yichuang.pull_packs` tells the same of the hub's own."""
    whole = sha256()
    for row in rows:
        entry = row.entry
        whole.update(joined(entry))
        for part in (b"\x1f", entry.sealed, entry.previous, entry.hash, row.hall_hash):
            whole.update(part)
        whole.update(_STAMP.pack(row.stamp))
    return whole.digest()


def _row(one: Confirmed) -> _Row:
    e = one.entry
    return (
        one.stamp, e.id, e.device, e.seq, e.logical, e.happened_at, e.recorded_at, e.clerk, e.kind,
        e.version, e.entity, e.body, e.subject, e.sealed,
    )  # fmt: skip


def _entry(row: Any, previous: bytes) -> Entry:
    texts = "\x1f".join(map(str, row[1:13])).encode()
    return Entry(
        id=row[1], device=row[2], seq=row[3], logical=row[4], happened_at=row[5],
        recorded_at=row[6], clerk=row[7], kind=row[8], version=row[9], entity=row[10], body=row[11],
        subject=row[12], sealed=row[13], previous=previous,
        hash=digest(previous, texts, row[13]),
    )  # fmt: skip
