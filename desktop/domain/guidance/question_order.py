"""In which order the questions are put, so that the fewest decide the checklist.

谁来办 is one of the questions (`AGENT_QUESTION`) and counts as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.open_questions import deciding_questions
from desktop.domain.guidance.question_group import Group, Plan, groups_of

KEPT_ITEMS = 256
_groups = lru_cache(maxsize=KEPT_ITEMS)(groups_of)


@dataclass(frozen=True, slots=True)
class Figures:
    """`mean` and `worst` number of questions until the checklist stands, against asking all.

    `questions` are all of the item's; `deciding` those that decide something for somebody. The
    mean is over every situation that the conditions can tell apart, each as likely as the next.
    """

    questions: int
    deciding: int
    mean: Fraction
    worst: int


def next_question(item: ServiceItem, given: Answers) -> str | None:
    """The question that leaves the fewest to ask after it; None when nothing is left to decide."""
    now = {plan.now for plan in _plans(item, given)}
    return next((question.id for question in item.questions if question.id in now), None)


def most_left(item: ServiceItem, given: Answers) -> int:
    """How many questions are left at most, in the order of `next_question`."""
    return sum(plan.worst for plan in _plans(item, given))


def order(item: ServiceItem, given: Answers) -> tuple[str, ...]:
    """The questions as they are put: answered ones on the way, the next one, what else decides.

    An answer that another one has made irrelevant is passed over here, and kept where it stands.
    """
    told: dict[str, tuple[str, ...]] = {}
    while (now := next_question(item, told)) in given and now is not None:
        told[now] = given[now]
    beside = [name for name in deciding_questions(item, told) if name in given]
    still = [name for name in (next_question(item, given),) if name is not None]
    return tuple(dict.fromkeys([*told, *beside, *still, *deciding_questions(item, given)]))


def figures(item: ServiceItem) -> Figures:
    """What asking in this order costs, compared with asking all."""
    plans = _plans(item, {})
    return Figures(
        questions=len(item.questions),
        deciding=len(deciding_questions(item, {})),
        mean=sum((Fraction(plan.total, plan.situations) for plan in plans), Fraction()),
        worst=sum(plan.worst for plan in plans),
    )


def _plans(item: ServiceItem, given: Answers) -> list[Plan]:
    groups: tuple[Group, ...] = _groups(item)
    return [group.plan(given) for group in groups]
