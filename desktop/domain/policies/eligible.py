"""Whether a policy's conditions hold: yes, no, or not known yet and what is missing.

A condition that the figures decide is decided by them as soon as they are there, whatever was
answered; every other one by the clerk's answer. One that fails decides against the policy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.policies.bound import Figure, within
from desktop.domain.policies.policy import FigureRule, Policy, PolicyCondition
from desktop.domain.refusal import Refusal


class Answer(StrEnum):
    """What is known about a condition, and about all of them together."""

    YES = "是"
    NO = "否"
    UNSURE = "不确定"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """`standing`: how each condition stands, in the policy's order, by id.

    `failed` decide against it, `missing` are not known yet; the figures decided the `decided` ones.
    """

    verdict: Answer
    standing: Mapping[str, Answer]
    failed: tuple[PolicyCondition, ...]
    missing: tuple[PolicyCondition, ...]
    decided: frozenset[str]


def eligible(
    policy: Policy, answers: Mapping[str, Answer], figures: Sequence[Figure | None] = ()
) -> Eligibility:
    """What the answers and the figures entered so far say; an answer not given is 不确定.

    Refuses `unknown_condition` for an answer to a condition that the policy does not have.
    """
    for id in answers.keys() - {one.id for one in policy.conditions}:
        raise Refusal("unknown_condition", policy=policy.id, condition=id)
    told = {one.id: _told(one.test, figures) for one in policy.conditions}
    standing = {id: by or answers.get(id, Answer.UNSURE) for id, by in told.items()}
    decided = frozenset(id for id, by in told.items() if by is not None)
    failed = tuple(one for one in policy.conditions if standing[one.id] is Answer.NO)
    missing = tuple(one for one in policy.conditions if standing[one.id] is Answer.UNSURE)
    verdict = Answer.NO if failed else Answer.UNSURE if missing else Answer.YES
    return Eligibility(verdict, standing, failed, missing, decided)


def _told(rule: FigureRule | None, figures: Sequence[Figure | None]) -> Answer | None:
    """What the figures decide; None where there is no rule, or a figure is not there yet."""
    if rule is None:
        return None
    figure, limit = _figure(figures, rule.input), _limit(rule, figures)
    if figure is None or limit is None:
        return None
    return Answer.YES if within(rule.bound, figure, limit) else Answer.NO


def _limit(rule: FigureRule, figures: Sequence[Figure | None]) -> Figure | None:
    """The limit in the figure's own measure; a share of nothing is no limit."""
    if rule.other is None:
        return rule.limit
    other, share = _figure(figures, rule.other), _share(rule, figures)
    if not isinstance(other, Decimal) or (rule.share is None and not rule.tiers):
        return other
    return other * share if other and share is not None else None


def _share(rule: FigureRule, figures: Sequence[Figure | None]) -> Decimal | None:
    by = _figure(figures, rule.tier_by) if rule.tier_by is not None else None
    if not rule.tiers or not isinstance(by, Decimal):
        return rule.share
    fits = (one.share for one in rule.tiers if one.upto is None or by <= one.upto)
    return next(fits, None)


def _figure(figures: Sequence[Figure | None], place: int) -> Figure | None:
    return figures[place] if place < len(figures) else None
