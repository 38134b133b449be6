"""The figures' part of the read side, as `db` satisfies it.

Every count has its rows: the same arguments give as many rows as were counted.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Protocol

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


class Figures(Protocol):
    def counts(self, wanted: Slice, axes: Sequence[Axis]) -> list[Counted]:
        """Cases by the values of these axes, in their order."""
        ...

    def rows(self, wanted: Slice, offset: int = 0, limit: int = ...) -> list[MarkRow]:
        """What happened first stands first."""
        ...

    def item_names(self, wanted: Slice) -> dict[str, str]:
        """What the items of the slice are called in their latest case."""
        ...

    def waiting(self, due: DueDays, halls: Set[str] = ...) -> dict[Waiting, int]:
        """Cases in work, each in one of them; no halls are all."""
        ...

    def open_rows(
        self,
        due: DueDays,
        halls: Set[str] = ...,
        wanted: Waiting | None = None,
        offset: int = 0,
        limit: int = ...,
    ) -> list[OpenRow]:
        """The nearest day first; without `wanted` all that are in work."""
        ...

    def saved(self, wanted: Slice) -> list[Saved]:
        """What the cases accepted within the days saved, as long as days and halls say which."""
        ...

    def saved_rows(
        self, wanted: Slice, measure: Measure, unit: str, offset: int = 0, limit: int = ...
    ) -> list[SavedRow]: ...

    def sent(self, wanted: Slice) -> list[Sent]:
        """Parcels made within the days, by where they are now."""
        ...

    def sent_rows(
        self, wanted: Slice, stage: ShipmentStage | None, offset: int = 0, limit: int = ...
    ) -> list[SentRow]: ...

    def halls(self) -> list[tuple[str, str]]:
        """Code and name of every hall that has a station known here."""
        ...
