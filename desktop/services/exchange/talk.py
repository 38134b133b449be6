"""What the parts of a round share: the office, the hub, and the way into the store's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import ParamSpec, Protocol, TypeVar

from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.ports import Exchange, Hub, Progress

P = ParamSpec("P")
T = TypeVar("T")


class InStore(Protocol):
    """Runs a piece in the store's thread and answers what it answered."""

    def __call__(self, piece: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> T: ...


def at_once(piece: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> T:
    """`InStore` for whoever is in the store's thread already."""
    return piece(*given, **named)


SLICE, FEWEST = 200, 10
"""Entries taken in one commit: at most, and at least."""


@dataclass(slots=True)
class Pace:
    """How many entries fit into one slice, learned from the last one's time. `seconds` is what a
    slice may take where somebody is being served beside it; 0: as many as there may be.
    """

    seconds: float = 0.0
    size: int = SLICE

    def __post_init__(self) -> None:
        if self.seconds:
            self.size = FEWEST

    def took(self, entries: int, seconds: float) -> None:
        """Grows by doubling at most: a first light slice promises nothing about the next."""
        if self.seconds and entries:
            fit = int(entries * self.seconds / max(seconds, 1e-6))
            self.size = max(FEWEST, min(SLICE, self.size * 2, fit))


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation of a station with its hub, in a worker's thread."""

    office: Office
    hub: Hub
    in_store: InStore = at_once
    progress: Progress | None = None
    pace: Pace = field(default_factory=Pace)

    @property
    def store(self) -> Exchange:
        """Only ever through `in_store`."""
        return self.office.store.exchange

    def in_slice(
        self, entries: int, piece: Callable[P, T], /, *given: P.args, **named: P.kwargs
    ) -> T:
        """`in_store` for a slice of so many entries, whose time tells how many the next may have."""
        told, seconds = self.in_store(_timed, piece, *given, **named)
        self.pace.took(entries, seconds)
        return told

    def tell(self, done: int, total: int) -> None:
        """Refuses `cancelled` where somebody asked to stop: what is done stays done."""
        if self.progress is not None and not self.progress(done, max(total, done)):
            raise Refusal("cancelled")


def _timed(piece: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> tuple[T, float]:
    before = perf_counter()
    told = piece(*given, **named)
    return told, perf_counter() - before
