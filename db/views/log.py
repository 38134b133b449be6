"""日志: the journal itself, a row per act, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db.facts import COLUMNS, entry_of, opened_entry
from db.link import Link
from db.views.cases import bounds
from desktop.domain.supervision.rows import LogFilter, LogRow

AT_ONCE = 500

_COLUMNS = ", ".join(f"j.{name.strip()}" for name in COLUMNS.split(","))

# a parcel's acts are logged with the first case it holds
CASE_OF = """
CASE
    WHEN j.entity LIKE 'case:%' THEN substr(j.entity, 6)
    WHEN j.entity LIKE 'paper:%' THEN
        (SELECT case_number FROM papers WHERE number = substr(j.entity, 7))
    WHEN j.entity LIKE 'shipment:%' THEN
        (SELECT case_number FROM shipment_contents WHERE shipment = substr(j.entity, 10)
         AND case_number <> '' ORDER BY position LIMIT 1)
    WHEN j.entity LIKE 'licence:%' THEN coalesce(json_extract(j.body, '$.case'), '')
    ELSE ''
END
"""
_WINDOW = "coalesce(nullif(o.window, ''), nullif(v.window, ''), s.window, '')"
_WANTED = f"""
FROM journal j INDEXED BY journal_happened
LEFT JOIN cases o ON o.number = {CASE_OF}
LEFT JOIN visits v ON j.entity = 'visit:' || v.id AND v.id = substr(j.entity, 7)
LEFT JOIN stations s ON s.device = j.device
WHERE j.happened_at >= :first AND j.happened_at < :after
  AND (:clerk = '' OR j.clerk = :clerk)
  AND (:window = '' OR {_WINDOW} = :window)
  AND (:item = '' OR o.item = :item)
  AND (:kinds = '[]' OR j.kind IN (SELECT value FROM json_each(:kinds)))
"""
_LOG = f"""
SELECT {_COLUMNS},
       (SELECT wrapped FROM case_key WHERE hall = :hall AND subject = j.subject),
       coalesce(s.hall, ''), {_WINDOW}, coalesce(o.number, ''), coalesce(o.item_name, ''),
       coalesce(o.applicant, ''), coalesce(o.id_number, '')
{_WANTED}
ORDER BY j.happened_at, j.device, j.seq
"""
_COUNT = f"SELECT count(*) {_WANTED}"


def log(link: Link, wanted: LogFilter) -> Iterator[LogRow]:
    """Reads one state of the file from beginning to end, however long the reader takes."""
    values = {**_values(wanted), "hall": link.vault.hall}
    cursor = link.conn.execute(_LOG, values)
    while rows := cursor.fetchmany(AT_ONCE):
        for row in rows:
            yield _row(link, row)


def count_log(link: Link, wanted: LogFilter) -> int:
    """As many rows as `log` yields."""
    return int(link.one(_COUNT, _values(wanted))[0])


def _values(wanted: LogFilter) -> dict[str, Any]:
    first, after = bounds(wanted.first, wanted.last)
    return {
        "first": first,
        "after": after,
        "clerk": wanted.clerk,
        "window": wanted.window,
        "item": wanted.item,
        "kinds": json.dumps(sorted(wanted.kinds)),
    }


def _row(link: Link, row: Any) -> LogRow:
    fact = opened_entry(link, entry_of(row), row[15])
    return LogRow(
        happened_at=fact.happened_at, recorded_at=fact.recorded_at, late=fact.late, hall=row[16],
        window=row[17], clerk=fact.entry.clerk, kind=fact.entry.kind, case=row[18],
        item_name=row[19], applicant=row[20], applicant_id=row[21], payload=fact.payload,
        device=fact.entry.device, seq=fact.entry.seq,
    )  # fmt: skip
