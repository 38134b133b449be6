"""Four lists: what is to go out, what nobody fetches, what is to be given inside, and the batches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from desktop.domain.handling.rows import BatchRow
from desktop.services.handling import ready
from desktop.services.handling.ready import Waiting
from desktop.ui.desk import Desk
from desktop.ui.pages.delivery import columns
from desktop.ui.pages.delivery.giving import Giving
from desktop.ui.pages.delivery.uncollected import Uncollected
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, row
from desktop.wording import _

READY, UNCOLLECTED, GIVING, BATCHES = range(4)


class Lists(QFrame):
    """`case_opened(number)`, `batch_opened(number)`; `searched(text)` with Enter in the box."""

    case_opened = Signal(str)
    batch_opened = Signal(str)
    searched = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs([_("待出件"), _("久未领取"), _("材料移送"), _("交接单")])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("编号、姓名、事项  Ctrl+F"))
        self.search.setAccessibleName(_("找要出的件"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.ready = RowsPane(
            columns.READY, self._ready, lambda one: str(one.row.case), _("待出件"),
            (_("没有待出的件"), _("作出决定的办件会列在这里，等着制证和送达。")),
        )  # fmt: skip
        self.uncollected = Uncollected(desk, self._uncollected)
        self.giving = Giving(desk)
        self.batches = RowsPane(
            columns.BATCHES, self._batches, lambda one: str(one.number), _("交接单"),
            (_("还没有移送过材料"), _("在「材料移送」按 F9 出交接单。")),
        )  # fmt: skip
        self._panes = QStackedWidget()
        for pane in (self.ready, self.uncollected, self.giving, self.batches):
            self._panes.addWidget(pane)
        self._build()

    def reload(self) -> None:
        """Read all four anew, and say how much waits."""
        self.tabs.count(READY, self.ready.reload())
        self.tabs.count(UNCOLLECTED, self.uncollected.reload())
        self.tabs.count(GIVING, self.giving.reload())
        self.batches.reload()
        self._say_empty()

    def take_focus(self) -> None:
        lists = (self.ready, self.uncollected, self.giving, self.batches)
        lists[self.tabs.place].take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box, which searches what is to go out."""
        if text:
            self.search.setText(text)
        if text or self.tabs.place not in (READY, UNCOLLECTED):
            self.tabs.choose(READY)
        self.search.setFocus()
        self.search.selectAll()

    @property
    def chosen(self) -> str:
        """Number of the case that is chosen among those to go out; empty on other lists."""
        panes = {READY: self.ready, UNCOLLECTED: self.uncollected.pane}
        pane = panes.get(self.tabs.place)
        return str(pane.current.row.case) if pane is not None and pane.current else ""

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.search)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 15)
        inside.addLayout(top)
        inside.addWidget(self._panes, 1)
        self.tabs.chosen.connect(self._chosen)
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text()))
        self.ready.opened.connect(lambda one: self.case_opened.emit(one.row.case))
        self.uncollected.pane.opened.connect(lambda one: self.case_opened.emit(one.row.case))
        self.batches.opened.connect(lambda one: self.batch_opened.emit(one.number))

    def _chosen(self, place: int) -> None:
        self._panes.setCurrentIndex(place)
        self.search.setVisible(place in (READY, UNCOLLECTED))
        self.take_focus()

    def _say_empty(self) -> None:
        text = self.search.text().strip()
        told = _("没有找到「{text}」").format(text=text)
        hint = _("换个词；已办结的在「办件」里找。")
        if text:
            self.ready.empty.say(told, hint)
            self.uncollected.pane.empty.say(told, hint)
            return
        self.ready.empty.say(_("没有待出的件"), _("作出决定的办件会列在这里，等着制证和送达。"))
        self.uncollected.say_empty()

    def _ready(self, offset: int, limit: int) -> Sequence[Waiting]:
        return ready.waiting(self._desk.office, self.search.text().strip(), offset, limit)

    def _uncollected(self, offset: int, limit: int) -> Sequence[Waiting]:
        return ready.uncollected(self._desk.office, self.search.text().strip(), offset, limit)

    def _batches(self, offset: int, limit: int) -> Sequence[BatchRow]:
        return self._desk.office.store.views.batches(offset, limit)
