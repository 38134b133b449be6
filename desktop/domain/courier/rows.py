"""Rows of the shipment list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.steps import ShipmentStage, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentRow:
    """`party` is masked: the receiver, or for an inbound shipment the sender.

    `moved_at` when the stage was reached, `last_at` when anything was last told; `weight` in grams.
    """

    number: str
    direction: Direction
    carrier: str
    waybill: str
    stage: ShipmentStage
    party: str
    cases: tuple[str, ...]
    lines: int
    created_at: datetime
    moved_at: datetime | None
    handed_over: str
    signed_by: SignedBy | None = None
    last_at: datetime | None = None
    turned: bool = False
    aborted: bool = False
    weight: int = 0
    resend_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentFilter:
    """`stages` empty means all; `case` restricts to parcels that hold papers of that case, `chain`
    to the parcel of this number and those that sent it again.
    """

    text: str = ""
    stages: frozenset[ShipmentStage] = frozenset()
    direction: Direction | None = None
    carrier: str = ""
    case: str = ""
    first: date | None = None
    last: date | None = None
    not_handed_over: bool = False
    chain: str = ""
