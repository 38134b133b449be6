"""件: one row per piece; and the day on which a case came to its end, which its originals wait for."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from db.projections.words import words
from desktop.domain.cases.entries import CaseCollected, CaseRefused, CaseSettled, CaseWithdrawn
from desktop.domain.custody.piece import fold as fold_piece
from desktop.domain.days import BEIJING
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Reissued,
    Terminated,
    Transferred,
)
from desktop.domain.handling.entries import Delivered
from desktop.domain.trust.entry import Fact

ENDS = (
    CaseSettled, CaseCollected, CaseRefused, CaseWithdrawn, Terminated, Transferred, Delivered,
)  # fmt: skip
REOPENS = (AcceptanceRevoked, Reissued)


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`words` is searched by part, so it begins and ends with a blank."""
    piece = fold_piece(number, facts)
    if piece is None:
        return []
    found = f" {words(number, piece.case, piece.name, piece.key, piece.bag, piece.shipment)} "
    return [
        (
            number, piece.case, piece.kind.value, piece.key, piece.name, piece.at.value,
            piece.since.astimezone(BEIJING).isoformat(), piece.clerk, piece.shipment, piece.bag,
            found,
        )
    ]  # fmt: skip


def fold_end(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word: an end, or nothing where the case was opened again. 代收 ends it for this hall:
    what becomes of it is told to another organ, so the term of keeping counts from then.
    """
    told = [f for f in facts if isinstance(f.payload, ENDS + REOPENS)]
    if not told or isinstance(told[-1].payload, REOPENS):
        return []
    return [(number, told[-1].happened_at.astimezone(BEIJING).date().isoformat())]


PIECES = Projection(
    "pieces",
    "piece",
    (
        "number", "case_number", "kind", "key", "name", "place", "since", "clerk", "shipment",
        "bag", "words",
    ),
    fold,
    """
CREATE TABLE pieces (
    number TEXT PRIMARY KEY,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    since TEXT NOT NULL,
    clerk TEXT NOT NULL,
    shipment TEXT NOT NULL,
    bag TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pieces_case ON pieces (case_number);
CREATE INDEX pieces_shipment ON pieces (shipment) WHERE shipment <> '';
CREATE INDEX pieces_away ON pieces (since, number) WHERE place NOT IN ('applicant', 'returned');
""",
)  # fmt: skip

ENDED = Projection(
    "ended_cases",
    "case",
    ("number", "ended_on"),
    fold_end,
    """
CREATE TABLE ended_cases (
    number TEXT PRIMARY KEY,
    ended_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
