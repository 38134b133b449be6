"""Signing in with 工号 and password; unlocking with the short PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.halls.roles import Clerk
from desktop.services.halls import clerks
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.entry.card import Card
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import label
from desktop.wording import _


class SignIn(Card):
    """工号 → password → Enter. The 工号 that signed in last is offered."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("登录"), parent=parent)
        self._desk = desk
        self._where = label("", "quiet", wrap=True)
        self.code = Field(_("工号"))
        self.password = Field(_("密码"))
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = KeyButton("", _("Enter  登录"), primary=True)
        for widget in (self._where, self.code, self.password, self.button):
            self.inside.addWidget(widget)
        self.code.finished.connect(self.password.line.setFocus)
        self.password.finished.connect(self.sign_in)
        self.button.clicked.connect(self.sign_in)

    def enter(self) -> None:
        station = self._desk.office.station
        self._where.setText(
            _("{hall} · {window} 号窗口").format(hall=station.hall_name, window=station.window)
        )
        if not self.code.text:
            self.code.set_text(self._desk.office.store.local.recall("last_clerk"))
        self.password.line.clear()
        (self.password if self.code.text else self.code).line.setFocus()

    def sign_in(self) -> None:
        """Slowing down is the service's; here its sentence stands in the card."""
        office, code = self._desk.office, self.code.text
        password = self.password.line.text()

        def verb() -> Clerk:
            clerk = clerks.sign_in(office, code, password)
            office.store.local.remember("last_clerk", clerk.code)
            return clerk

        clerk = self._desk.perform(verb, {Topic.LOG})
        self.password.line.clear()
        if clerk is None:
            self.password.line.setFocus()
            return
        self.banner.put_away()
        self._desk.sign_in(clerk)
        self.done.emit()


class Lock(Card):
    """The screen is covered; what was on it stays. The PIN opens, where one is set."""

    other = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("已锁屏"), parent=parent)
        self._desk = desk
        self._who = label("", wrap=True)
        self.pin = Field(_("锁屏 PIN"))
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = KeyButton("", _("Enter  解锁"), primary=True)
        self.change = KeyButton("other_clerk", _("换人登录（手上的草稿会留着）"))
        for widget in (self._who, self.pin, self.button, self.change):
            self.inside.addWidget(widget)
        self.pin.finished.connect(self.unlock)
        self.button.clicked.connect(self.unlock)
        self.change.clicked.connect(self.other)

    def enter(self) -> None:
        clerk = self._desk.acting
        has_pin = bool(self._desk.office.store.local.secret(clerk.code, "pin"))
        self.pin.set_words(_("锁屏 PIN") if has_pin else _("密码（没有设锁屏 PIN）"))
        self._who.setText(_("{name}（{code}）").format(name=clerk.name, code=clerk.code))
        self.pin.line.clear()
        self.pin.line.setFocus()

    def unlock(self) -> None:
        office, code = self._desk.office, self._desk.acting.code
        secret = self.pin.line.text()
        clerk = self._desk.perform(lambda: clerks.unlock(office, code, secret))
        self.pin.line.clear()
        if clerk is not None:
            self.banner.put_away()
            self.done.emit()
