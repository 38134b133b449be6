"""What a hall saved over some days: the ledgers of its cases added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.savings.saving import Measure, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One measure, days by their unit. `measured`: how many of the cases were counted, not assumed.

    `rules`: how much of the difference each rule made.
    """

    measure: Measure
    unit: str
    cases: int
    measured: int
    before: int
    after: int
    rules: Mapping[Rule, int]

    @property
    def saved(self) -> int:
        return self.before - self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTotal:
    """One item's materials: how often it was accepted, and what it asked for."""

    item: str
    name: str
    cases: int
    listed: int
    to_submit: int
