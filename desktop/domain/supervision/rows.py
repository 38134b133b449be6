"""日志 rows: one row per act, never collapsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Days are inclusive, of `happened_at` in Beijing."""

    first: date
    last: date
    clerk: str = ""
    window: str = ""
    item: str = ""
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One act. `payload` is the entry's, opened; wording makes its sentence from it.

    `applicant` and `applicant_id` are masked unless the export says why not.
    """

    happened_at: datetime
    recorded_at: datetime
    late: bool
    hall: str
    window: str
    clerk: str
    kind: str
    case: str
    item_name: str
    applicant: str
    applicant_id: str
    payload: Any
    device: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """Where a device's chain ends: the sequence number and hash (hexadecimal)."""

    device: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Outcome of checking the chains; `first_broken` is `device:seq: what`, empty when whole."""

    ok: bool
    entries: int
    devices: int
    first_broken: str
