"""The calendar: what was last published of a year, and how the hall counts."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.days.entries import CountingRuleSet, YearPublished
from desktop.domain.trust.entry import Fact


def fold_year(year: str, facts: Sequence[Fact]) -> list[Row]:
    """The last publication, as the journal has it."""
    told = [f.entry for f in facts if isinstance(f.payload, YearPublished)]
    return [(year, entry.version, entry.body) for entry in told[-1:]]


def fold_rule(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on how days are counted."""
    told = [f.payload for f in facts if isinstance(f.payload, CountingRuleSet)]
    return [(id, int(t.adjusted_count), t.closes_at, int(t.next_day)) for t in told[-1:]]


YEARS = Projection(
    "calendar_years",
    "calendar",
    ("year", "version", "body"),
    fold_year,
    """
CREATE TABLE calendar_years (
    year TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)

RULES = Projection(
    "counting_rules",
    "calendar",
    ("id", "adjusted_count", "closes_at", "next_day"),
    fold_rule,
    """
CREATE TABLE counting_rules (
    id TEXT PRIMARY KEY,
    adjusted_count INTEGER NOT NULL,
    closes_at TEXT NOT NULL,
    next_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
