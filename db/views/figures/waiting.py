"""Cases in work by the nearest day on which the hall owes something."""

from __future__ import annotations

import json
from collections.abc import Set
from datetime import date
from typing import Any

from db.link import Link
from desktop.domain.cases.moves import Stage
from desktop.domain.supervision.figures.figure import Waiting
from desktop.domain.supervision.figures.rows import DueDays, OpenRow

_IN = """
CASE
    WHEN o.paused = 1 THEN 'paused'
    WHEN o.due IS NULL THEN 'none'
    WHEN o.due < :today THEN 'overdue'
    WHEN o.due = :today THEN 'today'
    WHEN o.due <= :one THEN 'one'
    WHEN o.due <= :three THEN 'three'
    WHEN o.due <= :five THEN 'five'
    ELSE 'later'
END
"""
_WANTED = "(:halls = '[]' OR o.hall IN (SELECT value FROM json_each(:halls)))"
_COUNTS = f"SELECT {_IN}, count(*) FROM open_cases o WHERE {_WANTED} GROUP BY 1"
_ROWS = f"""
SELECT o.number, c.item_name, c.masked, c.stage, o.hall, o.window, o.due, {_IN}
FROM open_cases o JOIN cases c ON c.number = o.number
WHERE {_WANTED} AND (:waiting = '' OR {_IN} = :waiting)
ORDER BY o.due IS NULL, o.due, o.number
LIMIT :limit OFFSET :offset
"""


def waiting(link: Link, due: DueDays, halls: Set[str]) -> dict[Waiting, int]:
    """Each in one of them; together they are 在办."""
    return {Waiting(one): number for one, number in link.rows(_COUNTS, _values(due, halls))}


def rows(
    link: Link, due: DueDays, halls: Set[str], wanted: Waiting | None, offset: int, limit: int
) -> list[OpenRow]:
    """The nearest day first; without a day last."""
    told = {**_values(due, halls), "waiting": wanted or "", "limit": limit, "offset": offset}
    return [
        OpenRow(
            case=row[0], item_name=row[1], applicant=row[2], stage=Stage(row[3]), hall=row[4],
            window=row[5], due=date.fromisoformat(row[6]) if row[6] else None,
            waiting=Waiting(row[7]),
        )
        for row in link.rows(_ROWS, told)
    ]  # fmt: skip


def _values(due: DueDays, halls: Set[str]) -> dict[str, Any]:
    return {
        "today": due.today.isoformat(),
        "one": due.one.isoformat(),
        "three": due.three.isoformat(),
        "five": due.five.isoformat(),
        "halls": json.dumps(sorted(halls)),
    }
