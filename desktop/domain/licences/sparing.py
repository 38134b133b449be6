"""Which materials the answers of the sources spare, for this holder, on this day.

A licence in force spares its material. One that is expired, cancelled, revoked or suspended warns
and spares nothing. Where the source gave no answer, what the law spares stays spared and is checked
later (免交·待核): an outage is no ground to demand paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.days import BEIJING
from desktop.domain.identity.masking import mask_number
from desktop.domain.identity.verdict import normal
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.fetched import (
    Fetched,
    LicenceAnswer,
    LicenceStatus,
    Outcome,
    Silence,
)


class Standing(StrEnum):
    """有效 · 未生效 · 已过期 · 已注销 · 已吊销 · 暂扣中 · 持有人不符."""

    GOOD = "good"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    OTHER_HOLDER = "other_holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was answered of one holder's licences under one consent; the draft carries it."""

    consent: str = ""
    holder: LicenceHolder = LicenceHolder()
    answers: tuple[LicenceAnswer, ...] = ()

    def answer(self, category: str) -> LicenceAnswer | None:
        return next((one for one in self.answers if one.category == category), None)


NOTHING = Evidence()
"""Nobody was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedLicence:
    """What a line of a case says of the licence that spared its material. `number` is masked.

    `unverified`: no source answered, so it is checked later; then `why` says why.
    """

    category: str
    name: str = ""
    number: str = ""
    issuer: str = ""
    valid_until: date | None = None
    fetched_at: datetime | None = None
    source: str = ""
    consent: str = ""
    unverified: bool = False
    why: Silence | None = None


_STANDING = {
    LicenceStatus.CANCELLED: Standing.CANCELLED,
    LicenceStatus.REVOKED: Standing.REVOKED,
    LicenceStatus.SUSPENDED: Standing.SUSPENDED,
    LicenceStatus.EXPIRED: Standing.EXPIRED,
}


def standing(licence: Fetched, holder: LicenceHolder, today: date) -> Standing:
    """How a licence stands for this holder on this day; its last day of validity still counts."""
    if not same_holder(licence.holder, holder):
        return Standing.OTHER_HOLDER
    if licence.status in _STANDING:
        return _STANDING[licence.status]
    if licence.valid_until is not None and licence.valid_until < today:
        return Standing.EXPIRED
    if licence.valid_from is not None and licence.valid_from > today:
        return Standing.NOT_YET
    return Standing.GOOD


def same_holder(one: LicenceHolder, other: LicenceHolder) -> bool:
    """The same document number, and the same name where both tell one; no number is nobody's."""
    number = normal(one.id_number)
    names = {"".join(name.split()) for name in (one.name, other.name)} - {""}
    return bool(number) and number == normal(other.id_number) and len(names) < 2


def best(answer: LicenceAnswer, holder: LicenceHolder, today: date) -> Fetched | None:
    """Of several licences the one that stands best, the longest valid first."""
    order = list(Standing)
    return min(
        answer.licences,
        key=lambda one: (
            order.index(standing(one, holder, today)),
            one.valid_until is not None,
            -(one.valid_until or date.max).toordinal(),
        ),
        default=None,
    )


def spared(evidence: Evidence, today: date) -> frozenset[str]:
    """Categories whose materials need not be handed in, those to be checked later included."""
    return frozenset(one.category for one in evidence.answers if _spares(one, evidence, today))


def unverified(answer: LicenceAnswer) -> bool:
    """No answer, none that speaks against the holder, and the law spares the material."""
    silent = answer.outcome is Outcome.UNAVAILABLE and answer.why is not Silence.OTHER_HOLDER
    return silent and answer.spares


def joined(evidence: Evidence, more: Iterable[LicenceAnswer]) -> Evidence:
    """Later answers take the place of earlier ones of the same category."""
    told = {one.category: one for one in (*evidence.answers, *more)}
    return replace(evidence, answers=tuple(told.values()))


def used(evidence: Evidence, category: str) -> UsedLicence | None:
    """What the line of a material spared by this category says, as it stood when it was fetched;
    None where it was not.
    """
    answer = evidence.answer(category)
    if answer is None or not _spares(answer, evidence, _day(answer.at)):
        return None
    common = UsedLicence(
        category=category, source=answer.source, fetched_at=answer.at, consent=evidence.consent
    )
    found = best(answer, evidence.holder, _day(answer.at))
    if answer.outcome is not Outcome.FOUND or found is None:
        return replace(common, unverified=True, why=answer.why)
    return replace(
        common,
        name=found.name,
        number=mask_number(found.number),
        issuer=found.issuer,
        valid_until=found.valid_until,
    )


def _day(at: datetime) -> date:
    return at.astimezone(BEIJING).date()


def _spares(answer: LicenceAnswer, evidence: Evidence, today: date) -> bool:
    if unverified(answer):
        return True
    found = best(answer, evidence.holder, today)
    return found is not None and standing(found, evidence.holder, today) is Standing.GOOD
