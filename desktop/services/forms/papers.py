"""Filled forms as papers: journalled like any other, so that a reprint shows the same."""

from __future__ import annotations

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.forms.forms import case_facts, draft_facts
from desktop.services.office import Office


def print_form(office: Office, clerk: Clerk, draft: Draft) -> str:
    """The draft's form for signature, numbered by the visit; its number.

    Sealed under the visit's key, which goes with the last of its cases that is purged.
    """
    require(clerk, Right.SERVE)
    told = draft_facts(office, draft)
    item = office.item(draft.item)
    with office.store.journal.transaction():
        facts = PaperFacts(
            kind=PaperKind.FORM,
            number=papers.number_of_visit(office, PaperKind.FORM, draft.visit),
            issued_at=office.now().isoformat(timespec="seconds"),
            issuer=office.issuer(clerk),
            item=item.id,
            item_name=item.name,
            item_type=item.type,
            item_approved=item.approved,
            form=told,
        )
        return papers.journal_facts(office, clerk, facts, f"visit:{draft.visit}")


def print_case_form(office: Office, clerk: Clerk, number: str) -> str:
    """The form of a case as it was received, once more; its number."""
    require(clerk, Right.SERVE)
    case = office.store.views.case(number)
    if case is None:
        raise Refusal("unknown_case", case=number)
    told = case_facts(office, case)
    return papers.issue(office, clerk, PaperKind.FORM, number, form=told)
