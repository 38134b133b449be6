"""Accounts by keyboard: leave and window, a one-time password shown once, who signed in when."""

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk
from desktop.domain.refusal import Refusal
from desktop.services.halls import clerks
from desktop.services.office import Office
from desktop.ui.pages.hall.page import HallPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.offices import NOW
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
PASSWORD = "quiet-morning"


@pytest.fixture
def known(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)
    told = ClerkSet(code=CLERK.code, name=CLERK.name, role=CLERK.role)
    clerks.set_clerk(office, SUPERVISOR, told, PASSWORD)
    clerks.sign_in(office, CLERK.code, PASSWORD)
    with pytest.raises(Refusal):
        clerks.sign_in(office, CLERK.code, "wrong")
    clerks.sign_in(office, CLERK.code, PASSWORD)
    return office


def opened(shell: Shell) -> HallPage:
    shell.go("hall")
    page = shell.front
    assert isinstance(page, HallPage)
    press(Qt.Key.Key_3, CTRL, at=page)
    page.clerks.pane.seek(CLERK.code)
    return page


def test_leave_and_window_are_set_and_a_wrong_day_is_told(known: Office, window: Window) -> None:
    page = opened(window(SUPERVISOR))
    page.clerks.window_no.set_text("3")
    page.clerks.leave_first.line.setFocus()
    type_text("11-25")
    press(Qt.Key.Key_F9)
    assert "写成 2026-11-25 这样" in page.banner.text
    assert page.clerks.leave_first.text == "11-25", "nothing is lost"
    page.clerks.leave_first.line.selectAll()
    type_text(NOW.date().isoformat())
    press(Qt.Key.Key_F9)
    clerk = known.store.views.clerk(CLERK.code)
    assert clerk is not None
    assert (clerk.window, clerk.leave_first) == ("3", NOW.date())


def test_a_password_is_reset_and_shown_once(known: Office, window: Window) -> None:
    page = opened(window(SUPERVISOR))
    press(Qt.Key.Key_F6)
    assert "一次性密码：" in page.banner.text
    made = page.banner.text.partition("：")[2][:14]
    with pytest.raises(Refusal, match="password_once"):
        clerks.sign_in(known, CLERK.code, made)
    page.clerks.pane.seek(SUPERVISOR.code)
    press(Qt.Key.Key_F6)
    assert "另一位主管" in page.banner.text


@pytest.mark.parametrize(("theme", "px"), [(Theme.LIGHT, 15), (Theme.CONTRAST, 22)])
def test_the_history_tells_when_and_where(
    known: Office, window: Window, dressed: QApplication,
    shoot: Callable[[QWidget, str], None], theme: Theme, px: int,
) -> None:  # fmt: skip
    dress(dressed, theme, px)
    shell = window(SUPERVISOR)
    page = opened(shell)
    dressed.processEvents()
    shoot(shell, f"clerks-{theme}-{px}")
    assert not list(cut_off(shell))
    press(Qt.Key.Key_F7)
    assert [one.failures for one in page.clerks.history._rows()] == [1, 0]
    dressed.processEvents()
    shoot(shell, f"history-{theme}-{px}")
    assert not list(cut_off(shell))
    press(Qt.Key.Key_Escape)
    assert page.clerks.stack.currentIndex() == 0
