"""Rows of the register, and what they are looked for by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.licences.entries import EndWhy, Renewal
from desktop.domain.licences.renewal import RenewalState, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceRow:
    """`holder` is masked (李*敏); names of organisations are public. `ended` None: in force."""

    id: str
    item: str
    name: str
    number: str
    holder: str
    issued_on: date
    valid_from: date
    valid_until: date | None
    ended: EndWhy | None
    case: str
    renewal: Renewal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceFilter:
    """`text` searches numbers, names and holders; `number` and `holder_id` are taken exactly.

    `first` and `last` are of `valid_until`, inclusive; with either, licences without an end are
    left out. `watched_by`: only those whose window may be shown by then. `in_force` None: all.
    """

    text: str = ""
    number: str = ""
    holder_id: str = ""
    items: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    watched_by: date | None = None
    in_force: bool | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A licence with its window as the calendar of today has it; None where nothing renews it."""

    row: LicenceRow
    window: Window | None
    state: RenewalState | None
