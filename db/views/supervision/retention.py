"""保存期: cases whose term is over with what holds them, and what was destroyed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from db.link import Link
from desktop.domain.supervision.retention.rows import DestructionRow, Hold, Keeps, KeptRow

# the same day of the last year belongs to the term; 29 February goes over to 1 March
_LAST = "date(e.ended_on, '+' || coalesce(t.years, :other) || ' years')"
# what is open is little, however much is kept: so it is gathered first, not asked case by case
_OPEN = """
terms AS MATERIALIZED (SELECT key AS item, value AS years FROM json_each(:years)),
open_parcels AS MATERIALIZED (
    SELECT x.case_number, s.number, s.stage, s.followups
    FROM shipments s JOIN shipment_contents x ON x.shipment = s.number
    WHERE s.open = 1 AND x.case_number <> ''
    UNION
    SELECT x.case_number, s.number, s.stage, s.followups
    FROM shipments s JOIN arrival_claims x ON x.shipment = s.number
    WHERE s.open = 1 AND x.case_number <> ''
),
held AS MATERIALIZED (
    SELECT case_number, ground AS why, since AS told FROM holds
    UNION
    SELECT case_number, 'parcel', number FROM open_parcels
    WHERE stage NOT IN ('signed', 'returned', 'cancelled', 'lost')
    UNION
    SELECT case_number,
           CASE WHEN EXISTS (SELECT 1 FROM json_each(followups, '$.asked') a
                             WHERE json_extract(a.value, '$[5]') IS NULL)
                THEN 'claim' ELSE 'follow_up' END, number
    FROM open_parcels WHERE followups <> ''
    UNION
    SELECT x.case_number, 'misdelivery', m.shipment
    FROM misdeliveries m JOIN shipment_contents x ON x.shipment = m.shipment
    WHERE m.closed_on IS NULL AND x.case_number <> ''
    UNION
    SELECT case_number, 'piece', number FROM pieces
    WHERE place NOT IN ('applicant', 'returned') AND place <> 'lost'
    UNION
    SELECT number, 'check', name FROM checks
    UNION
    SELECT case_number, 'review', substr(at, 1, 10) FROM oversight WHERE finding IS NULL
    UNION
    SELECT substr(entity, 6), 'disagreement', substr(second_at, 1, 10) FROM disagreements
    WHERE stands = '' AND entity LIKE 'case:%'
)
"""
_FROM = f"""
FROM ended_cases e JOIN cases c ON c.number = e.number LEFT JOIN terms t ON t.item = c.item
WHERE c.purged = 0
  AND c.hall NOT IN (SELECT value FROM json_each(:others))
  AND coalesce(t.years, :other) > 0
  AND {_LAST} < :today
"""
_KEPT = f"""
WITH {_OPEN}
SELECT number, item, item_name, ended_on, years, since,
       (SELECT json_group_array(json_array(h.why, h.told)) FROM held h WHERE h.case_number = number)
FROM (
    SELECT c.number AS number, c.item AS item, c.item_name AS item_name, e.ended_on AS ended_on,
           coalesce(t.years, :other) AS years, date({_LAST}, '+1 day') AS since
    {_FROM}"""
_PAGE = "ORDER BY since, c.number LIMIT :limit OFFSET :offset)"
# each is added only where it is asked for, so that the key is used
_THESE = "AND e.number IN (SELECT value FROM json_each(:cases))"
_HELD = {
    None: "",
    True: "AND c.number IN (SELECT case_number FROM held)",
    False: "AND c.number NOT IN (SELECT case_number FROM held)",
}
_COUNT = f"""
WITH {_OPEN}
SELECT count(*), coalesce(sum(c.number IN (SELECT case_number FROM held)), 0) {_FROM}
"""
_DESTRUCTIONS = """
SELECT d.number, d.at, d.clerk, d.second, d.alone, d.reason, d.backups_until,
       (SELECT count(*) FROM destruction_cases x WHERE x.number = d.number),
       (SELECT count(*) FROM destruction_cases x JOIN cases c ON c.number = x.case_number
        WHERE x.number = d.number AND c.purged = 1),
       coalesce((SELECT p.number FROM papers p WHERE p.number = d.number || '-XH1'), '')
FROM destructions d
WHERE :number = '' OR d.number = :number
ORDER BY d.at DESC, d.number DESC LIMIT :limit OFFSET :offset
"""
_CASES = """
SELECT case_number FROM destruction_cases WHERE number = ? ORDER BY case_number
"""
_ENDED = "SELECT ended_on FROM ended_cases WHERE number = ?"


def kept(link: Link, values: dict[str, Any], offset: int, limit: int) -> list[KeptRow]:
    """Over longest first."""
    wanted = _HELD[values["held"]] + (f" {_THESE}" if values["cases"] else "")
    rows = link.rows(f"{_KEPT} {wanted} {_PAGE}", {**values, "offset": offset, "limit": limit})
    return [_kept(row) for row in rows]


def count_kept(link: Link, values: dict[str, Any]) -> tuple[int, int]:
    """How many may be purged, and how many are held."""
    total, held = link.one(_COUNT, {**values, "held": None})
    return total - held, held


def values(
    years: dict[str, int], other: int, today: date, others: frozenset[str], held: bool | None,
    cases: Sequence[str],
) -> dict[str, Any]:  # fmt: skip
    """What the texts ask by."""
    return {
        "years": json.dumps(years),
        "other": other,
        "today": today.isoformat(),
        "others": json.dumps(sorted(others)),
        "held": held,
        "cases": json.dumps(list(cases)) if cases else "",
    }


def destructions(link: Link, number: str, offset: int, limit: int) -> list[DestructionRow]:
    """The latest first."""
    asked = {"number": number, "offset": offset, "limit": limit}
    return [
        DestructionRow(
            number=row[0], at=datetime.fromisoformat(row[1]), clerk=row[2], second=row[3],
            alone=row[4], reason=row[5],
            backups_until=date.fromisoformat(row[6]) if row[6] else None,
            cases=row[7], done=row[8], paper=row[9],
        )
        for row in link.rows(_DESTRUCTIONS, asked)
    ]  # fmt: skip


def destruction_cases(link: Link, number: str) -> list[str]:
    return [row[0] for row in link.rows(_CASES, (number,))]


def ended_on(link: Link, number: str) -> date | None:
    """The day on which the case came to its end; None while it is open."""
    row = link.one(_ENDED, (number,))
    return date.fromisoformat(row[0]) if row else None


def _kept(row: Any) -> KeptRow:
    return KeptRow(
        case=row[0], item=row[1], item_name=row[2], ended_on=date.fromisoformat(row[3]),
        years=row[4], since=date.fromisoformat(row[5]),
        holds=tuple(Hold(Keeps(why), told) for why, told in json.loads(row[6])),
    )  # fmt: skip
