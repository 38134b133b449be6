"""交班: everything in one clerk's hands passes to another, who is there and proves it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.closing.checks import OpenRow
from desktop.domain.supervision.closing.entries import Held, Holding, ShiftHandedOver
from desktop.domain.supervision.closing.facts import ClosingFacts
from desktop.domain.supervision.review.entries import CaseAssigned
from desktop.domain.trust.entry import Act
from desktop.services.halls.clerks import unlock
from desktop.services.office import Office
from desktop.services.supervision.closing.day import issue, names, number_of

OVER = frozenset({
    Stage.DRAFT, Stage.CLOSED, Stage.COLLECTED, Stage.REFUSED, Stage.WITHDRAWN, Stage.TERMINATED,
    Stage.TRANSFERRED,
})  # fmt: skip
"""A case in one of these is in nobody's hands any more."""


def held(office: Office, giver: str) -> tuple[Held, ...]:
    """What this clerk has in hand: drafts of this station, cases that go on, originals, papers
    nobody confirmed, parcels nobody fetched.
    """
    return tuple(_held(office, giver))


def hand_over(
    office: Office, clerk: Clerk, giver: str, to: str, secret: str, note: str = ""
) -> str:
    """Pass all of it on, in one commit; the number of the 交班单. For somebody else a supervisor
    may: who is ill hands nothing over.

    The successor is proved before the transaction, so that a wrong secret is remembered. Refuses
    `shift_to_oneself`, `unknown_clerk`, and whatever proving refuses.
    """
    require(clerk, Right.SERVE)
    giver, to = giver.strip(), to.strip()
    if giver != clerk.code:
        require(clerk, Right.OVERSEE)
        if office.store.views.clerk(giver) is None:
            raise Refusal("unknown_clerk", clerk=giver)
    if to == giver:
        raise Refusal("shift_to_oneself")
    if not to:
        raise Refusal("shift_to_nobody")
    successor = unlock(office, to, secret)
    require(successor, Right.SERVE)
    with office.store.journal.transaction():
        number = number_of(office, PaperKind.SHIFT)
        told = ShiftHandedOver(
            giver=giver, to=successor.code, paper=number, window=office.station.window,
            lines=held(office, giver), note=note.strip(),
        )  # fmt: skip
        moved = CaseAssigned(to=successor.code, before=giver, reason=number)
        cases = [line.key for line in told.lines if line.holding is Holding.CASE]
        given = [Act(entity=f"case:{case}", payload=moved) for case in cases]
        shift = Act(entity=f"shift:{number}", payload=told)
        office.store.journal.append([shift, *given], clerk.code)
        for line in told.lines:
            if line.holding is Holding.DRAFT:
                _pass_on(office, line.key, successor.code)
        facts = ClosingFacts(names=names(office), shift=told)
        return issue(office, clerk, PaperKind.SHIFT, number, facts)


def _held(office: Office, giver: str) -> Iterator[Held]:
    hall, views = office.station.hall, office.store.views.closing
    for draft in office.store.local.drafts(giver):
        item = office.catalogue.items.get(draft.item) or office.catalogue.themes.get(draft.item)
        yield Held(
            holding=Holding.DRAFT, key=draft.id, name=item.name if item else draft.item,
            since=draft.saved_at.astimezone(BEIJING).date(),
        )  # fmt: skip
    going_on = views.open_cases(hall, set(Stage) - OVER)
    yield from (_of(Holding.CASE, row) for row in going_on if row.clerk == giver)
    yield from (_of(Holding.PIECE, row) for row in views.held_pieces(hall, giver))
    yield from (_of(Holding.PRINT, row) for row in views.unconfirmed(hall) if row.clerk == giver)
    yield from (_of(Holding.PARCEL, row) for row in views.unsent(hall) if row.clerk == giver)


def _of(holding: Holding, row: OpenRow) -> Held:
    since = row.at.astimezone(BEIJING).date()
    return Held(holding=holding, key=row.number, name=row.name, since=since)


def _pass_on(office: Office, id: str, to: str) -> None:
    draft = office.store.local.draft(id)
    if draft is not None:
        office.store.local.save_draft(draft, to)
