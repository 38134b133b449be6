"""复核: acts that are done at once and looked at afterwards by a supervisor (许可法 72).

No gate: a gate makes clerks tell an applicant by mouth what the law wants in writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.cases.entries import CorrectionNoticed
from desktop.domain.handling.changes import ActReviewed
from desktop.domain.handling.entries import Reviewed
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Fact


class Why(StrEnum):
    """再次告知又添内容 (72(4)) · 逾期告知 (32(4), 72(3)) · 单人审查 (34(3))."""

    ADDED = "added"
    LATE = "late"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that asks to be looked at; `review` is what was found, None while nobody looked."""

    entry: str
    why: Why
    at: datetime
    clerk: str
    review: ActReviewed | None = None
    reviewer: str = ""


def asked(facts: Iterable[Fact]) -> tuple[Asked, ...]:
    """What a case's entries ask a supervisor to look at, in order; the first review stands."""
    found: dict[str, Asked] = {}
    for fact in facts:
        told = fact.payload
        if isinstance(told, CorrectionNoticed) and (told.added or told.late):
            why = Why.ADDED if told.added else Why.LATE
            id = fact.entry.id
            found[id] = Asked(id, why, fact.happened_at, fact.entry.clerk)
        elif isinstance(told, Reviewed) and told.alone:
            id = fact.entry.id
            found[id] = Asked(id, Why.ALONE, fact.happened_at, fact.entry.clerk)
        elif isinstance(told, ActReviewed) and told.entry in found:
            one = found[told.entry]
            if one.review is None:
                found[told.entry] = Asked(
                    one.entry, one.why, one.at, one.clerk, told, fact.entry.clerk
                )
    return tuple(found.values())


def reviewed(facts: Iterable[Fact], told: ActReviewed, reviewer: str) -> ActReviewed:
    """Once, by somebody else than who did it, and with a word of reason."""
    one = next((one for one in asked(facts) if one.entry == told.entry), None)
    if one is None or one.review is not None:
        raise Refusal("nothing_to_review")
    if one.clerk == reviewer:
        raise Refusal("own_act")
    if not told.note.strip():
        raise Refusal("reason_missing")
    return told
