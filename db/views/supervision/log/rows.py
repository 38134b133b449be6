"""Rows of the log in their order, from any place in it on; and the entry behind one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.encoding import moment
from db.facts import COLUMNS, entry_of, opened_entry
from db.link import Link
from db.views.supervision.log.narrowing import JOINS, OF_WINDOW, WINDOW, narrowed
from desktop.domain.supervision.rows import LogEntry, LogFilter, LogRow

AT_ONCE = 500

_COLUMNS = ", ".join(f"j.{name.strip()}" for name in COLUMNS.split(","))
_SELECT = f"""
SELECT {_COLUMNS},
       (SELECT wrapped FROM case_key WHERE hall = :hall AND subject = j.subject),
       coalesce(s.hall, ''), {WINDOW}, coalesce(o.number, ''), coalesce(o.item_name, ''),
       coalesce(o.applicant, ''), coalesce(o.id_number, '')
"""
_ORDER = "ORDER BY j.happened_at, j.device, j.seq"
# seeks by key: a page far down costs what the first one costs
_AFTER = "AND (j.happened_at, j.device, j.seq) > (:at, :device, :seq)"
_ONE = f"""
FROM journal j {" ".join(JOINS[name] for name in OF_WINDOW)}
WHERE j.device = :device AND j.seq = :seq
"""


def log(link: Link, wanted: LogFilter) -> Iterator[LogRow]:
    """Reads one state of the file from beginning to end, however long the reader takes."""
    source, values = narrowed(wanted, link.now().date(), OF_WINDOW)
    cursor = link.conn.execute(f"{_SELECT} {source} {_ORDER}", {**values, "hall": link.vault.hall})
    while rows := cursor.fetchmany(AT_ONCE):
        for row in rows:
            yield _row(link, row)


def page(link: Link, wanted: LogFilter, after: LogRow | None, limit: int) -> list[LogRow]:
    """So many rows after this one, or from the beginning."""
    source, values = narrowed(wanted, link.now().date(), OF_WINDOW)
    values |= {"hall": link.vault.hall, "limit": limit}
    if after is not None:
        source = f"{source} {_AFTER}"
        at = moment(after.happened_at, "after")
        values |= {"first": at, "at": at, "device": after.device, "seq": after.seq}
    found = link.rows(f"{_SELECT} {source} {_ORDER} LIMIT :limit", values)
    return [_row(link, row) for row in found]


def entry(link: Link, device: str, seq: int) -> LogEntry | None:
    """The row of this place in a chain, with the entry as it lies in the journal."""
    values = {"hall": link.vault.hall, "device": device, "seq": seq}
    row = link.one(f"{_SELECT} {_ONE}", values)
    if row is None:
        return None
    told = entry_of(row)
    return LogEntry(
        row=_row(link, row), entity=told.entity, version=told.version,
        previous=told.previous.hex(), hash=told.hash.hex(),
    )  # fmt: skip


def _row(link: Link, row: Any) -> LogRow:
    fact = opened_entry(link, entry_of(row), row[15])
    return LogRow(
        happened_at=fact.happened_at, recorded_at=fact.recorded_at, late=fact.late, hall=row[16],
        window=row[17], clerk=fact.entry.clerk, kind=fact.entry.kind, case=row[18],
        item_name=row[19], applicant=row[20], applicant_id=row[21], payload=fact.payload,
        device=fact.entry.device, seq=fact.entry.seq,
    )  # fmt: skip
