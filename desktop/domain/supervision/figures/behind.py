"""What lies behind a mark: the arguments that list the rows which it counts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.figure import Waiting
from desktop.domain.supervision.figures.rows import DueDays, Slice


@dataclass(frozen=True, slots=True)
class CasesBehind:
    """Cases of a figure; the slice names it."""

    wanted: Slice


@dataclass(frozen=True, slots=True)
class OpenBehind:
    """Cases in work; without `wanted` all of them."""

    due: DueDays
    halls: frozenset[str]
    wanted: Waiting | None = None


@dataclass(frozen=True, slots=True)
class SavedBehind:
    wanted: Slice
    measure: Measure
    unit: str


@dataclass(frozen=True, slots=True)
class SentBehind:
    """Parcels; without a stage all of them."""

    wanted: Slice
    stage: ShipmentStage | None = None


Behind = CasesBehind | OpenBehind | SavedBehind | SentBehind
