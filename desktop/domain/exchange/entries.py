"""What the journal says of halls together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HubJoined:
    """This device came into a hub, under a one-time code."""

    hub: str
    hall: str
    hall_name: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeIssued:
    """A supervisor let another device in: for which hall, until when. The code itself is nowhere."""

    hall: str
    hall_name: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked:
    """A device may exchange no more; what it wrote stays."""

    device: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRenewed:
    """This station goes on under a new device code; so many entries that the hub did not hold under
    the old one were written anew, and so many numbers in them replaced.
    """

    device: str
    follows: str
    entries: int
    numbers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberReplaced:
    """Two machines gave the same numbers. `printed` stands on papers handed out before."""

    number: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRetold:
    """A hub restored from a backup confirmed entries of this hall anew, from this place on."""

    hall: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HubHealed:
    """The hub had lost so many confirmed entries and this device gave them back as they were: it
    was restored from a backup, or somebody took them away.
    """

    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleWritten:
    """A bundle left by folder or disc: entries of this device up to `last`, and for whom."""

    last: int
    entries: int
    recipients: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleTaken:
    """A bundle came from this device: entries up to `last`, of which so many were new here."""

    device: str
    last: int
    new: int
    sha256: str
