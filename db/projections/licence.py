"""证照: one row per licence of the register, as its last edition stands."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from db.projections.case import fold_case
from db.projections.projection import Projection, Row
from db.projections.words import tail, words
from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.checks import LicenceVerified, open_checks
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.licence import fold as fold_licence
from desktop.domain.licences.licence import number_key
from desktop.domain.licences.renewal import watched_from
from desktop.domain.trust.entry import Fact


def fold(id: str, facts: Sequence[Fact]) -> list[Row]:
    """`ended` is empty while it is in force; `words` is searched by part, as for parcels.

    `watch_from` narrows the lists of renewals; the window itself is computed when read, because
    it changes with the calendar.
    """
    told = fold_licence(id, facts)
    if told is None:
        return []
    holder, rule, until = told.holder, told.renewal, told.valid_until
    found = words(
        told.number, told.name, holder.name, holder.id_number, tail(holder.id_number), told.case
    )
    return [
        (
            id, told.item, told.name, told.number, number_key(told.number), holder.name,
            _masked(holder), holder.id_number, told.issued_on.isoformat(),
            told.valid_from.isoformat(), until.isoformat() if until else None,
            watched_from(until, rule).isoformat() if until and rule else None,
            told.ended.why.value if told.ended else "", told.case,
            msgspec.json.encode(rule).decode() if rule else "", f" {found} ",
        )
    ]  # fmt: skip


def _masked(holder: LicenceHolder) -> str:
    return holder.name if holder.kind is PartyKind.ORGANISATION else mask_name(holder.name)


LICENCES = Projection(
    "licences",
    "licence",
    (
        "id", "item", "name", "number", "key", "holder", "masked", "holder_id", "issued_on",
        "valid_from", "valid_until", "watch_from", "ended", "case_number", "renewal", "words",
    ),
    fold,
    """
CREATE TABLE licences (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    masked TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    watch_from TEXT,
    ended TEXT NOT NULL,
    case_number TEXT NOT NULL,
    renewal TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX licences_until ON licences (valid_until);
CREATE INDEX licences_holder ON licences (holder_id) WHERE holder_id <> '';
CREATE INDEX licences_key ON licences (key);
CREATE INDEX licences_case ON licences (case_number) WHERE case_number <> '';
""",
)  # fmt: skip


def fold_checks(number: str, facts: Sequence[Fact]) -> list[Row]:
    """待核: spared materials that no source has vouched for yet. None of a case whose personal part
    is gone: nobody can be asked about it any more.
    """
    case = fold_case(number, facts)
    if case is None or case.purged:
        return []
    told = (fact.payload for fact in facts)
    last = {one.key: one for one in told if isinstance(one, LicenceVerified)}
    return [
        (
            number, one.key, one.name, one.category, one.since.isoformat(), one.finding or "",
            one.standing or "", one.why or "", one.tried_at.isoformat() if one.tried_at else "",
        )
        for one in open_checks(number, case.lines, last)
    ]  # fmt: skip


CHECKS = Projection(
    "checks",
    "case",
    ("number", "key", "name", "category", "since", "finding", "standing", "why", "tried_at"),
    fold_checks,
    """
CREATE TABLE checks (
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    since TEXT NOT NULL,
    finding TEXT NOT NULL,
    standing TEXT NOT NULL,
    why TEXT NOT NULL,
    tried_at TEXT NOT NULL,
    PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;
""",
)
