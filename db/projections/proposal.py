"""Packs that wait for a second person; one that was settled leaves no row."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.packs.entries import ItemsProposed, ProposalSettled
from desktop.domain.trust.entry import Fact


def fold_proposal(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last piece, as long as nothing was settled after it."""
    told = [f for f in facts if isinstance(f.payload, ItemsProposed | ProposalSettled)]
    if not told or isinstance(told[-1].payload, ProposalSettled):
        return []
    entry, last = told[-1].entry, told[-1].payload
    return [(id, entry.clerk, entry.recorded_at, last.source, last.items, last.parts)]


PROPOSALS = Projection(
    "proposals",
    "pack",
    ("id", "clerk", "proposed_at", "source", "items", "parts"),
    fold_proposal,
    """
CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    source TEXT NOT NULL,
    items INTEGER NOT NULL,
    parts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
