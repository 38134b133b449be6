"""Entries read back and opened, in the one order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import msgspec

from db.encoding import decode
from db.link import Link
from db.vault import unseal
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import entry_hash
from desktop.domain.trust.entry import Entry, Fact

COLUMNS = (
    "id, device, seq, logical, happened_at, recorded_at, clerk, kind, version, entity, body,"
    " subject, sealed, previous, hash"
)
_PREFIXED = ", ".join(f"j.{name.strip()}" for name in COLUMNS.split(","))

# `desktop.domain.trust.order.in_order` says the same of entries in memory
IN_ORDER = "c.entry IS NULL, c.stamp, c.hall, c.hall_seq, j.logical, j.device, j.seq"

OPENED = f"""
SELECT {_PREFIXED}, k.wrapped, c.stamp
FROM journal j
LEFT JOIN confirmed c ON c.entry = j.id
LEFT JOIN case_key k ON k.hall = ? AND k.subject = j.subject
"""

_OF_ONE = f"{OPENED} WHERE j.entity = ? ORDER BY {IN_ORDER}"
_OF_SEVERAL = f"{OPENED} WHERE j.entity IN (SELECT value FROM json_each(?)) ORDER BY {IN_ORDER}"

_FORGOTTEN = "SELECT 1 FROM forgotten WHERE subject = ?"


def facts_of(link: Link, entity: str) -> tuple[Fact, ...]:
    """Within a transaction they are remembered: nobody else can write meanwhile."""
    known = link.facts.get(entity)
    if known is None:
        known = tuple(opened(link, link.rows(_OF_ONE, (link.vault.hall, entity))))
        if link.in_transaction:
            link.facts[entity] = known
    return known


def facts_of_several(link: Link, entities: Iterable[str]) -> list[Fact]:
    """Facts of all these entities together, in the one order."""
    rows = link.rows(_OF_SEVERAL, (link.vault.hall, json.dumps(list(entities))))
    return list(opened(link, rows))


def opened(link: Link, rows: Iterable[Any]) -> Iterator[Fact]:
    """Rows of `OPENED` as facts. A sealed part whose key is gone, or that does not open, leaves its
    defaults; a body that does not decode is left out. No honest program writes either, and a
    station that does must not stop those who take its entries in.
    """
    for row in rows:
        entry, wrapped, stamp = entry_of(row), row[15], row[16] or 0
        try:
            yield opened_entry(link, entry, wrapped, stamp)
        except (Refusal, msgspec.MsgspecError, UnicodeDecodeError) as error:
            if isinstance(error, Refusal) and error.code != "sealed_part_damaged":
                raise
            with suppress(msgspec.MsgspecError):
                yield opened_entry(link, entry, None, stamp)


def opened_entry(link: Link, entry: Entry, wrapped: bytes | None, stamp: int = 0) -> Fact:
    """`wrapped` is the subject's key for this hall, None where it is gone or was never ours."""
    personal = _personal(link, entry, wrapped) if entry.sealed and wrapped is not None else b""
    closed = bool(entry.sealed) and not personal
    return Fact(
        entry=entry,
        payload=decode(entry.kind, entry.version, entry.body, personal),
        happened_at=datetime.fromisoformat(entry.happened_at),
        recorded_at=datetime.fromisoformat(entry.recorded_at),
        purged=closed,
        elsewhere=closed and link.one(_FORGOTTEN, (entry.subject,)) is None,
        stamp=stamp,
    )


def _personal(link: Link, entry: Entry, wrapped: bytes) -> bytes:
    """Two stations that began one subject apart gave it a key each: what was sealed under the other
    stays shut here, and must not keep everything after it from coming in.
    """
    key = link.vault.open(entry.subject, wrapped)
    try:
        return unseal(key, entry.sealed, bound(entry.id, entry.entity, entry.kind))
    except Refusal:
        if entry_hash(entry) != entry.hash:
            raise
        return b""


def bound(id: str, entity: str, kind: str) -> bytes:
    """What a sealed part is bound to: moved to another entry it does not open."""
    return f"{id}\x1f{entity}\x1f{kind}".encode()


def entry_of(row: Any) -> Entry:
    """The entry in a row that begins with `COLUMNS`."""
    return Entry(
        id=row[0], device=row[1], seq=row[2], logical=row[3], happened_at=row[4],
        recorded_at=row[5], clerk=row[6], kind=row[7], version=row[8], entity=row[9],
        body=row[10], subject=row[11], sealed=row[12], previous=row[13], hash=row[14],
    )  # fmt: skip
