"""What the journal says of a case: one payload per act. A released one never changes.

A new need is a new version of a kind, or a new field with a default. `PERSONAL` fields are
sealed under the case's key and need a default, which is what is left after a purge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.cases.draft import Channel, Delivery
from desktop.domain.cases.tick import Fault, SpotCorrection, Tick
from desktop.domain.halls.authority import Authority
from desktop.domain.identity.party import Agent, Party
from desktop.domain.licences.sparing import UsedLicence
from desktop.domain.savings.saving import Saving
from desktop.domain.trust.entry import PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitStarted:
    """接待 begins; the queue's ticket number where there is one."""

    window: str
    ticket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEnded:
    outcome: str
    cases: tuple[str, ...] = ()
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One material as it stood at the act; a later change of the item does not reach it.

    `need` and `reason` are the checklist's (`desktop.domain.guidance.checklist`), `basis` the
    citations as text, e.g. `食品安全法 第三十五条`. `source` is who makes the material (出具单位),
    `how` a special way to get it, as the advance sheet prints them. `licence` is what spared it.
    """

    key: str
    name: str
    type: str
    need: str
    reason: str
    basis: tuple[str, ...]
    tick: Tick
    number: int = 0
    copies: int = 1
    form: str = ""
    source: str = ""
    how: str = ""
    licence: UsedLicence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A limit as it stood: `due` None where the law sets none. Unit as in the item."""

    value: int | None = None
    unit: str = ""
    due: date | None = None
    provisional: bool = False


NO_TERM = Term()
"""Where no law and no promise sets a limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReceived:
    """收件: materials were taken in. Not acceptance (受理).

    `listed` and `to_submit` are the materials before and after, `savings` the whole ledger of what
    was saved and by which rule. `deemed` is the day from which silence counts as acceptance
    (许可法 32(4)), None for items that are not 行政许可. `day_zero` is set where the counting does
    not begin with the day of receipt; `origin` is the case that was transferred here, whose day of
    receipt stands. `item_version` is the version of the item it was received under (0: as shipped),
    `theme` the number of the theme (一件事) that it is a member of; `form` the
    application form by field, as it was signed.
    """

    item: str
    item_name: str
    item_type: str
    item_approved: bool
    visit: str
    window: str
    authority: Authority
    channel: Channel
    answers: Mapping[str, tuple[str, ...]]
    situation: tuple[tuple[str, str], ...]
    lines: tuple[SheetLine, ...]
    listed: int
    to_submit: int
    waybill: str = ""
    deemed: Term = Term()
    day_zero: date | None = None
    spot: tuple[SpotCorrection, ...] = ()
    savings: tuple[Saving, ...] = ()
    item_version: int | None = None
    committed: bool = False
    origin: str = ""
    contact: str = ""
    contact_phone: str = ""
    theme: str = ""
    applicant: Party = field(default=Party(), metadata=PERSONAL)
    agent: Agent | None = field(default=None, metadata=PERSONAL)
    delivery: Delivery = field(default=Delivery(), metadata=PERSONAL)
    note: str = field(default="", metadata=PERSONAL)
    form: Mapping[str, str] = field(default_factory=dict, metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSupplemented:
    """Materials handed in or found wrong after 收件: the lines that changed, whole.

    `form` is the application form where it changed, whole; else empty.
    `savings` as the situation now has them; none where it is as it was.
    """

    lines: tuple[SheetLine, ...]
    channel: Channel = Channel.COUNTER
    waybill: str = ""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spot: tuple[SpotCorrection, ...] = ()
    form: Mapping[str, str] = field(default_factory=dict, metadata=PERSONAL)
    savings: tuple[Saving, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccepted:
    """受理 (许可法 32(5)). `promised.due` is set only for an item that is 已核定.

    `deferred` are the keys of materials accepted 容缺, `deferred_by` the day each must follow by and
    `deferred_until` the last of them. `silent` where the term for a correction notice had passed:
    accepted from the day of receipt (32(4)).
    """

    accepted_on: date
    statutory: Term
    promised: Term = Term()
    deferred: tuple[str, ...] = ()
    deferred_until: date | None = None
    silent: bool = False
    deferred_by: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettled:
    """当场办结 (许可法 34(2)): accepted, decided and closed at once."""

    accepted_on: date
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCollected:
    """代收: this hall takes the materials in for the organ that decides on acceptance."""

    organ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One thing to correct: what is wrong, what is asked, on what basis, what else would do."""

    key: str
    name: str
    fault: Fault
    demand: str
    basis: tuple[str, ...] = ()
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNoticed:
    """补正告知 (许可法 32(4)): everything at once. `second` marks a later notice, `added` the keys
    that no earlier one named (72(4) risk), `late` one after the term of five working days.
    """

    defects: tuple[Defect, ...]
    taken_home: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    hand_in: str = "counter"
    by: date | None = None
    second: bool = False
    added: tuple[str, ...] = ()
    late: bool = False


class RefusalGround(StrEnum):
    """无需许可 32(1) · 不属本机关 32(2) · 其他法定情形."""

    NOT_NEEDED = "not_needed"
    NO_JURISDICTION = "no_jurisdiction"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRefused:
    """不予受理, with reason, article, the organ in charge where it is another, and remedies."""

    ground: RefusalGround
    facts: str
    article: str
    competent_organ: str = ""
    competent_address: str = ""
    competent_phone: str = ""
    review_organ: str = ""
    court: str = ""
    returned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWithdrawn:
    """撤回 by the applicant; what was handed in goes home."""

    reason: str
    returned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRevealed:
    """A clerk looked at a masked field in full."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePurged:
    """The case key is destroyed; the chain still verifies. `destruction` is the 销毁清单 it stood on."""

    reason: str
    destruction: str = ""
