"""Cases by figure: a count told apart by some axes, or the rows themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from db.link import Link
from db.views.cases import bounds
from desktop.domain.supervision.figures.figure import Figure
from desktop.domain.supervision.figures.rows import Axis, Counted, MarkRow, Slice

OF: dict[Axis, str] = {
    Axis.FIGURE: "m.figure",
    Axis.HOUR: "substr(m.at, 12, 2)",
    Axis.MONTH: "substr(m.at, 1, 7)",
    Axis.HALL: "m.hall",
    Axis.WINDOW: "m.window",
    Axis.ITEM: "m.item",
}
# the figures are named one by one so that the index is searched by each, not walked
WANTED = """
m.figure IN (SELECT value FROM json_each(:figures)) AND m.at >= :first AND m.at < :after
  AND (:halls = '[]' OR m.hall IN (SELECT value FROM json_each(:halls)))
  AND (:hour IS NULL OR substr(m.at, 12, 2) = :hour)
  AND (:windows IS NULL OR m.window IN (SELECT value FROM json_each(:windows)))
  AND (:items IS NULL OR m.item IN (SELECT value FROM json_each(:items)))
"""
_ROWS = f"""
SELECT m.number, m.figure, m.at, c.item_name, c.masked, m.hall, m.window, m.clerk, m.device, m.seq
FROM (
    SELECT * FROM case_figures m WHERE {WANTED}
    ORDER BY m.at, m.number, m.figure LIMIT :limit OFFSET :offset
) m JOIN cases c ON c.number = m.number
ORDER BY m.at, m.number, m.figure
"""
_NAMES = f"""
SELECT l.item, c.item_name
FROM (SELECT m.item, max(m.number) AS number FROM case_figures m WHERE {WANTED} GROUP BY m.item) l
JOIN cases c ON c.number = l.number
"""


def counts(link: Link, wanted: Slice, axes: Sequence[Axis]) -> list[Counted]:
    """In the order of the axes' values; what nothing is counted in is not there."""
    columns = ", ".join(OF[axis] for axis in axes)
    text = f"SELECT {columns}, count(*) FROM case_figures m WHERE {WANTED} GROUP BY {columns}"
    found = link.rows(f"{text} ORDER BY {columns}", values(wanted))
    return [Counted(tuple(row[:-1]), row[-1]) for row in found]


def rows(link: Link, wanted: Slice, offset: int, limit: int) -> list[MarkRow]:
    """What happened first stands first."""
    told = {**values(wanted), "limit": limit, "offset": offset}
    return [
        MarkRow(
            case=row[0], figure=Figure(row[1]), at=datetime.fromisoformat(row[2]),
            item_name=row[3], applicant=row[4], hall=row[5], window=row[6], clerk=row[7],
            device=row[8], seq=row[9],
        )
        for row in link.rows(_ROWS, told)
    ]  # fmt: skip


def item_names(link: Link, wanted: Slice) -> dict[str, str]:
    """What the items of the slice are called in their latest case."""
    return dict(link.rows(_NAMES, values(wanted)))


def values(wanted: Slice) -> dict[str, Any]:
    first, after = bounds(wanted.first, wanted.last)
    figures = [wanted.figure] if wanted.figure else list(Figure)
    return {
        "first": first,
        "after": after,
        "figures": json.dumps(figures),
        "halls": json.dumps(sorted(wanted.halls)),
        "hour": wanted.hour,
        "windows": _among(wanted.windows),
        "items": _among(wanted.items),
    }


def _among(some: frozenset[str] | None) -> str | None:
    return None if some is None else json.dumps(sorted(some))
