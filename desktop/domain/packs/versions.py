"""Versions of an item: which is in force on a day. What ships is version 0, publications follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

SHIPPED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a pack says of an item's version: its name there, and the days it is in force."""

    label: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The n-th publication of an item; both days included, `last` None while nothing ends it."""

    item: str
    number: int
    first: date
    last: date | None
    label: str
    source: str
    clerk: str
    published_at: str
    content: str


def in_force(versions: Iterable[Version], day: date) -> Version | None:
    """The version that began last; of two that began on one day, the later publication.

    None: none has begun, so what ships stands. One that has ended (`ended`) is still the answer:
    the item is withdrawn then, it does not fall back to an older version.
    """
    begun = [one for one in versions if one.first <= day]
    return max(begun, key=lambda one: (one.first, one.number), default=None)


def ended(version: Version, day: date) -> bool:
    """Whether the item is found no more."""
    return version.last is not None and day > version.last
