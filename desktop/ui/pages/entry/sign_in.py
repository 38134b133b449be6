"""Signing in with 工号 and password; unlocking with the short PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.halls.roles import Clerk
from desktop.services.halls import accounts, clerks
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.entry.card import Card
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class Own(QWidget):
    """A password of one's own, twice, in place of a one-time one. Hidden until it is asked for."""

    finished = Signal()
    REFUSALS = ("passwords_differ", "password_same", "password_short")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = Field(_("自己的新密码（至少 8 位）"))
        self._second = Field(_("再输一遍"))
        inside = column(self)
        for field in (self._first, self._second):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            inside.addWidget(field)
        self.setFocusProxy(self._first)
        self._first.finished.connect(self._second.line.setFocus)
        self._second.finished.connect(self.finished)
        self.hide()

    @property
    def text(self) -> str:
        return self._first.line.text()

    @property
    def again(self) -> str:
        return self._second.line.text()

    def open(self) -> None:
        self.show()

    def put_away(self) -> None:
        self.hide()
        for field in (self._first, self._second):
            field.line.clear()


class SignIn(Card):
    """工号 → password → Enter. The 工号 that signed in last is offered."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("登录"), parent=parent)
        self._desk = desk
        self._where = label("", "quiet", wrap=True)
        self.code = Field(_("工号"))
        self.password = Field(_("密码"))
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.own = Own()
        self.button = KeyButton("", _("Enter  登录"), primary=True)
        for widget in (self._where, self.code, self.password, self.own, self.button):
            self.inside.addWidget(widget)
        self._in_spite = ""
        self.code.finished.connect(self.password.line.setFocus)
        self.code.edited.connect(lambda _text: self._forget())
        self.password.finished.connect(self.sign_in)
        self.own.finished.connect(self.sign_in)
        self.button.clicked.connect(self.sign_in)
        desk.refused.connect(self._refused)

    def enter(self) -> None:
        station = self._desk.office.station
        self._where.setText(
            _("{hall} · {window} 号窗口").format(hall=station.hall_name, window=station.window)
        )
        if not self.code.text:
            self.code.set_text(self._desk.office.store.local.recall("last_clerk"))
        self.password.line.clear()
        self._forget()
        (self.password if self.code.text else self.code).line.setFocus()

    def sign_in(self) -> None:
        """Slowing down is the service's; here its sentence stands in the card. A one-time password
        asks for one's own first; leave asks for a second Enter.
        """
        office, code = self._desk.office, self.code.text
        password, spite = self.password.line.text(), self._in_spite == self.code.text
        asked = not self.own.isHidden()

        def verb() -> Clerk:
            mine = self.own.text
            if asked:
                accounts.change_password(office, code, password, mine, self.own.again)
            clerk = clerks.sign_in(office, code, mine if asked else password, spite)
            office.store.local.remember("last_clerk", clerk.code)
            return clerk

        self._keep = False
        clerk = self._desk.perform(verb, {Topic.LOG})
        if clerk is None:
            self._stay(code, password)
            return
        self.password.line.clear()
        self._forget()
        self.banner.put_away()
        self._desk.sign_in(clerk)
        self.done.emit()

    _keep = False

    def _refused(self, code: str, _sentence: str, _data: object) -> None:
        """What is to be answered here keeps the password that was typed."""
        if self.isVisible():
            self._in_spite = self.code.text if code == "on_leave" else ""
            self._keep = code in ("on_leave", "password_once", *Own.REFUSALS)
            if code == "password_once":
                self.own.open()

    def _stay(self, code: str, password: str) -> None:
        if not self._keep:
            self.password.line.clear()
            self.password.line.setFocus()
            return
        if not self.own.isHidden() and self._in_spite == code:
            self.password.line.setText(self.own.text)  # it was changed; only the leave is asked
            self.own.put_away()
        (self.own if not self.own.isHidden() else self.password).setFocus()

    def _forget(self) -> None:
        """Another clerk answers neither of the questions."""
        self._in_spite = ""
        self.own.put_away()


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
