"""复核: everything that asks for a look, newest first, in one list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db.link import Link
from desktop.domain.days import BEIJING
from desktop.domain.handling.changes import Finding
from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow

_HOUR = 1 / 24
_OWN = "entry, why, at, recorded_at, clerk, told, finding, note, reviewer"
_FOUND = f"""
reveals AS (
    SELECT entry, clerk, hour, at FROM reveals_case
    UNION ALL SELECT entry, clerk, hour, at FROM reveals_shipment
),
hours AS MATERIALIZED (SELECT clerk, hour, count(*) AS n FROM reveals GROUP BY clerk, hour),
-- an hour on the clock face and the one before hold every hour that ends in it
busy AS MATERIALIZED (
    SELECT h.clerk, h.hour FROM hours h LEFT JOIN hours p ON p.clerk = h.clerk AND p.hour = h.hour - 1
    WHERE h.n + coalesce(p.n, 0) > :reveals
),
near AS (
    SELECT r.entry, r.clerk, r.at FROM reveals r JOIN busy b ON b.clerk = r.clerk AND b.hour = r.hour
    UNION
    SELECT r.entry, r.clerk, r.at FROM reveals r JOIN busy b ON b.clerk = r.clerk AND b.hour = r.hour + 1
),
bursts AS (
    SELECT clerk, at, entry, count(*) OVER (
        PARTITION BY clerk ORDER BY julianday(at) RANGE BETWEEN :hour PRECEDING AND CURRENT ROW
    ) AS n
    FROM near
),
found AS (
    SELECT entry AS key, 'case:' || id AS entity, {_OWN}, id AS case_number, 0 AS n
    FROM watched_case
    UNION ALL
    SELECT entry || '-' || why, 'shipment:' || id, {_OWN},
           coalesce((SELECT x.case_number FROM shipment_contents x WHERE x.shipment = id
                     AND x.case_number <> '' ORDER BY x.position LIMIT 1), ''), 0
    FROM watched_shipment
    UNION ALL
    SELECT entry, 'paper:' || id, {_OWN},
           coalesce((SELECT p.case_number FROM papers p WHERE p.number = id), ''), 0
    FROM watched_paper
    UNION ALL
    SELECT entry, 'pack:' || id, {_OWN}, '', 0 FROM watched_pack
    UNION ALL
    SELECT entry, 'export:' || id, {_OWN}, '', 0 FROM watched_export
    UNION ALL
    SELECT entry, 'destruction:' || id, {_OWN}, '', 0 FROM watched_destruction
    UNION ALL
    SELECT 'burst-' || clerk || '-' || substr(at, 1, 13), 'clerk:' || clerk, min(entry),
           'revealed', max(at), max(at), clerk, '', NULL, '', '', '', max(n)
    FROM bursts WHERE n > :reveals AND substr(at, 1, 13) < :running GROUP BY clerk, substr(at, 1, 13)
),
looked AS (
    SELECT f.key, f.entity, f.entry, f.why, f.at, f.recorded_at, f.clerk, f.told, f.case_number,
           coalesce(c.item_name, ''), coalesce(f.finding, r.finding) AS found,
           coalesce(nullif(f.note, ''), r.note, ''),
           coalesce(nullif(f.reviewer, ''), r.reviewer, ''), f.n
    FROM found f
    LEFT JOIN act_reviews r ON r.key = f.key
    LEFT JOIN cases c ON c.number = f.case_number
    WHERE (:why = '' OR f.why = :why)
      AND (f.why <> 'late_entry'
           OR julianday(f.recorded_at) - julianday(f.at) > :late_hours / 24.0)
)
"""
_LIST = f"""
WITH {_FOUND}
SELECT * FROM looked WHERE (found IS NOT NULL) = :done
ORDER BY at DESC, key LIMIT :limit OFFSET :offset
"""
_COUNT = f"""
WITH {_FOUND}
SELECT why, count(*) FROM looked WHERE (found IS NOT NULL) = :done GROUP BY why
"""
_BURST = """
SELECT 'case:' || number AS entity, entry, at FROM reveals_case
WHERE clerk = :clerk AND substr(at, 1, 13) = :hour
UNION ALL
SELECT 'shipment:' || number, entry, at FROM reveals_shipment
WHERE clerk = :clerk AND substr(at, 1, 13) = :hour
ORDER BY at, entry
"""


def watched(link: Link, wanted: WatchFilter, offset: int, limit: int) -> list[WatchRow]:
    """Newest first."""
    values = {**_values(wanted), "offset": offset, "limit": limit}
    return [_row(row) for row in link.rows(_LIST, values)]


def count_watched(link: Link, wanted: WatchFilter) -> dict[Watch, int]:
    """How many of each kind."""
    return {Watch(why): n for why, n in link.rows(_COUNT, _values(wanted))}


def burst(link: Link, clerk: str, hour: str) -> list[tuple[str, str]]:
    """Entity and entry of each look of this clerk in this hour (yyyy-mm-ddThh)."""
    asked = {"clerk": clerk, "hour": hour}
    return [(row[0], row[1]) for row in link.rows(_BURST, asked)]


def _values(wanted: WatchFilter) -> dict[str, Any]:
    return {
        "done": wanted.done,
        "why": wanted.why.value if wanted.why else "",
        "reveals": wanted.reveals,
        "late_hours": wanted.late_hours,
        "hour": _HOUR,
        "running": f"{wanted.now.astimezone(BEIJING):%Y-%m-%dT%H}" if wanted.now else "~",
    }


def _row(row: Any) -> WatchRow:
    return WatchRow(
        key=row[0], entity=row[1], entry=row[2], why=Watch(row[3]),
        at=datetime.fromisoformat(row[4]), recorded_at=datetime.fromisoformat(row[5]),
        clerk=row[6], told=row[7], case=row[8], item_name=row[9],
        finding=Finding(row[10]) if row[10] else None, note=row[11], reviewer=row[12],
        count=row[13],
    )  # fmt: skip
