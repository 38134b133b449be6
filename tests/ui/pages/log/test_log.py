from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged
from desktop.domain.halls.roles import Clerk
from desktop.domain.supervision.rows import LogFilter
from desktop.services.advice.consultations import KIND, log_question
from desktop.ui.pages.log.page import LogPage
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK, NOW, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press

Window = Callable[[Clerk], Shell]
TODAY = LogFilter(first=NOW.date(), last=NOW.date())


def open_page(window: Window, folder: Path) -> LogPage:
    shell = window(SUPERVISOR)
    shell.go("log")
    page = shell.front
    assert isinstance(page, LogPage)
    page.export.place.field.set_text(str(folder))
    return page


def test_a_clerk_is_not_offered_the_log(window: Window) -> None:
    shell = window(CLERK)
    assert "log" not in [entry.id for entry in shell.offered()]


def test_every_act_is_a_row_and_counted(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    assert page.pane.model.rowCount() == day.office.store.views.count_log(TODAY)
    qtbot.waitUntil(lambda: "受理 1" in page.counts.text())
    press(Qt.Key.Key_2, CTRL)
    assert page.first.day.weekday() == 0


def test_consultations_are_told_by_what_was_asked_most(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    told = ConsultationLogged(by=AskedBy.PHONE, answered=Answered.OPEN, asked="养蜂场")
    log_question(day.office, CLERK, told)
    page = open_page(window, tmp_path)
    page.kind.set_value(KIND)
    page.kind.picked.emit(KIND)
    qtbot.waitUntil(lambda: page.counts.text().startswith("咨询 1 次"))
    assert page.counts.text().endswith("目录里没有的：　1 养蜂场")
    assert page.pane.model.rowCount() == 1


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_an_export_stands_and_is_journalled(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F3)
    page.export.format.set_value(format)
    with qtbot.waitSignal(page.export.told):
        press(Qt.Key.Key_F9)
    (path,) = tmp_path.glob(f"*.{format}")
    assert path.stat().st_size
    assert path.name in page.banner.text
    kinds = [row.kind for row in day.office.store.views.log(TODAY)]
    assert kinds[-1] == "log.exported"


def test_unmasked_wants_a_reason(day: Day, window: Window, tmp_path: Path) -> None:
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F3)
    page.export.personal.setChecked(True)
    assert page.export.reason.isVisible()
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    assert not page.export.running


def test_a_cancelled_export_leaves_no_file(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(3):
        day.accepted()
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F3)
    with qtbot.waitSignal(page.export.told):
        press(Qt.Key.Key_F9)
        press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert not list(tmp_path.glob("*.part"))
    assert not page.export.running
