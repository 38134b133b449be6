"""Every chain, every hash, no gap; the columns are hashed as they lie, nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from db.link import Connection
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import Verification
from desktop.domain.trust.chain import COVERED, ChainCheck, Link
from desktop.services.ports import Progress

AT_ONCE = 2_000

_TEXTS = " || char(31) || ".join(COVERED)
_ROWS = f"""
SELECT device, seq, logical, previous, hash, sealed, CAST({_TEXTS} AS BLOB)
FROM journal ORDER BY device, seq
"""
_CONFIRMED = """
SELECT hall FROM confirmed GROUP BY hall HAVING count(*) <> max(hall_seq) ORDER BY hall LIMIT 1
"""


def verify(conn: Connection, progress: Progress | None = None) -> Verification:
    """Refuses `cancelled`. A damaged page is an answer, not an error."""
    check = ChainCheck()
    try:
        total = int(conn.execute("SELECT count(*) FROM journal").fetchone()[0])
        broken = check.fault(_rows(conn, total, progress))
        if not broken:
            row = conn.execute(_CONFIRMED).fetchone()
            broken = f"{row[0]}: the confirmed order has a gap" if row else ""
    except sqlite.DatabaseError as error:
        broken = f"file: {error}"
    return Verification(
        ok=not broken, entries=check.entries, devices=check.devices, first_broken=broken
    )


def _rows(conn: Any, total: int, progress: Progress | None) -> Iterator[Link]:
    cursor, done = conn.execute(_ROWS), 0
    while rows := cursor.fetchmany(AT_ONCE):
        yield from rows
        done += len(rows)
        if progress and not progress(done, total):
            raise Refusal("cancelled")
