"""大厅与设备: who is in the hub, how far each is, as the hub last told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.exchange.batches import DeviceHead
from desktop.domain.halls.roles import Right
from desktop.services.exchange import membership
from desktop.services.halls import alone
from desktop.ui.desk import Desk
from desktop.ui.pages.exchange import columns
from desktop.ui.pages.exchange.columns import HallRow
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label
from desktop.wording import _
from desktop.wording.exchange.standing import moment_text


class Halls(QWidget):
    """`pressed(verb)` of a button."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        none = (_("还不知道有哪些"), _("交换一次就知道了：按 F5。"))
        self.halls = RowsPane(
            columns.HALLS, all_of(self._halls), lambda told: str(told.hall.code), _("大厅"), none
        )
        self.devices = RowsPane(
            columns.devices(desk.office), all_of(self._devices), lambda told: str(told.code),
            _("设备"), none,
        )  # fmt: skip
        self._as_of = label("", "quiet")
        self._issue = KeyButton("issue_code", _("发注册码"))
        self._revoke = KeyButton("revoke_device", _("停用设备"))
        self._alone = KeyButton("set_alone", _("单人办理"))
        self._build()

    @property
    def hall(self) -> HallRow | None:
        told: HallRow | None = self.halls.current
        return told

    @property
    def device(self) -> DeviceHead | None:
        told: DeviceHead | None = self.devices.current
        return told

    def reload(self) -> None:
        office = self._desk.office
        at = membership.directory(office).as_of
        told = moment_text(at, office.now())
        self._as_of.setText(_("中心 {at} 告知").format(at=told) if told else "")
        for button in (self._issue, self._revoke, self._alone):
            button.setVisible(self._desk.may(Right.MANAGE_HUB))
        self.halls.reload()
        self.devices.reload()

    def set_alone(self) -> None:
        """The chosen hall may, or may no longer, go on alone with a reason (main hall only)."""
        told, office = self.hall, self._desk.office
        if told is not None:
            code = str(told.hall.code)
            halls = tuple({*alone.rule(office).halls} ^ {code})
            self._desk.perform(lambda: alone.set_rule(office, self._desk.acting, halls))
            self.halls.reload()

    def take_focus(self) -> None:
        self.devices.take_focus()

    def _halls(self) -> Sequence[HallRow]:
        office = self._desk.office
        return [
            HallRow(
                one,
                max(0, one.seq - office.store.exchange.cursor(one.code).seq),
                one.code in alone.rule(office).halls,
            )
            for one in membership.directory(office).halls
        ]

    def _devices(self) -> Sequence[DeviceHead]:
        return membership.directory(self._desk.office).devices

    def _build(self) -> None:
        upper, lower = frame("panel"), frame("panel")
        for panel, words, pane in (
            (upper, _("大厅"), self.halls),
            (lower, _("设备"), self.devices),
        ):
            inside = column(panel, margin=3)
            inside.addWidget(label(words, "heading"))
            inside.addWidget(pane, 1)
        outside = column(self)
        outside.addWidget(upper, 2)
        outside.addWidget(lower, 3)
        sync = KeyButton("sync_now", _("立即交换"), primary=True)
        outside.addLayout(
            foot((self._issue, self._revoke, self._alone, sync), self.pressed, self._as_of)
        )
