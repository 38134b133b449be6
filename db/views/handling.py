"""Lists of what is owed, what waits, what is to be looked at, and what went to the back office."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from db.facts import facts_of
from db.link import Link
from db.projections.words import query
from db.views.cases import moment_or_none
from desktop.domain.cases.moves import Stage
from desktop.domain.handling.batches import Batch
from desktop.domain.handling.batches import fold as fold_batch
from desktop.domain.handling.changes import Finding
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.oversight import Why
from desktop.domain.handling.rows import BatchRow, DutyFilter, DutyRow, OversightRow, ReadyRow

_DUE = """
FROM duties d JOIN cases c ON c.number = d.case_number
WHERE c.purged = 0
  AND d.due >= :first AND d.due <= :last
  AND (:match = '' OR d.case_number IN (SELECT number FROM case_search WHERE words MATCH :match))
  AND (:text = '' OR :match <> '')
  AND (NOT :running OR d.paused = 0)
  AND c.hall NOT IN (SELECT value FROM json_each(:others))
  AND (:duties = '[]' OR d.duty IN (SELECT value FROM json_each(:duties)))
"""
_DUTIES = f"""
SELECT d.case_number, c.item_name, c.stage, c.masked, c.clerk, d.duty, d.start, d.due,
       d.provisional, d.paused
{_DUE}
ORDER BY d.paused, d.due, d.case_number, d.n
LIMIT :limit OFFSET :offset
"""
_COUNT = f"SELECT count(*) {_DUE}"

_READY = """
SELECT r.case_number, c.item_name, c.stage, c.masked, r.way, r.granted, r.result, r.decided_on,
       r.since, r.due
FROM ready r JOIN cases c ON c.number = r.case_number
WHERE c.purged = 0
  AND r.since <= :until
  AND (NOT :made OR c.stage = 'produced' OR r.granted = 0)
  AND c.hall NOT IN (SELECT value FROM json_each(:others))
  AND (:match = '' OR r.case_number IN (SELECT number FROM case_search WHERE words MATCH :match))
  AND (:text = '' OR :match <> '')
ORDER BY r.since, r.case_number
LIMIT :limit OFFSET :offset
"""
_OVERSIGHT = """
SELECT o.entry, o.case_number, c.item_name, o.why, o.at, o.clerk, o.finding, o.note
FROM oversight o JOIN cases c ON c.number = o.case_number
WHERE :done OR o.finding IS NULL
ORDER BY o.at DESC, o.entry
LIMIT :limit OFFSET :offset
"""
_BATCHES = """
SELECT number, receiver, clerk, lines, given_at, taken_at, taken_by, missing, differences
FROM batches
ORDER BY given_at DESC, number DESC LIMIT ? OFFSET ?
"""
_HANDED = """
SELECT number FROM cases WHERE handed_to = ? AND purged = 0 ORDER BY due IS NULL, due, number
"""
_NOT_GIVEN = """
SELECT number FROM cases
WHERE purged = 0 AND stage IN ('accepted', 'reviewing', 'suspended', 'collected')
  AND NOT EXISTS (
    SELECT 1 FROM batch_lines l
    WHERE l.case_number = cases.number AND l.batch NOT IN (
        SELECT json_extract(j.body, '$.batch') FROM journal j
        WHERE j.entity = 'case:' || l.case_number AND j.kind = 'case.materials_collected'))
ORDER BY received_at, number LIMIT ?
"""


def duties(link: Link, wanted: DutyFilter, offset: int, limit: int) -> list[DutyRow]:
    """What is due first stands first; stopped clocks come last."""
    values = {**_due_values(wanted), "limit": limit, "offset": offset}
    return [
        DutyRow(
            case=row[0], item_name=row[1], stage=Stage(row[2]), applicant=row[3], clerk=row[4],
            duty=Duty(row[5]), start=date.fromisoformat(row[6]), due=date.fromisoformat(row[7]),
            provisional=bool(row[8]), paused=bool(row[9]),
        )
        for row in link.rows(_DUTIES, values)
    ]  # fmt: skip


def count_duties(link: Link, wanted: DutyFilter) -> int:
    """As many as `duties` would list without a limit."""
    return int(link.one(_COUNT, _due_values(wanted))[0])


def ready(
    link: Link,
    text: str,
    until: date | None,
    offset: int,
    limit: int,
    made: bool,
    others: frozenset[str] = frozenset(),
) -> list[ReadyRow]:
    """Decided and waiting for 制证 or 送达, the longest wait first; until: since that day or before."""
    values = {
        "made": made,
        "others": json.dumps(sorted(others)),
        "text": text.strip(),
        "match": query(text),
        "until": until.isoformat() if until else "9",
        "limit": limit,
        "offset": offset,
    }
    return [
        ReadyRow(
            case=row[0], item_name=row[1], stage=Stage(row[2]), applicant=row[3], way=row[4],
            granted=bool(row[5]), result=row[6], decided_on=date.fromisoformat(row[7]),
            since=date.fromisoformat(row[8]),
            due=date.fromisoformat(row[9]) if row[9] else None,
        )
        for row in link.rows(_READY, values)
    ]  # fmt: skip


def oversight(link: Link, done: bool, offset: int, limit: int) -> list[OversightRow]:
    """Acts to look at, newest first; with `done` also those that were looked at."""
    values = {"done": done, "limit": limit, "offset": offset}
    return [
        OversightRow(
            entry=row[0], case=row[1], item_name=row[2], why=Why(row[3]),
            at=datetime.fromisoformat(row[4]), clerk=row[5],
            finding=Finding(row[6]) if row[6] else None, note=row[7],
        )
        for row in link.rows(_OVERSIGHT, values)
    ]  # fmt: skip


def batches(link: Link, offset: int, limit: int) -> list[BatchRow]:
    """Newest first."""
    return [_batch_row(row) for row in link.rows(_BATCHES, (limit, offset))]


def batch(link: Link, number: str) -> Batch | None:
    """Folded anew from the journal."""
    return fold_batch(number, facts_of(link, f"batch:{number}"))


def handed_to(link: Link, hall: str) -> list[str]:
    """What was handed to this hall and nobody took over yet, the nearest term first."""
    return [row[0] for row in link.rows(_HANDED, (hall,))]


def not_given(link: Link, limit: int) -> list[str]:
    """Accepted or collected cases whose materials never went to the back office; what another hall
    collected for one came in a batch of its own.
    """
    return [row[0] for row in link.rows(_NOT_GIVEN, (limit,))]


def _due_values(wanted: DutyFilter) -> dict[str, Any]:
    return {
        "first": wanted.first.isoformat() if wanted.first else "",
        "last": wanted.last.isoformat() if wanted.last else "9",
        "text": wanted.text.strip(),
        "match": query(wanted.text),
        "running": wanted.running,
        "others": json.dumps(sorted(wanted.others)),
        "duties": json.dumps(sorted(wanted.duties)),
    }


def _batch_row(row: Any) -> BatchRow:
    return BatchRow(
        number=row[0], to=row[1], clerk=row[2], lines=row[3],
        given_at=datetime.fromisoformat(row[4]), taken_at=moment_or_none(row[5]), by=row[6],
        missing=row[7], differences=row[8],
    )  # fmt: skip
