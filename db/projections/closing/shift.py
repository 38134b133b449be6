"""交班: one row per thing that passed from one clerk to another."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.supervision.closing.entries import ShiftHandedOver
from desktop.domain.trust.entry import Fact


def fold(paper: str, facts: Sequence[Fact]) -> list[Row]:
    """Each thing on the sheet once."""
    told = next((f for f in facts if isinstance(f.payload, ShiftHandedOver)), None)
    if told is None:
        return []
    things = sorted({(line.holding.value, line.key) for line in told.payload.lines})
    at = told.entry.happened_at
    return [(paper, holding, key, told.payload.to, at) for holding, key in things]


SHIFTS = Projection(
    "shifts",
    "shift",
    ("paper", "holding", "key", "holder", "at"),
    fold,
    """
CREATE TABLE shifts (
    paper TEXT NOT NULL,
    holding TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (paper, holding, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX shifts_key ON shifts (holding, key, at);
""",
)
