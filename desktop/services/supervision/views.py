"""What a supervisor's desk asks of the read side, as `db` satisfies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from desktop.domain.supervision.retention.rows import DestructionRow, KeptRow
from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow


class OversightViews(Protocol):
    """Part of `desktop.services.views.Views`."""

    def kept(
        self,
        years: Mapping[str, int],
        other: int,
        today: date,
        others: frozenset[str] = ...,
        held: bool | None = ...,
        cases: Sequence[str] = ...,
        offset: int = ...,
        limit: int = ...,
    ) -> list[KeptRow]:
        """Cases ended so many years before today, over longest first. `years` by item, `other` of
        every item that is not named; 0 keeps for ever. `held` None: held by something or not.
        `cases`: none but these, where any are named.
        """
        ...

    def count_kept(
        self, years: Mapping[str, int], other: int, today: date, others: frozenset[str] = ...
    ) -> tuple[int, int]:
        """How many may be purged, and how many are held."""
        ...

    def destructions(
        self, number: str = ..., offset: int = ..., limit: int = ...
    ) -> list[DestructionRow]:
        """销毁清单, the latest first; the one of this number where it is given."""
        ...

    def destruction_cases(self, number: str) -> list[str]: ...

    def ended_on(self, case: str) -> date | None:
        """The day on which the case came to its end."""
        ...

    def person_cases(self, id_number: str, name: str) -> list[str]:
        """Cases of this number, and those in whose words the name stands."""
        ...

    def watched(self, wanted: WatchFilter, offset: int = ..., limit: int = ...) -> list[WatchRow]:
        """Acts that ask for a look, newest first."""
        ...

    def count_watched(self, wanted: WatchFilter) -> dict[Watch, int]: ...

    def burst(self, clerk: str, hour: str) -> list[tuple[str, str]]:
        """Entity and entry of each look at personal data of this clerk in this hour."""
        ...
