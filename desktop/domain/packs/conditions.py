"""Conditions that say nothing: met in every situation or in none, and questions nobody needs."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.guidance.condition import Condition, atoms, holds
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.open_questions import situations
from desktop.domain.identity.party import AGENT_QUESTION


class Reach(StrEnum):
    """In which situations a condition is met."""

    NEVER = "never"
    ALWAYS = "always"
    SOMETIMES = "sometimes"


def reach(item: ServiceItem, condition: Condition) -> Reach:
    """Over every combination of answers that the condition tells apart.

    SOMETIMES also where it names what the item does not ask, which is a finding of its own, and
    where there are too many combinations to look at.
    """
    offered = {question.id: question.options for question in item.questions}
    if any(not {*atom.options} <= {*offered.get(atom.question, ())} for atom in atoms(condition)):
        return Reach.SOMETIMES
    named = {atom.question for atom in atoms(condition)}
    asked = [question for question in item.questions if question.id in named]
    given = situations(asked, [condition])
    if not given:
        return Reach.SOMETIMES
    met = {holds(condition, answers) for answers in given}
    return Reach.SOMETIMES if len(met) > 1 else Reach.ALWAYS if met.pop() else Reach.NEVER


def idle_questions(item: ServiceItem) -> tuple[str, ...]:
    """Questions that no material, limit, hint or renewal depends on; who comes is always asked."""
    conditions = [material.condition for material in item.materials]
    conditions += [variant.if_ for variant in item.limit_variants]
    conditions += [hint.if_ for hint in item.routing] + [item.renews_if]
    named = {atom.question for condition in conditions for atom in atoms(condition)}
    named.add(AGENT_QUESTION)
    return tuple(question.id for question in item.questions if question.id not in named)
