"""What the journal says when a case is turned: ended early, sent elsewhere, corrected, made again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.cases.draft import Delivery
from desktop.domain.identity.party import Party
from desktop.domain.trust.entry import PERSONAL


class TerminationGround(StrEnum):
    """Why nothing is left to decide."""

    APPLICANT_GONE = "applicant_gone"
    MATTER_GONE = "matter_gone"
    LAW_CHANGED = "law_changed"
    NOT_SUPPLIED = "not_supplied"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminated:
    """终止: the matter ends without a decision; what was handed in goes home."""

    ground: TerminationGround
    reason: str
    terminated_on: date
    returned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceRevoked:
    """撤销受理 of a mistaken acceptance: materials and the day of receipt stay. `accepted_on` says
    which acceptance it was; the case itself no longer has one.
    """

    reason: str
    revoked_on: date
    article: str = ""
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """转办: to another item of this hall, whose case is `to_case`, or to another organ.

    The number that was handed out goes on leading to the matter.
    """

    reason: str
    transferred_on: date
    to_case: str = ""
    to_item: str = ""
    to_item_name: str = ""
    organ: str = ""
    address: str = ""
    phone: str = ""
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing put right, as it read before and reads now."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """更正: what was written down wrongly. None leaves what stands."""

    reason: str
    amended_on: date
    fields: tuple[str, ...] = ()
    changes: tuple[Change, ...] = field(default=(), metadata=PERSONAL)
    applicant: Party | None = field(default=None, metadata=PERSONAL)
    delivery: Delivery | None = field(default=None, metadata=PERSONAL)


class ReissueGround(StrEnum):
    """遗失 · 损毁 · 更正."""

    LOST = "lost"
    DAMAGED = "damaged"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reissued:
    """补办: the result is made and delivered once more."""

    ground: ReissueGround
    reason: str
    reissued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSet:
    """找一人: the one person whom the applicant asks about this case."""

    name: str
    phone: str


class Finding(StrEnum):
    """What a supervisor found of an act that is looked at afterwards."""

    PROPER = "proper"
    REMINDED = "reminded"
    IMPROPER = "improper"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActReviewed:
    """复核 of an act that asked for it: a second or a late notice (许可法 72). `entry` is its id."""

    entry: str
    finding: Finding
    note: str
