"""Compose what 主题办理方案 states: of a plan, and of a theme case as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.cases.acts import Sources
from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import Issuer, PaperFacts, PaperKind
from desktop.domain.cases.sheet import Sheet
from desktop.domain.guidance.catalogue import Theme
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.terms import ItemType
from desktop.domain.savings.saving import Rule, Saving, bases_of
from desktop.domain.themes.facts import ThemeFacts
from desktop.domain.themes.ledger import savings
from desktop.domain.themes.plan import Plan
from desktop.domain.themes.progress import ThemeCase
from desktop.domain.themes.received import lines, members


def of_plan(
    plan: Plan, sheet: Sheet, number: str, issuer: Issuer, sources: Sources, at: datetime
) -> PaperFacts:
    """Before anything is received: no personal data."""
    theme = plan.theme
    told = ThemeFacts(
        theme=theme.id,
        name=theme.name,
        members=members(plan),
        lines=lines(plan, sheet, sources),
        savings=savings(plan, sources),
        forms=plan.forms,
        outside=theme.outside_catalogue,
        notes=_notes(theme),
        unknown=plan.unknown,
    )
    permit = any(member.part.item.is_licence for member in plan.members)
    articles = bases_of(Rule.ONE_SUBMISSION, permit)
    return PaperFacts(
        kind=PaperKind.THEME,
        number=number,
        issued_at=at.isoformat(timespec="seconds"),
        issuer=issuer,
        item=theme.id,
        item_name=theme.name,
        item_type=ItemType.LICENCE if permit else "",
        legal_basis=cite_all(articles, sources),
        theme=told,
    )


def of_case(
    theme: ThemeCase,
    known: Theme | None,
    first: Case | None,
    number: str,
    issuer: Issuer,
    sources: Sources,
    at: datetime,
) -> PaperFacts:
    """Of a theme that was taken in: its receipt and its plan in one. `first` is a member's case,
    in which the applicant stands; `known` the theme as the catalogue has it now.
    """
    told = theme.told
    permit = any(one.permit for one in told.members)
    paper = PaperFacts(
        kind=PaperKind.THEME,
        number=number,
        issued_at=at.isoformat(timespec="seconds"),
        issuer=issuer,
        case=theme.number,
        item=told.theme,
        item_name=told.name,
        item_type=ItemType.LICENCE if permit else "",
        legal_basis=cite_all(bases_of(Rule.ONE_SUBMISSION, permit), sources),
        channel=told.channel,
        received_at=theme.received_at.isoformat(timespec="seconds"),
        theme=_told(theme, known),
    )
    if first is None:
        return paper
    return replace(paper, applicant=first.applicant, agent=first.agent, delivery=first.delivery)


def _told(theme: ThemeCase, known: Theme | None) -> ThemeFacts:
    told = theme.told
    return ThemeFacts(
        theme=told.theme,
        name=told.name,
        members=told.members,
        lines=told.lines,
        savings=told.savings,
        forms=_merged(told.savings),
        outside=known.outside_catalogue if known else (),
        notes=_notes(known) if known else (),
        unknown=told.unknown,
        cases=dict(theme.cases),
    )


def _merged(told: tuple[Saving, ...]) -> tuple[str, ...]:
    """The forms that merged, as the ledger names them."""
    parts = (part for one in told for part in one.parts)
    return next((part.names for part in parts if part.rule is Rule.ONE_FORM), ())


def _notes(theme: Theme) -> tuple[str, ...]:
    """What explains the stages, then the theme's own remark."""
    reasons = dict.fromkeys(one.reason for one in theme.dependencies)
    return (*reasons, *((theme.note,) if theme.note else ()))
