"""减免: what each accepted case saved, a row per measure, for the totals of a month."""

from __future__ import annotations

import json
from collections.abc import Sequence

from db.projections.case import fold_case
from db.projections.projection import Projection, Row
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """None before acceptance, and none for a case that took over another's matter: it was
    counted there.
    """
    case = fold_case(number, facts)
    if case is None or case.accepted_on is None or case.origin:
        return []
    return [
        (
            number, told.measure.value, case.accepted_on.isoformat(), case.item, case.item_name,
            told.before, told.after, told.unit, int(told.measured),
            json.dumps({part.rule.value: part.count for part in told.parts}),
        )
        for told in sorted(case.ledger, key=lambda told: told.measure)
    ]  # fmt: skip


SAVINGS = Projection(
    "savings",
    "case",
    (
        "number", "measure", "accepted_on", "item", "item_name", "before", "after", "unit",
        "measured", "parts",
    ),
    fold,
    """
CREATE TABLE savings (
    number TEXT NOT NULL,
    measure TEXT NOT NULL,
    accepted_on TEXT NOT NULL,
    item TEXT NOT NULL,
    item_name TEXT NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    unit TEXT NOT NULL,
    measured INTEGER NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (number, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX savings_accepted ON savings (accepted_on);
""",
)  # fmt: skip
