"""到件: on the left the next parcel is written down, on the right wait those that nobody took in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.arrivals.rows import ArrivalFilter
from desktop.domain.courier.shipment import Shipment
from desktop.services.courier.arrivals import waiting
from desktop.services.courier.arrivals.waiting import Waiting
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.arrivals import columns
from desktop.ui.pages.courier.arrivals.form import ArrivalForm
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _


class ArrivalDesk(QWidget):
    """`opened(number)` with Enter on a row; `pressed(verb)` of the buttons."""

    opened = Signal(str)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = ArrivalForm(desk)
        self.tabs = Tabs([_("待认领"), _("全部")])
        self._alert = Elided(role="bad", lines=2)
        self.pane = RowsPane(
            columns.WAITING, self._rows, lambda one: str(one.row.number), _("到件待认领"),
            (_("没有待认领的到件"), _("收到快递，扫运单登记。")),
        )  # fmt: skip
        self._build()

    def start(self, waybill: str = "") -> None:
        self.reload()
        self.form.start(waybill)

    def reload(self) -> None:
        """Read anew; what presses is said above the list."""
        self.pane.reload()
        told = waiting.pressing(self._desk.office)
        parts = [
            words.format(n=n)
            for n, words in (
                (told.overdue, _("已过告知期限 {n} 件：视为受理，请立即处理")),
                (told.near, _("告知期限将到 {n} 件，还没有开拆认领")),
            )
            if n
        ]
        self._alert.setText("；".join(parts))
        self._alert.setVisible(bool(parts))
        wear(self._alert, "bad" if told.overdue else "warn")
        self.tabs.count(0, told.waiting)

    @property
    def alert(self) -> str:
        return self._alert.full if not self._alert.isHidden() else ""

    def verb(self) -> Callable[[], Shipment]:
        return self.form.verb()

    @property
    def current(self) -> Waiting | None:
        chosen: Waiting | None = self.pane.current
        return chosen

    def _rows(self, offset: int, limit: int) -> Sequence[Waiting]:
        office = self._desk.office
        if self.tabs.place == 0:
            return waiting.waiting(office, offset, limit)
        return waiting.watched(office, ArrivalFilter(), offset, limit)

    def _again(self) -> None:
        self.pane.reload()
        self.pane.take_focus()

    def _build(self) -> None:
        one, other = frame("panel"), frame("panel")
        column(one, margin=3).addWidget(self.form)
        inside = column(other, margin=3)
        top = row(gap=3)
        top.addWidget(label(_("到件"), "title"))
        top.addWidget(self.tabs)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self._alert)
        inside.addWidget(self.pane, 1)
        buttons = (
            KeyButton("send_back", _("退回寄件人")),
            KeyButton("forward_parcel", _("转交")),
            KeyButton("open_draft", _("开新件")),
        )
        hint = label(_("Enter 认领选中的"), "quiet")
        inside.addLayout(foot(buttons, self.pressed, hint))
        across = row(self, gap=2.5)
        across.addWidget(one, 4)
        across.addWidget(other, 6)
        one.setMinimumWidth(unit(76))
        self.tabs.chosen.connect(lambda _place: self._again())
        self.pane.opened.connect(lambda told: self.opened.emit(told.row.number))
