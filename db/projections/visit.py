"""接待: when it began and ended, at which window."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.cases.entries import VisitEnded, VisitStarted
from desktop.domain.trust.entry import Fact


def fold(id: str, facts: Sequence[Fact]) -> list[Row]:
    """An end without a beginning is no visit."""
    row: Row | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, VisitStarted) and row is None:
            begun = fact.entry.happened_at
            row = (id, told.window, told.ticket, fact.entry.clerk, begun, "", "")
        elif isinstance(told, VisitEnded) and row is not None:
            row = (*row[:5], fact.entry.happened_at, told.outcome)
    return [row] if row else []


VISITS = Projection(
    "visits",
    "visit",
    ("id", "window", "ticket", "clerk", "started_at", "ended_at", "outcome"),
    fold,
    """
CREATE TABLE visits (
    id TEXT PRIMARY KEY,
    window TEXT NOT NULL,
    ticket TEXT NOT NULL,
    clerk TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
