"""What the parts of a round share: the office, the hub, and the way into the store's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation of a station with its hub, in a worker's thread."""

    office: Office
    hub: Hub
    in_store: InStore = at_once
    progress: Progress | None = None

    @property
    def store(self) -> Exchange:
        """Only ever through `in_store`."""
        return self.office.store.exchange

    def tell(self, done: int, total: int) -> None:
        """Refuses `cancelled` where somebody asked to stop: what is done stays done."""
        if self.progress is not None and not self.progress(done, max(total, done)):
            raise Refusal("cancelled")
