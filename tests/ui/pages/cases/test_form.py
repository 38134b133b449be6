"""The application form of a case, printed once more."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.shell import Shell
from desktop.ui.widgets.buttons import KeyButton
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press


def test_a_case_prints_the_form_it_was_received_with(day: Day, shell: Shell) -> None:
    case = day.accepted()
    assert case.form
    shell.go("cases", case.number)
    press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(shell.front, PapersPage)
    assert day.office.store.views.paper(f"{case.number}-SB1") is not None


def test_without_a_form_there_is_no_button(day: Day, shell: Shell) -> None:
    case = day.accepted("QY07")
    shell.go("cases", case.number)
    assert "print_form" not in [button.verb for button in buttons(shell)]


def buttons(shell: Shell) -> list[KeyButton]:
    front = shell.front
    assert front is not None
    return [one for one in front.findChildren(KeyButton) if one.isVisible()]
