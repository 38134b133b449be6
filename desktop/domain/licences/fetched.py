"""What a source of e-licences is asked, and what it may answer: found, none, no answer.

An e-licence spares its material for its holder alone (在线政务服务若干规定 10: 与纸质证照具有同等
法律效力). What a source says is kept as it came; whether it spares is `sparing`'s to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.licences.entries import LicenceHolder


class LicenceStatus(StrEnum):
    """有效 · 注销 · 吊销 · 暂扣 · 过期, as the source says."""

    VALID = "valid"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    EXPIRED = "expired"


class Outcome(StrEnum):
    """查到 · 查无 · 未答复."""

    FOUND = "found"
    NONE = "none"
    UNAVAILABLE = "unavailable"


class Silence(StrEnum):
    """Why a source gave no answer that can be used. Only `OTHER_HOLDER` speaks against sparing."""

    NO_SOURCE = "no_source"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    DENIED = "denied"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    OTHER_HOLDER = "other_holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One licence as a source gave it. `category` is an e-licence or a data share by id.

    `digest` is the sha256 of the raw record, `link` where its file lies, if the source says so.
    `valid_until` is the last day of validity, None where there is no end.
    """

    category: str
    name: str
    number: str
    holder: LicenceHolder
    issuer: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    status: LicenceStatus = LicenceStatus.VALID
    source: str = ""
    fetched_at: datetime | None = None
    digest: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceQuery:
    """`consent` is the reference of the holder's consent, `purpose` what it was given for."""

    categories: tuple[str, ...]
    holder: LicenceHolder
    purpose: str
    consent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceAnswer:
    """Of one category. `licences` may be many, as they came; `why` only where nothing was said.

    `spares` False: a record only planned to be shared (拟共享), which no outage spares.
    """

    category: str
    outcome: Outcome
    source: str
    at: datetime
    licences: tuple[Fetched, ...] = ()
    why: Silence | None = None
    spares: bool = True


class CodeFault(StrEnum):
    """Why a 亮证码 opens nothing."""

    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAnswer:
    """Of a 亮证码: whose it is and what it shows; else `fault`, or `why` there was no answer."""

    source: str
    at: datetime
    holder: LicenceHolder | None = None
    licences: tuple[Fetched, ...] = ()
    fault: CodeFault | None = None
    why: Silence | None = None
