"""A hub whose calls are lost, repeated, reordered and late by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import TypeVar

from psycopg.conninfo import make_conninfo

from desktop.domain.exchange.batches import (
    Batch,
    Confirmed,
    Cursor,
    DeviceHead,
    Greeting,
    HallHead,
    Held,
    Notice,
)
from desktop.domain.exchange.membership import Membership
from desktop.domain.refusal import Refusal
from desktop.exchange.door import PgHubs
from desktop.exchange.hub import PgHub

T = TypeVar("T")
SHARE = 0.15
"""Of pushes and pulls that do not go as they should."""


class StormyHub:
    """A `Hub` over another."""

    def __init__(self, hub: PgHub, chance: Random, share: float) -> None:
        self._hub, self._chance, self._share = hub, chance, share
        self._earlier: list[Batch] = []

    def _hit(self) -> bool:
        return self._chance.random() < self._share

    def _lossy(self, call: Callable[[], T]) -> T:
        """Lost on the way there, or on the way back."""
        if self._hit():
            if self._chance.random() < 0.5:
                call()
            raise Refusal("hub_unreachable", why="lost")
        return call()

    def push(self, batch: Batch) -> tuple[int, int]:
        self._earlier.append(batch)
        if not self._hit():
            return self._hub.push(batch)
        match self._chance.randrange(4):
            case 0:
                return self._lossy(lambda: self._hub.push(batch))
            case 1:
                told = self._hub.push(batch)
                assert self._hub.push(batch) == (told[0], 0)
                return told
            case 2 if len(batch.entries) > 1:
                middle = len(batch.entries) // 2
                try:
                    self._hub.push(replace(batch, entries=batch.entries[middle:]))
                except Refusal as refusal:
                    if refusal.code != "hub_gap":
                        raise
                return self._hub.push(batch)
            case _:
                told = self._hub.push(batch)
                late = self._chance.choice(self._earlier)
                assert self._hub.push(late)[1] == 0
                return told

    def pull(self, cursor: Cursor, limit: int, held: Held | None = None) -> list[Confirmed]:
        most = self._chance.choice((1, 7, 50, limit))
        return self._lossy(lambda: self._hub.pull(cursor, most, held))

    def packed_to(self, hall: str) -> int:
        return self._lossy(lambda: self._hub.packed_to(hall))

    def put_pack(self, before: bytes, rows: Sequence[Confirmed]) -> None:
        self._lossy(lambda: self._hub.put_pack(before, rows))

    def hello(self, waiting: int, behind: int, disagreements: int) -> Greeting:
        return self._hub.hello(waiting, behind, disagreements)

    def halls(self) -> list[HallHead]:
        return self._hub.halls()

    def devices(self) -> list[DeviceHead]:
        return self._hub.devices()

    def hash_at(self, hall: str, seq: int) -> bytes | None:
        return self._lossy(lambda: self._hub.hash_at(hall, seq))

    def hash_of(self, hall: str, device: str, seq: int) -> bytes | None:
        return self._lossy(lambda: self._hub.hash_of(hall, device, seq))

    def give_back(self, rows: Sequence[Confirmed]) -> int:
        return self._lossy(lambda: self._hub.give_back(rows))

    def put_wraps(self, wraps: Iterable[tuple[str, str, bytes]]) -> None:
        self._lossy(lambda: self._hub.put_wraps(wraps))

    def wraps_of(self, subjects: Iterable[str]) -> Mapping[str, bytes]:
        return self._lossy(lambda: self._hub.wraps_of(subjects))

    def mark_keys(self, given: str) -> None:
        self._lossy(lambda: self._hub.mark_keys(given))

    def forget(self, subjects: Iterable[str]) -> None:
        told = list(subjects)
        self._lossy(lambda: self._hub.forget(told))

    def put_notice(self, name: str, body: bytes, publics: Iterable[bytes]) -> datetime:
        return self._lossy(lambda: self._hub.put_notice(name, body, publics))

    def notices(self, after: datetime, private: bytes) -> list[Notice]:
        return self._lossy(lambda: self._hub.notices(after, private))

    def cut(self) -> None:
        self._hub.cut()

    def close(self) -> None:
        self._hub.close()


class StormyHubs(PgHubs):
    """Hubs reached through a port of one's own, by calls that may go wrong."""

    def __init__(
        self, port: int, chance: Random, share: float = SHARE, seconds: float = 1.0
    ) -> None:
        self.port, self.chance, self.share, self.seconds = port, chance, share, seconds

    def connect(self, membership: Membership) -> StormyHub:
        address = make_conninfo(membership.address, port=self.port)
        hub = PgHub(address, membership.role, membership.password, self.seconds)
        return StormyHub(hub, self.chance, self.share)
