"""What one case saves: the ledger listed → to hand in, steps, visits, days, each with its rules.

Visits are an assumption until they are counted: two for an item, to hand in and to collect, one
where it is settled at once. Days are saved by a promise that is 已核定 alone, never by a sample.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.domain.cases.draft import Channel, Draft, Way
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import Check
from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.checklist import Need, ReasonKind, limits
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Unit
from desktop.domain.savings.saving import Measure, Part, Rule, Saving, bases_of

Sources = Mapping[str, Source]
VISITS, VISITS_AT_ONCE = 2, 1
"""To hand in and to collect; once where it is settled at once (the catalogue's assumption)."""

_BY_REASON = {
    ReasonKind.LICENCE_HELD: Rule.E_LICENCE,
    ReasonKind.SHARED: Rule.DATA_SHARE,
    ReasonKind.COMMITTED: Rule.COMMITMENT,
}


def savings(sheet: Sheet, draft: Draft, sources: Sources, instant: bool) -> tuple[Saving, ...]:
    """The ledger of a draft as it stands. `instant`: this hall settles it at once.

    A measure that nothing is known of is left out; one without a difference stays in.
    """
    told = (
        _materials(sheet),
        _steps(sheet, instant),
        _visits(draft, instant),
        _days(sheet, instant),
    )
    permit = sheet.item.is_licence
    return tuple(_cited(one, permit, sources) for one in told if one is not None)


def counted(told: Iterable[Saving], days: tuple[date, ...]) -> tuple[Saving, ...]:
    """With the visits that really were: the days on which somebody stood at the counter."""
    return tuple(
        _measured(one, len(days)) if one.measure is Measure.VISITS else one for one in told
    )


def _measured(told: Saving, visits: int) -> Saving:
    rest = told.before - visits - sum(part.count for part in told.parts)
    more = (Part(rule=Rule.MEASURED, count=rest),) if rest else ()
    return replace(told, after=visits, measured=True, parts=(*told.parts, *more))


def _materials(sheet: Sheet) -> Saving:
    spared: dict[Rule, list[str]] = {}
    for line in sheet.apart:
        spared.setdefault(Rule.SITUATION, []).append(line.material.name)
    left = {row.key for row in sheet.to_hand_in}
    for row in sheet.rows:
        if row.key not in left:
            spared.setdefault(_rule(row), []).append(row.line.material.name)
    return Saving(
        measure=Measure.MATERIALS,
        before=sheet.checklist.listed,
        after=len(left),
        parts=tuple(
            Part(rule=rule, count=len(names), names=tuple(names)) for rule, names in spared.items()
        ),
    )


def _rule(row: Row) -> Rule:
    """Why a row that the situation asks for need not be handed in now."""
    known = _BY_REASON.get(row.line.reason.kind)
    if row.line.need is Need.EXEMPT and known:
        return known
    if row.check is Check.EXEMPT:
        return Rule.AT_COUNTER
    return Rule.LATER if row.line.need is Need.DEFERRABLE else Rule.OPTIONAL


def _steps(sheet: Sheet, instant: bool) -> Saving | None:
    listed = len(sheet.item.steps)
    if not listed:
        return None
    after = 1 if instant else listed
    return Saving(measure=Measure.STEPS, before=listed, after=after, parts=_at_once(listed - after))


def _visits(draft: Draft, instant: bool) -> Saving:
    before = VISITS
    after = VISITS_AT_ONCE if instant else VISITS
    parts = list(_at_once(before - after))
    if draft.channel is Channel.COURIER and after:
        after -= 1
        parts.append(Part(rule=Rule.POSTED_IN, count=1))
    if draft.delivery.way is Way.COURIER and not instant and after:
        after -= 1
        parts.append(Part(rule=Rule.POSTED_OUT, count=1))
    return Saving(measure=Measure.VISITS, before=before, after=after, parts=tuple(parts))


def _days(sheet: Sheet, instant: bool) -> Saving | None:
    legal, promised = limits(sheet.item, sheet.checklist.answers)
    if not legal.value or legal.unit in (Unit.ON_THE_SPOT, Unit.NOT_APPLICABLE):
        return None
    after, rule = _waited(legal, promised, sheet.item.approved, instant)
    parts = (Part(rule=rule, count=legal.value - after),) if after < legal.value else ()
    return Saving(
        measure=Measure.DAYS, before=legal.value, after=after, unit=legal.unit, parts=parts
    )


def _waited(legal: Limit, promised: Limit, approved: bool, instant: bool) -> tuple[int, Rule]:
    most = legal.value or 0
    if instant:
        return 0, Rule.ON_THE_SPOT
    comparable = promised.unit in (legal.unit, Unit.ON_THE_SPOT) and promised.value is not None
    if approved and comparable:
        return min(most, promised.value or 0), Rule.PROMISE
    return most, Rule.PROMISE


def _at_once(count: int) -> tuple[Part, ...]:
    return (Part(rule=Rule.ON_THE_SPOT, count=count),) if count else ()


def _cited(told: Saving, permit: bool, sources: Sources) -> Saving:
    return replace(
        told,
        parts=tuple(
            replace(part, basis=cite_all(bases_of(part.rule, permit), sources))
            for part in told.parts
        ),
    )
