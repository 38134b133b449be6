"""保存期: which cases a supervisor holds, and which stood on a list of destruction."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.supervision.retention.entries import DestructionApproved, HoldSet
from desktop.domain.trust.entry import Fact


def fold_hold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word; none where the hold has ended."""
    told = [fact for fact in facts if isinstance(fact.payload, HoldSet)]
    if not told or not told[-1].payload.held:
        return []
    fact = told[-1]
    return [(number, fact.payload.ground.value, fact.entry.happened_at[:10], fact.entry.clerk)]


def fold_destruction(number: str, facts: Sequence[Fact]) -> list[Row]:
    told = next((fact for fact in facts if isinstance(fact.payload, DestructionApproved)), None)
    if told is None:
        return []
    said = told.payload
    until = said.backups_until.isoformat() if said.backups_until else None
    return [
        (
            number, told.entry.happened_at, told.entry.clerk, said.second, said.alone, said.reason,
            until,
        )
    ]  # fmt: skip


def fold_destroyed(number: str, facts: Sequence[Fact]) -> list[Row]:
    """A row per case that was approved, purged by now or not."""
    told = next((f.payload for f in facts if isinstance(f.payload, DestructionApproved)), None)
    return [(number, case) for case in sorted(set(told.cases))] if told else []


HOLDS = Projection(
    "holds",
    "case",
    ("case_number", "ground", "since", "clerk"),
    fold_hold,
    """
CREATE TABLE holds (
    case_number TEXT PRIMARY KEY,
    ground TEXT NOT NULL,
    since TEXT NOT NULL,
    clerk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)

DESTRUCTIONS = Projection(
    "destructions",
    "destruction",
    ("number", "at", "clerk", "second", "alone", "reason", "backups_until"),
    fold_destruction,
    """
CREATE TABLE destructions (
    number TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    second TEXT NOT NULL,
    alone TEXT NOT NULL,
    reason TEXT NOT NULL,
    backups_until TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX destructions_at ON destructions (at);
""",
)

DESTROYED = Projection(
    "destruction_cases",
    "destruction",
    ("number", "case_number"),
    fold_destroyed,
    """
CREATE TABLE destruction_cases (
    number TEXT NOT NULL,
    case_number TEXT NOT NULL,
    PRIMARY KEY (number, case_number)
) STRICT, WITHOUT ROWID;
""",
)

RETENTION = (HOLDS, DESTRUCTIONS, DESTROYED)
