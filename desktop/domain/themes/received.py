"""What the one submission says: the theme as it was planned, with every document as it was found."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.cases.acts import Sources, sheet_line, sheet_lines, situation
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import NO_TERM, Term
from desktop.domain.cases.sheet import Sheet
from desktop.domain.cases.terms import legal
from desktop.domain.cases.tick import Tick
from desktop.domain.guidance.checklist import limits
from desktop.domain.themes.entries import ThemeLine, ThemeMember, ThemeReceived
from desktop.domain.themes.ledger import savings
from desktop.domain.themes.plan import Plan, Planned


def received(
    plan: Plan,
    sheet: Sheet,
    draft: Draft,
    *,
    window: str,
    sources: Sources,
    cases: Mapping[str, str],
) -> ThemeReceived:
    """`cases` are those of the first stage."""
    return ThemeReceived(
        theme=plan.theme.id,
        name=plan.theme.name,
        visit=draft.visit,
        window=window,
        members=members(plan),
        lines=lines(plan, sheet, sources),
        savings=savings(plan, sources),
        cases=cases,
        answers=plan.answers,
        situation=situation(sheet),
        licences=tuple(sorted(draft.licences)),
        presence=draft.presence,
        channel=draft.channel,
        unknown=plan.unknown,
    )


def members(plan: Plan) -> tuple[ThemeMember, ...]:
    """The members as planned."""
    return tuple(_member(one) for one in plan.members)


def _member(planned: Planned) -> ThemeMember:
    item = planned.part.item
    statutory, promised = limits(item, planned.checklist.answers)
    law = legal(item, statutory)
    local = item.authority_local.name if item.authority_local else ""
    return ThemeMember(
        key=planned.key,
        item=item.id,
        item_name=item.name,
        order=planned.order,
        days=planned.days,
        optional=planned.part.optional,
        instant=item.instant,
        organ=local or item.authority_statutory,
        legal=Term(value=law.value, unit=law.unit),
        promised=Term(value=promised.value, unit=promised.unit) if item.approved else NO_TERM,
        permit=item.is_licence,
        why=planned.part.why,
    )


def lines(plan: Plan, sheet: Sheet, sources: Sources) -> tuple[ThemeLine, ...]:
    """What was handed in or spared, then what the members produce themselves."""
    told = sheet_lines(sheet, sources)
    asked = (
        ThemeLine(line=line, uses=one.uses) for line, one in zip(told, plan.lines, strict=True)
    )
    produced = (
        ThemeLine(line=sheet_line(one.line, sources, Tick()), uses=one.uses, producer=one.producer)
        for one in plan.produced
    )
    return (*asked, *produced)
