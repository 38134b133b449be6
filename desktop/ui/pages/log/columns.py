"""Columns of the log on the screen: its rows, its figures, what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import LogRow
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail
from desktop.wording.log import GROUPS, figure_count, figure_name


def who(row: LogRow) -> str:
    return STATION.name if row.clerk == STATION.code else row.clerk


def _at(row: LogRow) -> str:
    return moment(row.happened_at) + (_(" 补录") if row.late else "")


ROWS: tuple[Column, ...] = (
    Column(_("发生"), _at, 9, tone=lambda row: "warn" if row.late else ""),
    Column(_("经办"), who, 4),
    Column(_("行为"), lambda row: act_name(row.kind), 7),
    Column(_("办件编号"), lambda row: row.case, 12, spare=True),
    Column(_("申请人"), lambda row: row.applicant, 5, spare=True),
    Column(_("内容"), lambda row: detail(row.payload)),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A figure as it stands in the list; `group` is said where another one begins."""

    group: str
    figure: Figure


def lines(figures: tuple[Figure, ...]) -> list[Line]:
    """The figures with the words of each group once."""
    found, before = [], None
    for one in figures:
        found.append(Line("" if one.by is before else GROUPS[one.by], one))
        before = one.by
    return found


FIGURES: tuple[Column, ...] = (
    Column(_("按"), lambda line: line.group, 4, tone=lambda _line: "quiet"),
    Column(_("统计"), lambda line: figure_name(line.figure)),
    Column(_("数"), lambda line: figure_count(line.figure), 4, right=True),
)


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that the log can be narrowed by."""

    by: By
    key: str
    words: str
    chosen: bool = False


VALUES: tuple[Column, ...] = (
    Column("", lambda one: "✓" if one.chosen else "", 1, tone=lambda _one: "accent"),
    Column(_("按"), lambda one: GROUPS[one.by], 4, tone=lambda _one: "quiet"),
    Column(_("只看"), lambda one: one.words),
)
