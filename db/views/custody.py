"""Lists of custody: pieces, bags, acts done alone, 错寄."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from db.facts import facts_of
from db.link import Link
from db.projections.words import tokens
from desktop.domain.cases.moves import Stage
from desktop.domain.custody.entries import PieceKind
from desktop.domain.custody.moves import Whereabouts
from desktop.domain.custody.piece import Piece
from desktop.domain.custody.piece import fold as fold_piece
from desktop.domain.custody.rows import AloneRow, MisdeliveryRow, PieceFilter, PieceRow

_PIECES = """
SELECT p.number, p.case_number, p.kind, p.key, p.name, p.place, p.since, p.clerk, p.shipment,
       p.bag, coalesce(c.item_name, ''), coalesce(c.masked, ''), c.stage,
       CASE WHEN c.stage <> 'collected' THEN e.ended_on END
FROM pieces p
LEFT JOIN cases c ON c.number = p.case_number
LEFT JOIN ended_cases e ON e.number = p.case_number
WHERE (:text = '' OR instr(p.words, :text) > 0)
  AND (:places = '[]' OR p.place IN (SELECT value FROM json_each(:places)))
  AND (:case = '' OR p.case_number = :case)
  AND (:shipment = '' OR p.shipment = :shipment)
  AND (NOT :away OR p.place NOT IN ('applicant', 'returned'))
ORDER BY p.since, p.number
LIMIT :limit OFFSET :offset
"""
_BAG = "SELECT shipment FROM bags WHERE bag = ? ORDER BY shipment LIMIT 1"
_ALONE = """
SELECT entry, shipment, opened, at, clerk, reason FROM alone
WHERE NOT EXISTS (SELECT 1 FROM act_reviews r WHERE r.key = alone.entry || '-alone_parcel')
ORDER BY at DESC, entry LIMIT ? OFFSET ?
"""
_ASTRAY = """
SELECT shipment, found_on, clerk, carrier, waybill, party, told, recalled, resend, closed_on
FROM misdeliveries
ORDER BY closed_on IS NOT NULL, found_on DESC, shipment LIMIT ? OFFSET ?
"""


def piece(link: Link, number: str) -> Piece | None:
    """Folded anew from the journal."""
    return fold_piece(number, facts_of(link, f"piece:{number}"))


def pieces(link: Link, wanted: PieceFilter, offset: int, limit: int) -> list[PieceRow]:
    """What stands longest where it is comes first."""
    values = {
        "text": " ".join(tokens(wanted.text)),
        "places": json.dumps(sorted(wanted.at)),
        "case": wanted.case,
        "shipment": wanted.shipment,
        "away": wanted.away,
        "limit": limit,
        "offset": offset,
    }
    return [_piece(row) for row in link.rows(_PIECES, values)]


def bag_owner(link: Link, bag: str) -> str:
    """The parcel on which this bag number was used, or empty."""
    row = link.one(_BAG, (bag,))
    return str(row[0]) if row else ""


def done_alone(link: Link, offset: int, limit: int) -> list[AloneRow]:
    """Newest first, until a supervisor looked."""
    return [
        AloneRow(
            entry=row[0], shipment=row[1], opened=bool(row[2]),
            at=datetime.fromisoformat(row[3]), clerk=row[4], reason=row[5],
        )
        for row in link.rows(_ALONE, (limit, offset))
    ]  # fmt: skip


def misdeliveries(link: Link, offset: int, limit: int) -> list[MisdeliveryRow]:
    """Open ones first, newest on top."""
    return [
        MisdeliveryRow(
            shipment=row[0], found_on=date.fromisoformat(row[1]), clerk=row[2], carrier=row[3],
            waybill=row[4], party=row[5], told=bool(row[6]), recalled=bool(row[7]), resend=row[8],
            closed_on=date.fromisoformat(row[9]) if row[9] else None,
        )
        for row in link.rows(_ASTRAY, (limit, offset))
    ]  # fmt: skip


def _piece(row: Any) -> PieceRow:
    return PieceRow(
        number=row[0], case=row[1], kind=PieceKind(row[2]), key=row[3], name=row[4],
        at=Whereabouts(row[5]), since=datetime.fromisoformat(row[6]), clerk=row[7],
        shipment=row[8], bag=row[9], item_name=row[10], party=row[11],
        stage=Stage(row[12]) if row[12] else None,
        ended_on=date.fromisoformat(row[13]) if row[13] else None,
    )  # fmt: skip
