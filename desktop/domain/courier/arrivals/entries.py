"""What the journal says of a parcel's arrival; the entries stand beside the shipment's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.entries import Address
from desktop.domain.trust.entry import PERSONAL


class Condition(StrEnum):
    """完好 · 破损 · 有拆封痕迹 · 受潮."""

    INTACT = "intact"
    DAMAGED = "damaged"
    OPENED = "opened"
    WET = "wet"


class MatchReason(StrEnum):
    """Why a parcel is thought to belong there: 快递单里写明 · 姓名一致 · 电话一致 · 工作人员认定."""

    ANNOUNCED = "announced"
    NAME = "name"
    PHONE = "phone"
    CHOSEN = "chosen"


class SentOnWay(StrEnum):
    """退回寄件人 · 转交其他大厅."""

    RETURNED = "returned"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelRegistered:
    """到件登记. `signed_at` is when the hall signed for it, from which the law counts; the entry's
    own moment is when that was written down. `sender` where an announced parcel names another.
    """

    signed_at: datetime
    received_by: str = ""
    pieces: int = 1
    condition: Condition = Condition.INTACT
    announced: bool = False
    sender: Address = field(default=Address(), metadata=PERSONAL)
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelMatched:
    """认领: the parcel belongs to this case or draft. `taken`: what was inside is in the case.

    With both, the draft has become the case.
    """

    case: str = ""
    draft: str = ""
    reasons: tuple[MatchReason, ...] = ()
    taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelUnmatched:
    """撤销认领: it did not belong there."""

    case: str = ""
    draft: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelSentOn:
    """It did not stay: `shipment` is the outbound parcel that takes it back, `hall` who got it."""

    way: SentOnWay
    shipment: str = ""
    hall: str = ""
    reason: str = ""
