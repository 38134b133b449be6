"""The read side of 日结 and 交班, as `db` satisfies it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from desktop.domain.cases.moves import Stage
from desktop.domain.halls.signing import SignIn
from desktop.domain.supervision.closing.checks import OpenRow
from desktop.domain.supervision.closing.entries import Closing
from desktop.domain.supervision.closing.figures import Acts


class Closings(Protocol):
    """What is open in one hall, by its code; `clerk` of a row is whoever holds it since the last
    交班.
    """

    def unconfirmed(self, hall: str) -> list[OpenRow]:
        """Papers whose last printing nobody confirmed, the oldest first; `detail` its outcome."""
        ...

    def open_cases(self, hall: str, stages: Iterable[Stage]) -> list[OpenRow]:
        """Cases in these stages, the longest wait first; `detail` the stage."""
        ...

    def unsent(self, hall: str) -> list[OpenRow]:
        """Outbound parcels that nobody came for yet; `name` is the waybill, `detail` the carrier."""
        ...

    def held_pieces(self, hall: str, clerk: str) -> list[OpenRow]:
        """Pieces at hand in the hall that this clerk answers for; a code may be used in others."""
        ...

    def acts(self, hall: str, day: date, window: str = "") -> list[Acts]: ...

    def closings(self, hall: str, until: date, window: str = "", limit: int = 20) -> list[Closing]:
        """Of the whole hall, and of this window where one is told, up to this day, the latest
        first.
        """
        ...

    def latest_closing(self, hall: str) -> date | None:
        """The day of the last one, also where it lies ahead of the clock."""
        ...

    def last_busy_day(self, hall: str, before: date) -> date | None:
        """The last day before this one with an act that a closing counts."""
        ...

    def sign_ins(self, clerk: str, limit: int = 200) -> list[SignIn]:
        """The latest first."""
        ...
