"""Signing in with a one-time password, and while on leave: asked in the card, nothing typed is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.halls.entries import ClerkSet
from desktop.services.halls import accounts, clerks
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.entry.sign_in import SignIn
from tests.offices import NOW
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text

PASSWORD = "quiet-morning"
TOLD = ClerkSet(code=CLERK.code, name=CLERK.name, role=CLERK.role)


@pytest.fixture
def card(
    office: Office, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SignIn]:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)
    clerks.set_clerk(office, SUPERVISOR, TOLD, PASSWORD)
    made = SignIn(desk)
    desk.refused.connect(lambda _code, sentence, _data: made.refused(sentence))
    host = QMainWindow()
    host.setCentralWidget(made)
    qtbot.addWidget(host)
    host.resize(1280, 720)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    made.enter()
    type_text(CLERK.code)
    press(Qt.Key.Key_Return)
    yield made
    host.close()


def inside(desk: Desk) -> bool:
    return desk.clerk is not None


def test_a_one_time_password_asks_for_ones_own(
    card: SignIn, desk: Desk, office: Office, shoot: Callable[[QWidget, str], None]
) -> None:
    made = accounts.reset_password(office, SUPERVISOR, CLERK.code)
    type_text(made)
    press(Qt.Key.Key_Return)
    assert "一次性密码" in card.banner.text
    type_text("sunny-noon")
    press(Qt.Key.Key_Return)
    type_text("sunny-moon")
    press(Qt.Key.Key_Return)
    assert "不一样" in card.banner.text
    assert card.password.line.text() == made, "nothing is lost"
    shoot(card, "own-password")
    press(Qt.Key.Key_Return)
    card.own._second.line.selectAll()
    type_text("sunny-noon")
    press(Qt.Key.Key_Return)
    assert inside(desk)
    assert clerks.sign_in(office, CLERK.code, "sunny-noon").code == CLERK.code


def test_on_leave_a_second_enter_signs_in(card: SignIn, desk: Desk, office: Office) -> None:
    clerks.set_clerk(office, SUPERVISOR, replace(TOLD, leave_first=NOW.date()))
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    assert "休假" in card.banner.text
    assert not inside(desk)
    press(Qt.Key.Key_Return)
    assert inside(desk)
    assert accounts.sign_ins(office, SUPERVISOR, CLERK.code)[0].on_leave


def test_a_reset_clerk_on_leave_meets_both_questions(
    card: SignIn, desk: Desk, office: Office
) -> None:
    clerks.set_clerk(office, SUPERVISOR, replace(TOLD, leave_first=NOW.date()))
    type_text(accounts.reset_password(office, SUPERVISOR, CLERK.code))
    press(Qt.Key.Key_Return)
    for _time in range(2):
        type_text("sunny-noon")
        press(Qt.Key.Key_Return)
    assert "休假" in card.banner.text
    press(Qt.Key.Key_Return)
    assert inside(desk)


def test_a_wrong_password_is_typed_anew(card: SignIn, desk: Desk) -> None:
    type_text("wrong")
    press(Qt.Key.Key_Return)
    assert card.password.line.text() == ""
    assert card.own.isHidden()
