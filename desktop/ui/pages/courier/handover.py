"""交接单: the parcels that wait for one carrier, given over and signed for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.courier.carriers import CARRIERS
from desktop.domain.courier.rows import ShipmentRow
from desktop.services.courier import handover
from desktop.ui.desk import Desk
from desktop.ui.pages.courier import columns
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _


class Handover(QFrame):
    """All waiting parcels are on the sheet until one is taken off by the space bar."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._off: set[str] = set()
        self.carrier = Pick(_("承运人"), [(one.code, one.name) for one in CARRIERS])
        self.courier = Field(_("揽收员工号"))
        self.differences = Field(_("差异"), _("数量、封装有出入时写明"))
        here = Column(_("交出"), self._mark, 3, tone=self._tone)
        self.pane = RowsPane(
            (here, *columns.PARCELS[:2], *columns.PARCELS[3:6]), all_of(self._rows), lambda one: str(one.number),
            _("待揽收的快件"), (_("没有待交给它的快件"), _("换一个承运人看看，或按 Esc 返回。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", _("交出，打印交接单"), primary=True)
        inside = column(self, margin=3)
        inside.addWidget(label(_("快递交接单"), "title"))
        top = row(gap=3)
        top.addWidget(self.carrier)
        top.addWidget(self.courier, 1)
        top.addWidget(self.differences, 2)
        inside.addLayout(top)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(label(_("空格 交出或留下　Esc 不办了"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.carrier.picked.connect(lambda _code: self._again())

    def open(self) -> None:
        """Begin with the first carrier that parcels wait for."""
        self._off = set()
        waiting = [one.code for one in CARRIERS if handover.waiting(self._desk.office, one.code)]
        self.carrier.set_value(waiting[0] if waiting else CARRIERS[0].code)
        self.pane.reload()
        self.pane.take_focus()

    def toggle(self) -> None:
        chosen = self.pane.current
        if chosen is not None:
            self._off ^= {chosen.number}
            self.pane.reload()
            self.pane.view.step()

    def verb(self) -> Callable[[], handover.HandedOver]:
        """Give over what is marked."""
        numbers = tuple(one.number for one in self._rows() if one.number not in self._off)
        return lambda: handover.hand_over(
            self._desk.office, self._desk.acting, str(self.carrier.value), numbers,
            self.courier.text, self.differences.text,
        )  # fmt: skip

    def _again(self) -> None:
        self._off = set()
        self.pane.reload()

    def _rows(self) -> Sequence[ShipmentRow]:
        return handover.waiting(self._desk.office, str(self.carrier.value))

    def _mark(self, one: ShipmentRow) -> str:
        return "○" if one.number in self._off else "✓"

    def _tone(self, one: ShipmentRow) -> str:
        return "quiet" if one.number in self._off else "good"
