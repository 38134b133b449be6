"""The hall itself: its stations, its clerks, and what it may do for an item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.projections.projection import Projection, Row
from desktop.domain.days import BEIJING
from desktop.domain.halls.entries import AuthoritySet, ClerkSet, ItemPublished, StationOpened
from desktop.domain.packs.entries import ItemsProposed, PartPublished, ProposalSettled
from desktop.domain.trust.entry import Fact


def fold_station(device: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on the device."""
    told = [f.payload for f in facts if isinstance(f.payload, StationOpened)]
    return [(device, t.hall, t.hall_name, t.window, t.follows) for t in told[-1:]]


def fold_clerk(code: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on the clerk."""
    told = [f.payload for f in facts if isinstance(f.payload, ClerkSet)]
    return [
        (
            code, t.name, t.role.value, int(t.active), t.window, _day(t.leave_first),
            _day(t.leave_last),
        )
        for t in told[-1:]
    ]  # fmt: skip


def fold_authority(item: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on what the hall may do."""
    told = [f.payload for f in facts if isinstance(f.payload, AuthoritySet)]
    return [(item, t.authority.value, t.organ) for t in told[-1:]]


def fold_item(item: str, facts: Sequence[Fact]) -> list[Row]:
    """Every publication, a version each."""
    told = [f for f in facts if isinstance(f.payload, ItemPublished)]
    return [
        (
            item, number, fact.payload.content, fact.payload.source, fact.payload.label,
            _from(fact), _day(fact.payload.in_force_until), fact.entry.clerk,
            fact.happened_at.isoformat(),
        )
        for number, fact in enumerate(told, 1)
    ]  # fmt: skip


def fold_part(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last publication of a source, licence, theme or policy."""
    told = [f.payload for f in facts if isinstance(f.payload, PartPublished)]
    return [(id, t.part.value, t.id, t.content, t.source) for t in told[-1:]]


def _from(fact: Fact) -> str:
    """In force from the day it was published, unless it says a later one."""
    published = fact.happened_at.astimezone(BEIJING).date()
    return max(published, fact.payload.in_force_from or published).isoformat()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def fold_proposal(id: str, facts: Sequence[Fact]) -> list[Row]:
    """The last piece, as long as nothing was settled after it."""
    told = [f for f in facts if isinstance(f.payload, ItemsProposed | ProposalSettled)]
    if not told or isinstance(told[-1].payload, ProposalSettled):
        return []
    entry, last = told[-1].entry, told[-1].payload
    return [(id, entry.clerk, entry.recorded_at, last.source, last.items, last.parts)]


STATIONS = Projection(
    "stations",
    "station",
    ("device", "hall", "hall_name", "window", "follows"),
    fold_station,
    """
CREATE TABLE stations (
    device TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    hall_name TEXT NOT NULL,
    window TEXT NOT NULL,
    follows TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)

CLERKS = Projection(
    "clerks",
    "clerk",
    ("code", "name", "role", "active", "window", "leave_first", "leave_last"),
    fold_clerk,
    """
CREATE TABLE clerks (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    window TEXT NOT NULL,
    leave_first TEXT,
    leave_last TEXT
) STRICT, WITHOUT ROWID;
""",
)

AUTHORITIES = Projection(
    "authorities",
    "authority",
    ("item", "authority", "organ"),
    fold_authority,
    """
CREATE TABLE authorities (
    item TEXT PRIMARY KEY,
    authority TEXT NOT NULL,
    organ TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)

ITEMS = Projection(
    "items",
    "item",
    (
        "item", "number", "content", "source", "label", "first", "last", "clerk", "published_at",
    ),
    fold_item,
    """
CREATE TABLE items (
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    label TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT,
    clerk TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (item, number)
) STRICT, WITHOUT ROWID;
""",
)  # fmt: skip

PARTS = Projection(
    "parts",
    "part",
    ("entity", "part", "id", "content", "source"),
    fold_part,
    """
CREATE TABLE parts (
    entity TEXT PRIMARY KEY,
    part TEXT NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)

PROPOSALS = Projection(
    "proposals",
    "pack",
    ("id", "clerk", "proposed_at", "source", "items", "parts"),
    fold_proposal,
    """
CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    source TEXT NOT NULL,
    items INTEGER NOT NULL,
    parts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
