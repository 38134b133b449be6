"""What lists of the exchange show: a row of the 发件箱, a round that was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """Own entries of one kind about one case (empty: about none), unconfirmed since `since`."""

    kind: str
    case: str
    entries: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRound:
    """A round that was, or `times` in a row that went the same way and moved nothing.

    `why` is the code of the refusal it ended with, empty where it went through.
    """

    at: datetime
    pushed: int = 0
    pulled: int = 0
    why: str = ""
    data: dict[str, str] | None = None
    times: int = 1
