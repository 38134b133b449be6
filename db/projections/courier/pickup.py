"""上门取件: the latest order of each parcel that ever had one."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from db.projections.shipment import moment
from desktop.domain.courier.carrying.pickups import fold as fold_pickup
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    told = fold_pickup(facts)
    if told is None:
        return []
    return [(number, told.order, told.state.value, int(told.open), moment(told.begins))]


PICKUPS = Projection(
    "pickups",
    "shipment",
    ("shipment", "order_number", "state", "open", "begins"),
    fold,
    """
CREATE TABLE pickups (
    shipment TEXT PRIMARY KEY,
    order_number TEXT NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    begins TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pickups_open ON pickups (begins) WHERE open = 1;
""",
)
