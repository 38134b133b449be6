"""The figures of a day: acts counted by when they happened, each by kinds of entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Figure(StrEnum):
    """收件 · 受理 · 当场办结 · 代收 · 补正 · 不予受理 · 决定 · 办结 · 交寄 · 到件."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    COLLECTED = "collected"
    CORRECTED = "corrected"
    REFUSED = "refused"
    DECIDED = "decided"
    CLOSED = "closed"
    SENT = "sent"
    ARRIVED = "arrived"


KINDS_OF: dict[Figure, frozenset[str]] = {
    Figure.RECEIVED: frozenset({"case.received"}),
    Figure.ACCEPTED: frozenset({"case.accepted", "case.settled"}),
    Figure.SETTLED: frozenset({"case.settled"}),
    Figure.COLLECTED: frozenset({"case.collected"}),
    Figure.CORRECTED: frozenset({"case.correction_noticed"}),
    Figure.REFUSED: frozenset({"case.refused"}),
    Figure.DECIDED: frozenset({"case.decided", "case.settled"}),
    Figure.CLOSED: frozenset({"case.settled", "case.delivered"}),
    Figure.SENT: frozenset({"shipment.handed_over"}),
    Figure.ARRIVED: frozenset({"shipment.registered"}),
}
"""当场办结 is 受理, 决定 and 办结 as well, as on the board. A case that another was transferred into
is not received again; its `case.received` is left out where acts are read. 交寄 counts parcels, not
sheets. Acts are counted, not cases: what is done twice counts twice.
"""
COUNTED = frozenset().union(*KINDS_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """How many acts of one kind a clerk did at a window."""

    clerk: str
    window: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of one clerk at one window, in the order of `Figure`."""

    clerk: str
    window: str
    numbers: tuple[int, ...]


def tallies(acts: Iterable[Acts]) -> tuple[Tally, ...]:
    """By window, then clerk; who did nothing that counts is not among them."""
    told: dict[tuple[str, str], dict[str, int]] = {}
    for one in acts:
        kinds = told.setdefault((one.window, one.clerk), {})
        kinds[one.kind] = kinds.get(one.kind, 0) + one.number
    return tuple(
        Tally(clerk=clerk, window=window, numbers=_numbers(kinds))
        for (window, clerk), kinds in sorted(told.items(), key=lambda one: _order(one[0]))
    )


def total(some: Iterable[Tally]) -> tuple[int, ...]:
    """The sums, in the order of `Figure`; noughts on a day without acts."""
    sums = [0] * len(Figure)
    for one in some:
        sums = [sum_ + number for sum_, number in zip(sums, one.numbers, strict=True)]
    return tuple(sums)


def _numbers(kinds: dict[str, int]) -> tuple[int, ...]:
    return tuple(sum(kinds.get(kind, 0) for kind in KINDS_OF[figure]) for figure in Figure)


def _order(place: tuple[str, str]) -> tuple[int, str, str]:
    """Window 2 before window 10."""
    window, clerk = place
    return (int(window) if window.isdecimal() else 10**6, window, clerk)
