"""The window: navigation by role, banner, help, palette, lock, type size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.ui.app import display_missing
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.intake.steps import StepStrip
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress, worn
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.elided import Elided
from tests.courses import TECHNICAL
from tests.handled import Handled
from tests.offices import Clock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.intake.hands import CTRL, Hands, K

ALT = Qt.KeyboardModifier.AltModifier
Shoot = Callable[[QWidget, str], None]


@pytest.fixture
def hands(shell: Shell, scanner: Scanner) -> Hands:
    return Hands(shell, scanner)


def test_only_what_a_role_may_use_is_offered(shell: Shell, desk: Desk) -> None:
    clerk = {entry.id for entry in shell.offered()}
    desk.sign_in(SUPERVISOR)
    supervisor = {entry.id for entry in shell.offered()}
    assert "log" in supervisor - clerk
    assert "intake" in clerk
    desk.sign_in(CLERK)
    shell.go("log")
    assert shell.front is shell.page("intake")


def test_a_technical_reviewer_looks_and_does_not_serve(shell: Shell, desk: Desk) -> None:
    desk.sign_in(TECHNICAL)
    assert {entry.id for entry in shell.offered()} == {
        "cases",
        "hall",
        "papers",
        "help",
        "policies",
    }
    assert shell.front is shell.page("cases"), "the page of the clerk before is not theirs"
    hits = [hit for source in shell.palette_panel.sources for hit in source("shouli")]
    assert hits == []


def test_the_palette_finds_cases_for_whoever_may_look(
    shell: Shell, desk: Desk, office: Office, clock: Clock
) -> None:
    case = Handled(office, clock).accepted()
    desk.sign_in(TECHNICAL)
    hits = [hit for source in shell.palette_panel.sources for hit in source(case.number)]
    assert [(hit.page, hit.what) for hit in hits] == [("cases", case.number)]


def test_alt_and_a_digit_go_to_a_page(hands: Hands) -> None:
    hands.press(K.Key_2, held=ALT)
    assert hands.shell.front is hands.shell.page("cases")
    hands.press(K.Key_5, held=ALT)  # the log: not a clerk's
    assert hands.shell.front is hands.shell.page("cases")


def test_escape_closes_what_lies_on_top(hands: Hands) -> None:
    hands.press(K.Key_F1)
    assert hands.shell.help.isVisible()
    hands.press(K.Key_Escape)
    assert not hands.shell.help.isVisible()
    assert hands.page.finder.line.hasFocus()


def test_the_palette_finds_items_pages_and_commands(hands: Hands) -> None:
    hands.press(K.Key_K, held=CTRL)
    hands.write("spjyxk")
    hands.press(K.Key_Return)
    assert hands.sheet.item.id == "SP01"
    hands.press(K.Key_K, held=CTRL)
    hands.write("bj")
    words = [choice.words for choice in hands.shell.palette_panel.list.choices]
    assert "办件" in words
    hands.press(K.Key_Escape)
    assert not hands.shell.palette_panel.isVisible()


def test_the_door_covers_everything(shell: Shell, desk: Desk) -> None:
    door = QLineEdit()
    shell.set_door(door)
    states = []
    for step in (shell.lock, shell.unlock, lambda: desk.sign_in(None)):
        step()
        states.append(shell.locked)
    assert states == [True, False, True]


def test_type_grows_and_themes_change(hands: Hands) -> None:
    _theme, px = worn()
    hands.press(K.Key_Equal, held=CTRL)
    assert worn() == (Theme.LIGHT, px + 1)
    hands.press(K.Key_T, held=CTRL)
    assert worn() == (Theme.DARK, px + 1)


def test_where_there_is_no_display_it_is_known_before_qt() -> None:
    assert display_missing("linux", {})
    assert not display_missing("linux", {"DISPLAY": ":0"})
    assert not display_missing("linux", {"QT_QPA_PLATFORM": "offscreen"})
    assert not display_missing("win32", {})


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("px", [15, 22])
def test_no_word_is_cut_off(
    theme: Theme,
    px: int,
    desk: Desk,
    scanner: Scanner,
    dressed: QApplication,
    qtbot: QtBot,
    shoot: Shoot,
) -> None:
    dress(dressed, theme, px)
    desk.sign_in(SUPERVISOR)
    shell = Shell(desk, scanner)
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    hands = Hands(shell, scanner)
    for name, step in STEPS.items():
        step(hands)
        QApplication.processEvents()
        shoot(shell, f"{name}-{theme}-{px}")
        dressed.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # a draft saved meanwhile
        assert cut_off(shell) == [], name


STEPS: dict[str, Callable[[Hands], None]] = {
    "start": lambda hands: None,
    "advice": lambda hands: hands.press(K.Key_J, held=CTRL),
    "back": lambda hands: hands.press(K.Key_Escape),
    "question": lambda hands: hands.take("QY02"),
    "list": lambda hands: hands.confirm_questions(),
    "fault": lambda hands: hands.strike("x"),
    "who": lambda hands: hands.press(K.Key_Escape, K.Key_Return),
    "notice": lambda hands: hands.press(K.Key_F3),
    "refusal": lambda hands: hands.press(K.Key_Escape, K.Key_F7),
    "delivery": lambda hands: hands.press(K.Key_Escape, K.Key_F5),
}


def cut_off(window: QWidget) -> list[str]:
    """Buttons narrower, and labels lower or narrower, than their words."""
    found = [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    for line in window.findChildren(QLabel):
        if not line.isVisible() or isinstance(line, Elided) or not line.text():
            continue
        needed = line.heightForWidth(line.width()) if line.wordWrap() else line.sizeHint().height()
        narrow = not line.wordWrap() and line.width() < line.sizeHint().width()
        if line.height() < needed or narrow:
            found.append(line.text())
    return found


def test_the_pages_and_their_steps_are_there(shell: Shell) -> None:
    assert isinstance(shell.front, IntakePage)
    assert shell.findChild(StepStrip) is not None
