"""一件事: one row per theme case, for the list; its members are rows of their own cases."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.themes.progress import fold as fold_theme
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`ended` where the whole was withdrawn."""
    found = fold_theme(number, facts)
    if found is None:
        return []
    begun = next(f.entry.happened_at for f in facts if f.entry.kind == "theme.received")
    return [(number, found.told.theme, found.clerk, begun, int(found.ended is not None))]


THEMES = Projection(
    "themes",
    "theme",
    ("number", "theme", "clerk", "received_at", "ended"),
    fold,
    """
CREATE TABLE themes (
    number TEXT PRIMARY KEY,
    theme TEXT NOT NULL,
    clerk TEXT NOT NULL,
    received_at TEXT NOT NULL,
    ended INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX themes_received ON themes (received_at, number);
""",
)
