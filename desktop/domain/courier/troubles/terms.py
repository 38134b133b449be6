"""Days, owners and steps of every trouble, as a table that a supervisor may change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.courier.troubles.entries import TermsSet
from desktop.domain.courier.troubles.kinds import Owner, Remedy, Trouble
from desktop.domain.guidance.terms import Confidence
from desktop.domain.refusal import Refusal

MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleTerm:
    """It is a trouble after `days`, to be dealt with `within` so many working days from then.

    `near_days`: within one city. `promised`: the carrier's own promise goes before the days.
    `working`: the days are working days. `steps` in their order: the next is the first that was
    not done yet.
    """

    trouble: Trouble
    days: int
    within: int
    owner: Owner
    steps: tuple[Remedy, ...]
    near_days: int | None = None
    promised: bool = False
    working: bool = False
    article: str = ""
    confidence: Confidence = Confidence.LOW

    @property
    def sample(self) -> bool:
        """示例: nobody has read these days in a text of law."""
        return self.confidence is not Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTerm:
    """Calendar days in which a written remedy is to be answered."""

    days: int
    article: str
    remote_days: int | None = None
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Compensation:
    """`times` the postage is the most for what was not insured; `claim_months` from the posting."""

    times: int
    claim_months: int
    article: str
    claim_article: str
    other_article: str
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Calendar days from posting to delivery that carriers promise, within a city and beyond."""

    near: int
    far: int
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`put_off_days` is how long a trouble may be put off at once."""

    troubles: tuple[TroubleTerm, ...]
    complaint: AnswerTerm
    claim: AnswerTerm
    appeal: AnswerTerm
    compensation: Compensation
    promise: Promise
    put_off_days: int

    def of(self, trouble: Trouble) -> TroubleTerm:
        return next(one for one in self.troubles if one.trouble is trouble)

    def answer(self, remedy: Remedy) -> AnswerTerm:
        """The term of a written remedy."""
        table = {
            Remedy.COMPLAIN: self.complaint,
            Remedy.CLAIM: self.claim,
            Remedy.APPEAL: self.appeal,
        }
        return table[remedy]


def overlaid(shipped: Terms, told: Iterable[TermsSet]) -> Terms:
    """The terms with what a supervisor set; a trouble's last setting stands."""
    last = {one.trouble: one for one in told}
    return replace(
        shipped,
        troubles=tuple(
            replace(
                term,
                days=last[term.trouble].days,
                within=last[term.trouble].within,
                owner=last[term.trouble].owner,
                near_days=last[term.trouble].near_days,
            )
            if term.trouble in last
            else term
            for term in shipped.troubles
        ),
    )


def check_terms(told: TermsSet) -> None:
    """Refuse days that are none, or more than a year, or without a reason."""
    for days in (told.days, told.within, told.near_days or 0):
        if not 0 <= days <= MOST_DAYS:
            raise Refusal("trouble_days_wrong", days=days, most=MOST_DAYS)
    if not told.reason.strip():
        raise Refusal("trouble_reason_missing")
