"""待办: what the hall owes, due first on top; and the acts that a supervisor has yet to look at."""

from __future__ import annotations

from desktop.domain.days import BEIJING
from desktop.domain.handling.rows import OversightRow
from desktop.services.handling.duties import Watched
from desktop.services.office import Office
from desktop.ui.pages.cases.terms.alerts import day_text, left_text
from desktop.ui.widgets.alerts import ALERTS, alert_text
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word


def duties(office: Office) -> tuple[Column, ...]:
    """How near it is, what it is, whose it is. The number stands without the hall's code."""

    def due(told: Watched) -> str:
        day = day_text(told.row.due, office.today())
        return f"{day}{_(' 暂') if told.row.provisional else ''} {left_text(told)}"

    def tone(told: Watched) -> str:
        return ALERTS[told.alert][1]

    return (
        Column(_("预警"), lambda told: alert_text(told.alert), 6, tone=tone),
        Column(_("到期"), due, 12, tone=tone),
        Column(_("事由"), lambda told: word(told.row.duty), 8),
        Column(_("办件"), lambda told: told.row.case.partition("-")[2], 10),
        Column(_("事项"), lambda told: told.row.item_name),
        Column(_("申请人"), lambda told: told.row.applicant, 4),
        Column(_("状态"), lambda told: word(told.row.stage), 5, spare=True),
    )


def key_of_duty(told: Watched) -> str:
    """A duty is found again by its case, what it is, and its days."""
    return f"{told.row.case} {told.row.duty} {told.row.start} {told.row.due}"


def oversight(office: Office) -> tuple[Column, ...]:
    """Why it asks to be looked at, when it was done, by whom."""
    return (
        Column(_("为什么要看"), lambda row: f"▲ {word(row.why)}", 12, tone=lambda _row: "warn"),
        Column(
            _("发生"), lambda row: day_text(row.at.astimezone(BEIJING).date(), office.today()), 5
        ),
        Column(_("经办"), lambda row: row.clerk, 4),
        Column(_("办件编号"), lambda row: row.case, 12),
        Column(_("事项"), lambda row: row.item_name),
    )


def key_of_act(row: OversightRow) -> str:
    """An act is found again by its entry."""
    return row.entry
