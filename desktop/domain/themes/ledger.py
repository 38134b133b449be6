"""减免台账 of a theme: what each figure was, what it is, and the rule behind every difference.

The cuts of a figure add up to what it fell by. Visits are assumed (推定) until they are measured;
days are promised limits, mostly samples.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.guidance.checklist import Need
from desktop.domain.themes.figures import visits_assumed
from desktop.domain.themes.plan import FORM, JointLine, Plan, Planned


class Measure(StrEnum):
    """What is counted: times, pieces, times, days."""

    SUBMISSIONS = "submissions"
    MATERIALS = "materials"
    VISITS = "visits"
    DAYS = "days"


class Rule(StrEnum):
    """Why a figure falls; `desktop.wording.themes` has the sentences."""

    ONE_SUBMISSION = "one_submission"
    ONE_FORM = "one_form"
    ONCE = "once"
    PRODUCED_INSIDE = "produced_inside"
    SPARED = "spared"
    ONE_VISIT = "one_visit"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """By how much, by which rule; `details` names the documents or the members."""

    rule: Rule
    by: int
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure, separately and as a theme. `assumed`: nobody has measured it."""

    measure: Measure
    before: int
    after: int
    cuts: tuple[Cut, ...] = ()
    assumed: bool = False


def ledger(plan: Plan) -> tuple[Figure, ...]:
    """Submissions, materials, visits, days."""
    count = len(plan.members)
    visits = sum(visits_assumed(member.part.item) for member in plan.members)
    once, serial = min(1, count), sum(member.days for member in plan.members)
    path = sum(member.days for member in plan.critical)
    names = tuple(member.part.item.name for member in plan.members)
    waited = tuple(member.part.item.name for member in plan.critical)
    return (
        _figure(Measure.SUBMISSIONS, count, once, _cut(Rule.ONE_SUBMISSION, count - once, names)),
        _materials(plan),
        _figure(Measure.VISITS, visits, once, _cut(Rule.ONE_VISIT, visits - once), assumed=True),
        _figure(
            Measure.DAYS, serial, path, _cut(Rule.PARALLEL, serial - path, waited), assumed=True
        ),
    )


def _materials(plan: Plan) -> Figure:
    before = sum(_uses(line, plan) for line in (*plan.lines, *plan.produced))
    kept = [line for line in plan.lines if line.line.need is not Need.EXEMPT]
    spared = [line for line in plan.lines if line.line.need is Need.EXEMPT]
    shared = [line for line in kept if line.key != FORM and _uses(line, plan) > 1]
    forms = sum(_uses(line, plan) - 1 for line in kept if line.key == FORM)
    cuts = (
        *_cut(Rule.ONE_FORM, forms, plan.forms),
        *_cut(Rule.ONCE, sum(_uses(line, plan) - 1 for line in shared), _names(shared)),
        *_cut(
            Rule.PRODUCED_INSIDE,
            sum(_uses(line, plan) for line in plan.produced),
            _names(plan.produced),
        ),
        *_cut(Rule.SPARED, sum(_uses(line, plan) for line in spared), _names(spared)),
    )
    return _figure(Measure.MATERIALS, before, len(kept), cuts)


def _uses(line: JointLine, plan: Plan) -> int:
    """How often the document would be handed in separately."""
    return sum(_asked(plan.member(key), line.key) for key in line.uses)


def _asked(member: Planned, key: str) -> int:
    lines = [one for one in member.checklist.lines if one.need is not Need.NOT_APPLICABLE]
    if key == FORM:
        return sum(line.material.is_application_form for line in lines)
    return sum(line.material.key == key for line in lines)


def _figure(
    measure: Measure, before: int, after: int, cuts: tuple[Cut, ...], assumed: bool = False
) -> Figure:
    return Figure(measure=measure, before=before, after=after, cuts=cuts, assumed=assumed)


def _cut(rule: Rule, by: int, details: tuple[str, ...] = ()) -> tuple[Cut, ...]:
    """Nothing cut, nothing told."""
    return (Cut(rule=rule, by=by, details=details),) if by else ()


def _names(lines: Iterable[JointLine]) -> tuple[str, ...]:
    return tuple(line.line.material.name for line in lines)
