"""减免台账 of a theme: submissions, materials, visits and days, separately and as one thing.

Visits are assumed until they are measured; days are promised limits, mostly samples: side by side
a stage takes as long as its longest member.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.guidance.checklist import Need, ReasonKind
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.terms import Unit
from desktop.domain.savings.case_ledger import Sources
from desktop.domain.savings.saving import Measure, Part, Rule, Saving, bases_of
from desktop.domain.themes.figures import visits_assumed
from desktop.domain.themes.plan import FORM, JointLine, Plan, Planned


def savings(plan: Plan, sources: Sources) -> tuple[Saving, ...]:
    """Each measure with the rules behind its difference, cited."""
    permit = any(member.part.item.is_licence for member in plan.members)
    told = (_submissions(plan), _materials(plan), _visits(plan), _days(plan))
    return tuple(
        replace(
            one,
            parts=tuple(
                replace(part, basis=cite_all(bases_of(part.rule, permit), sources))
                for part in one.parts
                if part.count
            ),
        )
        for one in told
    )


def _submissions(plan: Plan) -> Saving:
    count = len(plan.members)
    once = min(1, count)
    part = Part(rule=Rule.ONE_SUBMISSION, count=count - once, names=_members(plan.members))
    return Saving(measure=Measure.SUBMISSIONS, before=count, after=once, parts=(part,))


def _visits(plan: Plan) -> Saving:
    before = sum(visits_assumed(member.part.item) for member in plan.members)
    once = min(1, len(plan.members))
    part = Part(rule=Rule.ONE_SUBMISSION, count=before - once)
    return Saving(measure=Measure.VISITS, before=before, after=once, parts=(part,))


def _days(plan: Plan) -> Saving:
    """Only what the whole waits for counts: the longest of each stage."""
    before = sum(member.days for member in plan.members)
    after = sum(member.days for member in plan.critical)
    waiting = [member for member in plan.members if member.days and member not in plan.critical]
    part = Part(rule=Rule.PARALLEL, count=before - after, names=_members(waiting))
    unit = str(Unit.WORKING_DAY)
    return Saving(measure=Measure.DAYS, before=before, after=after, unit=unit, parts=(part,))


def _materials(plan: Plan) -> Saving:
    kept = [line for line in plan.lines if line.line.need is not Need.EXEMPT]
    spared = [line for line in plan.lines if line.line.need is Need.EXEMPT]
    shared = [line for line in spared if line.line.reason.kind is ReasonKind.SHARED]
    licensed = [line for line in spared if line not in shared]
    again = [line for line in kept if line.key != FORM and _asked(plan, line) > 1]
    form = [line for line in kept if line.key == FORM]
    one_form = Part(
        rule=Rule.ONE_FORM, count=sum(_asked(plan, line) - 1 for line in form), names=plan.forms
    )
    once = Part(
        rule=Rule.ONCE, count=sum(_asked(plan, line) - 1 for line in again), names=_names(again)
    )
    return Saving(
        measure=Measure.MATERIALS,
        before=sum(_asked(plan, line) for line in (*plan.lines, *plan.produced)),
        after=len(kept),
        parts=(
            one_form,
            once,
            _whole(Rule.PRODUCED, plan, plan.produced),
            _whole(Rule.E_LICENCE, plan, licensed),
            _whole(Rule.DATA_SHARE, plan, shared),
        ),
    )


def _whole(rule: Rule, plan: Plan, lines: Iterable[JointLine]) -> Part:
    """Lines that nobody hands in."""
    found = list(lines)
    count = sum(_asked(plan, line) for line in found)
    return Part(rule=rule, count=count, names=_names(found))


def _asked(plan: Plan, line: JointLine) -> int:
    """How often the document would be handed in separately."""
    return sum(_times(plan.member(key), line.key) for key in line.uses)


def _times(member: Planned, key: str) -> int:
    needed = [one for one in member.checklist.lines if one.need is not Need.NOT_APPLICABLE]
    if key == FORM:
        return sum(one.material.is_application_form for one in needed)
    return sum(one.material.key == key for one in needed)


def _names(lines: Iterable[JointLine]) -> tuple[str, ...]:
    return tuple(line.line.material.name for line in lines)


def _members(members: Iterable[Planned]) -> tuple[str, ...]:
    return tuple(member.part.item.name for member in members)
