"""What was saved over some days and what was sent, and the cases and parcels behind it.

The hall of a case accepted here, or of a parcel made here, is the one that gave its number.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from db.link import Link
from db.views.cases import bounds
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.rows import Saved, SavedRow, Sent, SentRow, Slice

_HALL = """
(:halls = '[]' OR substr(s.number, 1, instr(s.number, '-') - 1)
    IN (SELECT value FROM json_each(:halls)))
"""
_SAVED = f"FROM savings s WHERE s.accepted_on >= :first AND s.accepted_on < :after AND {_HALL}"
_TOTALS = f"""
SELECT measure, unit, count(*), sum(before), sum(after) {_SAVED}
GROUP BY measure, unit ORDER BY measure, unit
"""
_SAVED_ROWS = f"""
SELECT s.number, s.item_name, s.accepted_on, s.before, s.after, s.unit
{_SAVED} AND s.measure = :measure AND s.unit = :unit
ORDER BY s.before - s.after DESC, s.number LIMIT :limit OFFSET :offset
"""
# 新建快递单: both ways, what an applicant sends in as well
_SENT = f"FROM shipments s WHERE s.created_at >= :first AND s.created_at < :after AND {_HALL}"
_FEN = "coalesce((SELECT fen FROM courier_estimates WHERE shipment = s.number), 0)"
_STAGES = f"SELECT s.stage, count(*), sum({_FEN}) {_SENT} GROUP BY s.stage"
_SENT_ROWS = f"""
SELECT s.number, s.stage, s.carrier, s.waybill, s.party, s.created_at, {_FEN}
{_SENT} AND (:stage = '' OR s.stage = :stage)
ORDER BY s.created_at, s.number LIMIT :limit OFFSET :offset
"""


def saved(link: Link, wanted: Slice) -> list[Saved]:
    """In the order of the measures."""
    order = list(Measure)
    found = [Saved(Measure(row[0]), *row[1:]) for row in link.rows(_TOTALS, _values(wanted))]
    return sorted(found, key=lambda one: (order.index(one.measure), one.unit))


def saved_rows(
    link: Link, wanted: Slice, measure: Measure, unit: str, offset: int, limit: int
) -> list[SavedRow]:
    """What saved most first."""
    more = {"measure": measure, "unit": unit, "limit": limit, "offset": offset}
    return [
        SavedRow(
            case=row[0], item_name=row[1], accepted_on=date.fromisoformat(row[2]), before=row[3],
            after=row[4], unit=row[5],
        )
        for row in link.rows(_SAVED_ROWS, {**_values(wanted), **more})
    ]  # fmt: skip


def sent(link: Link, wanted: Slice) -> list[Sent]:
    """In the order of the stages."""
    order = list(ShipmentStage)
    found = [Sent(ShipmentStage(row[0]), *row[1:]) for row in link.rows(_STAGES, _values(wanted))]
    return sorted(found, key=lambda one: order.index(one.stage))


def sent_rows(
    link: Link, wanted: Slice, stage: ShipmentStage | None, offset: int, limit: int
) -> list[SentRow]:
    """What was made first stands first."""
    more = {"stage": stage or "", "limit": limit, "offset": offset}
    return [
        SentRow(
            number=row[0], stage=ShipmentStage(row[1]), carrier=row[2], waybill=row[3],
            party=row[4], created_at=datetime.fromisoformat(row[5]), fen=row[6],
        )
        for row in link.rows(_SENT_ROWS, {**_values(wanted), **more})
    ]  # fmt: skip


def _values(wanted: Slice) -> dict[str, Any]:
    first, after = bounds(wanted.first, wanted.last)
    return {"first": first, "after": after, "halls": json.dumps(sorted(wanted.halls))}
