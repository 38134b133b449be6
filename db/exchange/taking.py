"""Entries of other devices taken in, in the order their halls confirmed."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from db.care.purge import outlived, purge
from db.facts import COLUMNS, entry_of, facts_of_several
from db.journal import INSERT
from db.link import Link
from db.projections.number import parse
from db.projections.table import project_several
from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import GENESIS, whole
from desktop.domain.trust.entry import Entry, Fact

_OF_DEVICE = f"SELECT {COLUMNS} FROM journal WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?"
_AT = f"""
SELECT {", ".join(f"j.{name.strip()}" for name in COLUMNS.split(","))} FROM json_each(?) p
JOIN journal j ON j.device = json_extract(p.value, '$[0]') AND j.seq = json_extract(p.value, '$[1]')
ORDER BY p.key
"""
_SPAN = "SELECT seq, hash FROM journal WHERE device = ? AND seq BETWEEN ? AND ?"
_CONFIRM = """
INSERT INTO confirmed (hall, hall_seq, entry, stamp, signature) VALUES (?, ?, ?, ?, ?)
"""
_PLACES = "SELECT hall_seq, entry FROM confirmed WHERE hall = ? AND hall_seq BETWEEN ? AND ?"
_KNOWN = """
SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM journal WHERE entity = value)
"""
_SEVERAL = """
SELECT value FROM json_each(?)
WHERE (SELECT min(device) <> max(device) FROM journal WHERE entity = value)
"""
_WRAP = """
INSERT OR IGNORE INTO case_key SELECT ?, ?, ?
WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE subject = ?)
"""
_HALL_OF = """
SELECT c.hall FROM journal j JOIN confirmed c ON c.entry = j.id WHERE j.device = ? AND j.seq = 1
"""
_CURSOR = "INSERT OR REPLACE INTO hall_cursor VALUES (?, ?, ?)"
PURGED = "case.purged"


def entries_of(link: Link, device: str, after: int = 0, limit: int = 5_000) -> list[Entry]:
    """A device's entries beyond `after`, in order: what is handed on, byte for byte."""
    return [entry_of(row) for row in link.rows(_OF_DEVICE, (device, after, limit))]


def held(link: Link, places: Sequence[tuple[str, int]]) -> list[Entry]:
    """Those held of these, device and number, in their order."""
    return [entry_of(row) for row in link.rows(_AT, (json.dumps(places),))]


def wraps(link: Link, hall: str) -> dict[str, bytes]:
    """Case keys wrapped for the hall with this key fingerprint."""
    return dict(link.rows("SELECT subject, wrapped FROM case_key WHERE hall = ?", (hall,)))


def take(
    link: Link,
    rows: Sequence[Confirmed],
    keys: Mapping[str, bytes],
    cursor: Cursor | None = None,
    loose: Iterable[Entry] = (),
    device: str = "",
) -> int:
    """All in one commit, each touched entity folded anew; how many entries were new.

    `rows` are of one hall in order, `keys` case keys wrapped for this hall, `cursor` where the
    hall is held to afterwards; `loose` entries have no place yet; `device` is this station's own.
    Refuses `broken_chain` (at) where an entry does not continue its chain or its hash is wrong,
    `fork` where it differs from the one held, `order_changed` where a confirmed place is given to
    another entry.
    """
    with link.transaction():
        new = _unknown(link, [*loose, *(row.entry for row in rows)])
        written = {entry.entity for entry in new}
        fresh = written - _held(link, _KNOWN, written)
        link.conn.executemany(INSERT, map(row_of, new))
        touched = written | _placed(link, rows)
        told = [(s, wrapped) for s, wrapped in keys.items() if link.vault.opens(s, wrapped)]
        link.conn.executemany(_WRAP, ((link.vault.hall, s, wrapped, s) for s, wrapped in told))
        touched.update(subject for subject, _ in told)
        if cursor is not None:
            link.conn.execute(_CURSOR, (cursor.hall, cursor.seq, cursor.hash))
        refold(link, touched, fresh)
        for entry in new:
            if entry.kind == PURGED and entitled(link, entry, device):
                purge(link, entry.entity.partition(":")[2])
        outlived(link, touched)
    return len(new)


