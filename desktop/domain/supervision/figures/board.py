"""看板: all that stands on one page of it, for the screen and for paper alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.supervision.figures.figure import Figure, Waiting
from desktop.domain.supervision.figures.month import Counts
from desktop.domain.supervision.figures.rows import DueDays, Saved, Sent, Slice

MONTHS = 6
"""Months side by side: the last of the range and those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One month or one hall beside the others: `key` is `2026-11`, or the hall's code."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`hours` are 收件 by hour of the day and window; `waiting` is as of `due.today`, whatever the
    range. `hall_name` is where it is made; `narrowed` the hall it is narrowed to, by name. Not
    narrowed it counts every hall in `halls`.
    """

    wanted: Slice
    hall_name: str
    narrowed: str
    made_at: datetime
    due: DueDays
    counts: Counts
    hours: Mapping[tuple[str, str], int]
    waiting: Mapping[Waiting, int]
    saved: tuple[Saved, ...]
    sent: tuple[Sent, ...]
    months: tuple[Column, ...]
    halls: tuple[Column, ...]

    @property
    def open(self) -> int:
        """在办."""
        return sum(self.waiting.values())

    @property
    def windows(self) -> tuple[str, ...]:
        """Those that received something, by number."""
        found = {window for _hour, window in self.hours}
        return tuple(sorted(found, key=lambda one: (len(one), one)))

    @property
    def clock(self) -> tuple[str, ...]:
        """The hours from the first to the last in which something was received, nine to five at
        least: an hour without a case is a gap to be seen.
        """
        found = [int(hour) for hour, _window in self.hours]
        return tuple(f"{hour:02}" for hour in range(min([9, *found]), max([16, *found]) + 1))


def month_starts(last: date, number: int = MONTHS) -> tuple[date, ...]:
    """First days of the last months up to the one of `last`, the earliest first."""
    whole = last.year * 12 + last.month - 1
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(whole - number + 1, whole + 1))


TOLD: tuple[Figure, ...] = (
    Figure.RECEIVED, Figure.ACCEPTED, Figure.CLOSED, Figure.RETURNED, Figure.CORRECTED,
)  # fmt: skip
"""The figures of the board, before 按时率 and what waits."""
