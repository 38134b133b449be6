"""月报: a month by organ and item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from desktop.domain.days.deadline import same_day
from desktop.domain.supervision.figures.figure import MONTHLY, Figure
from desktop.domain.supervision.figures.rates import Rate, on_time

Counts = Mapping[Figure, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """One item of one organ; both names empty in the sum of an organ and of the whole."""

    organ: str
    item: str
    name: str
    counts: Counts

    @property
    def numbers(self) -> tuple[int, ...]:
        """In the order of `MONTHLY`."""
        return tuple(self.counts.get(one, 0) for one in MONTHLY)

    @property
    def rate(self) -> Rate:
        return on_time(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReport:
    """`rows` by organ, then item. `halls` are names; empty where all are in it: then `several`
    says whether those are more than `hall`, where the report is made.
    """

    first: date
    hall: str
    halls: tuple[str, ...]
    made_at: datetime
    made_by: str
    rows: tuple[MonthRow, ...]
    several: bool = False

    @property
    def last(self) -> date:
        return last_of(self.first)

    @property
    def total(self) -> MonthRow:
        return summed(self.rows)

    @property
    def by_organ(self) -> tuple[tuple[MonthRow, tuple[MonthRow, ...]], ...]:
        """Each organ's sum with its items."""
        found = groupby(self.rows, lambda row: row.organ)
        return tuple(
            (summed(rows, organ), rows) for organ, rows in ((o, tuple(r)) for o, r in found)
        )


def summed(rows: Iterable[MonthRow], organ: str = "") -> MonthRow:
    """All of them in one row."""
    counts: dict[Figure, int] = {}
    for row in rows:
        for figure, number in row.counts.items():
            counts[figure] = counts.get(figure, 0) + number
    return MonthRow(organ=organ, item="", name="", counts=counts)


def last_of(first: date) -> date:
    """The last day of the month that begins on this day."""
    return same_day(first, 1) - timedelta(days=1)
