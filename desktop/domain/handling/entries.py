"""What the journal says of a case between 受理 and 办结: one payload per act.

Days are days of the law in Beijing, the day something happened. Each entry that moves a due day
carries the terms as they stand after it, so that no list has to count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.cases.entries import Term
from desktop.domain.guidance.terms import Procedure
from desktop.domain.trust.entry import PERSONAL


class Conclusion(StrEnum):
    """What a review or an opinion comes to."""

    PASSED = "passed"
    CONDITIONAL = "conditional"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureStarted:
    """特别程序 begins: the clock stops, and the needed time is told in writing (许可法 45).

    `needed` is the time it is expected to take and the day it then ends; `statutory` and
    `promised` are due should it end on that day. `basis` is the provision that asks for it.
    """

    procedure: Procedure
    reason: str
    starts_on: date
    needed: Term
    basis: str = ""
    statutory: Term = Term()
    promised: Term = Term()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureEnded:
    """The clock goes on the day after `ends_on`: both ends of a suspension are suspended."""

    ends_on: date
    result: str
    statutory: Term = Term()
    promised: Term = Term()


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicalRequested:
    """技术审查 asked of its own people (审批与技术审查相分离): `number` from 1, `due` its own limit."""

    number: int
    to: str
    subject: str
    asked_on: date
    due: Term = Term()


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicalGiven:
    """The technical opinion as given; no later entry changes it, the approver only reads it."""

    number: int
    conclusion: Conclusion
    given_on: date
    opinion: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """审查 of one step of the pack. `persons` are those who checked; two where it is `substantive`
    (许可法 34(3)). `alone` says why there was one, where the hall may go on alone.
    """

    step: str
    organ: str
    conclusion: Conclusion
    reviewed_on: date
    persons: tuple[str, ...]
    substantive: bool = False
    alone: str = ""
    opinion: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """延期 with the head's approval, the reasons told to the applicant (许可法 42). `before` is the
    term as it stood, `statutory` as it stands now.
    """

    by: Term
    reason: str
    approver: str
    extended_on: date
    statutory: Term = Term()
    before: Term = Term()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """准予 or 不予. At most two sign (北京市优化营商环境条例 35): `handler` (经办人) and the chief
    representative, who is the entry's clerk. `delivery` is the term to serve it within (许可法 44).
    """

    granted: bool
    decided_on: date
    handler: str
    signer: str
    article: str = ""
    conditions: str = ""
    review_organ: str = ""
    court: str = ""
    delivery: Term = Term()
    reasons: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Produced:
    """制证: the result with its number and validity (`valid_until` None: without end)."""

    name: str
    number: str
    issued_on: date
    valid_from: date
    valid_until: date | None = None
    electronic: bool = False


class DeliveryWay(StrEnum):
    """当面送达 · 寄递送达 · 电子送达."""

    COUNTER = "counter"
    COURIER = "courier"
    ELECTRONIC = "electronic"


class Relation(StrEnum):
    """Who collects, as seen from the applicant."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    AGENT = "agent"
    FAMILY = "family"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """送达, as the 送达回证 states it. `papers` are what was handed out, `returned` originals.

    `mandate` is what lets somebody else collect; `checked` the document that was looked at.
    """

    way: DeliveryWay
    delivered_on: date
    papers: tuple[str, ...]
    relation: Relation = Relation.SELF
    place: str = ""
    waybill: str = ""
    returned: tuple[str, ...] = ()
    pages: int = 0
    receiver: str = field(default="", metadata=PERSONAL)
    checked: str = field(default="", metadata=PERSONAL)
    mandate: str = field(default="", metadata=PERSONAL)
    note: str = field(default="", metadata=PERSONAL)


class Clock(StrEnum):
    """The periods that run in a case: 补正告知 · 补正 · 决定 · 承诺 · 技术审查 · 特别程序 · 送达."""

    NOTICE = "notice"
    CORRECTION = "correction"
    DECISION = "decision"
    PROMISE = "promise"
    TECHNICAL = "technical"
    PROCEDURE = "procedure"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueChanged:
    """A due day moved though nobody acted in the case: the calendar was published or corrected.

    `number` says which technical review, where the clock is one's.
    """

    clock: Clock
    before: Term
    after: Term
    reason: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueExplained:
    """逾期说明 (优化营商环境条例 36): why a term was not kept, and by when it will be done."""

    clock: Clock
    due: date
    reason: str
    until: date | None = None
