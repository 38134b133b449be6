"""What a day leaves open, what was done on it, and the closings before."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from db.facts import OPENED, opened
from db.link import Link
from db.views.cases import bounds
from desktop.domain.cases.moves import Stage
from desktop.domain.halls.signing import SignIn
from desktop.domain.supervision.closing.checks import OpenRow
from desktop.domain.supervision.closing.entries import Closing, DayClosed
from desktop.domain.supervision.closing.figures import COUNTED, Acts

_HOLDER = """
coalesce((SELECT holder FROM shifts WHERE holding = '{holding}' AND key = {key}
          ORDER BY at DESC, paper DESC LIMIT 1), {clerk})
"""
# `CROSS JOIN` keeps the order: the few rows that wait lead, the journal is looked up by entity
_PRINTS = f"""
SELECT p.number, p.kind, '', p.issued_at,
       {_HOLDER.format(holding="print", key="p.number", clerk="j.clerk")}, j.device, p.outcome
FROM papers p
CROSS JOIN journal j ON j.entity = 'paper:' || p.number AND j.kind = 'paper.issued'
LEFT JOIN stations s ON s.device = j.device
WHERE p.outcome IN ('rendered', 'spooled', 'failed') AND coalesce(s.hall, :hall) = :hall
GROUP BY p.number ORDER BY p.issued_at, p.number
"""
_CASES = """
SELECT c.number, c.item_name, c.masked, c.received_at, c.clerk, '', c.stage
FROM cases c
WHERE c.stage IN (SELECT value FROM json_each(:stages)) AND c.purged <> 1
  AND coalesce(nullif(c.handed_to, ''), c.hall) = :hall
ORDER BY c.received_at, c.number
"""
_PARCELS = f"""
SELECT n.number, n.waybill, n.party, n.created_at,
       {_HOLDER.format(holding="parcel", key="n.number", clerk="j.clerk")}, j.device, n.carrier
FROM shipments n INDEXED BY shipments_stage
CROSS JOIN journal j ON j.entity = 'shipment:' || n.number AND j.kind = 'shipment.created'
WHERE n.stage = 'waiting' AND n.direction = 'outbound' AND n.number LIKE :hall || '-%'
  AND NOT EXISTS (SELECT 1 FROM handed_over WHERE shipment = n.number)
ORDER BY n.created_at, n.number
"""
# whoever moved a piece after it was handed over answers for it again
_PIECES = """
SELECT * FROM (
    SELECT p.number, p.name, '', p.since,
           coalesce((SELECT holder FROM shifts
                     WHERE holding = 'piece' AND key = p.number AND at >= p.since
                     ORDER BY at DESC, paper DESC LIMIT 1), p.clerk) AS held, '', p.place
    FROM pieces p
    WHERE p.place IN ('window', 'hall', 'bag') AND p.number LIKE :hall || '-%'
)
WHERE held = :clerk ORDER BY 4, 1
"""
_ACTS = """
SELECT j.clerk, coalesce(s.window, ''), j.kind,
       sum(CASE j.kind WHEN 'shipment.handed_over'
           THEN json_array_length(j.body, '$.shipments') ELSE 1 END)
FROM journal j INDEXED BY journal_log
LEFT JOIN stations s ON s.device = j.device
WHERE j.happened_at >= :first AND j.happened_at < :after
  AND j.kind IN (SELECT value FROM json_each(:kinds))
  AND NOT (j.kind = 'case.received' AND coalesce(json_extract(j.body, '$.origin'), '') <> '')
  AND coalesce(s.hall, :hall) = :hall AND (:window = '' OR s.window = :window)
GROUP BY 1, 2, 3 ORDER BY 2, 1, 3
"""
_CLOSINGS = f"""
{OPENED} WHERE j.entity >= :first AND j.entity < :after AND j.kind = 'day.closed'
  AND coalesce(json_extract(j.body, '$.window'), '') IN ('', :window)
