"""Questions that share conditions, and the best of them to put next.

What one group decides no other touches, so the questions needed are the sum over the groups. The
best question leaves the fewest further ones: on the mean over the situations that can be told
apart, each as likely as the next; then at worst; then as the item lists them. It is found exactly,
by going through every combination of known and open answers. Above `MOST_STATES` of those the
question comes first that the most outcomes still wait for, until few enough are open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from math import prod

from desktop.domain.guidance.condition import Answers, Chosen, Condition, atoms
from desktop.domain.guidance.item import Question, ServiceItem
from desktop.domain.guidance.open_questions import (
    MOST,
    Choice,
    Outcome,
    changers,
    choices_of,
    deciding_questions,
    how_many,
    outcomes,
    questions_named,
    stand_ins,
)

MOST_STATES = 400
"""Combinations of known and open answers up to which a group is gone through: some 10 ms."""

State = tuple[Choice | None, ...]
"""What is known of each question of a group; None while it is open."""
_VARIES = object()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left to ask: in `total` over its `situations`, at `worst`, and the question to put
    `now`, None when nothing is left.
    """

    total: int
    situations: int
    worst: int
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers that make a difference. `instead`: each option's stand-in."""

    question: Question
    instead: Mapping[str, str]
    count: int
    choices: tuple[Choice, ...]

    def known(self, chosen: Choice) -> Choice:
        """The answer as far as the conditions can tell it from others."""
        told = {self.instead[option] for option in chosen if option in self.instead}
        return tuple(option for option in self.instead if option in told)


@dataclass(frozen=True, slots=True)
class Decided:
    """Something that can turn out differently, by the questions at these `places` alone."""

    conditions: tuple[Condition, ...]
    outcome: Outcome
    places: tuple[int, ...]
    results: dict[State, Hashable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """`rest` answers what decides nothing. Plans and results are kept once found."""

    asked: tuple[Asked, ...]
    decides: tuple[Decided, ...]
    rest: Answers
    _plans: dict[State, Plan] = field(default_factory=dict)
    _results: dict[State, Hashable] = field(default_factory=dict)

    def plan(self, given: Answers) -> Plan:
        """What is left for what a person answered so far."""
        state = tuple(
            one.known(given[one.question.id]) if one.question.id in given else None
            for one in self.asked
        )
        if state not in self._plans:
            self._plans[state] = self._planned(state)
        return self._plans[state]

    def _planned(self, state: State) -> Plan:
        waiting = self._waiting(state)
        closed = tuple(
            one.choices[0] if known is None and one.question.id not in waiting else known
            for one, known in zip(self.asked, state, strict=True)
        )
        if prod(1 + self.asked[place].count for place in _open(closed)) <= MOST_STATES:
            return self._exact(closed)
        opened = [self.asked[place].question.id for place in _open(closed)]
        return Plan(len(opened), 1, len(opened), max(opened, key=waiting.__getitem__))

    def _exact(self, state: State) -> Plan:
        if state not in self._plans:
            self._plans[state] = self._solved(state)
        return self._plans[state]

    def _solved(self, state: State) -> Plan:
        situations = prod(self.asked[place].count for place in _open(state))
        if self._result(state) is not _VARIES:
            return Plan(0, situations, 0)
        ways = [self._asking(state, place, situations) for place in _open(state)]
        return min(ways, key=lambda plan: (plan.total, plan.worst))

    def _asking(self, state: State, place: int, situations: int) -> Plan:
        """The plan that puts this question first."""
        then = [self._exact(after) for after in self._after(state, place)]
        total = situations + sum(plan.total for plan in then)
        worst = 1 + max(plan.worst for plan in then)
        return Plan(total, situations, worst, self.asked[place].question.id)

    def _result(self, state: State) -> Hashable:
        """What comes of it whatever the open answers are, or `_VARIES`."""
        if state not in self._results:
            self._results[state] = self._found(state)
        return self._results[state]

    def _found(self, state: State) -> Hashable:
        opened = _open(state)
        if not opened:
            return tuple(self._turned_out(one, state) for one in self.decides)
        results = {self._result(after) for after in self._after(state, opened[0])}
        return results.pop() if len(results) == 1 else _VARIES

    def _turned_out(self, one: Decided, state: State) -> Hashable:
        named = tuple(state[place] for place in one.places)
        if named not in one.results:
            one.results[named] = one.outcome(self._answers(state))
        return one.results[named]

    def _after(self, state: State, place: int) -> Iterator[State]:
        for chosen in self.asked[place].choices:
            yield (*state[:place], chosen, *state[place + 1 :])

    def _answers(self, state: State) -> dict[str, Choice]:
        pairs = zip(self.asked, state, strict=True)
        known = {one.question.id: chosen for one, chosen in pairs if chosen is not None}
        return {**self.rest, **known}

    def _waiting(self, state: State) -> Counter[str]:
        """The open questions that still decide, each with how many outcomes wait for it."""
        known, waiting = self._answers(state), Counter[str]()
        for one in self.decides:
            opened = [self.asked[place].question for place in one.places if state[place] is None]
            waiting.update(changers(opened, one.conditions, known, one.outcome))
        return waiting


def groups_of(item: ServiceItem) -> tuple[Group, ...]:
    """The item's deciding questions, grouped by what they decide together."""
    deciding = deciding_questions(item, {})
    found = list(outcomes(item))
    together: list[set[str]] = []
    for conditions, _ in found:
        names = questions_named(conditions) & set(deciding)
        apart = [group for group in together if not group & names]
        together = [*apart, names.union(*(group for group in together if group & names))]
    return tuple(_group(item, names, found) for names in together if names)


def _group(
    item: ServiceItem, names: set[str], found: list[tuple[list[Condition], Outcome]]
) -> Group:
    ids = [question.id for question in item.questions if question.id in names]
    decides = [
        Decided(tuple(conditions), outcome, tuple(places))
        for conditions, outcome in found
        if (places := [ids.index(id) for id in ids if id in questions_named(conditions)])
    ]
    named = [atom for one in decides for condition in one.conditions for atom in atoms(condition)]
    rest = {q.id: q.default for q in item.questions if q.id not in names}
    asked = tuple(_asked(q, named) for q in item.questions if q.id in names)
    return Group(asked, tuple(decides), rest)


def _asked(question: Question, named: list[Chosen]) -> Asked:
    instead = stand_ins(question, named)
    classes = list(dict.fromkeys(instead.values()))
    count = how_many(question, classes)
    some = classes if count <= MOST else classes[:1]
    return Asked(question, instead, count, tuple(choices_of(question, some)))


def _open(state: State) -> list[int]:
    return [place for place, known in enumerate(state) if known is None]
