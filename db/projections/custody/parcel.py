"""What custody knows of a parcel: its bag, who did alone what wants two, and 错寄."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.custody.entries import (
    AloneReviewed,
    ParcelOpened,
    ParcelSealed,
    ParcelUnsealed,
)
from desktop.domain.custody.misdelivery import Follow
from desktop.domain.custody.misdelivery import fold as fold_misdelivery
from desktop.domain.identity.masking import mask_name
from desktop.domain.trust.entry import Fact


def fold_bag(number: str, facts: Sequence[Fact]) -> list[Row]:
    """Every bag that was ever closed on this parcel: a number is used once."""
    told = [f.payload for f in facts if isinstance(f.payload, ParcelSealed | ParcelUnsealed)]
    last = told[-1].bag if told and isinstance(told[-1], ParcelSealed) else ""
    bags = dict.fromkeys(one.bag for one in told if isinstance(one, ParcelSealed))
    return [(number, bag, int(bag == last)) for bag in bags]


def fold_alone(number: str, facts: Sequence[Fact]) -> list[Row]:
    """Acts of one person with a reason, that nobody looked at yet."""
    seen = {f.payload.entry for f in facts if isinstance(f.payload, AloneReviewed)}
    return [
        (
            number, f.entry.id, int(isinstance(f.payload, ParcelOpened)), f.entry.happened_at,
            f.entry.clerk, f.payload.alone,
        )
        for f in facts
        if isinstance(f.payload, ParcelSealed | ParcelUnsealed | ParcelOpened)
        and f.payload.alone
        and f.entry.id not in seen
    ]  # fmt: skip


def fold_astray(number: str, facts: Sequence[Fact]) -> list[Row]:
    """错寄 with how far it has come; the party whose papers they are stands masked."""
    known, parcel = fold_misdelivery(facts), fold_shipment(number, facts)
    if known is None or parcel is None:
        return []
    closed = known.on(Follow.CLOSED)
    return [
        (
            number, known.told.found_on.isoformat(), known.clerk, parcel.carrier, parcel.waybill,
            mask_name(parcel.receiver.name), int(known.on(Follow.TOLD) is not None),
            int(known.on(Follow.RECALLED) is not None), known.resend,
            closed.isoformat() if closed else None,
        )
    ]  # fmt: skip


BAGS = Projection(
    "bags",
    "shipment",
    ("shipment", "bag", "closed"),
    fold_bag,
    """
CREATE TABLE bags (
    shipment TEXT NOT NULL,
    bag TEXT NOT NULL,
    closed INTEGER NOT NULL,
    PRIMARY KEY (shipment, bag)
) STRICT, WITHOUT ROWID;
CREATE INDEX bags_bag ON bags (bag);
""",
)

ALONE = Projection(
    "alone",
    "shipment",
    ("shipment", "entry", "opened", "at", "clerk", "reason"),
    fold_alone,
    """
CREATE TABLE alone (
    shipment TEXT NOT NULL,
    entry TEXT NOT NULL,
    opened INTEGER NOT NULL,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (shipment, entry)
) STRICT, WITHOUT ROWID;
""",
)

MISDELIVERIES = Projection(
    "misdeliveries",
    "shipment",
    (
        "shipment", "found_on", "clerk", "carrier", "waybill", "party", "told", "recalled",
        "resend", "closed_on",
    ),
    fold_astray,
    """
CREATE TABLE misdeliveries (
    shipment TEXT PRIMARY KEY,
    found_on TEXT NOT NULL,
    clerk TEXT NOT NULL,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    party TEXT NOT NULL,
    told INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    resend TEXT NOT NULL,
    closed_on TEXT
) STRICT, WITHOUT ROWID;
""",
)  # fmt: skip