ORDER BY j.entity DESC, j.happened_at DESC, j.device, j.seq DESC LIMIT :limit
"""
_LATEST = "SELECT max(entity) FROM journal WHERE entity >= ? AND entity < ?"
_BUSY = """
SELECT j.happened_at FROM journal j INDEXED BY journal_log
LEFT JOIN stations s ON s.device = j.device
WHERE j.happened_at < :before AND j.happened_at >= :first AND j.clerk <> '-'
  AND j.kind IN (SELECT value FROM json_each(:kinds)) AND coalesce(s.hall, :hall) = :hall
ORDER BY j.happened_at DESC LIMIT 1
"""
_SIGN_INS = """
SELECT j.happened_at, json_extract(j.body, '$.window'), coalesce(s.hall_name, ''), j.device,
       coalesce(json_extract(j.body, '$.failures'), 0),
       coalesce(json_extract(j.body, '$.on_leave'), 0)
FROM journal j LEFT JOIN stations s ON s.device = j.device
WHERE j.entity = 'clerk:' || :clerk AND j.kind = 'clerk.signed_in'
ORDER BY j.happened_at DESC, j.seq DESC LIMIT :limit
"""
LOOKED_BACK = timedelta(days=31)
"""A day longer ago than this reminds nobody of its closing."""


class Closings:
    """Each list is one SQL text; the lists of what waits are short by nature."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def unconfirmed(self, hall: str) -> list[OpenRow]:
        return self._rows(_PRINTS, hall=hall)

    def open_cases(self, hall: str, stages: Iterable[Stage]) -> list[OpenRow]:
        return self._rows(_CASES, hall=hall, stages=json.dumps(sorted(stages)))

    def unsent(self, hall: str) -> list[OpenRow]:
        return self._rows(_PARCELS, hall=hall)

    def held_pieces(self, hall: str, clerk: str) -> list[OpenRow]:
        return self._rows(_PIECES, hall=hall, clerk=clerk)

    def acts(self, hall: str, day: date, window: str = "") -> list[Acts]:
        first, after = bounds(day, day)
        values = {
            "first": first, "after": after, "hall": hall, "window": window,
            "kinds": json.dumps(sorted(COUNTED)),
        }  # fmt: skip
        return [
            Acts(clerk=clerk, window=at, kind=kind, number=number)
            for clerk, at, kind, number in self._link.rows(_ACTS, values)
        ]

    def closings(self, hall: str, until: date, window: str = "", limit: int = 20) -> list[Closing]:
        sql = _CLOSINGS.replace("?", ":vault")  # the one mark of `OPENED`
        values = {
            "vault": self._link.vault.hall, "first": f"day:{hall}-", "limit": limit,
            "window": window, "after": f"day:{hall}-{until:%Y%m%d}~",
        }  # fmt: skip
        return [
            Closing(told=fact.payload, by=fact.entry.clerk, at=fact.happened_at)
            for fact in opened(self._link, self._link.rows(sql, values))
            if isinstance(fact.payload, DayClosed)
        ]

    def latest_closing(self, hall: str) -> date | None:
        found = self._link.one(_LATEST, (f"day:{hall}-", f"day:{hall}-~"))
        return _day_of(found[0]) if found and found[0] else None

    def last_busy_day(self, hall: str, before: date) -> date | None:
        values = {
            "before": before.isoformat(), "first": (before - LOOKED_BACK).isoformat(),
            "hall": hall, "kinds": json.dumps(sorted(COUNTED)),
        }  # fmt: skip
        found = self._link.one(_BUSY, values)
        return date.fromisoformat(found[0][:10]) if found else None

    def sign_ins(self, clerk: str, limit: int = 200) -> list[SignIn]:
        return [
            SignIn(
                at=datetime.fromisoformat(at), window=window or "", hall=hall, device=device,
                failures=failures, on_leave=bool(away),
            )
            for at, window, hall, device, failures, away in self._link.rows(
                _SIGN_INS, {"clerk": clerk, "limit": limit}
            )
        ]  # fmt: skip

    def _rows(self, sql: str, **values: str) -> list[OpenRow]:
        return [
            OpenRow(
                number=number, name=name, person=person, at=datetime.fromisoformat(at),
                clerk=clerk, device=device, detail=detail,
            )
            for number, name, person, at, clerk, device, detail in self._link.rows(sql, values)
        ]  # fmt: skip


def _day_of(entity: str) -> date | None:
    text = entity.rpartition("-")[2]
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
