"""复核: a row per act that asks for a look, whatever it is of; looks at personal data; what was found."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Fold, Projection, Row
from db.projections.shipment import moment
from desktop.domain.supervision.review.entries import ActLookedAt
from desktop.domain.supervision.review.watch import OF, looks
from desktop.domain.trust.entry import Fact

COLUMNS = (
    "id", "entry", "why", "at", "recorded_at", "clerk", "told", "finding", "note", "reviewer",
)  # fmt: skip


def _fold(type_: str) -> Fold:
    def fold(id: str, facts: Sequence[Fact]) -> list[Row]:
        return [
            (
                id, one.entry, one.why.value, moment(one.at), moment(one.recorded_at), one.clerk,
                one.told, one.finding.value if one.finding else None, one.note, one.reviewer,
            )
            for one in OF[type_](facts)
        ]  # fmt: skip

    return fold


def _watched(type_: str) -> Projection:
    return Projection(
        f"watched_{type_}",
        type_,
        COLUMNS,
        _fold(type_),
        f"""
CREATE TABLE watched_{type_} (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;
""",
    )


def fold_reveals(number: str, facts: Sequence[Fact]) -> list[Row]:
    """Each look at a masked field; `hour` counts whole hours, so that neighbours are told by number."""
    return [
        (
            number, fact.entry.id, fact.entry.clerk, int(fact.happened_at.timestamp() // 3600),
            fact.entry.happened_at,
        )
        for fact in looks(facts)
    ]  # fmt: skip


def fold_reviews(key: str, facts: Sequence[Fact]) -> list[Row]:
    """The first word stands."""
    told = next((fact for fact in facts if isinstance(fact.payload, ActLookedAt)), None)
    if told is None:
        return []
    found = told.payload
    return [(key, found.finding.value, found.note, told.entry.clerk, told.entry.happened_at)]


WATCHED: tuple[Projection, ...] = tuple(_watched(type_) for type_ in OF)


def _reveals(type_: str) -> Projection:
    return Projection(
        f"reveals_{type_}",
        type_,
        ("number", "entry", "clerk", "hour", "at"),
        fold_reveals,
        f"""
CREATE TABLE reveals_{type_} (
    number TEXT NOT NULL,
    entry TEXT NOT NULL,
    clerk TEXT NOT NULL,
    hour INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (number, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX reveals_{type_}_clerk ON reveals_{type_} (clerk, hour, at, entry);
""",
    )


REVEALS: tuple[Projection, ...] = tuple(_reveals(type_) for type_ in ("case", "shipment"))

REVIEWS = Projection(
    "act_reviews",
    "review",
    ("key", "finding", "note", "reviewer", "at"),
    fold_reviews,
    """
CREATE TABLE act_reviews (
    key TEXT PRIMARY KEY,
    finding TEXT NOT NULL,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
