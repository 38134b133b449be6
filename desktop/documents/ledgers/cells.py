"""A row of the log as cells, in the order of `COLUMNS`."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from desktop.domain.days import BEIJING
from desktop.domain.supervision.rows import LogRow
from desktop.wording.acts import act_name, detail
from desktop.wording.log import LATE

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


def counts(acts: Counter[str]) -> list[tuple[str, int]]:
    """Rows by act, most first; equal numbers in the order of their names."""
    found = ((act_name(kind), count) for kind, count in acts.items())
    return sorted(found, key=lambda one: (-one[1], one[0]))
