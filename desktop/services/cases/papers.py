"""Papers: facts and number are journalled first; rendering comes after and never conditions it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.cases import paper_facts
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import (
    Outcome,
    PaperFacts,
    PaperIssued,
    PaperKind,
    PaperPrinted,
    next_reprint,
)
from desktop.domain.cases.sheet import lay_out
from desktop.domain.forms.facts import FormFacts
from desktop.domain.guidance.rendition import English
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.ledger import Section
from desktop.domain.promises.commitment import Told
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of

UNNUMBERED = "PREVIEW"
"""Stands for the number of a paper that was not issued; its barcode leads nowhere."""


def issue(
    office: Office,
    clerk: Clerk,
    kind: PaperKind,
    case_number: str,
    sections: tuple[Section, ...] = (),
    form: FormFacts | None = None,
    told: Told | None = None,
) -> str:
    """Journal the facts of a case's paper as they stand; the answer is the paper's number.

    `sections` are the ledger's, `form` the application form's, `told` the commitment's, each for
    the paper that states it.
    """
    case = office.store.views.case(case_number)
    if case is None:
        raise Refusal("unknown_case", case=case_number)
    known = office.store.views.papers(case_number)
    ordinal = 1 + sum(row.kind is kind for row in known)
    facts = paper_facts.of_case(
        kind,
        paper_number(kind, case_number, ordinal),
        case,
        item_of(office, case),
        office.issuer(clerk),
        office.catalogue.sources,
        office.now(),
    )
    whole = replace(facts, sections=sections, form=form, told=told)
    return _journal(office, clerk, whole, subject=f"case:{case_number}")


def issue_advance(
    office: Office, clerk: Clerk, draft: Draft, english: English | None = None
) -> str:
    """F2: the advance sheet of this situation, in two languages with `english`; nothing is
    received by it.
    """
    require(clerk, Right.SERVE)
    sheet = lay_out(office.item(draft.item), draft)
    with office.store.journal.transaction():
        facts = paper_facts.advance(
            sheet,
            number_of_visit(office, PaperKind.ADVANCE, draft.visit),
            office.issuer(clerk),
            office.catalogue.sources,
            office.now(),
            english,
        )
        return _journal(office, clerk, facts, subject=f"visit:{draft.visit}")


def preview_advance(
    office: Office, clerk: Clerk, draft: Draft, english: English | None = None
) -> bytes:
    """The same sheet as a PDF marked 预览—无效: it has no number and leaves no trace."""
    sheet = lay_out(office.item(draft.item), draft)
    facts = paper_facts.advance(
        sheet,
        UNNUMBERED,
        office.issuer(clerk),
        office.catalogue.sources,
        office.now(),
        english,
    )
    return office.renderer.paper(facts, preview=True)


def journal_facts(office: Office, clerk: Clerk, facts: PaperFacts, subject: str) -> str:
    """Journal a paper that is no case's own, for instance a hand-over sheet."""
    return _journal(office, clerk, facts, subject)


def facts(office: Office, number: str) -> PaperFacts:
    """What the paper states, for rendering it, the first time or again."""
    known = office.store.views.paper(number)
    if known is None:
        raise Refusal("unknown_paper", paper=number)
    return known


@dataclass(frozen=True, slots=True)
class Printing:
    """`reprint` n: this would be the n-th time again; 0 while no print was confirmed."""

    facts: PaperFacts
    reprint: int


def prepare(office: Office, number: str) -> Printing:
    """Facts, and whether this is a first print. A failed print tried again is no reprint."""
    told = (fact.payload for fact in office.store.journal.facts(f"paper:{number}"))
    prints = [one for one in told if isinstance(one, PaperPrinted)]
    return Printing(facts(office, number), next_reprint(prints))


def printed(
    office: Office,
    clerk: Clerk,
    number: str,
    outcome: Outcome,
    *,
    reprint: int = 0,
    copies: int = 1,
    printer: str = "",
    message: str = "",
) -> None:
    """Journal what became of a printing."""
    told = PaperPrinted(
        outcome=outcome, reprint=reprint, copies=copies, printer=printer, message=message
    )
    office.store.journal.append([Act(entity=f"paper:{number}", payload=told)], clerk.code)


def number_of_visit(office: Office, kind: PaperKind, visit: str) -> str:
    """The visit's next: what is issued before 收件 has no case to be numbered by."""
    ordinal, short = 1, visit[-12:]
    while office.store.views.paper_row(paper_number(kind, short, ordinal)):
        ordinal += 1
    return paper_number(kind, short, ordinal)


def _journal(office: Office, clerk: Clerk, facts: PaperFacts, subject: str) -> str:
    told = PaperIssued(kind=facts.kind, case=facts.case, number=facts.number, facts=facts)
    act = Act(entity=f"paper:{facts.number}", payload=told, subject=subject)
    office.store.journal.append([act], clerk.code)
    return facts.number
