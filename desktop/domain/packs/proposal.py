"""A pack between the one who proposes it and the one who publishes it: never the same person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.refusal import Refusal

PIECE = 150_000
"""Characters of a piece: below `ENTRY_LIMIT` however they are encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a list shows of a pack that waits."""

    id: str
    clerk: str
    proposed_at: str
    source: str
    items: int
    parts: int


def pieces(text: str) -> list[str]:
    """The text in pieces that an entry can hold; at least one."""
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)] or [""]


def check_second(proposal: Proposal, clerk: str) -> None:
    """Refuse `own_proposal`: whoever proposed it does not publish it."""
    if proposal.clerk == clerk:
        raise Refusal("own_proposal")


def waiting(proposals: Iterable[Proposal], id: str) -> Proposal:
    """The one that is still open; Refusal `proposal_settled`."""
    for proposal in proposals:
        if proposal.id == id:
            return proposal
    raise Refusal("proposal_settled")
