"""Status strip: hints on the left; the exchange, hall, window and clerk on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.domain.exchange.membership import Contact, Standing
from desktop.services.exchange import syncing
from desktop.ui.desk import Desk
from desktop.ui.keys.table import key_of
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.exchange.standing import strip_text
from desktop.wording.labels import label as word

CONTACTS: dict[Contact, tuple[str, str]] = {
    Contact.ALONE: ("○", "foot-quiet"),
    Contact.ONLINE: ("●", "foot-good"),
    Contact.OFFLINE: ("◐", "foot-warn"),
    Contact.STOPPED: ("×", "foot-bad"),
}
"""Glyph and role of each: it is told by form, word and colour."""


class StatusStrip(QFrame):
    """Quiet; what it says never asks for anything. `asked(page)` when its exchange is pressed."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._desk = desk
        self._moving = ""
        self._hints = Elided(role="quiet")
        self.exchange = QPushButton()
        self.exchange.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.exchange.setToolTip(_("{key} 发件箱").format(key=key_of("exchange")))
        self._who = label(role="quiet")
        inside = row(self, gap=5)
        inside.setContentsMargins(12, 5, 12, 5)
        inside.addWidget(self._hints, 1)
        inside.addWidget(self.exchange)
        inside.addWidget(self._who)
        self.exchange.clicked.connect(lambda: self.asked.emit("exchange"))
        desk.exchanging.connect(self._move)
        desk.exchanged.connect(self._stand)
        self.refresh()

    @property
    def text(self) -> str:
        return "　".join((self._hints.full, self.exchange.text(), self._who.text()))

    def set_hints(self, hints: str) -> None:
        self._hints.setText(hints)

    def refresh(self) -> None:
        """Say again how the exchange stands, where this is and who acts."""
        if not self._moving:
            self._stand()
        station, clerk = self._desk.office.station, self._desk.clerk
        where = _("{hall} · {window} 号窗口").format(hall=station.hall_name, window=station.window)
        if clerk is None:
            self._who.setText(_("{where} · 未登录").format(where=where))
        else:
            self._who.setText(f"{where} · {clerk.name}（{word(clerk.role)}）")

    def _stand(self) -> None:
        self._moving = ""
        office = self._desk.office
        contact = self._desk.quietly(lambda: syncing.contact(office)) or Contact.ALONE
        told = None
        if contact is not Contact.ALONE:
            told = self._desk.quietly(lambda: syncing.waiting(office))
        waiting, standing = told or (0, Standing())
        self._say(contact, strip_text(contact, waiting, standing, office.now()))

    def _move(self, done: int, total: int) -> None:
        """A round that moves nothing is over before anybody could read of it."""
        if total:
            self._moving = _("正在交换 {done}/{total}").format(done=done, total=total)
            self._say(Contact.ONLINE, self._moving)

    def _say(self, contact: Contact, words: str) -> None:
        glyph, role = CONTACTS[contact]
        self.exchange.setText(f"{glyph} {words}")
        self.exchange.setAccessibleName(words)
        wear(self.exchange, role)
