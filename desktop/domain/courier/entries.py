"""What the journal says of shipments and hand-over sheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.trust.entry import PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One end of a shipment. On a label no other identity data stands (快递条例 22)."""

    name: str = ""
    phone: str = ""
    city: str = ""
    street: str = ""
    province: str = ""
    district: str = ""

    @property
    def whole(self) -> str:
        """Province to house in one line; what the street already says is not said again."""
        told = self.street
        for part in (self.district, self.city, self.province):
            told = told if part in told else part + told
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One line of what the parcel holds; it points to a case and a material or result paper."""

    case: str
    kind: ContentKind
    key: str
    name: str
    copies: int = 1
    pages: int = 0
    original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentCreated:
    """`pickup` is the wished window of time as text, `justification` why not by post.

    `weight` in grams, 0 where nobody weighed it. `resend_of` is the number of the shipment that
    this one sends again: always the first, however often. `coverage_reason`: why it goes though
    the free service does not cover it; `estimate` in yuan, for the month's budget.
    """

    direction: Direction
    carrier: str
    contents: tuple[Content, ...] = ()
    waybill: str = ""
    pickup: str = ""
    justification: str = ""
    weight: int = 0
    resend_of: str = ""
    coverage_reason: str = ""
    estimate: str = ""
    sender: Address = field(default=Address(), metadata=PERSONAL)
    receiver: Address = field(default=Address(), metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentAmended:
    """Waybill number or contents known or corrected later; None leaves what stands."""

    waybill: str | None = None
    carrier: str | None = None
    contents: tuple[Content, ...] | None = None
    justification: str = ""
    weight: int | None = None
    coverage_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentMoved:
    """A step, by hand or from the carrier (`source`); `place` and `note` in the teller's words."""

    stage: ShipmentStage
    signed_by: SignedBy | None = None
    note: str = field(default="", metadata=PERSONAL)
    source: str = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackEvent:
    """One line of a carrier's answer. `code` is the carrier's own, raw; `stage` None is 未识别.

    `digest` tells lines of the same moment and code apart once their words are gone.
    """

    at: datetime
    code: str
    stage: ShipmentStage | None = None
    signed_by: SignedBy | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentTracked:
    """What a carrier told that was not known before; `texts` are the events' words, in order.

    `asked_at` is when it was asked or pushed; `aborted`: the service gave up (nothing found for
    3 days, nothing new for 60).
    """

    source: str
    asked_at: datetime
    events: tuple[TrackEvent, ...] = ()
    aborted: bool = False
    texts: tuple[str, ...] = field(default=(), metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelsHandedOver:
    """交接单: the parcels given to one carrier, and to whom (工号)."""

    carrier: str
    shipments: tuple[str, ...]
    courier: str = ""
    differences: str = ""
