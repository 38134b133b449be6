"""双人复核: one person proposes a pack, another publishes it; or somebody declines it.

Whether that is so here is the hall's own rule, journalled. Commands publish at once.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.packs.entries import (
    ItemsProposed,
    Part,
    ProposalSettled,
    PublishingRuleSet,
)
from desktop.domain.packs.kept import completed
from desktop.domain.packs.proposal import check_second, pieces, waiting
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.halls.alone import allowed
from desktop.services.office import Office
from desktop.services.packs.in_force import take_catalogue
from desktop.services.packs.pack import pack_of
from desktop.services.packs.parts import held
from desktop.services.packs.pinyin import NO_OVERRIDES, Readings
from desktop.services.packs.publish import Published, examined, publish
from desktop.services.packs.publishing.text import pack_text

RULE = "hall:publishing"


def second_person(office: Office) -> bool:
    """Whether publishing in the window needs another person here; not unless it was said."""
    told = [fact.payload for fact in office.store.journal.facts(RULE)]
    said = [one.second_person for one in told if isinstance(one, PublishingRuleSet)]
    return bool(said and said[-1])


def set_second_person(office: Office, clerk: Clerk, wanted: bool) -> None:
    """Journal the rule; the one in force already writes nothing."""
    require(clerk, Right.MANAGE_ITEMS)
    if wanted != second_person(office):
        told = PublishingRuleSet(second_person=wanted)
        office.store.journal.append([Act(entity=RULE, payload=told)], clerk.code)


def propose(office: Office, clerk: Clerk, pack: Catalogue, source: str) -> str:
    """Journal the pack as a proposal; its id. Refuses `red_findings` and `proposed_already`."""
    require(clerk, Right.MANAGE_ITEMS)
    whole = completed(office.catalogue, pack)
    examined(office.catalogue, whole)
    text = pack_text(whole)
    id = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if any(one.id == id for one in office.store.views.proposals()):
        raise Refusal("proposed_already")
    some = pieces(text)
    parts = sum(len(held(whole, part)) for part in Part)
    acts = [
        Act(
            entity=f"pack:{id}",
            payload=ItemsProposed(
                piece=number, pieces=len(some), content=piece, source=source,
                items=len(whole.items), parts=parts,
            ),
        )
        for number, piece in enumerate(some, 1)
    ]  # fmt: skip
    office.store.journal.append(acts, clerk.code)
    return id


def proposed(office: Office, id: str) -> Catalogue:
    """The pack that a proposal holds."""
    told = [fact.payload for fact in office.store.journal.facts(f"pack:{id}")]
    some = [one for one in told if isinstance(one, ItemsProposed)]
    last = some[-1].pieces if some else 0
    text = "".join(one.content for one in some[len(some) - last :])
    return pack_of(Path(id), text.encode())


def agree(
    office: Office, clerk: Clerk, id: str, readings: Readings = NO_OVERRIDES, alone: str = ""
) -> Published:
    """Publish a proposal of somebody else; one's own where the hall may go on `alone`, with why.
    Refuses `own_proposal`, `proposal_settled`.
    """
    require(clerk, Right.MANAGE_ITEMS)
    try:
        with office.store.journal.transaction():
            proposal = waiting(office.store.views.proposals(), id)
            reason = alone.strip() if allowed(office) and proposal.clerk == clerk.code else ""
            if not reason:
                check_second(proposal, clerk.code)
            _settle(office, clerk, id, ProposalSettled(published=True, alone=reason))
            return publish(office, proposed(office, id), clerk, proposal.source, readings)
    except BaseException:
        take_catalogue(office)
        raise


def decline(office: Office, clerk: Clerk, id: str, reason: str) -> None:
    """Settle a proposal without publishing it, one's own as well; why must be said."""
    require(clerk, Right.MANAGE_ITEMS)
    if not reason.strip():
        raise Refusal("reason_missing")
    with office.store.journal.transaction():
        waiting(office.store.views.proposals(), id)
        _settle(office, clerk, id, ProposalSettled(published=False, reason=reason.strip()))


def _settle(office: Office, clerk: Clerk, id: str, told: ProposalSettled) -> None:
    office.store.journal.append([Act(entity=f"pack:{id}", payload=told)], clerk.code)
