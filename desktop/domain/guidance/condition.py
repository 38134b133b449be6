"""When something holds, given what was answered: a language of four words, no more.

`{"q": id, "in": [options]}` · `{"all": […]}` · `{"any": […]}` · `{"not": …}`. For a question that
takes several answers, `in` holds when any chosen option matches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Answers = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Any of `options` was chosen for the question."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no part at all it holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; with no part at all it does not."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Chosen | AllOf | AnyOf | Not


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether the condition is met; no condition always is, an unanswered question never."""
    match condition:
        case None:
            return True
        case Chosen(question, options):
            return any(chosen in options for chosen in answers.get(question, ()))
        case AllOf(parts):
            return all(holds(part, answers) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers) for part in parts)
        case Not(part):
            return not holds(part, answers)


def atoms(condition: Condition | None) -> Iterator[Chosen]:
    """Every question-and-options pair of the condition, in the order written."""
    match condition:
        case Chosen():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)


def questions_of(condition: Condition | None) -> tuple[str, ...]:
    """The ids of the questions that the condition asks, each once, in the order written."""
    return tuple(dict.fromkeys(atom.question for atom in atoms(condition)))
