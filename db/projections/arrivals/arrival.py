"""到件: one row per registered parcel, one per claim on it."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from db.projections.shipment import moment
from db.projections.words import tail, words
from desktop.domain.courier.arrivals.arrival import fold as fold_arrival
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.identity.masking import mask_name, mask_phone
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """Carrier and number are the shipment's own; the sender's name is found, not shown."""
    arrival, parcel = fold_arrival(number, facts), fold_shipment(number, facts)
    if arrival is None or parcel is None:
        return []
    sender = arrival.sender
    found = words(number, parcel.waybill, sender.name, tail(sender.phone), *arrival.cases)
    return [
        (
            number, parcel.carrier, parcel.waybill, mask_name(sender.name) if sender.name else "",
            mask_phone(sender.phone) if sender.phone else "", moment(arrival.signed_at),
            arrival.clerk, arrival.device, arrival.pieces, arrival.condition.value,
            arrival.state.value, f" {found} ",
        )
    ]  # fmt: skip


def fold_claims(number: str, facts: Sequence[Fact]) -> list[Row]:
    """In the order in which they were made."""
    arrival = fold_arrival(number, facts)
    return [
        (number, place, claim.case, claim.draft, " ".join(claim.reasons), int(claim.taken))
        for place, claim in enumerate(arrival.claims if arrival else (), 1)
    ]


ARRIVALS = Projection(
    "arrivals",
    "shipment",
    (
        "number", "carrier", "waybill", "sender", "phone", "signed_at", "clerk", "device",
        "pieces", "condition", "state", "words",
    ),
    fold,
    """
CREATE TABLE arrivals (
    number TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    sender TEXT NOT NULL,
    phone TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    device TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    condition TEXT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_state ON arrivals (state, signed_at, number);
""",
)  # fmt: skip

CLAIMS = Projection(
    "arrival_claims",
    "shipment",
    ("shipment", "position", "case_number", "draft", "reasons", "taken"),
    fold_claims,
    """
CREATE TABLE arrival_claims (
    shipment TEXT NOT NULL,
    position INTEGER NOT NULL,
    case_number TEXT NOT NULL,
    draft TEXT NOT NULL,
    reasons TEXT NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (shipment, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_claims_case ON arrival_claims (case_number) WHERE case_number <> '';
""",
)
