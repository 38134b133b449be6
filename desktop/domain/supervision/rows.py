"""日志 rows: one row per act, never collapsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """Where a device's chain ends: the sequence number and hash (hexadecimal)."""

    device: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Days are inclusive, of `happened_at` in Beijing; an empty set leaves all in.

    `late` 补录 alone, `overdue` acts whose case is past its term, `saved` cases that saved
    something in this measure (`days:工作日`), `subject` consultations about it (`item:SP01`). `until` the
    chains' ends up to which entries count, for checking an older export; None counts all.
    """

    first: date
    last: date
    halls: frozenset[str] = frozenset()
    windows: frozenset[str] = frozenset()
    clerks: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    late: bool = False
    overdue: bool = False
    saved: str = ""
    subject: str = ""
    until: tuple[ChainHead, ...] | None = None


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
class LogEntry:
    """One row with the entry behind it, as it lies in the journal; hashes hexadecimal."""

    row: LogRow
    entity: str
    version: int
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Outcome of checking the chains; `first_broken` is `device:seq: what`, empty when whole."""

    ok: bool
    entries: int
    devices: int
    first_broken: str
