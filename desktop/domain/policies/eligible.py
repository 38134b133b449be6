"""Whether a policy's conditions hold: yes, no, or not known yet and what is missing.

A condition that the figures decide is decided by them as soon as they are there, whatever was
answered; every other one by the clerk's answer. One that fails decides against the policy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

    `failed` decide against it, `missing` are not known yet.
    """

    verdict: Answer
    standing: Mapping[str, Answer]
    failed: tuple[PolicyCondition, ...]
    missing: tuple[PolicyCondition, ...]


def eligible(
    policy: Policy, answers: Mapping[str, Answer], figures: Sequence[Figure | None] = ()
) -> Eligibility:
    """What the answers and the figures entered so far say; an answer not given is 不确定.

    Refuses `unknown_condition` for an answer to a condition that the policy does not have.
    """
    for id in answers.keys() - {one.id for one in policy.conditions}:
        raise Refusal("unknown_condition", policy=policy.id, condition=id)
    standing = {
        one.id: _told(one.test, figures) or answers.get(one.id, Answer.UNSURE)
        for one in policy.conditions
    }
    failed = tuple(one for one in policy.conditions if standing[one.id] is Answer.NO)
    missing = tuple(one for one in policy.conditions if standing[one.id] is Answer.UNSURE)
    verdict = Answer.NO if failed else Answer.UNSURE if missing else Answer.YES
    return Eligibility(verdict, standing, failed, missing)


def _told(test: FigureRule | None, figures: Sequence[Figure | None]) -> Answer | None:
    """What the figures decide; None where there is no test, or a figure is not there yet."""
    if test is None:
        return None
    figure = _figure(figures, test.input)
    limit = test.limit if test.other is None else _figure(figures, test.other)
    if figure is None or limit is None:
        return None
    return Answer.YES if within(test.bound, figure, limit) else Answer.NO


def _figure(figures: Sequence[Figure | None], place: int) -> Figure | None:
    return figures[place] if place < len(figures) else None
