"""What has to be dealt with, parcels under way, all, those to hand over; one search over them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from desktop.domain.courier.carriers import CARRIERS, Direction
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.steps import UNDER_WAY, ShipmentStage
from desktop.domain.halls.roles import Right
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import WAYS
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.troubles.todo import Todo
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

FREE = _("寄递免费，申请人不付费。")
MOST = 100_000


class Tab(IntEnum):
    """The lists, in the order of the tabs."""

    WORKLIST = 0
    UNDER_WAY = 1
    ALL = 2
    HANDOVER = 3


TITLES = (_("要处理"), _("在途"), _("全部"), _("交接"))
STAGES: dict[Tab, frozenset[ShipmentStage]] = {
    Tab.UNDER_WAY: UNDER_WAY,
    Tab.ALL: frozenset(),
    Tab.HANDOVER: frozenset({ShipmentStage.WAITING}),
}
EMPTY = {
    Tab.UNDER_WAY: (_("没有在途的快递"), _("按 F5 新建；从办件页按 F5，内件会自动列好。")),
    Tab.ALL: (_("没有这样的快递"), _("按 F5 新建；从办件页按 F5，内件会自动列好。")),
    Tab.HANDOVER: (_("没有待交接的快件"), _("新建寄出的快递后，在这里等承运人来取。")),
}


class Lists(QFrame):
    """`opened(number)`; the buttons' verbs with `pressed(verb)`."""

    opened = Signal(str)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs(TITLES)
        directions = [(one, told) for one, told in WAYS.items()]
        self.direction = Pick(_("方向"), [(None, _("两个方向")), *directions])
        self.carrier = Pick(_("承运人"), [("", _("全部")), *((c.code, c.name) for c in CARRIERS)])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("运单号、办件、姓名  Ctrl+F"))
        self.search.setAccessibleName(_("搜索快递"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.todo = Todo(desk)
        self.parcels = RowsPane(
            columns.PARCELS, self._rows, lambda one: str(one.number), _("快递"),
            EMPTY[Tab.UNDER_WAY],
        )  # fmt: skip
        self.buttons = {
            "reconcile": KeyButton("reconcile", _("对账")),
            "arrivals": KeyButton("arrivals", _("到件登记")),
            "handover": KeyButton("handover", _("交接单")),
            "new_parcel": KeyButton("new_parcel", _("新建快递")),
            "next_step": KeyButton("next_step", _("下一步"), primary=True),
        }
        self._build()

    @property
    def tab(self) -> Tab:
        return Tab(self.tabs.place)

    @property
    def pane(self) -> RowsPane:
        """The list in front."""
        return self.todo.pane if self.tab is Tab.WORKLIST else self.parcels

    def reload(self) -> None:
        """Read anew, and say what an empty list means."""
        self.buttons["reconcile"].setVisible(self._desk.may(Right.RECONCILE))
        wanted = self._wanted(frozenset())
        searched = bool(wanted.text or wanted.direction or wanted.carrier)
        self.todo.reload(self._numbers(wanted) if searched else None)
        self.tabs.count(Tab.WORKLIST, self.todo.number)
        self.stack.setCurrentIndex(0 if self.tab is Tab.WORKLIST else 1)
        self.buttons["next_step"].setVisible(self.tab is Tab.WORKLIST and self.todo.number > 0)
        if self.tab is not Tab.WORKLIST:
            self.parcels.reload()
            if wanted.text:
                told = _("没有找到「{text}」").format(text=wanted.text)
                self.parcels.empty.say(told, _("换个词，或看全部。"))
            else:
                self.parcels.empty.say(*EMPTY[self.tab])

    def take_focus(self) -> None:
        self.pane.take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box; with a text, search for it among all."""
        if text:
            self.search.setText(text)
            self.tabs.choose(Tab.ALL)
        self.search.setFocus()
        self.search.selectAll()

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs, 1)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 17)
        top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.direction)
        top.addWidget(self.carrier)
        inside.addLayout(top)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.todo)
        self.stack.addWidget(self.parcels)
        inside.addWidget(self.stack, 1)
        inside.addLayout(foot(self.buttons.values(), self.pressed, label(FREE, "good")))
        self.tabs.chosen.connect(lambda _place: self._again())
        self.direction.picked.connect(lambda _value: self.reload())
        self.carrier.picked.connect(lambda _value: self.reload())
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        for pane in (self.todo.pane, self.parcels):
            pane.opened.connect(lambda one: self.opened.emit(one.number))

    def _again(self) -> None:
        self.reload()
        self.take_focus()

    def _wanted(self, stages: frozenset[ShipmentStage]) -> ShipmentFilter:
        direction: Direction | None = self.direction.value
        handing = self.tab is Tab.HANDOVER and bool(stages)
        return ShipmentFilter(
            text=self.search.text().strip(),
            stages=stages,
            direction=Direction.OUTBOUND if handing else direction,
            carrier=str(self.carrier.value or ""),
            not_handed_over=handing,
        )

    def _numbers(self, wanted: ShipmentFilter) -> frozenset[str]:
        rows = self._desk.office.store.views.shipments(wanted, limit=MOST)
        return frozenset(one.number for one in rows)

    def _rows(self, offset: int, limit: int) -> Sequence[ShipmentRow]:
        if self.tab is Tab.WORKLIST:
            return []
        wanted = self._wanted(STAGES[self.tab])
        return self._desk.office.store.views.shipments(wanted, offset, limit)
