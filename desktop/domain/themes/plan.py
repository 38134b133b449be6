"""主题办理方案: one checklist for all members, and which of them run side by side.

北京市优化营商环境条例 56: 一次告知、一次受理、一次送达; 行政许可法 26. Each document is asked for once,
whoever needs it; what a member of an earlier stage produces is not asked for; application forms
merge to one; what an e-licence in hand spares for one member it spares for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.checklist import Checklist, ChecklistLine, Need, resolve
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Material, Routing, ServiceItem
from desktop.domain.guidance.terms import ItemType
from desktop.domain.themes import members
from desktop.domain.themes.figures import promised_days
from desktop.domain.themes.members import Part
from desktop.domain.themes.questions import (
    OPTIONAL,
    Joint,
    Names,
    choices,
    joint,
    optional_question,
    renamed,
)

FORM = "APPLY_THEME"
FORM_NAME = "一件事申请表"
"""The one form that the members' application forms merge to."""

_STRENGTH = (Need.EXEMPT, Need.SUBMIT, Need.DEFERRABLE, Need.OPTIONAL)
"""What holds for a document that several members ask for: spared for one is spared for all, else
the strictest of them."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A member in this situation, with its own checklist and promised days."""

    part: Part
    checklist: Checklist
    days: int

    @property
    def key(self) -> str:
        return self.part.key

    @property
    def order(self) -> int:
        return self.part.order


@dataclass(frozen=True, slots=True)
class JointLine:
    """One document: `uses` by member, in their order. `producer` is the member whose result it is."""

    line: ChecklistLine
    uses: tuple[str, ...]
    producer: str = ""

    @property
    def key(self) -> str:
        return self.line.material.key


@dataclass(frozen=True)
class Plan:
    """`lines` are to be handed in or spared, `produced` come of the members themselves, `apart` are
    not needed here. `forms` are the names that merged; `unknown` the members left out.
    """

    theme: Theme
    members: tuple[Planned, ...]
    joint: Joint
    answers: Answers
    lines: tuple[JointLine, ...]
    produced: tuple[JointLine, ...]
    apart: tuple[JointLine, ...]
    forms: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def orders(self) -> tuple[int, ...]:
        """The stages that have members, in order."""
        return tuple(sorted({member.order for member in self.members}))

    def stage(self, order: int) -> tuple[Planned, ...]:
        """The members that run side by side."""
        return tuple(member for member in self.members if member.order == order)

    def member(self, key: str) -> Planned:
        """KeyError where the plan has no such member."""
        return self._by_key[key]

    @cached_property
    def critical(self) -> tuple[Planned, ...]:
        """The longest member of each stage, the first of equals: what the whole waits for."""
        stages = [self.stage(order) for order in self.orders]
        return tuple(max(stage, key=lambda member: member.days) for stage in stages)

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """Questions that a person has still to answer for some member, each once."""
        open_ = {
            self.joint.names[member.key][id]
            for member in self.members
            for id in member.checklist.deciding
        }
        if OPTIONAL not in self.answers:
            open_.add(OPTIONAL)
        return tuple(q.id for q in self.joint.questions if q.id in open_)

    @cached_property
    def _by_key(self) -> Mapping[str, Planned]:
        return {member.key: member for member in self.members}


def plan(
    theme: Theme,
    catalogue: Catalogue,
    answers: Answers | None = None,
    licences: Set[str] = frozenset(),
    every: bool = False,
) -> Plan:
    """The theme for one applicant. `answers` are what a person told, under the theme's names; what
    it does not ask is passed over. Optional members are those answered to `OPTIONAL`, or `every`.
    """
    told = dict(answers or {})
    all_parts = members.parts(theme, catalogue)
    names = choices(all_parts)
    chosen = {names[name] for name in told.get(OPTIONAL, ()) if name in names}
    parts = all_parts if every else members.parts(theme, catalogue, chosen)
    asked = joint(all_parts, optional_question(all_parts)).only({part.key for part in parts})
    planned = tuple(_planned(part, asked, told, licences) for part in parts)
    lines, produced, apart = _sorted(planned, asked)
    return Plan(
        theme=theme,
        members=planned,
        joint=asked,
        answers=told,
        lines=lines,
        produced=produced,
        apart=apart,
        forms=_forms(planned),
        unknown=members.unknown(theme, catalogue),
    )


def joint_item(plan: Plan) -> ServiceItem:
    """The theme as if it were one item: what a checklist on the screen is made of."""
    every = (*plan.lines, *plan.produced, *plan.apart)
    return ServiceItem(
        id=plan.theme.id,
        name=plan.theme.name,
        type=ItemType.PUBLIC_SERVICE,
        questions=plan.joint.questions,
        materials=tuple(line.line.material for line in every),
        routing=_routing(plan.members, plan.joint),
    )


