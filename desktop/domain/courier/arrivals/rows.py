"""Rows of the list of arrivals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.courier.arrivals.arrival import ArrivalState, Claim
from desktop.domain.courier.arrivals.entries import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """`sender` and `phone` are masked; `device` is the station that registered it."""

    number: str
    carrier: str
    waybill: str
    sender: str
    phone: str
    signed_at: datetime
    clerk: str
    device: str
    pieces: int
    condition: Condition
    state: ArrivalState
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalFilter:
    """`states` empty means all."""

    text: str = ""
    states: frozenset[ArrivalState] = frozenset()
