"""办件: one row per case for lists and the log, and the words by which it is found; 一件事: one row
per theme case, whose members are rows of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from db.projections.projection import Projection, Row, once
from db.projections.words import tail, words
from desktop.domain.cases.case import Case
from desktop.domain.cases.folding import case_fold
from desktop.domain.exchange.entries import NumberReplaced
from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import PartyKind
from desktop.domain.identity.verdict import normal
from desktop.domain.themes.progress import fold as fold_theme_case
from desktop.domain.trust.entry import Fact

PURGED, ELSEWHERE = 1, 2
"""What `cases.purged` says where nothing personal can be read."""
fold_case = once(case_fold.fold)


def fold(number: str, facts: Sequence[Fact]) -> list[Row]:
    """After a purge the row stays, for the log's sake, without anything personal; of another
    hall's case the person was never to be read here, so it is listed without one.
    """
    case = fold_case(number, facts)
    if case is None:
        return []
    begun = next(f.entry.happened_at for f in facts if f.entry.kind == "case.received")
    name, masked, id_number = _person(case)
    return [
        (
            number, case.item, case.item_name, case.stage.value, case.clerk, case.window,
            case.visit, begun, _day(case.accepted_on), _day(case.due.due),
            int(case.due.provisional), int(case.late), _gone(facts, case), name, masked, id_number,
            case.hall, case.handed.hall if case.handed else "",
        )
    ]  # fmt: skip


def fold_search(number: str, facts: Sequence[Fact]) -> list[Row]:
    """One row of words; none after a purge."""
    case = fold_case(number, facts)
    if case is None or _gone(facts, case) == PURGED:
        return []
    who, agent = case.applicant, case.agent
    found = words(
        number, case.item_name, who.name, who.id_number, tail(who.id_number), tail(who.phone),
        agent.name if agent else "", case.waybill,
        *(fact.payload.printed for fact in facts if isinstance(fact.payload, NumberReplaced)),
    )  # fmt: skip
    return [(search_row(number), number, found)]


def fold_breach(number: str, facts: Sequence[Fact]) -> list[Row]:
    """A promise that was broken and not repaired: who may not promise again. None after a purge."""
    case = fold_case(number, facts)
    broken = case.promise.broken if case else None
    if case is None or broken is None or case.purged:
        return []
    holder = normal(case.applicant.id_number)
    return [(number, holder, broken.reason, broken.found_on.isoformat())] if holder else []


def search_row(number: str) -> int:
    """Row id in the search index: the same in every rebuild, on every station."""
    return int.from_bytes(sha256(number.encode()).digest()[:7])


def _gone(facts: Sequence[Fact], case: Case) -> int:
    """Without a key everything personal is empty: because it was destroyed, or never came here."""
    if not case.purged:
        return 0
    purged = any(fact.entry.kind == "case.purged" for fact in facts)
    return ELSEWHERE if not purged and any(fact.elsewhere for fact in facts) else PURGED


def _person(case: Case) -> tuple[str, str, str]:
    if case.purged:
        return "", "", ""
    who = case.applicant
    masked = who.name if who.kind is PartyKind.ORGANISATION else mask_name(who.name)
    return who.name, masked, who.id_number


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


CASES = Projection(
    "cases",
    "case",
    (
        "number", "item", "item_name", "stage", "clerk", "window", "visit", "received_at",
        "accepted_on", "due", "provisional", "late", "purged", "applicant", "masked", "id_number",
        "hall", "handed_to",
    ),
    fold,
    """
CREATE TABLE cases (
    number TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    item_name TEXT NOT NULL,
    stage TEXT NOT NULL,
    clerk TEXT NOT NULL,
    window TEXT NOT NULL,
    visit TEXT NOT NULL,
    received_at TEXT NOT NULL,
    accepted_on TEXT,
    due TEXT,
    provisional INTEGER NOT NULL,
    late INTEGER NOT NULL,
    purged INTEGER NOT NULL,
    applicant TEXT NOT NULL,
    masked TEXT NOT NULL,
    id_number TEXT NOT NULL,
    hall TEXT NOT NULL,
    handed_to TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_received ON cases (received_at, number, clerk, item);
CREATE INDEX cases_handed ON cases (handed_to) WHERE handed_to <> '';
""",
)  # fmt: skip

SEARCH = Projection(
    "case_search",
    "case",
    ("rowid", "number", "words"),
    fold_search,
    """
CREATE VIRTUAL TABLE case_search USING fts5(number UNINDEXED, words, tokenize = 'ascii', columnsize = 0);
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);
""",
)

BREACHES = Projection(
    "breaches",
    "case",
    ("number", "holder", "reason", "found_on"),
    fold_breach,
    """
CREATE TABLE breaches (
    number TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    reason TEXT NOT NULL,
    found_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX breaches_holder ON breaches (holder);
""",
)


def fold_theme(number: str, facts: Sequence[Fact]) -> list[Row]:
    """`ended` where the whole was withdrawn."""
    found = fold_theme_case(number, facts)
    if found is None:
        return []
    begun = next(f.entry.happened_at for f in facts if f.entry.kind == "theme.received")
    return [(number, found.told.theme, found.clerk, begun, int(found.ended is not None))]


THEMES = Projection(
    "themes",
    "theme",
    ("number", "theme", "clerk", "received_at", "ended"),
    fold_theme,
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
