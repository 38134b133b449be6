"""What the head of an exported log says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import ALL, LogView
from desktop.domain.supervision.rows import ChainHead, LogFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerHeading:
    """`heads` are the chains' ends of the state that was read; they let a file be checked.
    `figures` are the view's, the number of rows first; `wanted` the filter as it was asked for.
    """

    hall: str
    first: date
    last: date
    exported_at: datetime
    exported_by: str
    personal: bool
    heads: tuple[ChainHead, ...]
    view: LogView = ALL
    figures: tuple[Figure, ...] = ()
    wanted: LogFilter | None = None
