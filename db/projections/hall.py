"""The hall itself: its stations, its clerks, and what it may do for an item."""

from __future__ import annotations

from collections.abc import Sequence

from db.projections.projection import Projection, Row
from desktop.domain.halls.entries import AuthoritySet, ClerkSet, ItemPublished, StationOpened
from desktop.domain.trust.entry import Fact


def fold_station(device: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on the device."""
    told = [f.payload for f in facts if isinstance(f.payload, StationOpened)]
    return [(device, t.hall, t.hall_name, t.window, t.follows) for t in told[-1:]]


def fold_clerk(code: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on the clerk."""
    told = [f.payload for f in facts if isinstance(f.payload, ClerkSet)]
    return [(code, t.name, t.role.value, int(t.active)) for t in told[-1:]]


def fold_authority(item: str, facts: Sequence[Fact]) -> list[Row]:
    """The last word on what the hall may do."""
    told = [f.payload for f in facts if isinstance(f.payload, AuthoritySet)]
    return [(item, t.authority.value, t.organ) for t in told[-1:]]


def fold_item(item: str, facts: Sequence[Fact]) -> list[Row]:
    """The last publication."""
    told = [f.payload for f in facts if isinstance(f.payload, ItemPublished)]
    return [(item, t.content, t.source) for t in told[-1:]]


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
    ("code", "name", "role", "active"),
    fold_clerk,
    """
CREATE TABLE clerks (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL
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
    ("item", "content", "source"),
    fold_item,
    """
CREATE TABLE items (
    item TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
""",
)
