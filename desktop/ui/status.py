"""Status strip: hints on the left; hall, window, clerk and the network on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.desk import Desk
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import label, row
from desktop.wording import _
from desktop.wording.labels import label as word


class StatusStrip(QFrame):
    """Quiet; what it says never asks for anything."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._desk = desk
        self._hints = Elided(role="quiet")
        self._network = label(_("离线：数据都在本机"), "quiet")
        self._who = label(role="quiet")
        inside = row(self, gap=5)
        inside.setContentsMargins(12, 5, 12, 5)
        inside.addWidget(self._hints, 1)
        inside.addWidget(self._network)
        inside.addWidget(self._who)
        self.refresh()

    @property
    def text(self) -> str:
        return "　".join((self._hints.full, self._network.text(), self._who.text()))

    def set_hints(self, hints: str) -> None:
        self._hints.setText(hints)

    def set_network(self, text: str) -> None:
        self._network.setText(text)

    def refresh(self) -> None:
        """Say again where this is and who acts."""
        station, clerk = self._desk.office.station, self._desk.clerk
        where = _("{hall} · {window} 号窗口").format(hall=station.hall_name, window=station.window)
        if clerk is None:
            self._who.setText(_("{where} · 未登录").format(where=where))
        else:
            self._who.setText(f"{where} · {clerk.name}（{word(clerk.role)}）")
