"""期限台账 of a case as of today, on the screen and as a paper."""

from __future__ import annotations

from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.ledger import Section
from desktop.domain.handling.ledger import ledger as sections_of
from desktop.services.cases import papers
from desktop.services.cases.acts import load
from desktop.services.office import Office


def ledger(office: Office, number: str) -> tuple[Section, ...]:
    """Every clock of the case, day by day."""
    facts = office.store.journal.facts(f"case:{number}")
    return sections_of(load(office, number), facts, office.calendar, office.today())


def print_ledger(office: Office, clerk: Clerk, number: str) -> str:
    """办理期限计算表; its number."""
    require(clerk, Right.LOOK)
    told = ledger(office, number)
    return papers.issue(office, clerk, PaperKind.LEDGER, number, sections=told)
