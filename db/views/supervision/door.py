"""The part of the views' door that a supervisor's desk asks: keeping, looks, persons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from db.link import Link
from db.views.supervision import persons, retention, review
from desktop.domain.supervision.retention.rows import DestructionRow, KeptRow
from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow
from desktop.services.ports import PAGE


class Oversight:
    """`desktop.services.supervision.views.OversightViews` over one connection."""

    _link: Link

    def kept(
        self,
        years: Mapping[str, int],
        other: int,
        today: date,
        others: frozenset[str] = frozenset(),
        held: bool | None = None,
        cases: Sequence[str] = (),
        offset: int = 0,
        limit: int = PAGE,
    ) -> list[KeptRow]:
        values = retention.values(dict(years), other, today, others, held, cases)
        return retention.kept(self._link, values, offset, limit)

    def count_kept(
        self,
        years: Mapping[str, int],
        other: int,
        today: date,
        others: frozenset[str] = frozenset(),
    ) -> tuple[int, int]:
        values = retention.values(dict(years), other, today, others, None, ())
        return retention.count_kept(self._link, values)

    def destructions(
        self, number: str = "", offset: int = 0, limit: int = PAGE
    ) -> list[DestructionRow]:
        return retention.destructions(self._link, number, offset, limit)

    def destruction_cases(self, number: str) -> list[str]:
        return retention.destruction_cases(self._link, number)

    def ended_on(self, case: str) -> date | None:
        return retention.ended_on(self._link, case)

    def person_cases(self, id_number: str, name: str) -> list[str]:
        return persons.person_cases(self._link, id_number, name)

    def watched(self, wanted: WatchFilter, offset: int = 0, limit: int = PAGE) -> list[WatchRow]:
        return review.watched(self._link, wanted, offset, limit)

    def count_watched(self, wanted: WatchFilter) -> dict[Watch, int]:
        return review.count_watched(self._link, wanted)

    def burst(self, clerk: str, hour: str) -> list[tuple[str, str]]:
        return review.burst(self._link, clerk, hour)
