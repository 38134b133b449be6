"""When which number may be asked for: one row a number, at this station only."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from db.link import Link
from db.projections.shipment import moment
from desktop.domain.courier.carrying.tracking import (
    AFTER,
    CLAIM,
    KEPT,
    LOCK,
    TRACKED,
    Poll,
    Polls,
    TrackOutcome,
)
from desktop.domain.courier.steps import UNDER_WAY

_WITH = """
WITH open AS (
    SELECT number, waybill, carrier FROM shipments
    WHERE stage IN (SELECT value FROM json_each(:under_way)) AND aborted = 0
    UNION
    SELECT number, waybill, carrier FROM shipments
    WHERE stage = 'signed' AND signed_by = 'locker' AND moved_at > :since AND aborted = 0
    UNION
    SELECT s.number, s.waybill, s.carrier
    FROM courier_poll p CROSS JOIN shipments s ON s.waybill = p.waybill AND s.waybill <> ''
    WHERE p.news = 1 AND s.moved_at > :since AND s.aborted = 0
)
"""
"""What has ended is asked for until an answer brings nothing new, for the last may have been cut."""
_OPEN = """
FROM open s LEFT JOIN courier_poll p ON p.waybill = s.waybill
WHERE s.waybill <> '' AND s.carrier IN (SELECT value FROM json_each(:tracked))
"""
_DUE = """
  AND (p.waybill IS NULL OR p.next_at <= :now
       OR (p.carrier <> s.carrier AND p.asked_at <= :free))
"""
_CLAIM = f"""{_WITH}
SELECT s.number, s.waybill, s.carrier, coalesce(p.failures, 0),
       coalesce(p.news, 0) {_OPEN} {_DUE}
ORDER BY coalesce(p.next_at, ''), s.number LIMIT :limit
"""
_SUMMARY = f"""{_WITH}
SELECT count(*), coalesce(sum(p.waybill IS NULL OR p.next_at <= :now), 0),
       coalesce(sum(p.failures > 0), 0),
       max(CASE WHEN p.outcome <> '' THEN p.asked_at END), min(coalesce(p.next_at, :now))
{_OPEN}
"""
_ROW = "p.waybill, p.carrier, p.asked_at, p.next_at, p.failures, p.outcome, p.news"
_WORST = f"""{_WITH}
SELECT {_ROW} {_OPEN} AND p.failures > 0 ORDER BY p.failures DESC, p.asked_at DESC LIMIT 1
"""
_KEPT = """
SELECT k.body FROM courier_push k JOIN shipments s
ON s.waybill = k.waybill AND (s.carrier = k.carrier OR k.carrier = '')
"""


class Polling:
    """Every write is a commit of its own, unless it joins the journal's transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def claim(self, at: datetime, limit: int) -> list[Poll]:
        """One IMMEDIATE transaction: of two programs the second finds nothing due any more."""
        claimed: dict[str, Poll] = {}
        with self._link.transaction():
            for number, waybill, carrier, failures, news in self._link.rows(
                _CLAIM, {**_moments(at), "limit": limit}
            ):
                if waybill not in claimed:
                    claimed[waybill] = Poll(
                        waybill=waybill, carrier=carrier, asked_at=at, next_at=at + CLAIM,
                        failures=failures, number=number, news=bool(news),
                    )  # fmt: skip
                    self.settle(claimed[waybill])
        return list(claimed.values())

    def settle(self, poll: Poll) -> None:
        self._write(
            "INSERT OR REPLACE INTO courier_poll VALUES (?, ?, ?, ?, ?, ?, ?)",
            poll.waybill, poll.carrier, moment(poll.asked_at), moment(poll.next_at),
            poll.failures, poll.outcome or "", int(poll.news),
        )  # fmt: skip

    def heard(self, waybill: str, carrier: str, at: datetime) -> None:
        sql = """
        INSERT INTO courier_poll VALUES (:waybill, :carrier, :at, :then, 0, '', 1)
        ON CONFLICT (waybill) DO UPDATE SET news = 1
        """
        values = {
            "waybill": waybill, "carrier": carrier, "at": moment(at - LOCK), "then": moment(at),
        }  # fmt: skip
        with self._link.transaction():
            self._link.conn.execute(sql, values)

    def poll(self, waybill: str) -> Poll | None:
        row = self._link.one(f"SELECT {_ROW} FROM courier_poll p WHERE waybill = ?", (waybill,))
        return _poll(row) if row else None

    def polls(self, at: datetime) -> Polls:
        values = _moments(at)
        waiting, due, failing, asked, then = self._link.one(_SUMMARY, values)
        worst = self._link.one(_WORST, values)
        (kept,) = self._link.one("SELECT count(*) FROM courier_push")
        return Polls(
            waiting=waiting, due=due, failing=failing, kept=kept,
            asked_at=datetime.fromisoformat(asked) if asked else None,
            next_at=datetime.fromisoformat(then) if waiting else None,
            worst=_poll(worst) if worst else None,
        )  # fmt: skip

    def open_pickups(self) -> list[str]:
        sql = "SELECT shipment FROM pickups WHERE open = 1 ORDER BY begins, shipment LIMIT 50"
        return [row[0] for row in self._link.rows(sql)]

    def keep_push(self, carrier: str, waybill: str, body: str) -> None:
        at = self._link.now()
        with self._link.transaction():
            self._write("DELETE FROM courier_push WHERE told_at < ?", moment(at - KEPT))
            self._write(
                "INSERT OR REPLACE INTO courier_push VALUES (?, ?, ?, ?)",
                carrier, waybill, moment(at), body,
            )  # fmt: skip

    def kept_pushes(self) -> list[str]:
        return [row[0] for row in self._link.rows(_KEPT)]

    def drop_push(self, carrier: str, waybill: str) -> None:
        self._write("DELETE FROM courier_push WHERE carrier = ? AND waybill = ?", carrier, waybill)

    def _write(self, sql: str, *values: object) -> None:
        with self._link.transaction():
            self._link.conn.execute(sql, values)


def _moments(at: datetime) -> dict[str, Any]:
    return {
        "now": moment(at),
        "free": moment(at - LOCK),
        "since": moment(at - AFTER),
        "tracked": json.dumps(sorted(TRACKED)),
        "under_way": json.dumps(sorted(UNDER_WAY)),
    }


def _poll(row: Any) -> Poll:
    return Poll(
        waybill=row[0], carrier=row[1], asked_at=datetime.fromisoformat(row[2]),
        next_at=datetime.fromisoformat(row[3]), failures=row[4],
        outcome=TrackOutcome(row[5]) if row[5] else None, news=bool(row[6]),
    )  # fmt: skip
