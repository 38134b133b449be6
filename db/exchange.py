"""Entries of other devices taken in, and the order a hall has confirmed. No network here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.facts import COLUMNS, entry_of, facts_of
from db.journal import INSERT
from db.link import Link
from db.projections.table import project
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import GENESIS, entry_hash
from desktop.domain.trust.entry import Entry

_OF_DEVICE = f"SELECT {COLUMNS} FROM journal WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?"
_AT = "SELECT hash FROM journal WHERE device = ? AND seq = ?"
_CONFIRM = "INSERT INTO confirmed VALUES (?, ?, ?)"
_PLACE = "SELECT entry FROM confirmed WHERE hall = ? AND hall_seq = ?"
_ENTITY = "SELECT entity FROM journal WHERE id = ?"
_WRAP = """
INSERT OR IGNORE INTO case_key SELECT :hall, :subject, :wrapped
WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE subject = :subject)
"""


def entries_of(link: Link, device: str, after: int = 0, limit: int = 5_000) -> list[Entry]:
    """A device's entries beyond `after`, in order: what is handed on, byte for byte."""
    return [entry_of(row) for row in link.rows(_OF_DEVICE, (device, after, limit))]


def wraps(link: Link, hall: str) -> dict[str, bytes]:
    """Case keys wrapped for the hall with this key fingerprint."""
    return dict(link.rows("SELECT subject, wrapped FROM case_key WHERE hall = ?", (hall,)))


def take(
    link: Link,
    entries: Iterable[Entry],
    order: Mapping[int, str],
    hall: str,
    keys: Mapping[str, bytes],
) -> None:
    """All in one commit, each touched entity folded anew.

    `order` gives entry ids by the hall's sequence number, `keys` case keys wrapped for this
    hall. Refuses `broken_chain` (at) where an entry does not continue its chain or its hash is
    wrong, `fork` where it differs from the one held, `order_changed` where a confirmed place is
    given to another entry.
    """
    with link.transaction():
        touched = dict.fromkeys(entry.entity for entry in entries if _taken(link, entry))
        touched |= dict.fromkeys(_confirmed(link, hall, order))
        for subject, wrapped in keys.items():
            link.conn.execute(
                _WRAP, {"hall": link.vault.hall, "subject": subject, "wrapped": wrapped}
            )
        link.facts.clear()
        for entity in touched:
            project(link.conn, entity, facts_of(link, entity))


def _taken(link: Link, entry: Entry) -> bool:
    """False where it was held already."""
    at = f"{entry.device}:{entry.seq}"
    held = link.one(_AT, (entry.device, entry.seq))
    if held is not None:
        if held[0] != entry.hash:
            raise Refusal("fork", at=at)
        return False
    before: Any = (GENESIS,) if entry.seq == 1 else link.one(_AT, (entry.device, entry.seq - 1))
    if before is None or before[0] != entry.previous or entry_hash(entry) != entry.hash:
        raise Refusal("broken_chain", at=at)
    link.conn.execute(INSERT, row_of(entry))
    return True


def _confirmed(link: Link, hall: str, order: Mapping[int, str]) -> list[str]:
    """The entities whose entries have found their place."""
    touched: list[str] = []
    for hall_seq, id in sorted(order.items()):
        held = link.one(_PLACE, (hall, hall_seq))
        if held is not None and held[0] != id:
            raise Refusal("order_changed", hall=hall, hall_seq=hall_seq)
        if held is None:
            link.conn.execute(_CONFIRM, (hall, hall_seq, id))
            touched.append(link.one(_ENTITY, (id,))[0])
    return touched


def row_of(entry: Entry) -> Sequence[Any]:
    """The values of `COLUMNS`."""
    return [getattr(entry, name.strip()) for name in COLUMNS.split(",")]
