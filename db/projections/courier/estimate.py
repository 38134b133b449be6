"""What a parcel is estimated to cost the hall, by the month it was made in; none of a cancelled one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from db.projections.projection import Projection, Row
from desktop.domain.courier.entries import ShipmentCreated
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`fen` is whole: sums stay exact."""
    parcel = fold_shipment(number, facts)
    told = next((f for f in facts if isinstance(f.payload, ShipmentCreated)), None)
    if parcel is None or told is None or parcel.stage is ShipmentStage.CANCELLED:
        return []
    fen = _fen(told.payload.estimate)
    month = told.happened_at.astimezone(BEIJING).strftime("%Y-%m")
    return [(number, month, fen)] if fen else []


def _fen(yuan: str) -> int:
    try:
        return int(Decimal(yuan or "0") * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return 0


ESTIMATES = Projection(
    "courier_estimates",
    "shipment",
    ("shipment", "month", "fen"),
    fold,
    """
CREATE TABLE courier_estimates (
    shipment TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    fen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX courier_estimates_month ON courier_estimates (month);
""",
)
