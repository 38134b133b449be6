"""发件箱: this station's entries that no hub has confirmed."""

from __future__ import annotations

from datetime import datetime

from db.link import Link
from db.views.supervision.log.narrowing import CASE_OF
from desktop.domain.days import BEIJING
from desktop.domain.exchange.rows import WaitingRow

_ROWS = f"""
SELECT j.kind, {CASE_OF} AS number, count(*), min(j.recorded_at)
FROM journal j WHERE j.device = :device AND j.seq > :after
GROUP BY j.kind, number ORDER BY min(j.seq) LIMIT :limit OFFSET :offset
"""
_CASES = """
SELECT DISTINCT substr(entity, 6) FROM journal
WHERE device = ? AND seq > ? AND entity LIKE 'case:%'
"""


def rows(link: Link, device: str, after: int, offset: int, limit: int) -> list[WaitingRow]:
    values = {"device": device, "after": after, "offset": offset, "limit": limit}
    return [
        WaitingRow(
            kind=kind, case=case or "", entries=entries,
            since=datetime.fromisoformat(since).astimezone(BEIJING),
        )
        for kind, case, entries, since in link.rows(_ROWS, values)
    ]  # fmt: skip


def cases(link: Link, device: str, after: int) -> frozenset[str]:
    return frozenset(row[0] for row in link.rows(_CASES, (device, after)))
