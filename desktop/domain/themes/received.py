"""What the one submission says: the theme as it was planned, with every document as it was found."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.cases.acts import Sources, sheet_line, sheet_lines, situation
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Sheet
from desktop.domain.cases.tick import Tick
from desktop.domain.themes.entries import ThemeLine, ThemeMember, ThemeReceived
from desktop.domain.themes.ledger import savings
from desktop.domain.themes.plan import Plan


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
    return tuple(
        ThemeMember(
            key=one.key,
            item=one.part.item.id,
            item_name=one.part.item.name,
            order=one.order,
            days=one.days,
            optional=one.part.optional,
            instant=one.part.item.instant,
        )
        for one in plan.members
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
