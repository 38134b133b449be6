"""Parcels under way or all, by direction and carrier, and one search over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.courier.carriers import CARRIERS, Direction
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.steps import UNDER_WAY
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import WAYS
from desktop.ui.pages.courier import columns
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

FREE = _("寄递免费，申请人不付费。")


class Lists(QFrame):
    """`opened(number)`; the buttons' verbs with `pressed(verb)`."""

    opened = Signal(str)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs([_("在途"), _("全部")])
        directions = [(one, told) for one, told in WAYS.items()]
        self.direction = Pick(_("方向"), [(None, _("两个方向")), *directions])
        self.carrier = Pick(_("承运人"), [("", _("全部")), *((c.code, c.name) for c in CARRIERS)])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("运单号、办件、姓名  Ctrl+F"))
        self.search.setAccessibleName(_("搜索快递"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.pane = RowsPane(
            columns.PARCELS, self._rows, lambda one: str(one.number), _("快递"),
            (_("没有在途的快递"), _("按 F5 新建；从办件页按 F5，内件会自动列好。")),
        )  # fmt: skip
        self._build()

    def reload(self) -> None:
        """Read anew, and say what an empty list means."""
        self.pane.reload()
        text = self.search.text().strip()
        if text:
            self.pane.empty.say(_("没有找到「{text}」").format(text=text), _("换个词，或看全部。"))
        else:
            self.pane.empty.say(
                _("没有在途的快递") if self.tabs.place == 0 else _("没有这样的快递"),
                _("按 F5 新建；从办件页按 F5，内件会自动列好。"),
            )

    def take_focus(self) -> None:
        self.pane.take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box; with a text, search for it among all."""
        if text:
            self.search.setText(text)
            self.tabs.choose(1)
        self.search.setFocus()
        self.search.selectAll()

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.direction)
        top.addWidget(self.carrier)
        inside.addLayout(top)
        second = row(gap=3)
        second.addWidget(self.search)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 18)
        second.addStretch(1)
        second.addWidget(label(FREE, "good"))
        inside.addLayout(second)
        inside.addWidget(self.pane, 1)
        buttons = (
            KeyButton("arrivals", _("到件登记")),
            KeyButton("handover", _("交接单")),
            KeyButton("new_parcel", _("新建快递"), primary=True),
        )
        inside.addLayout(foot(buttons, self.pressed))
        self.tabs.chosen.connect(lambda _place: self._again())
        self.direction.picked.connect(lambda _value: self.reload())
        self.carrier.picked.connect(lambda _value: self.reload())
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.pane.opened.connect(lambda one: self.opened.emit(one.number))

    def _again(self) -> None:
        self.reload()
        self.take_focus()

    def _rows(self, offset: int, limit: int) -> Sequence[ShipmentRow]:
        direction: Direction | None = self.direction.value
        wanted = ShipmentFilter(
            text=self.search.text().strip(),
            stages=UNDER_WAY if self.tabs.place == 0 else frozenset(),
            direction=direction,
            carrier=str(self.carrier.value or ""),
        )
        return self._desk.office.store.views.shipments(wanted, offset, limit)
