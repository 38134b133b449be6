"""Asking a carrier where a parcel is: what may be answered, and when to ask again.

A tracking service locks a number that is asked twice within half an hour, so no rule here ever
answers a moment nearer than that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from desktop.domain.courier.carriers import CARRIERS
from desktop.domain.courier.progress import Event
from desktop.domain.courier.steps import ShipmentStage


class TrackOutcome(StrEnum):
    """有答复 查无结果 单号被锁 密钥不被接受 单号或电话不被接受 缺电话 对方出错 超时 连不上 看不懂 答非所问."""

    TOLD = "told"
    NOTHING = "nothing"
    LOCKED = "locked"
    DENIED = "denied"
    REJECTED = "rejected"
    NO_PHONE = "no_phone"
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"
    OTHER_NUMBER = "other_number"


_O, _S = TrackOutcome, ShipmentStage
ANSWERED = frozenset({_O.TOLD, _O.NOTHING})
"""The service did its part; all else is a failure and is counted."""

TRACKED = frozenset(one.code for one in CARRIERS) - {"other"}
"""Carriers that a tracking service can be asked about; the others are told by hand."""

LOCK = timedelta(minutes=30)
BATCH = timedelta(minutes=5)
"""How long one batch of questions may take from its claim to its last question."""
CLAIM = LOCK + BATCH + timedelta(minutes=1)
"""What a claim alone keeps others away, should nobody live to tell the answer."""
SPREAD = 300
"""Seconds over which numbers asked together are spread when asked again."""
LONGEST = timedelta(hours=8)
UNWILLING = timedelta(hours=12)
QUIET = timedelta(days=60)
"""Nothing new for so long: it is not asked for any more."""
AFTER = timedelta(days=7)
"""How long one asks on after a parcel has ended: whether it was taken from its locker, and until an
answer brings nothing new.
"""
KEPT = timedelta(days=30)
"""How long a push is kept whose number nobody here knows: it tells of a person."""
EVERY: dict[ShipmentStage, timedelta] = {
    _S.WAITING: timedelta(hours=3),
    _S.PICKED_UP: timedelta(hours=2),
    _S.IN_TRANSIT: timedelta(hours=3),
    _S.OUT_FOR_DELIVERY: timedelta(minutes=45),
    _S.SIGNED: timedelta(hours=3),
    _S.REJECTED: timedelta(hours=2),
    _S.RETURNING: timedelta(hours=4),
    _S.TROUBLE: timedelta(hours=2),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackQuestion:
    """`phone` of the party the carrier knows; an adapter sends no more of it than it must."""

    number: str
    carrier: str
    waybill: str
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackAnswer:
    """`code` the service's own, raw; `left_out` lines of the answer that say no moment."""

    outcome: TrackOutcome
    events: tuple[Event, ...] = ()
    aborted: bool = False
    code: str = ""
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """What a service sent of itself: `carrier` in our own code, or empty where it is none of ours."""

    carrier: str
    waybill: str
    answer: TrackAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """How the asking for one number stands at this station.

    `news`: what was told last was not known before; `number` of its parcel where it is claimed.
    """

    waybill: str
    carrier: str
    asked_at: datetime
    next_at: datetime
    failures: int = 0
    outcome: TrackOutcome | None = None
    news: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polls:
    """The asking as a whole: `waiting` numbers, `due` of them now; `failing` of those with a failure."""

    waiting: int = 0
    due: int = 0
    failing: int = 0
    kept: int = 0
    asked_at: datetime | None = None
    next_at: datetime | None = None
    worst: Poll | None = None


def failed(outcome: TrackOutcome, before: int) -> int:
    """Failures in a row after this answer."""
    return 0 if outcome in ANSWERED else before + 1


def next_at(
    asked_at: datetime, outcome: TrackOutcome, failures: int, stage: ShipmentStage, waybill: str
) -> datetime:
    """When to ask again; `failures` in a row, this one included."""
    match outcome:
        case _O.TOLD | _O.NOTHING:
            wait = EVERY.get(stage, EVERY[_S.WAITING])
        case _O.LOCKED:
            wait = LOCK
        case _O.NO_PHONE | _O.REJECTED:
            wait = UNWILLING
        case _:
            wait = min(LOCK * 2 ** min(failures - 1, 10), LONGEST)
    return asked_at + wait + spread(waybill, asked_at)


def spread(waybill: str, asked_at: datetime) -> timedelta:
    """Its own for each number and moment, and the same wherever it is computed."""
    mark = sha256(f"{waybill} {asked_at.isoformat()}".encode()).digest()
    return timedelta(seconds=int.from_bytes(mark[:4], "big") % (SPREAD + 1))


def gone_quiet(at: datetime, *told: datetime | None) -> bool:
    """Whether nothing was heard since the latest of these moments for too long."""
    known = [one for one in told if one is not None]
    return bool(known) and at - max(known) >= QUIET
