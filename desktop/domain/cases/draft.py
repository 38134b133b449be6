"""The draft of a case: everything at the counter before 收件. Local, not history.

Every change is a function from draft to draft, so that undo is keeping the one before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.cases.tick import UNTICKED, Check, Fault, Kept, SpotCorrection, Tick
from desktop.domain.identity.party import Agent, Party, Presence
from desktop.domain.licences.sparing import Evidence

Answers = Mapping[str, tuple[str, ...]]


class Way(StrEnum):
    """怎么拿结果: 自取 or 免费寄递."""

    UNASKED = "unasked"
    PICKUP = "pickup"
    COURIER = "courier"


class Channel(StrEnum):
    """How the application reached the hall; by courier, day 0 is the day the hall signed."""

    COUNTER = "counter"
    COURIER = "courier"
    LATE_ENTRY = "late_entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """补收: how and when the last materials after 收件 came in."""

    channel: Channel
    at: datetime
    waybill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """怎么拿结果. Receiver, phone and address are asked only for the courier."""

    way: Way = Way.UNASKED
    receiver: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`answers` holds only what a person answered; a default is a suggestion, not an answer.

    `committed`: 告知承诺 was chosen where no question of the item asks for the way.
    `form` is what was typed into the application form, by field; it outlives a change of answers
    and of the item, for a field of one id is one fact. `licences` are the e-licence ids that the
    holder has and that may be used; where they were fetched, they follow from `evidence`
    (`desktop.domain.licences.evidence`). `happened_at` is set for a late entry (补录), and for
    what came by courier: the moment the hall signed. `parcel` is the number of that shipment. `case`
    is the number once it is received: the draft then holds what is added at the counter
    afterwards. `theme` is the number of the theme (一件事) that the case will belong to.
    """

    id: str
    visit: str
    item: str = ""
    answers: Answers = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    licences: frozenset[str] = frozenset()
    presence: Presence = Presence.UNASKED
    applicant: Party = Party()
    agent: Agent = Agent()
    delivery: Delivery = Delivery()
    channel: Channel = Channel.COUNTER
    waybill: str = ""
    parcel: str = ""
    note: str = ""
    spot: tuple[SpotCorrection, ...] = ()
    evidence: Evidence = Evidence()
    committed: bool = False
    case: str = ""
    theme: str = ""
    held: bool = False
    happened_at: datetime | None = None
    started_at: datetime | None = None
    saved_at: datetime | None = None

    def tick(self, key: str) -> Tick:
        return self.ticks.get(key, UNTICKED)

    @property
    def acted_at(self) -> datetime | None:
        """When what follows the receipt happens: a late entry tells of then, a parcel is opened now."""
        return None if self.channel is Channel.COURIER else self.happened_at

    @property
    def empty(self) -> bool:
        """Nothing worth keeping: no item, or an item and nothing else."""
        return not self.item or not (
            self.answers
            or self.ticks
            or self.form
            or self.parcel
            or self.applicant.name
            or self.applicant.id_number
            or self.presence is not Presence.UNASKED
        )


def choose_item(draft: Draft, item: str) -> Draft:
    """Take another item; the person stays, answers and ticks start anew."""
    if item == draft.item:
        return draft
    return replace(draft, item=item, answers={}, ticks={}, committed=False)


def answer(draft: Draft, question: str, options: tuple[str, ...] | None) -> Draft:
    """Answer or change a question; ticks are never lost by it. None takes the answer back.

    No option at all is an answer too where a question takes several: none of them.
    """
    answers = {k: v for k, v in draft.answers.items() if k != question}
    if options is not None:
        answers[question] = options
    return replace(draft, answers=answers)


def write(draft: Draft, field: str, value: str) -> Draft:
    """Put into a field of the form what was typed; nothing takes it out again."""
    form = {id: told for id, told in draft.form.items() if id != field}
    if value.strip():
        form[field] = value
    return replace(draft, form=form)


def mark(draft: Draft, key: str, tick: Tick) -> Draft:
    """Set one line of the checklist; 未核 removes what stood there."""
    ticks = {k: v for k, v in draft.ticks.items() if k != key}
    if tick != UNTICKED:
        ticks[key] = tick
    return replace(draft, ticks=ticks, spot=_spot(draft, key, tick))


def _spot(draft: Draft, key: str, tick: Tick) -> tuple[SpotCorrection, ...]:
    """An error that becomes 已收 before 收件 was corrected on the spot; what lacked was brought."""
    before, others = draft.tick(key), tuple(one for one in draft.spot if one.key != key)
    fault = before.fault
    if draft.case or tick.check is not Check.RECEIVED:
        return others
    if before.check is Check.RECEIVED:
        return draft.spot
    if fault is None or fault is Fault.MISSING:
        return others
    return (*others, SpotCorrection(key=key, fault=fault))


def toggle(draft: Draft, key: str, kept: Kept = Kept.KEPT) -> Draft:
    """What a digit key does: 未核 → 已收 → 未核."""
    received = draft.tick(key).check is Check.RECEIVED
    return mark(draft, key, UNTICKED if received else Tick(check=Check.RECEIVED, kept=kept))
