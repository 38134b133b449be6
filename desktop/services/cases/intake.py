"""The visit and its drafts: local until 收件, saved at every change, offered back after a crash."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import VisitEnded, VisitStarted
from desktop.domain.cases.rows import DraftRow
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office


def begin(office: Office, clerk: Clerk, ticket: str = "") -> Draft:
    """接待: journal the visit's beginning and hand out an empty draft for it."""
    require(clerk, Right.SERVE)
    visit = uuid4().hex
    told = VisitStarted(window=office.station.window, ticket=ticket.strip())
    office.store.journal.append([Act(entity=f"visit:{visit}", payload=told)], clerk.code)
    return Draft(id=uuid4().hex, visit=visit, started_at=office.now())


def another(office: Office, clerk: Clerk, before: Draft) -> Draft:
    """同一人再办一件: the same visit and person, a new draft; what was written is not asked again."""
    require(clerk, Right.SERVE)
    return Draft(
        id=uuid4().hex,
        visit=before.visit,
        form=before.form,
        licences=before.licences,
        presence=before.presence,
        applicant=before.applicant,
        agent=before.agent,
        delivery=before.delivery,
        started_at=office.now(),
    )


def save(office: Office, clerk: Clerk, draft: Draft) -> Draft:
    """Keep the draft; an empty one is not kept, nor one received meanwhile. The answer carries
    `saved_at`. Refuses `draft_gone` where it was handed to another or released meanwhile.
    """
    if received_as(office, draft):
        office.store.local.delete_draft(draft.id)
        return draft
    if gone(office, clerk, draft):
        raise Refusal("draft_gone")
    if draft.empty:
        office.store.local.delete_draft(draft.id)
        return replace(draft, saved_at=None)
    saved = replace(draft, saved_at=office.now())
    office.store.local.save_draft(saved, clerk.code)
    return saved


def hold(office: Office, clerk: Clerk, draft: Draft) -> Draft:
    """挂起: put the draft aside for the next applicant; take it back with `resume`."""
    return save(office, clerk, replace(draft, held=True))


def resume(office: Office, clerk: Clerk, id: str) -> Draft:
    """取回 a draft put aside, or one that a crash left. Refuses `unknown_draft`, and `draft_gone`
    whoever is not its holder.
    """
    draft = office.store.local.draft(id)
    if draft is None:
        raise Refusal("unknown_draft", draft=id)
    if office.store.local.draft_holder(id) != clerk.code:
        raise Refusal("draft_gone")
    return replace(draft, held=False)


def drafts(office: Office, clerk: Clerk) -> list[DraftRow]:
    """This clerk's drafts, the last saved first."""
    return office.store.local.drafts(clerk.code)


def received_as(office: Office, draft: Draft) -> str:
    """Number of the case this draft became at this station; empty while it is a draft."""
    return draft.case or office.store.local.recall(f"received:{draft.id}")


def gone(office: Office, clerk: Clerk, draft: Draft) -> bool:
    """Whether a draft that was kept is no longer this clerk's: 交班, 改派 or 释放 took it away."""
    holder = office.store.local.draft_holder(draft.id)
    if holder:
        return holder != clerk.code
    return draft.saved_at is not None and not received_as(office, draft)


def mark_received(office: Office, draft: Draft, number: str) -> None:
    """The draft is a case now. In the receiving transaction, so that it becomes one only once."""
    office.store.local.remember(f"received:{draft.id}", number)
    office.store.local.delete_draft(draft.id)


def discard(office: Office, clerk: Clerk, draft: Draft) -> None:
    office.store.local.delete_draft(draft.id)


def end(office: Office, clerk: Clerk, visit: str, outcome: str, cases: tuple[str, ...]) -> None:
    """The visit's end with its cases; `outcome` is `served`, `advised` or `left`."""
    told = VisitEnded(outcome=outcome, cases=cases)
    office.store.journal.append([Act(entity=f"visit:{visit}", payload=told)], clerk.code)
