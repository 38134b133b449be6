"""Columns of the log on the screen: what a line of the exported one says, without its ids."""

from __future__ import annotations

from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.rows import LogRow
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail


def _who(row: LogRow) -> str:
    return STATION.name if row.clerk == STATION.code else row.clerk


def _at(row: LogRow) -> str:
    return moment(row.happened_at) + (_(" 补录") if row.late else "")


COLUMNS: tuple[Column, ...] = (
    Column(_("发生"), _at, 9, tone=lambda row: "warn" if row.late else ""),
    Column(_("经办"), _who, 4),
    Column(_("行为"), lambda row: act_name(row.kind), 7),
    Column(_("办件编号"), lambda row: row.case, 12),
    Column(_("申请人"), lambda row: row.applicant, 5),
    Column(_("内容"), lambda row: detail(row.payload)),
)
