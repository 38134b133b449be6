"""The log's read side, as `db` satisfies it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import ChainHead, LogEntry, LogFilter, LogRow


class LogBook(Protocol):
    """Applicants come in full; masking is the service's (`desktop.services.supervision.log`)."""

    def rows(self, wanted: LogFilter) -> Iterator[LogRow]:
        """In order of `happened_at`, then device and sequence; streams, memory stays flat."""
        ...

    def page(self, wanted: LogFilter, after: LogRow | None, limit: int) -> list[LogRow]:
        """So many rows after this one, sought by its key; from the beginning where it is None."""
        ...

    def entry(self, device: str, seq: int) -> LogEntry | None:
        """The entry behind a row."""
        ...

    def count(self, wanted: LogFilter) -> int:
        """As many rows as `rows` yields."""
        ...

    def figures(self, wanted: LogFilter, view: LogView) -> tuple[Figure, ...]:
        """How many rows, then what the view totals; counted in SQL."""
        ...

    def received(self, wanted: LogFilter) -> list[str]:
        """Numbers of the cases received within the filter, in order, each once."""
        ...

    def halls(self) -> list[tuple[str, str]]:
        """Halls that this store knows stations of: code and name."""
        ...

    def windows(self) -> list[str]:
        """Windows at which stations stand."""
        ...

    def heads(self) -> tuple[ChainHead, ...]: ...