def keep(link: Link, hall: str, subject: str, wrapped: bytes) -> None:
    """A case key for the hall with this key fingerprint; what was forgotten stays so."""
    link.conn.execute(_WRAP, (hall, subject, wrapped, subject))


def entitled(link: Link, purged: Entry, device: str) -> bool:
    """Whether a purge that came in is to be obeyed: it is from the hall that took the case in, as
    its number says, or from this station's own. Where a hall is not known yet, it is.
    """
    number = parse(purged.entity.partition(":")[2])
    told, taken_in, own = (
        _hall_of(link, one) for one in (purged.device, number.device if number else "", device)
    )
    return not told or not taken_in or told in {taken_in, own}


def refold(link: Link, entities: Iterable[str], fresh: Container[str] = ()) -> None:
    """Bring the rows of these entities to what the journal says now; `fresh` ones have no row."""
    link.facts.clear()
    told = {entity: list[Fact]() for entity in sorted(entities)}
    for fact in facts_of_several(link, told):
        told[fact.entry.entity].append(fact)
    project_several(
        link.conn, ((one, facts, one not in fresh) for one, facts in told.items() if facts)
    )


def _unknown(link: Link, entries: Sequence[Entry]) -> list[Entry]:
    """Those that are not held yet, each continuing its chain."""
    spans: dict[str, tuple[int, int]] = {}
    for entry in entries:
        low, high = spans.get(entry.device, (entry.seq, entry.seq))
        spans[entry.device] = min(low, entry.seq), max(high, entry.seq)
    held: dict[tuple[str, int], bytes] = {}
    for device, (low, high) in spans.items():
        held[device, 0] = GENESIS
        for seq, hash in link.rows(_SPAN, (device, low - 1, high)):
            held[device, seq] = hash
    new = []
    for entry in entries:
        at = entry.device, entry.seq
        if at in held:
            if held[at] != entry.hash:
                raise Refusal("fork", at=f"{entry.device}:{entry.seq}")
            continue
        if held.get((entry.device, entry.seq - 1)) != entry.previous or not whole(entry):
            raise Refusal("broken_chain", at=f"{entry.device}:{entry.seq}")
        held[at] = entry.hash
        new.append(entry)
    return new


def _placed(link: Link, rows: Sequence[Confirmed]) -> set[str]:
    """Entities in which finding its place may have moved an entry among others."""
    if not rows:
        return set()
    last = rows[-1].hall_seq
    held = dict(link.rows(_PLACES, (rows[0].hall, rows[0].hall_seq, last)))
    for row in rows:
        if held.get(row.hall_seq, row.entry.id) != row.entry.id:
            raise Refusal("order_changed", hall=row.hall, hall_seq=row.hall_seq)
    new = [row for row in rows if row.hall_seq not in held]
    link.conn.executemany(
        _CONFIRM, ((r.hall, r.hall_seq, r.entry.id, r.stamp, r.signature) for r in new)
    )
    return _held(link, _SEVERAL, {row.entry.entity for row in new})


def _held(link: Link, sql: str, entities: Iterable[str]) -> set[str]:
    return {row[0] for row in link.rows(sql, (json.dumps([*entities]),))}


def _hall_of(link: Link, device: str) -> str:
    """Empty where none has confirmed anything of it."""
    row = link.one(_HALL_OF, (device,))
    return row[0] if row else ""


def row_of(entry: Entry) -> Sequence[Any]:
    """The values of `COLUMNS`."""
    return (
        entry.id, entry.device, entry.seq, entry.logical, entry.happened_at, entry.recorded_at,
        entry.clerk, entry.kind, entry.version, entry.entity, entry.body, entry.subject,
        entry.sealed, entry.previous, entry.hash,
    )  # fmt: skip
