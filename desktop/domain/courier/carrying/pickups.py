"""上门取件: one order at a time for a parcel, told to the carrier under our own number.

The order stands in the journal before it is sent. So whoever gets no answer, or is killed, sends the
same number again and finds the same order: no courier comes twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from desktop.domain.courier.carrying.tracking import TrackOutcome
from desktop.domain.courier.entries import Address
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import PERSONAL, Fact


class PickupState(StrEnum):
    """已发出 下单成功 已接单 收件中 已取件 运输中 揽货失败 已退回 已签收 异常签收 用户取消 已取消 没有接受."""

    ASKED = "asked"
    PLACED = "placed"
    TAKEN = "taken"
    COMING = "coming"
    PICKED_UP = "picked_up"
    MOVING = "moving"
    FAILED = "failed"
    RETURNED = "returned"
    SIGNED = "signed"
    SIGNED_ODDLY = "signed_oddly"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    REFUSED = "refused"


_P, _S = PickupState, ShipmentStage
OPEN = frozenset({_P.ASKED, _P.PLACED, _P.TAKEN, _P.COMING})
"""A courier may still come; only these can be cancelled, and bar another order."""
MEANS: dict[PickupState, ShipmentStage] = {
    _P.PICKED_UP: _S.PICKED_UP,
    _P.MOVING: _S.IN_TRANSIT,
    _P.FAILED: _S.TROUBLE,
    _P.RETURNED: _S.RETURNED,
    _P.SIGNED: _S.SIGNED,
    _P.SIGNED_ODDLY: _S.SIGNED,
}
"""What the order's state says of the parcel; a cancelled order leaves the parcel waiting."""
ORDERABLE = frozenset({_S.WAITING, _S.TROUBLE})
HOURS: dict[str, tuple[time, time]] = {"ems": (time(8), time(18)), "yunda": (time(8), time(18))}
OTHERS_HOURS = (time(8), time(20))
AHEAD = timedelta(days=2)
"""Today, tomorrow, the day after."""
LOOK_AGAIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupOrdered:
    """Written before anything is sent. `order` is our own number for it."""

    order: str
    carrier: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupTold:
    """What the carrier said of the order; `state` None for a `code` nobody knows to read.

    `task` and `external` are the carrier's own numbers for it.
    """

    order: str
    state: PickupState | None
    code: str = ""
    task: str = ""
    external: str = ""
    courier: str = field(default="", metadata=PERSONAL)
    reason: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupCancelled:
    """The hall wants nobody to come; what the carrier makes of it is a `PickupTold`."""

    order: str
    reason: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pickup:
    """The parcel's latest order as it stands. `cancelling` where the hall cancelled, and why."""

    order: str
    carrier: str
    begins: datetime
    ends: datetime
    state: PickupState = PickupState.ASKED
    code: str = ""
    task: str = ""
    external: str = ""
    courier: str = ""
    reason: str = ""
    cancelling: str = ""
    count: int = 1

    @property
    def open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupRequest:
    """What the carrier is told. `weight` in grams, 0 unknown."""

    order: str
    carrier: str
    begins: datetime
    ends: datetime
    goods: str
    weight: int = 0
    task: str = ""
    external: str = ""
    sender: Address = field(default=Address(), repr=False)
    receiver: Address = field(default=Address(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupAnswer:
    """`why` where there was no answer that can be used: the order then stands as it stood.

    `unknown`: the carrier says it has no such order.
    """

    state: PickupState | None = None
    code: str = ""
    task: str = ""
    external: str = ""
    waybill: str = ""
    courier: str = ""
    reason: str = ""
    why: TrackOutcome | None = None
    unknown: bool = False


def fold(facts: Iterable[Fact]) -> Pickup | None:
    """The latest order; what is told of an older one moves nothing."""
    pickup: Pickup | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, PickupOrdered):
            count = pickup.count + 1 if pickup else 1
            pickup = Pickup(
                order=told.order, carrier=told.carrier, begins=told.begins, ends=told.ends,
                count=count,
            )  # fmt: skip
        elif pickup is None:
            continue
        elif isinstance(told, PickupTold) and told.order == pickup.order:
            pickup = _told(pickup, told)
        elif isinstance(told, PickupCancelled) and told.order == pickup.order:
            pickup = replace(pickup, cancelling=told.reason or "-")
    return pickup


def is_news(pickup: Pickup, told: PickupTold) -> bool:
    """Whether it says anything that does not stand yet."""
    return _told(pickup, told) != pickup


def order_number(shipment: str, before: Pickup | None) -> str:
    return f"{shipment}-Q{before.count + 1 if before else 1}"


def check_window(carrier: str, begins: datetime, ends: datetime, now: datetime) -> None:
    """Refuses `pickup_past`, `pickup_window` (one day, forwards, soon), `pickup_hours`."""
    first, last = (one.astimezone(BEIJING) for one in (begins, ends))
    if begins < now:
        raise Refusal("pickup_past")
    if not (begins < ends and first.date() == last.date()):
        raise Refusal("pickup_window")
    if first.date() > (now.astimezone(BEIJING) + AHEAD).date():
        raise Refusal("pickup_window")
    opens, closes = HOURS.get(carrier, OTHERS_HOURS)
    if first.time() < opens or last.time() > closes:
        raise Refusal("pickup_hours", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")


def suggested(carrier: str, now: datetime) -> tuple[datetime, datetime]:
    """Two hours from the next full hour but one, where the carrier still comes; else tomorrow."""
    opens, closes = HOURS.get(carrier, OTHERS_HOURS)
    local = now.astimezone(BEIJING)
    begins = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
    begins = max(begins, local.replace(hour=opens.hour, minute=0, second=0, microsecond=0))
    ends = begins + timedelta(hours=2)
    if begins.date() != local.date() or ends.date() != local.date() or ends.time() > closes:
        begins = datetime.combine(local.date() + timedelta(days=1), opens, BEIJING)
        begins, ends = begins + timedelta(hours=1), begins + timedelta(hours=3)
    return begins, ends


def check_order(stage: ShipmentStage, before: Pickup | None, sender: Address, to: Address) -> None:
    """Refuses `pickup_open`, `pickup_stage`, `pickup_address`."""
    if before is not None and before.open:
        raise Refusal("pickup_open", order=before.order)
    if stage not in ORDERABLE:
        raise Refusal("pickup_stage", stage=stage)
    if not all(one.name and one.phone and one.street for one in (sender, to)):
        raise Refusal("pickup_address")


def _told(pickup: Pickup, told: PickupTold) -> Pickup:
    return replace(
        pickup,
        state=told.state or pickup.state,
        code=told.code or pickup.code,
        task=told.task or pickup.task,
        external=told.external or pickup.external,
        courier=told.courier or pickup.courier,
        reason=told.reason or pickup.reason,
    )
