"""A parcel as a bill is held against it: what it weighed, where it went, when it left."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.billing.cells import place_of
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ParcelsHandedOver
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.trust.entry import Fact


def fold_billable(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`moved_on` is the day of the first step; a parcel that was only cancelled has none."""
    parcel = fold_shipment(number, facts)
    if parcel is None:
        return []
    party = parcel.sender if parcel.direction is Direction.INBOUND else parcel.receiver
    steps = [at for stage, at in parcel.history if stage is not ShipmentStage.CANCELLED]
    moved_on = min(steps).astimezone(BEIJING).date().isoformat() if steps else None
    return [
        (
            number, parcel.carrier, parcel.waybill, parcel.direction.value, parcel.stage.value,
            parcel.weight, place_of(party.city or party.street), moved_on,
            parcel.resend_of,
        )
    ]  # fmt: skip


def fold_sent_on(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The day of the hand-over sheet, for each parcel on it once."""
    told = next((f for f in facts if isinstance(f.payload, ParcelsHandedOver)), None)
    if told is None:
        return []
    day = told.happened_at.astimezone(BEIJING).date().isoformat()
    return [(number, one, day) for one in sorted(set(told.payload.shipments))]


BILLABLE = Projection(
    "billable",
    "shipment",
    (
        "shipment", "carrier", "waybill", "direction", "stage", "grams", "place", "moved_on",
        "resend_of",
    ),
    fold_billable,
    """
CREATE TABLE billable (
    shipment TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    direction TEXT NOT NULL,
    stage TEXT NOT NULL,
    grams INTEGER NOT NULL,
    place TEXT NOT NULL,
    moved_on TEXT,
    resend_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)  # fmt: skip

SENT_ON = Projection(
    "sent_on",
    "handover",
    ("handover", "shipment", "day"),
    fold_sent_on,
    """
CREATE TABLE sent_on (
    handover TEXT NOT NULL,
    shipment TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (handover, shipment)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_on_shipment ON sent_on (shipment, day);
""",
)
