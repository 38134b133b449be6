"""The bills, the latest month first, and the question which file is to come in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.billing.bill import month_before
from desktop.domain.billing.rows import BillRow
from desktop.domain.courier.carriers import CARRIERS
from desktop.ui.desk import Desk
from desktop.ui.pages.billing.columns import BILLS
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _

FILES = _("账单 (*.xlsx *.csv);;所有文件 (*)")


class Lists(QFrame):
    """`opened(id)` of a bill; `chosen(path)` of a file to import, for `month` and `carrier`."""

    opened = Signal(str)
    chosen = Signal(Path)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.month = Field(_("账单月份"))
        self.carrier = Pick(
            _("承运人"), [("", _("看账单")), *((one.code, one.name) for one in CARRIERS)]
        )
        self.file = FileAsk(_("承运人的月账单（XLSX、CSV）"), _("导入并核对"), FILES)
        self.asking = frame("card")
        self.working = label("", "quiet")
        self.pane = RowsPane(
            BILLS, self._rows, lambda one: str(one.id), _("账单"),
            (_("还没有导入账单"), _("按 F5 导入承运人的月账单：先逐单核对，再处理差异、确认。")),
        )  # fmt: skip
        self.button = KeyButton("import_bill", _("导入账单"), primary=True)
        self._build()

    def reload(self) -> None:
        self.pane.reload()

    def take_focus(self) -> None:
        self.pane.take_focus()

    def ask(self) -> None:
        """Which file, of which month: the one before this unless something was written."""
        if not self.month.text:
            self.month.set_text(month_before(self._desk.office.today()))
        self.asking.show()
        self.file.ask()

    def put_away(self) -> bool:
        self.asking.hide()
        return self.file.put_away()

    def say_working(self, words: str) -> None:
        """What a worker is at; empty when it is done."""
        self.working.setText(words)

    def _rows(self, offset: int, limit: int) -> Sequence[BillRow]:
        return self._desk.office.store.views.bills(offset, limit)

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(label(_("快递费对账"), "title"))
        top.addStretch(1)
        top.addWidget(self.working)
        inside.addLayout(top)
        asked = column(self.asking, margin=3)
        which = row(gap=3)
        which.addWidget(self.month)
        which.addWidget(self.carrier)
        which.addStretch(1)
        asked.addLayout(which)
        asked.addWidget(self.file)
        self.asking.hide()
        inside.addWidget(self.asking)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(
            label(
                _("一个承运人一个月一份；更正的账单替换前一份，确认以后不再改。"),
                "quiet",
                wrap=True,
            ),
            1,
        )
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.pane.opened.connect(lambda one: self.opened.emit(one.id))
        self.file.chosen.connect(self.chosen)
        self.button.clicked.connect(lambda _checked=False: self.ask())
