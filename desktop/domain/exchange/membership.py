"""What a station knows of its hub, and how it stands with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.exchange.batches import DeviceHead, HallHead


class Contact(StrEnum):
    """未联网, 在线, 离线, 已停: `STOPPED` does not pass by waiting, somebody has to look at it."""

    ALONE = "alone"
    ONLINE = "online"
    OFFLINE = "offline"
    STOPPED = "stopped"


FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=15)
ROUND_EVERY = timedelta(minutes=1)
"""Between two rounds that went well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Kept in the encrypted store alone: `password` and `signing_key` (Ed25519, raw) are secrets."""

    hub: str
    hall: str
    address: str
    role: str
    password: str
    signing_key: str

    @property
    def device(self) -> str:
        """The hub's login names end in it."""
        return self.role.rpartition("_")[2].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """`hall_key` is the hall's private key where this is not its first device, else empty."""

    membership: Membership
    hall_name: str
    hall_key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A hub that was just set up: `code` lets its first device in, at `address`."""

    hub: str
    address: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Halls and devices as the hub last told them, `as_of` when."""

    halls: tuple[HallHead, ...] = ()
    devices: tuple[DeviceHead, ...] = ()
    as_of: datetime | None = None

    def device(self, code: str) -> DeviceHead | None:
        return next((one for one in self.devices if one.code == code), None)

    def hall(self, code: str) -> HallHead | None:
        return next((one for one in self.halls if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How exchanging goes: `whole_at` the last round that went through, `failures` since then,
    `why` the code of the last refusal, `stopped`: trying again would be of no use.
    """

    whole_at: datetime | None = None
    tried_at: datetime | None = None
    failures: int = 0
    why: str = ""
    data: dict[str, str] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        return self.why in STOPPING

    @property
    def contact(self) -> Contact:
        """Of a station that is in a hub."""
        if self.stopped:
            return Contact.STOPPED
        return Contact.OFFLINE if self.failures or self.whole_at is None else Contact.ONLINE

    def next_at(self) -> datetime | None:
        """When to try again by oneself; None: at once where nothing was tried yet, or never."""
        if self.tried_at is None or self.stopped:
            return None
        if not self.failures:
            return self.tried_at + ROUND_EVERY
        doubled = FIRST_WAIT * (1 << min(self.failures - 1, 10))
        return self.tried_at + min(doubled, LONGEST_WAIT)

    def due(self, now: datetime) -> bool:
        """A clock that was set back makes nobody wait longer than the longest wait."""
        at = self.next_at()
        if self.stopped:
            return False
        return at is None or now >= at or at - now > LONGEST_WAIT


STOPPING = frozenset({"cloned", "hub_revoked", "hub_altered", "fork", "hub_password"})
"""Refusals that a person has to look at: they do not pass by waiting."""
