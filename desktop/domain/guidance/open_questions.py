"""Which unanswered questions still decide something.

A question decides when, for some answers to the other open ones, another answer to it changes a
material, a limit or a routing hint. Each of those depends on few questions, so they are looked at
one by one, over the options that their conditions tell apart. Beyond `MOST` combinations every
open question that is named counts as deciding: asking too much is the safe side.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, product
from math import prod

from desktop.domain.guidance.condition import Answers, Chosen, Condition, atoms, holds
from desktop.domain.guidance.item import (
    LimitVariant,
    Question,
    ServiceItem,
)
from desktop.domain.guidance.terms import LimitKind

MOST = 4096

Choice = tuple[str, ...]
Outcome = Callable[[Answers], Hashable]


def deciding_questions(item: ServiceItem, given: Answers) -> tuple[str, ...]:
    """The ids of the open questions that could still change the outcome, in the item's order."""
    questions = {question.id: question for question in item.questions}
    found: set[str] = set()
    for conditions, outcome in outcomes(item):
        opened = questions_named(conditions) & set(questions) - set(given)
        if opened - found:
            chosen = [question for name, question in questions.items() if name in opened]
            found |= changers(chosen, conditions, given, outcome)
    return tuple(name for name in questions if name in found)


def situations(
    questions: Sequence[Question], conditions: Iterable[Condition]
) -> list[Answers] | None:
    """Every combination of answers that the conditions can tell apart; None beyond `MOST`."""
    named = [atom for condition in conditions for atom in atoms(condition)]
    classes = [classes_of(question, named) for question in questions]
    if prod(map(how_many, questions, classes)) > MOST:
        return None
    choices = map(choices_of, questions, classes)
    names = [question.id for question in questions]
    return [dict(zip(names, chosen, strict=True)) for chosen in product(*choices)]


def questions_named(conditions: Iterable[Condition]) -> set[str]:
    """The questions that the conditions ask."""
    return {atom.question for condition in conditions for atom in atoms(condition)}


def outcomes(item: ServiceItem) -> Iterator[tuple[list[Condition], Outcome]]:
    """Each thing that can turn out differently: its conditions, and what comes of answers."""
    alone = [material.condition for material in item.materials]
    alone += [hint.if_ for hint in item.routing]
    for condition in dict.fromkeys(condition for condition in alone if condition is not None):
        yield [condition], partial(holds, condition)
    for kind in LimitKind:
        variants = [variant for variant in item.limit_variants if variant.what is kind]
        base = item.statutory_limit if kind is LimitKind.STATUTORY else item.commitment_limit
        if variants:
            default = (base.value, base.unit)
            yield [variant.if_ for variant in variants], partial(_limit, variants, default)


def _limit(variants: list[LimitVariant], base: Hashable, answers: Answers) -> Hashable:
    for variant in variants:
        if holds(variant.if_, answers):
            return (variant.value, variant.unit)
    return base


def changers(
    opened: list[Question], conditions: Sequence[Condition], given: Answers, outcome: Outcome
) -> set[str]:
    """Those of the open questions whose answer changes the outcome, the others held still."""
    cases = situations(opened, conditions)
    if cases is None:
        return {question.id for question in opened}
    results = [(case, outcome({**given, **case})) for case in cases]
    return {question.id for question in opened if _varies(results, question.id)}


def _varies(results: list[tuple[Answers, Hashable]], name: str) -> bool:
    by_rest: dict[Hashable, Hashable] = {}
    for case, result in results:
        rest = tuple(answer for key, answer in case.items() if key != name)
        if by_rest.setdefault(rest, result) != result:
            return True
    return False


def classes_of(question: Question, named: Iterable[Chosen]) -> list[str]:
    """One option for each class of options that the atoms cannot tell apart."""
    return list(dict.fromkeys(stand_ins(question, named).values()))


def stand_ins(question: Question, named: Iterable[Chosen]) -> dict[str, str]:
    """Each option, and the first one that the atoms cannot tell from it."""
    tests = [atom.options for atom in named if atom.question == question.id]
    classes: dict[tuple[bool, ...], str] = {}
    return {
        option: classes.setdefault(tuple(option in test for test in tests), option)
        for option in question.options
    }


def how_many(question: Question, classes: Sequence[str]) -> int:
    """How many answers `choices_of` would give."""
    return 2 ** len(classes) if question.multi else len(classes)


def choices_of(question: Question, classes: Sequence[str]) -> list[Choice]:
    """The answers of one question; one that takes several may also be answered by none."""
    if not question.multi:
        return [(option,) for option in classes]
    sizes = range(len(classes) + 1)
    return [chosen for size in sizes for chosen in combinations(classes, size)]
