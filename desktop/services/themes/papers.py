"""主题办理方案: of a plan before anything is received, and of a theme case as its receipt."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.guidance.catalogue import Theme
from desktop.domain.halls.roles import STATION, Clerk, Right, require
from desktop.domain.themes import paper_facts
from desktop.domain.themes.plan import Plan, plan
from desktop.domain.themes.progress import Progress
from desktop.domain.themes.sheet import lay_out
from desktop.services.cases import intake
from desktop.services.cases.papers import journal_facts, number_of_visit
from desktop.services.office import Office
from desktop.services.themes.planning import plan_of


def preview(office: Office, theme: Theme, every: bool = False) -> PaperFacts:
    """The plan with every question at its default; nothing is journalled."""
    empty = Draft(id="", visit="", item=theme.id)
    found = plan(theme, office.catalogue, every=every)
    return _facts(office, STATION, found, empty, paper_number(PaperKind.THEME, theme.id, 0))


def issue_plan(office: Office, clerk: Clerk, draft: Draft) -> str:
    """F2: the plan of this situation; nothing is received by it."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        number = number_of_visit(office, PaperKind.THEME, draft.visit)
        facts = _facts(office, clerk, plan_of(office, draft), draft, number)
        return journal_facts(office, clerk, facts, subject=f"visit:{draft.visit}")


def issue_for(office: Office, clerk: Clerk, theme: str) -> str:
    """The same for somebody who only asks: a visit that ends with the answer."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        draft = replace(intake.begin(office, clerk), item=office.theme(theme).id)
        number = issue_plan(office, clerk, draft)
        intake.end(office, clerk, draft.visit, "advised", ())
    return number


def issue(office: Office, clerk: Clerk, found: Progress) -> str:
    """Of a theme case, as it stands. The applicant is sealed as in the member's own case."""
    theme = found.theme
    first = next((one.case for one in found.members if one.case is not None), None)
    known = office.store.views.papers(theme.number)
    ordinal = 1 + sum(row.kind is PaperKind.THEME for row in known)
    facts = paper_facts.of_case(
        theme,
        office.catalogue.themes.get(theme.told.theme),
        first,
        paper_number(PaperKind.THEME, theme.number, ordinal),
        office.issuer(clerk),
        office.catalogue.sources,
        office.now(),
    )
    subject = f"case:{first.number}" if first else f"theme:{theme.number}"
    return journal_facts(office, clerk, facts, subject)


def _facts(office: Office, clerk: Clerk, found: Plan, draft: Draft, number: str) -> PaperFacts:
    return paper_facts.of_plan(
        found,
        lay_out(found, draft),
        number,
        office.issuer(clerk),
        office.catalogue.sources,
        office.now(),
    )
