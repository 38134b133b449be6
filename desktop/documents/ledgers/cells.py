"""A row of the log as cells, in the order of `COLUMNS`."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.days import BEIJING
from desktop.domain.supervision.ledger import COLUMNS
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.views import LogView
from desktop.domain.supervision.rows import LogRow
from desktop.wording.acts import act_name, detail
from desktop.wording.log import GROUPS, LATE, figure_count, figure_name

Value = str | int | datetime


def cells(number: int, row: LogRow) -> tuple[Value, ...]:
    """Moments come as Beijing wall time without a zone, as spreadsheets hold them."""
    return (
        number,
        wall(row.happened_at),
        wall(row.recorded_at),
        LATE if row.late else "",
        row.hall,
        row.window,
        row.clerk,
        act_name(row.kind),
        row.case,
        row.item_name,
        row.applicant,
        row.applicant_id,
        detail(row.payload),
        f"{row.device}:{row.seq}",
    )


def wall(moment: datetime) -> datetime:
    """Beijing wall time, to the second."""
    return moment.astimezone(BEIJING).replace(tzinfo=None, microsecond=0)


def figures(heading: LedgerHeading) -> list[tuple[str, str, int, str]]:
    """The totals block, the same in every format: group, what, how many, in what."""
    found = []
    for one in heading.figures:
        _number, _blank, unit = figure_count(one).partition(" ")
        found.append((GROUPS[one.by], figure_name(one), one.count, unit))
    return found


def places(view: LogView) -> tuple[int, ...]:
    """Where the view's columns stand among all of them."""
    keys = [column.key for column in COLUMNS]
    return tuple(keys.index(column.key) for column in view.shown)
