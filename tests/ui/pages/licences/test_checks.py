"""The tab 待核: what waits, what was found, F7 asks again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import stamina
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.ui.pages.licences.lists import CHECKS
from desktop.ui.pages.licences.page import LicencesPage
from desktop.ui.shell import Shell
from tests.licensing.hall import DOWN, connected, fetched, holding, record
from tests.licensing.server import Server, serving
from tests.offices import CLERK, whole
from tests.ui.pages.keyboard import press


@pytest.fixture
def server(office: Office) -> Iterator[Server]:
    with serving() as server, stamina.set_testing(True, attempts=1):
        connected(office, server)
        server.replies = [DOWN]
        acts.finish(office, CLERK, fetched(office, whole(office), "E1"))
        yield server


@pytest.fixture
def page(server: Server, window: Callable[[Clerk], Shell]) -> LicencesPage:
    shell = window(CLERK)
    shell.go("licences", "")
    assert isinstance(shell.front, LicencesPage)
    shell.front.lists.tabs.choose(CHECKS)
    return shell.front


def test_what_waits_is_listed_with_what_to_do(page: LicencesPage) -> None:
    checks = page.lists.checks
    assert checks.pane.model.rowCount() == 1
    assert checks.isVisible()
    assert not page.lists.pane.isVisible()
    assert "再查" in checks.advice.text()


def test_f7_asks_again(page: LicencesPage, server: Server, qtbot: QtBot) -> None:
    checks = page.lists.checks
    server.replies = [holding()]
    with qtbot.waitSignal(checks.said):
        press(Qt.Key.Key_F7)
    assert "查无此证" in str(checks.pane.model.index(0, 3).data())
    assert "不要求补交纸质证照" in checks.advice.text()
    server.replies = [holding(E1=record())]
    with qtbot.waitSignal(checks.said):
        press(Qt.Key.Key_F7)
    assert checks.pane.model.rowCount() == 0
    assert "核实 1 项" in page.banner.text


def test_the_other_lists_come_back(page: LicencesPage) -> None:
    page.lists.tabs.choose(0)
    assert page.lists.pane.isVisible()
    assert not page.lists.checks.isVisible()
