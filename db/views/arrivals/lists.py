"""Arrivals, the longest wait first."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from db.facts import facts_of
from db.link import Link
from db.projections.words import tokens
from desktop.domain.courier.arrivals.arrival import Arrival, ArrivalState, Claim
from desktop.domain.courier.arrivals.arrival import fold as fold_arrival
from desktop.domain.courier.arrivals.entries import Condition, MatchReason
from desktop.domain.courier.arrivals.rows import ArrivalFilter, ArrivalRow

_LIST = """
SELECT number, carrier, waybill, sender, phone, signed_at, clerk, device, pieces, condition, state,
       (SELECT json_group_array(json_array(case_number, draft, reasons, taken)) FROM
           (SELECT * FROM arrival_claims WHERE shipment = a.number ORDER BY position))
FROM arrivals a
WHERE (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))
  AND (:text = '' OR instr(words, :text) > 0)
ORDER BY signed_at, number
LIMIT :limit OFFSET :offset
"""


def arrival(link: Link, number: str) -> Arrival | None:
    """Folded anew from the journal."""
    return fold_arrival(number, facts_of(link, f"shipment:{number}"))


def arrivals(link: Link, wanted: ArrivalFilter, offset: int, limit: int) -> list[ArrivalRow]:
    """One SQL text, one page."""
    values = {
        "states": json.dumps(sorted(wanted.states)),
        "text": " ".join(tokens(wanted.text)),
        "limit": limit,
        "offset": offset,
    }
    return [_row(row) for row in link.rows(_LIST, values)]


def _row(row: Any) -> ArrivalRow:
    return ArrivalRow(
        number=row[0], carrier=row[1], waybill=row[2], sender=row[3], phone=row[4],
        signed_at=datetime.fromisoformat(row[5]), clerk=row[6], device=row[7], pieces=row[8],
        condition=Condition(row[9]), state=ArrivalState(row[10]),
        claims=tuple(_claim(one) for one in json.loads(row[11])),
    )  # fmt: skip


def _claim(told: list[Any]) -> Claim:
    case, draft, reasons, taken = told
    return Claim(
        case=case,
        draft=draft,
        reasons=tuple(MatchReason(one) for one in reasons.split()),
        taken=bool(taken),
    )
