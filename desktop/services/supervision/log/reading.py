"""Rows, figures and the entry behind a row, masked unless there is a reason not to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level
from desktop.domain.kinds import KINDS
from desktop.domain.supervision.log.figures import seen
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import LogEntry, LogFilter, LogRow
from desktop.services.ports import LogBook, Views

KNOWN = frozenset(kind for kind, _version in KINDS)


def through(wanted: LogFilter, view: LogView) -> LogFilter:
    """What the view shows of what the filter leaves."""
    return seen(wanted, view, KNOWN)


def rows(views: Views, wanted: LogFilter, personal: bool = False) -> Iterator[LogRow]:
    """The acts in order; names and ID numbers masked unless `personal`."""
    return shown(views.log(wanted), personal)


def shown(told: Iterator[LogRow], personal: bool) -> Iterator[LogRow]:
    """The same rows, masked unless `personal`."""
    return told if personal else map(masked, told)


def page(book: LogBook, wanted: LogFilter, after: LogRow | None, limit: int) -> list[LogRow]:
    """The next rows for the screen, masked."""
    return [masked(row) for row in book.page(wanted, after, limit)]


def entry(book: LogBook, device: str, seq: int) -> LogEntry | None:
    """The entry behind a row, its person masked."""
    found = book.entry(device, seq)
    return None if found is None else replace(found, row=masked(found.row))


def masked(row: LogRow) -> LogRow:
    """Name as in lists, the last four of the number (domain: masking, PIPL 51)."""
    if not row.applicant and not row.applicant_id:
        return row
    name, number = _masked(row.applicant, row.applicant_id)
    return replace(row, applicant=name, applicant_id=number)


@lru_cache(maxsize=256)
def _masked(name: str, number: str) -> tuple[str, str]:
    """The acts of one case lie close together; few people are remembered, and not for long."""
    if number and check_uscc(number).level is not Level.ERROR:
        return name, number  # an organisation's name and credit code are public
    return mask_name(name) if name else "", "*" * max(0, len(number) - 4) + number[-4:]
