from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.domain.halls.authority import Authority
from desktop.domain.halls.roles import Role
from desktop.domain.halls.station import Station
from desktop.services.halls.clerks import sign_in, unlock
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.hall.page import HallPage
from desktop.ui.theme.dress import worn
from desktop.ui.theme.tokens import Theme
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text

Saved = list[Station]
Open = Callable[[], tuple[HallPage, Saved]]


@pytest.fixture
def hall(qtbot: QtBot, desk: Desk) -> Open:
    hosts: list[QMainWindow] = []

    def make() -> tuple[HallPage, Saved]:
        saved: Saved = []
        page = HallPage(desk, saved.append)
        desk.refused.connect(page.show_refusal)
        host = QMainWindow()
        hosts.append(host)
        host.setMinimumSize(640, 480)
        host.setCentralWidget(page)
        qtbot.addWidget(host)
        host.resize(1280, 720)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        page.enter()
        return page, saved

    return make


def test_a_clerk_sees_how_it_looks_and_nothing_else(desk: Desk, hall: Open) -> None:
    desk.sign_in(CLERK)
    page, _saved = hall()
    press(Qt.Key.Key_3, CTRL)
    assert page.panes.currentWidget() is page.look


def test_theme_and_size_are_worn_at_once_and_kept(desk: Desk, hall: Open) -> None:
    desk.sign_in(CLERK)
    page, saved = hall()
    page.look.theme.set_value(Theme.DARK)
    page.look.letters.set_value(20)
    page.look.theme.picked.emit(Theme.DARK)
    assert worn() == (Theme.DARK, 20)
    assert (saved[-1].theme, saved[-1].font_px) == ("dark", 20)


def test_everybody_may_change_their_own_pin(desk: Desk, hall: Open, office: Office) -> None:
    desk.sign_in(CLERK)
    page, _saved = hall()
    page.look.pin.line.setFocus()
    type_text("4711")
    press(Qt.Key.Key_Return)
    assert unlock(office, CLERK.code, "4711").code == CLERK.code


def test_a_clerk_is_added_by_keyboard(supervisor: Desk, hall: Open, office: Office) -> None:
    page, _saved = hall()
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_F5)
    type_text("0713")
    page.clerks.name.line.setFocus()
    type_text("Chen")
    page.clerks.password.line.setFocus()
    type_text("long-enough")
    press(Qt.Key.Key_F9)
    assert sign_in(office, "0713", "long-enough").role is Role.CLERK
    assert page.clerks.pane.current.code == "0713"


def test_the_last_supervisor_stays(supervisor: Desk, hall: Open, office: Office) -> None:
    page, _saved = hall()
    press(Qt.Key.Key_3, CTRL)
    page.clerks.pane.seek(SUPERVISOR.code)
    page.clerks.active.setChecked(False)
    page.clerks.password.line.setText("long-enough")
    press(Qt.Key.Key_F9)
    assert "主管" in page.banner.text
    told = office.store.views.clerk(SUPERVISOR.code)
    assert told is not None
    assert told.active


def test_a_new_name_is_journalled_and_kept(supervisor: Desk, hall: Open, office: Office) -> None:
    page, saved = hall()
    press(Qt.Key.Key_2, CTRL)
    page.station.fields["hall_name"].set_text("亦庄政务服务中心")
    press(Qt.Key.Key_F9)
    assert saved[-1].hall_name == "亦庄政务服务中心"
    assert office.station.hall_name == "亦庄政务服务中心"
    kinds = [fact.entry.kind for fact in office.store.journal.facts("station:A07")]
    assert kinds.count("station.opened") == 2


def test_collecting_wants_the_organ(supervisor: Desk, hall: Open, office: Office) -> None:
    page, _saved = hall()
    press(Qt.Key.Key_4, CTRL)
    item = page.authority.pane.current.id
    page.authority.authority.set_value(Authority.COLLECT)
    page.authority.authority.picked.emit(Authority.COLLECT)
    press(Qt.Key.Key_F9)
    assert page.banner.isVisible()
    page.authority.organ.set_text("北京市生态环境局")
    press(Qt.Key.Key_F9)
    assert office.authority(item).authority is Authority.COLLECT
