"""分歧: pairs of acts that stood against each other, of every type of entity."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.exchange.disagreement import disagreements
from desktop.domain.trust.entry import Fact


def fold(entity: str, facts: Sequence[Fact]) -> list[Row]:
    """Of the whole entity, `type:id`, and of all its facts, not of those alone that stand."""
    return [
        (
            entity, *_side(one.first), *_side(one.second), int(one.both), len(one.further),
            one.settled.payload.stands if one.settled else "",
        )
        for one in disagreements(facts)
    ]  # fmt: skip


def _side(fact: Fact) -> Row:
    entry = fact.entry
    return entry.id, entry.kind, entry.happened_at, entry.clerk, entry.device


DISAGREEMENTS = Projection(
    "disagreements",
    "",
    (
        "entity", "first", "first_kind", "first_at", "first_clerk", "first_device", "second",
        "second_kind", "second_at", "second_clerk", "second_device", "both", "further", "stands",
    ),
    fold,
    """
CREATE TABLE disagreements (
    entity TEXT NOT NULL,
    first TEXT NOT NULL,
    first_kind TEXT NOT NULL,
    first_at TEXT NOT NULL,
    first_clerk TEXT NOT NULL,
    first_device TEXT NOT NULL,
    second TEXT NOT NULL,
    second_kind TEXT NOT NULL,
    second_at TEXT NOT NULL,
    second_clerk TEXT NOT NULL,
    second_device TEXT NOT NULL,
    both INTEGER NOT NULL,
    further INTEGER NOT NULL,
    stands TEXT NOT NULL,
    PRIMARY KEY (entity, first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreements_open ON disagreements (stands, second_at);
""",
)  # fmt: skip
