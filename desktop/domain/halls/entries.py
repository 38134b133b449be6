"""What the journal says of the hall itself: station, clerks, authorities, published items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.halls.authority import Authority
from desktop.domain.halls.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class StationOpened:
    """First run, or a restored or cloned station that took a new device code."""

    hall: str
    hall_name: str
    window: str
    device: str
    unnamed: bool = False
    follows: str = ""
    """Device code whose chain this one continues after a restore; empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkSet:
    """A clerk was added or changed. Passwords never enter the journal."""

    code: str
    name: str
    role: Role
    active: bool = True
    window: str = ""
    leave_first: date | None = None
    leave_last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkSignedIn:
    """`failures`: wrong tries at this station since the last good one; `on_leave`: signed in all
    the same.
    """

    code: str
    window: str
    failures: int = 0
    on_leave: bool = False


class SecretChange(StrEnum):
    """主管重置 · 本人改."""

    RESET = "reset"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkSecretSet:
    """A password was reset to a one-time one, or changed by whose it is. It never stands here."""

    code: str
    change: SecretChange


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoritySet:
    """What this hall may do for an item."""

    item: str
    authority: Authority
    organ: str = ""
    """The organ collected for, with 代收."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneRuleSet:
    """Halls (by code) where one person may do, with a reason, what asks for two. Each such act is
    looked at afterwards.
    """

    halls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPublished:
    """An item as text (the JSON of its file), in force from this entry on, or from a later day.

    Each publication is a version: the n-th of the item is its version n, what ships is 0. It ends
    when the next comes into force, or after `in_force_until`, from when the item is found no more.
    `label` is what the pack itself calls the version.
    """

    item: str
    content: str
    source: str
    label: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
