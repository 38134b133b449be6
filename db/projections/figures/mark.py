"""看板·月报: a row per case and figure, with the entry that put it there; a row per case in work.

Nothing personal: a purged case goes on being counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.case import fold_case
from db.projections.projection import Projection, Row
from desktop.domain.supervision.figures.marks import marks, open_case
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """In the order of the figures' names, as the rows are compared."""
    case = fold_case(number, facts)
    if case is None:
        return []
    return [
        (
            number, figure.value, mark.fact.entry.happened_at, mark.hall, case.window, case.item,
            mark.fact.entry.clerk, mark.fact.entry.device, mark.fact.entry.seq,
        )
        for figure, mark in sorted(marks(case, facts).items())
    ]  # fmt: skip


def fold_open(number: str, facts: Sequence[Fact]) -> list[Row]:
    """None once the case has ended."""
    case = fold_case(number, facts)
    found = open_case(case) if case else None
    if case is None or found is None:
        return []
    due = found.due.isoformat() if found.due else None
    return [(number, case.hall, case.window, due, int(found.paused))]


MARKS = Projection(
    "case_figures",
    "case",
    ("number", "figure", "at", "hall", "window", "item", "clerk", "device", "seq"),
    fold,
    """
CREATE TABLE case_figures (
    number TEXT NOT NULL,
    figure TEXT NOT NULL,
    at TEXT NOT NULL,
    hall TEXT NOT NULL,
    window TEXT NOT NULL,
    item TEXT NOT NULL,
    clerk TEXT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (number, figure)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_figures_at ON case_figures (figure, at, number, hall, window, item);
""",
)

OPEN = Projection(
    "open_cases",
    "case",
    ("number", "hall", "window", "due", "paused"),
    fold_open,
    """
CREATE TABLE open_cases (
    number TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    window TEXT NOT NULL,
    due TEXT,
    paused INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX open_cases_due ON open_cases (due, number);
""",
)
