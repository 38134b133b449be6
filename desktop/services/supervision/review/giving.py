"""督办: a case or a draft is given to another clerk; a draft that somebody holds is released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.cases.draft import Draft
from desktop.domain.halls.roles import Clerk, Right, may, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.review.entries import CaseAssigned, DraftHandled
from desktop.domain.trust.entry import Act
from desktop.services.exchange.crossing.ownership import check
from desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDraft:
    """A draft at this station, whoever holds it. `case` is set for 补收; the name is masked."""

    id: str
    clerk: str
    item: str
    applicant: str
    case: str
    held: bool
    saved_at: datetime
    ticked: int
    lost: tuple[tuple[str, int], ...]


def drafts(office: Office, clerk: Clerk) -> Sequence[HeldDraft]:
    """Everybody's, the last saved first, with what would be lost by a release."""
    require(clerk, Right.OVERSEE)
    found = []
    for holder in office.store.views.clerks():
        for row in office.store.local.drafts(holder.code):
            draft = office.store.local.draft(row.id)
            if draft is not None:
                found.append(
                    HeldDraft(
                        id=row.id, clerk=holder.code, item=row.item, applicant=row.applicant,
                        case=draft.case, held=row.held, saved_at=row.saved_at, ticked=row.ticked,
                        lost=lost(draft),
                    )
                )  # fmt: skip
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def lost(draft: Draft) -> tuple[tuple[str, int], ...]:
    """What stands in the draft and nowhere else, counted by part; what is journalled is not lost."""
    parts = {
        "answers": len(draft.answers),
        "ticks": len(draft.ticks),
        "form": len(draft.form),
        "applicant": 0 if draft.case else sum(map(bool, _written(draft))),
        "delivery": int(bool(draft.delivery.address)) if not draft.case else 0,
    }
    return tuple((part, n) for part, n in parts.items() if n)


def give_draft(office: Office, clerk: Clerk, id: str, to: str, reason: str) -> DraftHandled:
    """改派: the draft lies among the other's, nothing of it is lost."""
    other = _other(office, clerk, to, reason)
    with office.store.journal.transaction():
        draft, before = _draft(office, id)
        if before == other.code:
            raise Refusal("given_already", clerk=other.name)
        office.store.local.save_draft(draft, other.code)
        told = DraftHandled(
            draft=id, before=before, reason=reason.strip(), to=other.code, item=draft.item,
            case=draft.case,
        )  # fmt: skip
        _journal(office, clerk, draft, told)
    return told


def release(office: Office, clerk: Clerk, id: str, reason: str) -> DraftHandled:
    """释放: what the other holds is let go, so that the case can be taken up anew; the entry counts
    what is lost by it.
    """
    require(clerk, Right.OVERSEE)
    if not reason.strip():
        raise Refusal("reason_missing")
    with office.store.journal.transaction():
        draft, before = _draft(office, id)
        office.store.local.delete_draft(id)
        told = DraftHandled(
            draft=id, before=before, reason=reason.strip(), item=draft.item, case=draft.case,
            lost=lost(draft),
        )  # fmt: skip
        _journal(office, clerk, draft, told)
    return told


def give_case(office: Office, clerk: Clerk, number: str, to: str, reason: str) -> CaseAssigned:
    """改派: from now on the other answers for it; the log keeps who received it."""
    other = _other(office, clerk, to, reason)
    with office.store.journal.transaction():
        case = office.store.views.case(number)
        if case is None:
            raise Refusal("unknown_case", case=number)
        if case.purged:
            raise Refusal("case_purged", case=number)
        if case.clerk == other.code:
            raise Refusal("given_already", clerk=other.name)
        told = CaseAssigned(to=other.code, before=case.clerk, reason=reason.strip())
        check(office, number, told)
        office.store.journal.append([Act(entity=f"case:{number}", payload=told)], clerk.code)
    return told


def _other(office: Office, clerk: Clerk, to: str, reason: str) -> Clerk:
    """Refuses `unknown_clerk`, `cannot_take_cases` for who may not serve, and no reason."""
    require(clerk, Right.OVERSEE)
    if not reason.strip():
        raise Refusal("reason_missing")
    found = office.store.views.clerk(to.strip())
    if found is None or not found.active:
        raise Refusal("unknown_clerk", clerk=to)
    if not may(found, Right.SERVE):
        raise Refusal("cannot_take_cases", clerk=found.name)
    return found


def _draft(office: Office, id: str) -> tuple[Draft, str]:
    """The draft and who holds it. Refuses `unknown_draft`."""
    draft = office.store.local.draft(id)
    for one in office.store.views.clerks():
        if draft is not None and any(row.id == id for row in office.store.local.drafts(one.code)):
            return draft, one.code
    raise Refusal("unknown_draft", draft=id)


def _written(draft: Draft) -> tuple[str, ...]:
    who = draft.applicant
    return (who.name, who.id_number, who.phone, who.address)


def _journal(office: Office, clerk: Clerk, draft: Draft, told: DraftHandled) -> None:
    office.store.journal.append([Act(entity=f"visit:{draft.visit}", payload=told)], clerk.code)
