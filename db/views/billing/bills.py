"""Bills, their lines, and the parcels they are held against."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from db.facts import facts_of
from db.link import Link
from db.views.cases import moment_or_none
from desktop.domain.billing.account import Account
from desktop.domain.billing.account import fold as fold_account
from desktop.domain.billing.bill import BillLine
from desktop.domain.billing.rows import BillRow, CaseInside, Sent
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.steps import ShipmentStage

_SHIPMENTS = """
SELECT s.shipment, s.waybill, s.direction, s.stage,
       coalesce((SELECT min(day) FROM sent_on WHERE shipment = s.shipment), s.moved_on) AS sent,
       s.grams, s.place,
       (SELECT json_group_array(json_array(number, item, name)) FROM
           (SELECT inside.case_number AS number, coalesce(held.item, '') AS item,
                   coalesce(held.item_name, '') AS name
            FROM shipment_contents inside LEFT JOIN cases held ON held.number = inside.case_number
            WHERE inside.shipment = s.shipment AND inside.case_number <> ''
            GROUP BY inside.case_number ORDER BY min(inside.position))),
       s.resend_of
FROM billable s
WHERE s.carrier = :carrier
  AND (sent BETWEEN :first AND :last
       OR (s.waybill <> '' AND s.waybill IN (SELECT value FROM json_each(:waybills))))
ORDER BY s.shipment
"""
_CARRIER = """
SELECT carrier FROM billable
WHERE waybill <> '' AND waybill IN (SELECT value FROM json_each(?))
GROUP BY carrier ORDER BY count(*) DESC, carrier LIMIT 1
"""
_BILLED = """
SELECT line.waybill, bill.month
FROM bill_lines line JOIN bills bill ON bill.id = line.bill
WHERE bill.carrier = :carrier AND bill.month <> :month
  AND line.waybill IN (SELECT value FROM json_each(:waybills))
ORDER BY bill.month
"""
_BILLS = """
SELECT id, carrier, month, sha256, file, lines, total, disputes, withheld, credited, signed_by, signed_at
FROM bills ORDER BY month DESC, carrier LIMIT :limit OFFSET :offset
"""
_LINES = """
SELECT row, waybill, amount, day, grams, place, nth FROM bill_lines
WHERE bill = ? ORDER BY position
"""
_TARIFFS = "SELECT content FROM tariffs ORDER BY published_at, id"


def billing_shipments(
    link: Link, carrier: str, first: date, last: date, waybills: Iterable[str]
) -> list[Sent]:
    """The carrier's parcels that left within the days, and those of these waybills whenever."""
    values = {
        "carrier": carrier,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "waybills": json.dumps(sorted(set(waybills))),
    }
    return [_sent(row) for row in link.rows(_SHIPMENTS, values)]


def main_carrier(link: Link, waybills: Iterable[str]) -> str:
    """The carrier of most of these waybills; empty where none is ours."""
    rows = link.rows(_CARRIER, (json.dumps(sorted(set(waybills))),))
    return str(rows[0][0]) if rows else ""


def billed(
    link: Link, carrier: str, month: str, waybills: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """The other months whose bills charged these waybills, once per line."""
    values = {
        "carrier": carrier,
        "month": month,
        "waybills": json.dumps(sorted(set(waybills))),
    }
    found: dict[str, tuple[str, ...]] = {}
    for waybill, other in link.rows(_BILLED, values):
        found[waybill] = (*found.get(waybill, ()), other)
    return found


def bills(link: Link, offset: int, limit: int) -> list[BillRow]:
    """The latest month first."""
    return [_bill(row) for row in link.rows(_BILLS, {"limit": limit, "offset": offset})]


def bill_lines(link: Link, id: str) -> list[BillLine]:
    """In the order of the file."""
    return [
        BillLine(
            row=row[0], waybill=row[1], amount=Decimal(row[2]), grams=row[4], place=row[5],
            day=date.fromisoformat(row[3]) if row[3] else None, nth=row[6],
        )
        for row in link.rows(_LINES, (id,))
    ]  # fmt: skip


def account(link: Link, id: str) -> Account | None:
    """Folded anew from the journal."""
    return fold_account(id, facts_of(link, f"bill:{id}"))


def published_tariffs(link: Link) -> list[str]:
    """Texts of the tariffs that were published, the latest last."""
    return [content for (content,) in link.rows(_TARIFFS, ())]


def _sent(row: Any) -> Sent:
    return Sent(
        shipment=row[0], waybill=row[1], direction=Direction(row[2]), stage=ShipmentStage(row[3]),
        sent_on=date.fromisoformat(row[4]) if row[4] else None, grams=row[5], place=row[6],
        cases=tuple(CaseInside(*one) for one in json.loads(row[7])), resend_of=row[8],
    )  # fmt: skip


def _bill(row: Any) -> BillRow:
    return BillRow(
        id=row[0], carrier=row[1], month=row[2], sha256=row[3], file=row[4], lines=row[5],
        total=Decimal(row[6]), disputes=row[7], withheld=Decimal(row[8]), credited=Decimal(row[9]),
        signed_by=row[10], signed_at=moment_or_none(row[11]),
    )  # fmt: skip
