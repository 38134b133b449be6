"""Which materials this situation needs, each exactly once, and why (行政许可法 30, 31).

A pure function of the item, what was answered and which e-licences the holder has. An unanswered
question counts with its default; the default is a suggestion, so it stays in `unanswered`.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.guidance import commitment
from desktop.domain.guidance.condition import Answers, Condition, holds
from desktop.domain.guidance.item import (
    Limit,
    Material,
    Question,
    Routing,
    ServiceItem,
)
from desktop.domain.guidance.open_questions import deciding_questions
from desktop.domain.guidance.terms import LimitKind, Necessity
from desktop.domain.refusal import Refusal


class Need(StrEnum):
    """What is asked of the applicant for one material."""

    SUBMIT = "submit"
    EXEMPT = "exempt"
    DEFERRABLE = "deferrable"
    OPTIONAL = "optional"
    NOT_APPLICABLE = "not_applicable"


class ReasonKind(StrEnum):
    """Why a material has its need; `desktop.wording.guidance.items` has the sentences."""

    ALWAYS = "always"
    CONDITION_MET = "condition_met"
    CONDITION_NOT_MET = "condition_not_met"
    LICENCE_HELD = "licence_held"
    SHARED = "shared"
    COMMITTED = "committed"
    DEFERRABLE = "deferrable"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Reason:
    """`licence`: the e-licence or shared record that spares the material, or could.

    `condition` is the material's own; `shareable` a record that is only planned to be shared
    (拟共享): it informs and spares nothing.
    """

    kind: ReasonKind
    condition: Condition | None = None
    licence: str | None = None
    shareable: str | None = None


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One material in this situation."""

    material: Material
    need: Need
    reason: Reason


@dataclass(frozen=True, slots=True)
class Checklist:
    """Lines in the item's order. `deciding`: unanswered questions that could still change it."""

    item: ServiceItem
    answers: Answers
    lines: tuple[ChecklistLine, ...]
    routing: tuple[Routing, ...]
    unanswered: tuple[str, ...]
    deciding: tuple[str, ...]

    @property
    def listed(self) -> int:
        """How many materials the item lists in all, before the situation is known."""
        return len(self.lines)

    @property
    def to_submit(self) -> int:
        """How many must be handed in now; what may follow later is not counted."""
        return sum(line.need is Need.SUBMIT for line in self.lines)

    def line(self, key: str) -> ChecklistLine:
        """The line of the material `key`; KeyError where the item has no such material."""
        for line in self.lines:
            if line.material.key == key:
                return line
        raise KeyError(key)


def resolve(
    item: ServiceItem,
    answers: Answers,
    licences: Set[str] = frozenset(),
    committed: bool = False,
) -> Checklist:
    """The checklist of one applicant. `licences` are the e-licences the holder really has;
    `committed`: 告知承诺 was chosen at the counter, where no question of the item asks for the way.

    Refuses (`unknown_answer`, `one_answer_only`) what the item's questions do not offer.
    """
    given = checked(item, answers)
    effective = with_defaults(item, given)
    promised = commitment.chosen(item, effective, committed)
    return Checklist(
        item=item,
        answers=effective,
        lines=tuple(_line(material, effective, licences, promised) for material in item.materials),
        routing=tuple(hint for hint in item.routing if holds(hint.if_, effective)),
        unanswered=tuple(question.id for question in item.questions if question.id not in given),
        deciding=deciding_questions(item, given),
    )


def checked(item: ServiceItem, answers: Answers) -> dict[str, tuple[str, ...]]:
    """The answers a person gave, refused where the item does not know them.

    No option chosen answers a question that takes several (none of them); a question that takes
    one stays unanswered.
    """
    questions = {question.id: question for question in item.questions}
    given: dict[str, tuple[str, ...]] = {}
    for name, chosen in answers.items():
        question = questions.get(name)
        if question is None:
            raise Refusal("unknown_answer", item=item.id, question=name, option=", ".join(chosen))
        _check_options(item, question, chosen)
        if chosen or question.multi:
            given[name] = tuple(dict.fromkeys(chosen))
    return given


def _check_options(item: ServiceItem, question: Question, chosen: tuple[str, ...]) -> None:
    for option in chosen:
        if option not in question.options:
            raise Refusal("unknown_answer", item=item.id, question=question.id, option=option)
    if len(set(chosen)) > 1 and not question.multi:
        raise Refusal(
            "one_answer_only", item=item.id, question=question.id, option=", ".join(chosen)
        )


def with_defaults(item: ServiceItem, given: Answers) -> Mapping[str, tuple[str, ...]]:
    """What the conditions are judged by: the given answer, else the question's default."""
    return {question.id: given.get(question.id, question.default) for question in item.questions}


def limits(item: ServiceItem, answers: Answers) -> tuple[Limit, Limit]:
    """The legal and the promised limit in this situation; the first variant that holds wins."""
    effective = with_defaults(item, checked(item, answers))
    return (
        limits_of(item, LimitKind.STATUTORY, effective),
        limits_of(item, LimitKind.COMMITMENT, effective),
    )


def limits_of(item: ServiceItem, kind: LimitKind, answers: Answers) -> Limit:
    """The limit of one kind; `answers` as `with_defaults` gives them."""
    base = item.statutory_limit if kind is LimitKind.STATUTORY else item.commitment_limit
    for variant in item.limit_variants:
        if variant.what is kind and holds(variant.if_, answers):
            sample = base.illustrative and not variant.basis
            return Limit(
                variant.value, variant.unit, variant.basis, variant.confidence, variant.note, sample
            )
    return base


def _line(
    material: Material, answers: Answers, licences: Set[str], promised: bool
) -> ChecklistLine:
    condition = material.condition
    shareable = None if material.data_share in licences else material.data_share
    if not holds(condition, answers):
        reason = Reason(ReasonKind.CONDITION_NOT_MET, condition)
        return ChecklistLine(material, Need.NOT_APPLICABLE, reason)
    if material.e_licence in licences:
        reason = Reason(ReasonKind.LICENCE_HELD, condition, material.e_licence)
        return ChecklistLine(material, Need.EXEMPT, reason)
    if material.data_share in licences:
        reason = Reason(ReasonKind.SHARED, condition, material.data_share)
        return ChecklistLine(material, Need.EXEMPT, reason)
    if promised and material.commitment:
        reason = Reason(ReasonKind.COMMITTED, condition)
        return ChecklistLine(material, Need.EXEMPT, reason)
    need, kind = _NEEDS[material.necessity]
    if need is Need.SUBMIT and condition is not None:
        kind = ReasonKind.CONDITION_MET
    return ChecklistLine(material, need, Reason(kind, condition, material.e_licence, shareable))


_NEEDS = {
    Necessity.REQUIRED: (Need.SUBMIT, ReasonKind.ALWAYS),
    Necessity.DEFERRABLE: (Need.DEFERRABLE, ReasonKind.DEFERRABLE),
    Necessity.OPTIONAL: (Need.OPTIONAL, ReasonKind.OPTIONAL),
}
