"""Signing in, as the history of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """`failures` wrong tries came before it at the same station."""

    at: datetime
    window: str
    hall: str
    device: str
    failures: int = 0
    on_leave: bool = False
