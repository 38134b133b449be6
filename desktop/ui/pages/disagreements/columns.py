"""Columns of disagreements and of cases that wait to be taken over."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.exchange.rows import DisagreementRow, Side
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.labels import label as word


def what(entity: str) -> str:
    """`case:KFQ-…` as the clerk knows it: the number, or the id."""
    return entity.partition(":")[2]


def side(one: Side) -> str:
    """`受理　7-12 10:41　0712　荣昌分厅`."""
    return "　".join((act_name(one.kind), moment(one.at), one.clerk, one.hall or one.device))


def stands(row: DisagreementRow) -> str:
    if row.stands:
        return _("以在先的为准") if row.stands == row.first.entry else _("以在后的为准")
    return _("● 两者都记下") if row.both else _("● 暂以在先的为准")


def _due(case: Case) -> str:
    due = case.handed.due if case.handed else None
    return f"{due:%m-%d}" if due else "—"


DISAGREEMENTS: tuple[Column, ...] = (
    Column(_("关于"), lambda row: what(row.entity), 13),
    Column(_("在先"), lambda row: side(row.first)),
    Column(_("在后"), lambda row: side(row.second)),
    Column(_("现在"), stands, 9, tone=lambda row: "quiet" if row.stands else "warn"),
)
HANDED: tuple[Column, ...] = (
    Column(_("办件编号"), lambda case: case.number, 13),
    Column(_("事项"), lambda case: case.item_name),
    Column(_("状态"), lambda case: word(case.stage), 5, spare=True),
    Column(_("移交单"), lambda case: case.handed.sheet if case.handed else "", 13, spare=True),
    Column(_("期限"), _due, 4, tone=lambda case: "warn"),
)
