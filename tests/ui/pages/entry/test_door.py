from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.station import Station
from desktop.services.halls.clerks import set_clerk, set_pin
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.entry.door import Door
from desktop.ui.pages.entry.idle import IdleLock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text

CODE = "7K2M-9QXC-4D8T-WZ3H-0R5V-J6NA-BYE1-GF7P"
PASSWORD = "quiet-morning"
Open = Callable[..., Door]


@pytest.fixture
def door(qtbot: QtBot, desk: Desk) -> Open:
    hosts: list[QMainWindow] = []

    def make(code: str = "", save: Callable[[Station], None] = lambda _told: None) -> Door:
        made = Door(desk, code, None, save)
        host = QMainWindow()
        hosts.append(host)
        host.setMinimumSize(640, 480)
        host.setCentralWidget(made)
        qtbot.addWidget(host)
        host.resize(1280, 720)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        made.choose()
        return made

    return make


@pytest.fixture
def known(office: Office) -> Office:
    """The clerk has a password and a PIN."""
    told = ClerkSet(code=CLERK.code, name=CLERK.name, role=CLERK.role)
    set_clerk(office, SUPERVISOR, told, PASSWORD)
    set_pin(office, CLERK.code, "4711")
    return office


def fill(door: Door, **told: str) -> None:
    for name, text in told.items():
        door.first_run.fields[name].line.setText(text)


def test_first_run_names_the_station_then_shows_the_code_once(
    office: Office, door: Open, qtbot: QtBot
) -> None:
    office.station = replace(office.station, unnamed=True)
    saved: list[Station] = []
    made = door(CODE, saved.append)
    assert made.currentWidget() is made.first_run
    fill(made, hall="yz", device="a07", hall_name="亦庄大厅", organ="某某局", window="1")
    fill(made, code="0001", name="赵一鸣", password=PASSWORD, again="slip", pin="4711")
    press(Qt.Key.Key_F9)
    assert made.card.banner.isVisible()
    fill(made, again=PASSWORD)
    press(Qt.Key.Key_F9)
    assert saved[0].hall == "YZ"
    assert made.currentWidget() is made.recovery
    press(Qt.Key.Key_F9)
    assert made.currentWidget() is made.recovery, "nothing goes on before somebody keeps the code"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    assert made.currentWidget() is made.sign_in
    assert made.sign_in.code.text == "0001"


def test_a_missing_code_is_jumped_to(office: Office, door: Open) -> None:
    office.station = replace(office.station, unnamed=True, device="")
    made = door()
    fill(made, hall="YZ", device="", hall_name="亦庄大厅", organ="某某局", window="1")
    press(Qt.Key.Key_F9)
    assert made.first_run.fields["device"].line.hasFocus()


def test_signing_in_takes_two_fields_and_enter(
    known: Office, door: Open, qtbot: QtBot, desk: Desk
) -> None:
    made = door()
    type_text(CLERK.code)
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)
    with qtbot.waitSignal(made.opened):
        press(Qt.Key.Key_Return)
    assert desk.acting == CLERK


def test_wrong_passwords_slow_down_and_never_lock_out(known: Office, door: Open) -> None:
    made = door()
    for _ in range(4):
        made.sign_in.code.set_text(CLERK.code)
        made.sign_in.password.line.setText("wrong")
        made.sign_in.sign_in()
    assert "秒" in made.card.banner.text


def test_the_pin_unlocks(known: Office, door: Open, qtbot: QtBot, desk: Desk) -> None:
    desk.sign_in(CLERK)
    made = door()
    assert made.currentWidget() is made.lock
    type_text("0000")
    press(Qt.Key.Key_Return)
    assert made.card.banner.isVisible()
    type_text("4711")
    with qtbot.waitSignal(made.opened):
        press(Qt.Key.Key_Return)


def test_somebody_else_may_sign_in(known: Office, door: Open, desk: Desk) -> None:
    desk.sign_in(CLERK)
    door()
    press(Qt.Key.Key_F8)
    assert desk.clerk is None


def test_it_locks_by_itself_but_not_while_somebody_is_served(dressed: QApplication) -> None:
    locked: list[bool] = []
    serving = True
    idle = IdleLock(dressed, lambda: 5, lambda: serving, lambda: locked.append(True))
    assert idle.timer.interval() == 5 * 60_000
    idle.due()
    assert not locked
    serving = False
    idle.due()
    assert locked
    dressed.removeEventFilter(idle)
    idle.timer.stop()
    idle.deleteLater()
