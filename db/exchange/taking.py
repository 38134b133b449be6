"""Entries of other devices taken in, in the order their halls confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.care.purge import outlived, purge
from db.facts import COLUMNS, entry_of, facts_of
from db.journal import INSERT
from db.link import Link
from db.projections.number import parse
from db.projections.table import project
from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import GENESIS, whole
from desktop.domain.trust.entry import Entry

_OF_DEVICE = f"SELECT {COLUMNS} FROM journal WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?"
_AT = "SELECT hash FROM journal WHERE device = ? AND seq = ?"
_CONFIRM = """
INSERT INTO confirmed (hall, hall_seq, entry, stamp, signature) VALUES (?, ?, ?, ?, ?)
"""
_PLACE = "SELECT entry FROM confirmed WHERE hall = ? AND hall_seq = ?"
_SEVERAL = "SELECT 1 FROM journal WHERE entity = ? AND device <> ? LIMIT 1"
_WRAP = """
INSERT OR IGNORE INTO case_key SELECT :hall, :subject, :wrapped
WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE subject = :subject)
"""
_HALL_OF = """
SELECT c.hall FROM journal j JOIN confirmed c ON c.entry = j.id WHERE j.device = ? AND j.seq = 1
"""
_CURSOR = "INSERT OR REPLACE INTO hall_cursor VALUES (?, ?, ?)"
PURGED = "case.purged"


def entries_of(link: Link, device: str, after: int = 0, limit: int = 5_000) -> list[Entry]:
    """A device's entries beyond `after`, in order: what is handed on, byte for byte."""
    return [entry_of(row) for row in link.rows(_OF_DEVICE, (device, after, limit))]


def wraps(link: Link, hall: str) -> dict[str, bytes]:
    """Case keys wrapped for the hall with this key fingerprint."""
    return dict(link.rows("SELECT subject, wrapped FROM case_key WHERE hall = ?", (hall,)))


def take(
    link: Link,
    rows: Sequence[Confirmed],
    keys: Mapping[str, bytes],
    cursor: Cursor | None = None,
    loose: Iterable[Entry] = (),
) -> int:
    """All in one commit, each touched entity folded anew; how many entries were new.

    `rows` are of one hall in order, `keys` case keys wrapped for this hall, `cursor` where the
    hall is held to afterwards; `loose` entries have no place yet. Refuses `broken_chain` (at)
    where an entry does not continue its chain or its hash is wrong, `fork` where it differs from
    the one held, `order_changed` where a confirmed place is given to another entry.
    """
    with link.transaction():
        new = [one for one in (*loose, *(row.entry for row in rows)) if _taken(link, one)]
        touched = {entry.entity for entry in new}
        touched |= {row.entry.entity for row in rows if _confirmed(link, row)}
        for subject, wrapped in keys.items():
            if link.vault.opens(subject, wrapped):
                keep(link, link.vault.hall, subject, wrapped)
                touched.add(subject)
        if cursor is not None:
            link.conn.execute(_CURSOR, (cursor.hall, cursor.seq, cursor.hash))
        refold(link, touched)
        for entry in new:
            if entry.kind == PURGED and entitled(link, entry):
                purge(link, entry.entity.partition(":")[2])
        outlived(link, touched)
    return len(new)


def keep(link: Link, hall: str, subject: str, wrapped: bytes) -> None:
    """A case key for the hall with this key fingerprint; what was forgotten stays so."""
    link.conn.execute(_WRAP, {"hall": hall, "subject": subject, "wrapped": wrapped})


def entitled(link: Link, purged: Entry) -> bool:
    """Whether a purge that came in is to be obeyed: it is from the hall that took the case in, as
    its number says, or from one that holds this hall's key.
    """
    number = parse(purged.entity.partition(":")[2])
    halls = {
        device: row[0] if (row := link.one(_HALL_OF, (device,))) else ""
        for device in (purged.device, number.device if number else "")
    }
    told, taken_in = halls[purged.device], halls[number.device if number else ""]
    return not told or not taken_in or told == taken_in


def refold(link: Link, entities: Iterable[str]) -> None:
    """Bring the rows of these entities to what the journal says now."""
    link.facts.clear()
    for entity in sorted(entities):
        facts = facts_of(link, entity)
        if facts:
            project(link.conn, entity, facts)
        link.facts.clear()


def _taken(link: Link, entry: Entry) -> bool:
    """False where it was held already."""
    at = f"{entry.device}:{entry.seq}"
    held = link.one(_AT, (entry.device, entry.seq))
    if held is not None:
        if held[0] != entry.hash:
            raise Refusal("fork", at=at)
        return False
    before: Any = (GENESIS,) if entry.seq == 1 else link.one(_AT, (entry.device, entry.seq - 1))
    if before is None or before[0] != entry.previous or not whole(entry):
        raise Refusal("broken_chain", at=at)
    link.conn.execute(INSERT, row_of(entry))
    return True


def _confirmed(link: Link, row: Confirmed) -> bool:
    """Whether finding its place may have moved the entry among others of its entity."""
    held = link.one(_PLACE, (row.hall, row.hall_seq))
    if held is not None:
        if held[0] != row.entry.id:
            raise Refusal("order_changed", hall=row.hall, hall_seq=row.hall_seq)
        return False
    place = (row.hall, row.hall_seq, row.entry.id, row.stamp, row.signature)
    link.conn.execute(_CONFIRM, place)
    return link.one(_SEVERAL, (row.entry.entity, row.entry.device)) is not None


def row_of(entry: Entry) -> Sequence[Any]:
    """The values of `COLUMNS`."""
    return (
        entry.id, entry.device, entry.seq, entry.logical, entry.happened_at, entry.recorded_at,
        entry.clerk, entry.kind, entry.version, entry.entity, entry.body, entry.subject,
        entry.sealed, entry.previous, entry.hash,
    )  # fmt: skip
