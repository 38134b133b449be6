"""Papers: what was issued, and what became of printing it."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.cases.papers import PaperIssued, PaperPrinted
from desktop.domain.trust.entry import Fact


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The paper with the outcome of its last printing."""
    issued = next((f for f in facts if isinstance(f.payload, PaperIssued)), None)
    if issued is None:
        return []
    told: PaperIssued = issued.payload
    kind, at = told.kind.value, issued.entry.happened_at
    last = next((o for o in reversed(fold_outcomes(number, facts))), None)
    reprints = max((row[4] for row in fold_outcomes(number, facts)), default=0)
    return [(number, told.case, kind, at, last[3] if last else None, reprints)]


def fold_outcomes(number: str, facts: Sequence[Fact]) -> list[Row]:
    """One row per outcome of a printing."""
    prints = [
        (f.entry.happened_at, f.payload) for f in facts if isinstance(f.payload, PaperPrinted)
    ]
    return [
        (number, n, at, told.outcome.value, told.reprint, told.copies, told.printer, told.message)
        for n, (at, told) in enumerate(prints, 1)
    ]


PAPERS = Projection(
    "papers",
    "paper",
    ("number", "case_number", "kind", "issued_at", "outcome", "reprints"),
    fold,
    """
CREATE TABLE papers (
    number TEXT PRIMARY KEY,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    outcome TEXT,
    reprints INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX papers_case ON papers (case_number) WHERE case_number <> '';
""",
)

OUTCOMES = Projection(
    "paper_outcomes",
    "paper",
    ("paper", "n", "at", "outcome", "reprint", "copies", "printer", "message"),
    fold_outcomes,
    """
CREATE TABLE paper_outcomes (
    paper TEXT NOT NULL,
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reprint INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    printer TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (paper, n)
) STRICT, WITHOUT ROWID;
""",
)
