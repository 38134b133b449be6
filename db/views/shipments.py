"""Lists of parcels."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from db.facts import facts_of
from db.link import Link
from db.projections.words import tokens
from db.views.cases import bounds, moment_or_none
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy

COLUMNS = """
SELECT number, direction, carrier, waybill, stage, party,
       (SELECT json_group_array(case_number) FROM
           (SELECT case_number FROM shipment_contents
            WHERE shipment = s.number AND case_number <> ''
            GROUP BY case_number ORDER BY min(position))),
       lines, created_at, moved_at,
       coalesce((SELECT max(handover) FROM handed_over WHERE shipment = s.number), ''),
       signed_by, last_at, turned, aborted, weight, resend_of
"""
_LIST = f"""{COLUMNS}
FROM shipments s
WHERE created_at >= :first AND created_at < :after
  AND (:text = '' OR instr(words, :text) > 0)
  AND (:stages = '[]' OR stage IN (SELECT value FROM json_each(:stages)))
  AND (:direction = '' OR direction = :direction)
  AND (:carrier = '' OR carrier = :carrier)
  AND (:case = '' OR EXISTS (SELECT 1 FROM shipment_contents
                             WHERE shipment = s.number AND case_number = :case)
       OR EXISTS (SELECT 1 FROM arrival_claims
                  WHERE shipment = s.number AND case_number = :case))
  AND (:first_of = '' OR number = :first_of OR resend_of = :first_of)
  AND (NOT :waiting OR NOT EXISTS (SELECT 1 FROM handed_over WHERE shipment = s.number))
ORDER BY created_at DESC, number DESC
LIMIT :limit OFFSET :offset
"""


def shipment(link: Link, number: str) -> Shipment | None:
    """Folded anew from the journal."""
    return fold_shipment(number, facts_of(link, f"shipment:{number}"))


def shipments(link: Link, wanted: ShipmentFilter, offset: int, limit: int) -> list[ShipmentRow]:
    """Newest first."""
    first, after = bounds(wanted.first, wanted.last)
    values = {
        "first": first,
        "after": after,
        "text": " ".join(tokens(wanted.text)),
        "stages": json.dumps(sorted(wanted.stages)),
        "direction": wanted.direction or "",
        "carrier": wanted.carrier,
        "case": wanted.case,
        "first_of": wanted.chain,
        "waiting": wanted.not_handed_over,
        "limit": limit,
        "offset": offset,
    }
    return [row_of(row) for row in link.rows(_LIST, values)]


def row_of(row: Any) -> ShipmentRow:
    return ShipmentRow(
        number=row[0], direction=Direction(row[1]), carrier=row[2], waybill=row[3],
        stage=ShipmentStage(row[4]), party=row[5], cases=tuple(json.loads(row[6])), lines=row[7],
        created_at=datetime.fromisoformat(row[8]), moved_at=moment_or_none(row[9]),
        handed_over=row[10], signed_by=SignedBy(row[11]) if row[11] else None,
        last_at=moment_or_none(row[12]), turned=bool(row[13]), aborted=bool(row[14]),
        weight=row[15], resend_of=row[16],
    )  # fmt: skip
