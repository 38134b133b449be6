"""A station that is in no hub: what that means, and for a supervisor the way into one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.halls.roles import Right
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _

PORT, DATABASE = "5432", "yichuang"


class Joining(QWidget):
    """`asked(address, code)` when all is filled in; `missing(sentence)` when it is not."""

    asked = Signal(str, str)
    missing = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.host = Field(_("中心地址"), _("服务器名称或网络地址"))
        self.port, self.database = Field(_("端口")), Field(_("数据库"))
        self.code = Field(_("注册码"), _("主管发的一次性注册码，八组，每组四位"))
        self.button = KeyButton("save_form", _("加入中心"), primary=True)
        self._form = QFrame()
        self._busy = False
        self._build()

    def reload(self) -> None:
        """What a role may not do is not offered."""
        self._form.setVisible(self._desk.may(Right.MANAGE_HUB))

    def take_focus(self) -> None:
        self.reload()
        (self.host.line if self._form.isVisibleTo(self) else self).setFocus()

    @property
    def address(self) -> str:
        """As it is kept; somebody may have pasted it whole."""
        if "=" in self.host.text:
            return self.host.text
        return f"host={self.host.text} port={self.port.text} dbname={self.database.text}"

    def join(self) -> None:
        """F9. A second press while the hub is being asked does nothing."""
        if self._busy:
            return
        for field in (self.host, self.port, self.database, self.code):
            if not field.text and not ("=" in self.host.text and field is not self.code):
                field.line.setFocus()
                self.missing.emit(_("请填全中心地址和注册码。"))
                return
        self.set_busy(True)
        self.asked.emit(self.address, self.code.text)

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.set_words(_("正在加入…") if busy else _("加入中心"))
        self.button.set_ready(not busy)

    def clear(self) -> None:
        """A code is used once, and stays on no screen."""
        self.set_busy(False)
        self.code.set_text("")

    def _build(self) -> None:
        panel = frame("panel")
        panel.setMaximumWidth(unit(200))
        inside = column(panel, margin=6, gap=3)
        inside.addWidget(label(_("本机没有联网"), "title"))
        told = _(
            "本机单独办理，全部数据都在本机，什么都不缺。加入联网中心以后，各厅的办件、事项、日历"
            "自动往来；断网时照常办理，没发出去的都留着。"
        )
        inside.addWidget(label(told, wrap=True))
        self.port.set_text(PORT)
        self.database.set_text(DATABASE)
        form = column(self._form, gap=3)
        across = row(gap=3)
        across.addWidget(self.host, 3)
        across.addWidget(self.port, 1)
        across.addWidget(self.database, 1)
        form.addLayout(across)
        form.addWidget(self.code)
        end = row(gap=3)
        end.addWidget(
            label(_("注册码只能用一次；加入后密码只存在加密的数据文件里。"), "quiet", True), 1
        )
        end.addWidget(self.button)
        form.addLayout(end)
        inside.addWidget(self._form)
        outside = column(self)
        outside.addWidget(panel)
        outside.addStretch(1)
        for field, then in zip(
            (self.host, self.port, self.database),
            (self.port, self.database, self.code),
            strict=True,
        ):
            field.finished.connect(then.line.setFocus)
        self.code.finished.connect(self.join)
        self.button.clicked.connect(self.join)
