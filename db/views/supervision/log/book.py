"""The log's door: `desktop.services.logbook.LogBook` over one connection."""

from __future__ import annotations

from collections.abc import Iterator

from db.journal import heads
from db.link import Link
from db.views.figures.door import Figures
from db.views.supervision.log import figures, rows
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import ChainHead, LogEntry, LogFilter, LogRow


class LogBook:
    """Over a reader's connection everything it answers is of one state of the file."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def rows(self, wanted: LogFilter) -> Iterator[LogRow]:
        return rows.log(self._link, wanted)

    def page(self, wanted: LogFilter, after: LogRow | None, limit: int) -> list[LogRow]:
        return rows.page(self._link, wanted, after, limit)

    def entry(self, device: str, seq: int) -> LogEntry | None:
        return rows.entry(self._link, device, seq)

    def count(self, wanted: LogFilter) -> int:
        return figures.count(self._link, wanted)

    def figures(self, wanted: LogFilter, view: LogView) -> tuple[Figure, ...]:
        return figures.figures(self._link, wanted, view)

    def received(self, wanted: LogFilter) -> list[str]:
        return figures.received(self._link, wanted)

    def halls(self) -> list[tuple[str, str]]:
        return Figures(self._link).halls()

    def windows(self) -> list[str]:
        return figures.windows(self._link)

    def heads(self) -> tuple[ChainHead, ...]:
        return heads(self._link)
