"""One figure of `./run bench`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """`bar` None: told only. `least`: the value has to reach the bar, else to stay below it."""

    what: str
    value: float
    bar: float | None = None
    least: bool = False

    @property
    def met(self) -> bool | None:
        if self.bar is None:
            return None
        return self.value >= self.bar if self.least else self.value <= self.bar
