"""The figures' part of the views' door."""

from __future__ import annotations

from collections.abc import Sequence, Set

from db.link import Link
from db.views.figures import marks, spared, waiting
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.figure import Waiting
from desktop.domain.supervision.figures.rows import (
    Axis,
    Counted,
    DueDays,
    MarkRow,
    OpenRow,
    Saved,
    SavedRow,
    Sent,
    SentRow,
    Slice,
)
from desktop.services.ports import PAGE

_HALLS = "SELECT hall, max(hall_name) FROM stations WHERE hall <> '' GROUP BY hall ORDER BY hall"


class Figures:
    def __init__(self, link: Link) -> None:
        self._link = link

    def counts(self, wanted: Slice, axes: Sequence[Axis]) -> list[Counted]:
        return marks.counts(self._link, wanted, axes)

    def rows(self, wanted: Slice, offset: int = 0, limit: int = PAGE) -> list[MarkRow]:
        return marks.rows(self._link, wanted, offset, limit)

    def item_names(self, wanted: Slice) -> dict[str, str]:
        return marks.item_names(self._link, wanted)

    def waiting(self, due: DueDays, halls: Set[str] = frozenset()) -> dict[Waiting, int]:
        return waiting.waiting(self._link, due, halls)

    def open_rows(
        self,
        due: DueDays,
        halls: Set[str] = frozenset(),
        wanted: Waiting | None = None,
        offset: int = 0,
        limit: int = PAGE,
    ) -> list[OpenRow]:
        return waiting.rows(self._link, due, halls, wanted, offset, limit)

    def saved(self, wanted: Slice) -> list[Saved]:
        return spared.saved(self._link, wanted)

    def saved_rows(
        self, wanted: Slice, measure: Measure, unit: str, offset: int = 0, limit: int = PAGE
    ) -> list[SavedRow]:
        return spared.saved_rows(self._link, wanted, measure, unit, offset, limit)

    def sent(self, wanted: Slice) -> list[Sent]:
        return spared.sent(self._link, wanted)

    def sent_rows(
        self, wanted: Slice, stage: ShipmentStage | None, offset: int = 0, limit: int = PAGE
    ) -> list[SentRow]:
        return spared.sent_rows(self._link, wanted, stage, offset, limit)

    def halls(self) -> list[tuple[str, str]]:
        return [(code, name) for code, name in self._link.rows(_HALLS)]
