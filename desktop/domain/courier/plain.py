"""What an applicant is told of a parcel: what is known, in plain words, and what to do. No promise:
a day of arrival is said by nobody here. `desktop.wording` has the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy


class Plain(StrEnum):
    """A sentence each; those that ask for something of the applicant are in `TO_DO`."""

    TO_BE_SENT = "to_be_sent"
    TO_BE_BROUGHT = "to_be_brought"
    HANDED_OVER = "handed_over"
    MATERIALS_UNDER_WAY = "materials_under_way"
    MOVING = "moving"
    DELIVERING = "delivering"
    SIGNED = "signed"
    SIGNED_BY_OTHER = "signed_by_other"
    IN_LOCKER = "in_locker"
    ARRIVED_HERE = "arrived_here"
    REJECTED = "rejected"
    COMING_BACK = "coming_back"
    CAME_BACK = "came_back"
    TROUBLE = "trouble"
    LOST = "lost"
    CANCELLED = "cancelled"


TO_DO = frozenset(
    {Plain.DELIVERING, Plain.SIGNED_BY_OTHER, Plain.IN_LOCKER, Plain.REJECTED, Plain.CAME_BACK,
     Plain.TROUBLE, Plain.LOST, Plain.CANCELLED}
)  # fmt: skip
_S, _P = ShipmentStage, Plain
OUT: dict[ShipmentStage, Plain] = {
    _S.WAITING: _P.TO_BE_SENT,
    _S.PICKED_UP: _P.HANDED_OVER,
    _S.IN_TRANSIT: _P.MOVING,
    _S.OUT_FOR_DELIVERY: _P.DELIVERING,
    _S.SIGNED: _P.SIGNED,
    _S.REJECTED: _P.REJECTED,
    _S.RETURNING: _P.COMING_BACK,
    _S.RETURNED: _P.CAME_BACK,
    _S.TROUBLE: _P.TROUBLE,
    _S.LOST: _P.LOST,
    _S.CANCELLED: _P.CANCELLED,
}
IN: dict[ShipmentStage, Plain] = {
    **OUT,
    _S.WAITING: _P.TO_BE_BROUGHT,
    _S.PICKED_UP: _P.MATERIALS_UNDER_WAY,
    _S.IN_TRANSIT: _P.MATERIALS_UNDER_WAY,
    _S.OUT_FOR_DELIVERY: _P.MATERIALS_UNDER_WAY,
    _S.SIGNED: _P.ARRIVED_HERE,
}
SIGNED = {SignedBy.OTHER: _P.SIGNED_BY_OTHER, SignedBy.LOCKER: _P.IN_LOCKER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """`at` is when it happened, None where nothing has yet; `kinds` are what is inside."""

    plain: Plain
    at: datetime | None
    carrier: str
    waybill: str
    kinds: tuple[ContentKind, ...]

    @property
    def to_do(self) -> bool:
        """Whether the applicant is asked to do something."""
        return self.plain in TO_DO


def said(shipment: Shipment) -> Said:
    """The parcel as it stands, for its applicant."""
    return Said(
        plain=_plain(shipment.direction, shipment.stage, shipment.signed_by),
        at=shipment.moved_at,
        carrier=shipment.carrier,
        waybill=shipment.waybill,
        kinds=tuple(dict.fromkeys(line.kind for line in shipment.contents)),
    )


def steps(shipment: Shipment) -> tuple[tuple[Plain, datetime], ...]:
    """How it got there, the same sentence twice said once."""
    told: list[tuple[Plain, datetime]] = []
    for stage, at in shipment.history:
        plain = _plain(shipment.direction, stage, None)
        if not told or told[-1][0] is not plain:
            told.append((plain, at))
    return tuple(told)


def _plain(direction: Direction, stage: ShipmentStage, by: SignedBy | None) -> Plain:
    if direction is Direction.INBOUND:
        return IN[stage]
    if stage is ShipmentStage.SIGNED and by is not None:
        return SIGNED.get(by, OUT[stage])
    return OUT[stage]
