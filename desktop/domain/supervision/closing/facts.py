"""What the 日结单 and the 交班单 state."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.supervision.closing.entries import DayClosed, ShiftHandedOver


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingFacts:
    """One of the two, with the names (and codes) of the clerks that it speaks of."""

    names: tuple[tuple[str, str], ...] = ()
    day: DayClosed | None = None
    shift: ShiftHandedOver | None = None

    def name(self, code: str) -> str:
        return dict(self.names).get(code, code)
