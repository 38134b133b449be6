"""The questions of a theme: those of all its members, each put once.

Two members ask the same where id, words and options agree and the theme answers both alike; one
answer then serves both. What only shares its id is another question and carries its member's key.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from desktop.domain.guidance.condition import AllOf, Answers, AnyOf, Chosen, Condition, Not
from desktop.domain.guidance.item import Question
from desktop.domain.guidance.terms import QuestionKind
from desktop.domain.identity.party import AGENT_QUESTION
from desktop.domain.themes.members import Part

OPTIONAL = "theme_members"
OPTIONAL_TEXT = "哪些可选事项一并办理？"
"""Which optional members are taken is a question like any other, asked first."""

Names = Mapping[str, str]
"""A member's question to the theme's."""


@dataclass(frozen=True, slots=True)
class Joint:
    """`questions` under the theme's own names; `names` by member; `given` what the theme answers."""

    questions: tuple[Question, ...]
    names: Mapping[str, Names]
    given: Answers

    def only(self, keys: Set[str]) -> Joint:
        """What these members ask. Names are given over all members, so that an answer keeps its
        question when an optional member comes or goes.
        """
        wanted = {name for key in keys for name in self.names[key].values()} | {OPTIONAL}
        return Joint(
            tuple(question for question in self.questions if question.id in wanted),
            {key: self.names[key] for key in keys},
            {name: answer for name, answer in self.given.items() if name in wanted},
        )

    def of_member(self, part: Part, answers: Answers) -> dict[str, tuple[str, ...]]:
        """What is known for this member: the theme's own answers, and what a person told.

        An answer that the question does not offer (any more) is none: it is asked again.
        """
        known = {**answers, **self.given}
        names = self.names[part.key]
        told = {q.id: offered(q, known.get(names[q.id])) for q in part.item.questions}
        return {id: answer for id, answer in told.items() if answer is not None}


def optional_question(parts: Sequence[Part]) -> Question | None:
    """Puts the optional members to choice, by name; none where every member is required."""
    names = tuple(choices(parts))
    if not names:
        return None
    return Question(OPTIONAL, OPTIONAL_TEXT, QuestionKind.CHOICE, True, names, ())


def choices(parts: Sequence[Part]) -> dict[str, str]:
    """The optional members' keys by the words that choose them; a name that comes again has the
    key beside it.
    """
    found: dict[str, str] = {}
    for part in parts:
        if part.optional:
            name = part.item.name
            found[f"{name}（{part.key}）" if name in found else name] = part.key
    return found


def joint(parts: Sequence[Part], first: Question | None = None) -> Joint:
    """Every question of the members in their order, after the one put `first`."""
    found: dict[str, Question] = {first.id: first} if first else {}
    known: dict[Hashable, str] = {}
    names: dict[str, dict[str, str]] = {}
    given: dict[str, tuple[str, ...]] = {}
    for part in parts:
        own = names.setdefault(part.key, {})
        for question in part.item.questions:
            answer = offered(question, part.given.get(question.id))
            same = _same(question, answer)
            name = known.get(same)
            if name is None:
                name = question.id if question.id not in found else f"{part.key}.{question.id}"
                known[same] = name
                found[name] = replace(question, id=name)
            own[question.id] = name
            if answer is not None:
                given[name] = answer
    return Joint(tuple(found.values()), names, given)


def offered(question: Question, answer: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The answer, or None where the question does not offer it: then a person is asked."""
    if answer is None or not set(answer) <= set(question.options):
        return None
    fits = question.multi or len(set(answer)) == 1
    return tuple(dict.fromkeys(answer)) if fits else None


def renamed(condition: Condition | None, names: Names) -> Condition | None:
    """The condition over the theme's questions."""
    match condition:
        case Chosen(question, options):
            return Chosen(names.get(question, question), options)
        case AllOf(parts):
            return AllOf(tuple(c for part in parts if (c := renamed(part, names))))
        case AnyOf(parts):
            return AnyOf(tuple(c for part in parts if (c := renamed(part, names))))
        case Not(part):
            told = renamed(part, names)
            return Not(told) if told else None
    return None


def _same(question: Question, answer: tuple[str, ...] | None) -> Hashable:
    """What makes two questions one; that of the agent is one whatever its words."""
    text = "" if question.id == AGENT_QUESTION else question.text
    return (question.id, text, question.options, question.multi, answer)
