"""久未领取: whose result has waited long, since when, and the telephone to call them by."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.cases.case import Case
from desktop.domain.identity import masking
from desktop.services.cases.acts import load
from desktop.services.cases.reveal import reveal
from desktop.services.handling.ready import LONG, Waiting
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.delivery import columns
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import MaskedField
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Fetch
from desktop.wording import _


class Uncollected(QWidget):
    """The telephone of the chosen row is shown in full while held, which is logged."""

    def __init__(self, desk: Desk, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self.pane = RowsPane(
            columns.UNCOLLECTED, fetch, lambda one: str(one.row.case), _("久未领取"), ("", "")
        )
        self.phone = MaskedField(self._look)
        self.phone.setAccessibleName(_("联系电话"))
        self.button = KeyButton("ship", _("再次寄递"))
        self._foot = QWidget()
        inside = column(self)
        inside.addWidget(self.pane, 1)
        foot = row(self._foot, gap=3)
        foot.addWidget(label(_("联系电话"), "quiet"))
        self.phone.setMinimumWidth(unit(60))
        foot.addWidget(self.phone)
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addWidget(self._foot)
        self.pane.looked_at.connect(self._show)
        self.say_empty()

    def reload(self) -> int:
        """How many there are."""
        number = self.pane.reload()
        self._foot.setVisible(bool(number))
        return number

    def take_focus(self) -> None:
        self.pane.take_focus()

    def say_empty(self) -> None:
        told = _("做好以后超过 {n} 天没有来领的会列在这里，好打电话或寄去。").format(n=LONG)
        self.pane.empty.say(_("没有久未领取的件"), told)

    def _show(self, one: Waiting) -> None:
        self._case = self._desk.perform(lambda: load(self._desk.office, one.row.case))
        phone = self._case.applicant.phone if self._case else ""
        self.phone.set_value(phone, masking.mask_phone(phone) if phone else _("没有留电话"))

    def _look(self) -> bool:
        case = self._case
        if case is None:
            return False

        def verb() -> bool:
            reveal(self._desk.office, self._desk.acting, case, "applicant.phone")
            return True

        return bool(self._desk.perform(verb, {Topic.LOG}))
