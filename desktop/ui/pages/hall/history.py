"""登录记录 of one clerk: when, where, and after how many wrong tries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.halls.roles import Clerk
from desktop.domain.halls.signing import SignIn
from desktop.services.halls import accounts
from desktop.ui.desk import Desk
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label
from desktop.ui.widgets.rows import Column
from desktop.wording import _


def _wrong(one: SignIn) -> str:
    return _("▲ 输错 {n} 次").format(n=one.failures) if one.failures else "—"


COLUMNS: tuple[Column, ...] = (
    Column(_("登录时刻"), lambda one: f"{one.at:%Y-%m-%d %H:%M:%S}", 11),
    Column(_("大厅"), lambda one: one.hall or "—"),
    Column(_("窗口"), lambda one: one.window or "—", 3),
    Column(_("设备"), lambda one: one.device, 4),
    Column(_("此前"), _wrong, 6, tone=lambda one: "warn" if one.failures else "quiet"),
    Column(_("休假"), lambda one: _("休假期间") if one.on_leave else "", 5),
)


class History(QWidget):
    """`open` for somebody; Esc leads back to the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk: Clerk | None = None
        self._title, self._now = label("", "heading"), label("", "warn", wrap=True)
        self.pane = RowsPane(
            COLUMNS, all_of(self._rows), lambda one: f"{one.at} {one.device}", _("登录记录"),
            (_("还没有登录过"), ""),
        )  # fmt: skip
        panel = frame("panel")
        inside = column(panel, margin=3)
        inside.addWidget(self._title)
        inside.addWidget(self._now)
        inside.addWidget(self.pane, 1)
        inside.addWidget(label(_("Esc 回到工作人员"), "quiet"))
        column(self).addWidget(panel)

    def open(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._title.setText(_("{name} 的登录记录").format(name=clerk.name))
        wrong = accounts.wrong_now(self._desk.office, clerk.code)
        self._now.setText(_("本机上次登录以后又输错 {n} 次。").format(n=wrong))
        self._now.setVisible(bool(wrong))
        self.pane.reload()

    def take_focus(self) -> None:
        self.pane.take_focus()

    def _rows(self) -> Sequence[SignIn]:
        if self._clerk is None:
            return ()
        office, by, code = self._desk.office, self._desk.acting, self._clerk.code
        return self._desk.perform(lambda: accounts.sign_ins(office, by, code)) or ()