def joint_checklist(plan: Plan) -> Checklist:
    """Its checklist. What the theme answers itself is neither open nor put to a person."""
    known = {**plan.answers, **plan.joint.given}
    questions = plan.joint.questions
    return Checklist(
        item=joint_item(plan),
        answers={q.id: known.get(q.id, q.default) for q in questions},
        lines=tuple(line.line for line in (*plan.lines, *plan.apart)),
        routing=_routing(plan.members, plan.joint, told=True),
        unanswered=tuple(q.id for q in questions if q.id not in plan.answers),
        deciding=plan.deciding,
    )


def _planned(part: Part, asked: Joint, told: Answers, licences: Set[str]) -> Planned:
    checklist = resolve(part.item, asked.of_member(part, told), licences)
    return Planned(part, checklist, promised_days(part.item, checklist.answers))


@dataclass(frozen=True, slots=True)
class _Use:
    member: Planned
    line: ChecklistLine


def _sorted(
    planned: Sequence[Planned], asked: Joint
) -> tuple[tuple[JointLine, ...], tuple[JointLine, ...], tuple[JointLine, ...]]:
    """Each document once: to look at, produced inside, not needed."""
    makers = _makers(planned)
    uses: dict[str, list[_Use]] = {}
    for member in planned:
        for line in member.checklist.lines:
            told = _as_joint(line, asked.names[member.key])
            uses.setdefault(told.material.key, []).append(_Use(member, told))
    lines: list[JointLine] = []
    produced: list[JointLine] = []
    apart: list[JointLine] = []
    for key, found in uses.items():
        needed = [use for use in found if use.line.need is not Need.NOT_APPLICABLE]
        maker = makers.get(key)
        inside = [use for use in needed if maker and maker.order < use.member.order]
        outside = [use for use in needed if use not in inside]
        if outside:
            lines.append(_merged(outside))
        if inside and maker:
            produced.append(replace(_merged(inside), producer=maker.key))
        if not needed:
            apart.append(_merged(found))
    return tuple(lines), tuple(produced), tuple(apart)


def _makers(planned: Iterable[Planned]) -> dict[str, Planned]:
    """Who produces a document first."""
    makers: dict[str, Planned] = {}
    for member in planned:
        for key in member.part.item.produces:
            makers.setdefault(key, member)
    return makers


def _as_joint(line: ChecklistLine, names: Names) -> ChecklistLine:
    """The line over the theme's questions, an application form as the one form of the theme."""
    condition = renamed(line.reason.condition, names)
    material = replace(line.material, condition=renamed(line.material.condition, names))
    if material.is_application_form:
        material = replace(material, key=FORM, name=FORM_NAME)
    reason = replace(line.reason, condition=condition)
    return replace(line, material=material, reason=reason)


def _merged(uses: list[_Use]) -> JointLine:
    """One line for all who ask for it: the strictest need, the most copies, every basis."""
    ranked = sorted(uses, key=lambda use: _rank(use.line.need))
    first = ranked[0].line
    materials = [use.line.material for use in uses]
    material = replace(
        first.material,
        copies=max((m.copies or 1 for m in materials), default=1),
        e_licence=next((m.e_licence for m in materials if m.e_licence), None),
        legal_source=tuple(dict.fromkeys(b for m in materials for b in m.legal_source)),
    )
    users = dict.fromkeys(use.member.key for use in uses)
    return JointLine(replace(first, material=material), tuple(users))


def _rank(need: Need) -> int:
    return _STRENGTH.index(need) if need in _STRENGTH else len(_STRENGTH)


def _forms(planned: Iterable[Planned]) -> tuple[str, ...]:
    return tuple(material.name for member in planned for material in _needed_forms(member))


def _needed_forms(member: Planned) -> list[Material]:
    return [
        line.material
        for line in member.checklist.lines
        if line.material.is_application_form and line.need is not Need.NOT_APPLICABLE
    ]


def _routing(planned: Iterable[Planned], asked: Joint, told: bool = False) -> tuple[Routing, ...]:
    """Every member's hints, each once; with `told` those that hold now."""
    found: dict[str, Routing] = {}
    for member in planned:
        hints = member.checklist.routing if told else member.part.item.routing
        for hint in hints:
            condition = renamed(hint.if_, asked.names[member.key])
            if condition is not None:
                found.setdefault(hint.then, replace(hint, if_=condition))
    return tuple(found.values())
