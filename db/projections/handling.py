"""办理: open duties by due day, results that wait, acts to be looked at, batches of materials."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.case import fold_case
from db.projections.projection import Projection, Row
from desktop.domain.cases.moves import Stage
from desktop.domain.handling.batches import fold as fold_batch
from desktop.domain.handling.duties import duties
from desktop.domain.handling.oversight import asked
from desktop.domain.trust.entry import Fact

WAITING = (Stage.DECIDED, Stage.PRODUCED)


def fold_duties(number: str, facts: Sequence[Fact]) -> list[Row]:
    """What the case still owes; none once it has ended."""
    case = fold_case(number, facts)
    return [
        (
            number, n, one.duty.value, one.start.isoformat(), one.due.isoformat(),
            int(one.provisional), int(one.paused),
        )
        for n, one in enumerate(duties(case) if case else (), 1)
    ]  # fmt: skip


def fold_ready(number: str, facts: Sequence[Fact]) -> list[Row]:
    """One row while the result, or the denial, waits for its owner."""
    case = fold_case(number, facts)
    if case is None or case.stage not in WAITING or case.course.decided is None:
        return []
    course, decided = case.course, case.course.decided
    made = course.produced if case.stage is Stage.PRODUCED else None
    since = made.issued_on if made else decided.decided_on
    due = course.delivery.due
    return [
        (
            number, case.delivery.way.value, int(decided.granted), made.name if made else "",
            decided.decided_on.isoformat(), since.isoformat(), due.isoformat() if due else None,
        )
    ]  # fmt: skip


def fold_oversight(number: str, facts: Sequence[Fact]) -> list[Row]:
    """One row per act that asks to be looked at."""
    return [
        (
            number, one.entry, one.why.value, one.at.isoformat(timespec="milliseconds"), one.clerk,
            one.review.finding.value if one.review else None, one.review.note if one.review else "",
        )
        for one in asked(facts)
    ]  # fmt: skip


def fold_batches(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The batch, and who counted it."""
    batch = fold_batch(number, facts)
    if batch is None:
        return []
    times = [fact.entry.happened_at for fact in facts]
    taken = batch.taken
    return [
        (
            number, batch.given.to, batch.clerk, len(batch.given.lines), times[0],
            times[1] if taken else None, taken.by if taken else "",
            len(taken.missing) if taken else 0, taken.differences if taken else "",
        )
    ]  # fmt: skip


def fold_batch_lines(number: str, facts: Sequence[Fact]) -> list[Row]:
    """The cases in it; one that was missing when it was counted is to be handed over again."""
    batch = fold_batch(number, facts)
    if batch is None:
        return []
    missing = batch.taken.missing if batch.taken else ()
    return [(number, case) for case in sorted(set(batch.cases) - set(missing))]


DUTIES = Projection(
    "duties",
    "case",
    ("case_number", "n", "duty", "start", "due", "provisional", "paused"),
    fold_duties,
    """
CREATE TABLE duties (
    case_number TEXT NOT NULL,
    n INTEGER NOT NULL,
    duty TEXT NOT NULL,
    start TEXT NOT NULL,
    due TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    PRIMARY KEY (case_number, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX duties_due ON duties (paused, due, case_number);
""",
)

READY = Projection(
    "ready",
    "case",
    ("case_number", "way", "granted", "result", "decided_on", "since", "due"),
    fold_ready,
    """
CREATE TABLE ready (
    case_number TEXT PRIMARY KEY,
    way TEXT NOT NULL,
    granted INTEGER NOT NULL,
    result TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    since TEXT NOT NULL,
    due TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX ready_since ON ready (since, case_number);
""",
)

OVERSIGHT = Projection(
    "oversight",
    "case",
    ("case_number", "entry", "why", "at", "clerk", "finding", "note"),
    fold_oversight,
    """
CREATE TABLE oversight (
    case_number TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (case_number, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX oversight_open ON oversight (at) WHERE finding IS NULL;
""",
)

BATCHES = Projection(
    "batches",
    "batch",
    (
        "number",
        "receiver",
        "clerk",
        "lines",
        "given_at",
        "taken_at",
        "taken_by",
        "missing",
        "differences",
    ),
    fold_batches,
    """
CREATE TABLE batches (
    number TEXT PRIMARY KEY,
    receiver TEXT NOT NULL,
    clerk TEXT NOT NULL,
    lines INTEGER NOT NULL,
    given_at TEXT NOT NULL,
    taken_at TEXT,
    taken_by TEXT NOT NULL,
    missing INTEGER NOT NULL,
    differences TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_given ON batches (given_at);
""",
)

BATCH_LINES = Projection(
    "batch_lines",
    "batch",
    ("batch", "case_number"),
    fold_batch_lines,
    """
CREATE TABLE batch_lines (
    batch TEXT NOT NULL,
    case_number TEXT NOT NULL,
    PRIMARY KEY (batch, case_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_lines_case ON batch_lines (case_number);
""",
)
