"""Rates with what they divide by; where there is nothing to divide there is no rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.supervision.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Rate:
    """`of` is what was looked at; None where that is nothing."""

    part: int
    of: int

    @property
    def per_mille(self) -> int | None:
        """Rounded down, so that 100 % means that nothing is missing."""
        return self.part * 1000 // self.of if self.of else None


def on_time(counts: Mapping[Figure, int]) -> Rate:
    """按时率: of the decided cases that had a due day, those decided by it."""
    kept, late = counts.get(Figure.ON_TIME, 0), counts.get(Figure.LATE, 0)
    return Rate(kept, kept + late)
