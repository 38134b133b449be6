"""月报: the month's counts by item, each item under its organ."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.figure import Figure
from desktop.domain.supervision.figures.month import MonthReport, MonthRow, last_of
from desktop.domain.supervision.figures.rows import Axis, Slice
from desktop.services.office import Office
from desktop.services.ports import Views

FORMATS = ("xlsx", "csv", "pdf")


def slice_of(first: date, halls: frozenset[str] = frozenset()) -> Slice:
    """The whole month that begins on this day."""
    return Slice(first=first, last=last_of(first), halls=halls)


def month(
    office: Office, clerk: Clerk, views: Views, first: date, halls: frozenset[str] = frozenset()
) -> MonthReport:
    """The report of the month that begins on `first`; may run in a worker with a reader's views.

    Refuses `unknown_hall`, and whom may not see the log.
    """
    require(clerk, Right.EXPORT_LOG)
    known = dict(views.figures.halls())
    for code in sorted(halls - known.keys()):
        raise Refusal("unknown_hall", hall=code, known=sorted(known))
    wanted = slice_of(first, halls)
    counts: dict[str, dict[Figure, int]] = {}
    for one in views.figures.counts(wanted, (Axis.ITEM, Axis.FIGURE)):
        counts.setdefault(one.of[0], {})[Figure(one.of[1])] = one.number
    names = views.figures.item_names(wanted)
    rows = [
        MonthRow(organ=organ_of(office, item), item=item, name=names.get(item, item), counts=found)
        for item, found in counts.items()
    ]
    return MonthReport(
        first=first,
        hall=office.station.hall_name,
        halls=tuple(known[code] for code in sorted(halls)),
        made_at=office.now(),
        made_by=f"{clerk.name}（{clerk.code}）",
        rows=tuple(sorted(rows, key=lambda row: (row.organ, row.item))),
        several=not halls and len(known) > 1,
    )


def organ_of(office: Office, item: str) -> str:
    """Who handles the item here, else whom the law names; empty for an item no longer known."""
    found = office.catalogue.items.get(item)
    if found is None:
        return ""
    local = found.authority_local
    return (local.name if local else "") or found.authority_statutory


def write(office: Office, report: MonthReport, format: str, to: Path) -> str:
    """The report as a file, whole or not at all; its sha256. Refuses `cannot_write`."""
    if format not in FORMATS:
        raise Refusal("unknown_format", format=format, known="、".join(FORMATS))
    return office.renderer.month(report, format, to)
