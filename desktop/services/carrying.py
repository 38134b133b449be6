"""What the courier asks of the outside: a service that knows carriers, and when it may be asked."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from desktop.domain.courier.carrying.pickups import PickupAnswer, PickupRequest
from desktop.domain.courier.carrying.tracking import (
    Poll,
    Polls,
    Push,
    TrackAnswer,
    TrackOutcome,
    TrackQuestion,
)


class Polling(Protocol):
    """When which number may be asked for again; this station's own, and safe from a second program."""

    def claim(self, at: datetime, limit: int) -> list[Poll]:
        """Numbers that are due, each kept from everybody for `CLAIM` in the commit that answers them.

        `failures` are those before. Who is killed after this has asked at most once.
        """
        ...

    def settle(self, poll: Poll) -> None:
        """What came of it; joins the journal's transaction."""
        ...

    def heard(self, waybill: str, carrier: str, at: datetime) -> None:
        """Something new came of itself, so that an answer should be asked for that confirms it."""
        ...

    def poll(self, waybill: str) -> Poll | None: ...

    def polls(self, at: datetime) -> Polls:
        """The asking as a whole."""
        ...

    def open_pickups(self) -> list[str]:
        """Parcels that wait for somebody who was ordered to fetch them."""
        ...

    def keep_push(self, carrier: str, waybill: str, body: str) -> None:
        """A push for a number that nobody here knows yet; the latest of each number."""
        ...

    def kept_pushes(self) -> list[str]:
        """Bodies of those whose number became known since."""
        ...

    def drop_push(self, carrier: str, waybill: str) -> None: ...


class CarrierService(Protocol):
    """Carriers, asked through one service. May take seconds; no answer is an answer with why."""

    name: str

    def track(self, question: TrackQuestion) -> TrackAnswer:
        """Sent once or not at all."""
        ...

    def subscribe(self, question: TrackQuestion, callback: str) -> TrackOutcome:
        """TOLD where the service will push, now or already."""
        ...

    def order(self, request: PickupRequest, again: bool = False) -> PickupAnswer:
        """上门取件; `again` finds the order that was sent before, and makes no second one."""
        ...

    def find(self, request: PickupRequest) -> PickupAnswer: ...

    def cancel(self, request: PickupRequest, reason: str) -> PickupAnswer:
        """How the order stands afterwards: it may have been too late."""
        ...

    def read_push(self, body: bytes) -> Push:
        """Refuses `push_unsigned`, `push_unreadable`."""
        ...

    def acknowledge(self, taken: bool) -> bytes:
        """What to answer a push with."""
        ...

    def close(self) -> None:
        """After a batch."""
        ...
