"""快递: one row per parcel, one per line of its contents, and which parcels were handed over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from db.projections.projection import Projection, Row
from db.projections.words import words
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ParcelsHandedOver
from desktop.domain.courier.shipment import fold as fold_shipment
from desktop.domain.courier.troubles.followups import Followups
from desktop.domain.courier.troubles.worth import near, unknown_at, worth_looking
from desktop.domain.days import BEIJING
from desktop.domain.identity.masking import mask_name
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`words` is searched by part, so it begins and ends with a blank."""
    parcel = fold_shipment(number, facts)
    if parcel is None:
        return []
    party = parcel.sender if parcel.direction is Direction.INBOUND else parcel.receiver
    course = parcel.progress
    found = f" {words(number, parcel.waybill, party.name, party.city, *parcel.cases)} "
    return [
        (
            number, parcel.direction.value, parcel.carrier, parcel.waybill, parcel.stage.value,
            mask_name(party.name), len(parcel.contents), moment(parcel.created_at),
            moment(course.since), found, (course.signed_by or ""), moment(course.last),
            int(course.turned), int(parcel.aborted), parcel.weight, parcel.resend_of,
            moment(parcel.picked_at), moment(unknown_at(parcel)), int(near(parcel)),
            int(worth_looking(parcel)), done(parcel.followups),
        )
    ]  # fmt: skip


def done(told: Followups) -> str:
    """What was done about troubles as JSON; empty for the many parcels that had none."""
    if not told.notes:
        return ""
    parts = {
        "done": [[one, remedy, moment(at)] for (one, remedy), at in sorted(told.done.items())],
        "until": [[one, day.isoformat()] for one, day in sorted(told.until.items())],
        "settled": [[one, moment(at)] for one, at in sorted(told.settled.items())],
        "asked": [
            [
                one.remedy, one.trouble, moment(one.at), one.on.isoformat(), one.due.isoformat(),
                one.answered.isoformat() if one.answered else None,
            ]
            for one in told.asked
        ],
    }  # fmt: skip
    return json.dumps(parts)


def moment(at: datetime | None) -> str | None:
    """As the journal writes moments, so that text sorts by time."""
    return at.astimezone(BEIJING).isoformat(timespec="milliseconds") if at else None


def fold_contents(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The lines as they stand after the last amendment."""
    parcel = fold_shipment(number, facts)
    return [
        (
            number, position, line.case, line.kind.value, line.key, line.name, line.copies,
            line.pages, int(line.original),
        )
        for position, line in enumerate(parcel.contents if parcel else (), 1)
    ]  # fmt: skip


def fold_handover(number: str, facts: Sequence[Fact]) -> list[Row]:
    """Each parcel on the sheet once."""
    told = next((f.payload for f in facts if isinstance(f.payload, ParcelsHandedOver)), None)
    return [(number, one) for one in sorted(set(told.shipments))] if told else []


SHIPMENTS = Projection(
    "shipments",
    "shipment",
    (
        "number", "direction", "carrier", "waybill", "stage", "party", "lines", "created_at",
        "moved_at", "words", "signed_by", "last_at", "turned", "aborted", "weight", "resend_of",
        "picked_at", "unknown_at", "near", "open", "followups",
    ),
    fold,
    """
CREATE TABLE shipments (
    number TEXT PRIMARY KEY,
    direction TEXT NOT NULL,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    stage TEXT NOT NULL,
    party TEXT NOT NULL,
    lines INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    moved_at TEXT,
    words TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    last_at TEXT,
    turned INTEGER NOT NULL,
    aborted INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    resend_of TEXT NOT NULL,
    picked_at TEXT,
    unknown_at TEXT,
    near INTEGER NOT NULL,
    open INTEGER NOT NULL,
    followups TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shipments_created ON shipments (created_at, number);
CREATE INDEX shipments_waybill ON shipments (waybill) WHERE waybill <> '';
CREATE INDEX shipments_stage ON shipments (stage, signed_by, moved_at);
CREATE INDEX shipments_open ON shipments (created_at, number) WHERE open = 1;
CREATE INDEX shipments_resent ON shipments (resend_of) WHERE resend_of <> '';
""",
)  # fmt: skip

CONTENTS = Projection(
    "shipment_contents",
    "shipment",
    (
        "shipment", "position", "case_number", "kind", "key", "name", "copies", "pages",
        "original",
    ),
    fold_contents,
    """
CREATE TABLE shipment_contents (
    shipment TEXT NOT NULL,
    position INTEGER NOT NULL,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    copies INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    original INTEGER NOT NULL,
    PRIMARY KEY (shipment, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipment_contents_case ON shipment_contents (case_number) WHERE case_number <> '';
""",
)  # fmt: skip

HANDOVERS = Projection(
    "handed_over",
    "handover",
    ("handover", "shipment"),
    fold_handover,
    """
CREATE TABLE handed_over (
    handover TEXT NOT NULL,
    shipment TEXT NOT NULL,
    PRIMARY KEY (handover, shipment)
) STRICT, WITHOUT ROWID;
CREATE INDEX handed_over_shipment ON handed_over (shipment);
""",
)
