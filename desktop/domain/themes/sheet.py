"""The theme at the counter: its one sheet of ticks, and each member's part of it as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import UNTICKED, Check, Kept, Tick
from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.checklist import Need
from desktop.domain.identity.party import agent_answer
from desktop.domain.themes.plan import FORM, Plan, Planned, joint_checklist, plan


@dataclass(frozen=True, slots=True)
class JointSheet(Sheet):
    """The checklist of all members: which questions are put is what they ask, not what one item of
    their conditions would.
    """

    plan: Plan

    @property
    def asked(self) -> tuple[str, ...]:
        """What a person answered of what the theme asks, and what still decides, in its order."""
        plan = self.plan
        put = {*plan.answers, *plan.deciding} - set(plan.joint.given)
        return tuple(q.id for q in plan.joint.questions if q.id in put)

    @property
    def next_question(self) -> str:
        """The question to put now; empty when the checklist stands."""
        return next(iter(self.plan.deciding), "")

    @property
    def most_left(self) -> int:
        """How many questions are left at most."""
        return len(self.plan.deciding)


def plan_of(theme: Theme, catalogue: Catalogue, draft: Draft) -> Plan:
    """The plan as this draft stands; 谁来办 answers every member's agent question."""
    answers = {**draft.answers, **agent_answer(draft.presence)}
    return plan(theme, catalogue, answers, draft.licences)


def lay_out(plan: Plan, draft: Draft) -> JointSheet:
    """The joint checklist with its ticks, numbered as the keys tick it."""
    checklist = joint_checklist(plan)
    rows = tuple(
        Row(number, line.line, draft.tick(line.key)) for number, line in enumerate(plan.lines, 1)
    )
    apart = tuple(line.line for line in plan.apart)
    return JointSheet(checklist.item, checklist, rows, apart, plan)


def member_draft(
    plan: Plan, member: Planned, draft: Draft, theme: str, results: Mapping[str, str]
) -> Draft:
    """What the one submission holds for this member. `results` tell, by the producing member's
    key, the result that stands for what it produces.
    """
    produced = {line.key: line.producer for line in plan.produced if member.key in line.uses}
    handed = {line.key for line in plan.lines if member.key in line.uses}
    ticks: dict[str, Tick] = {}
    for line in member.checklist.lines:
        material = line.material
        key = FORM if material.is_application_form else material.key
        if line.need is Need.NOT_APPLICABLE:
            continue
        if key in produced:
            note = results.get(produced[key], "")
            ticks[material.key] = Tick(check=Check.EXEMPT, kept=Kept.ELECTRONIC, note=note)
        elif key in handed and (tick := draft.tick(key)) != UNTICKED:
            ticks[material.key] = _fitting(tick, line.need)
    own = {FORM if key.startswith("APPLY_") else key: key for key in ticks}
    return replace(
        draft,
        id=f"{draft.id}.{member.key}",
        item=member.part.item.id,
        answers=plan.joint.of_member(member.part, plan.answers),
        ticks=ticks,
        spot=tuple(replace(one, key=own[one.key]) for one in draft.spot if one.key in own),
        theme=theme,
    )


def _fitting(tick: Tick, need: Need) -> Tick:
    """What may follow later for one member may be left out for another that only welcomes it."""
    return UNTICKED if tick.check is Check.PENDING and need is Need.OPTIONAL else tick
