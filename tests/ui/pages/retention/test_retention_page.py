"""保存期 with keys alone: choose, confirm, destroy, stop, go on, hold, set a term, answer a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.services.cases import acts
from desktop.services.halls.clerks import set_pin
from desktop.services.office import Office
from desktop.services.supervision.retention import destroying
from desktop.ui.desk import Desk
from desktop.ui.pages.log.page import LogPage
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.pages.retention.lists import DONE, HELD, OVER, TERMS
from desktop.ui.pages.retention.page import Level, RetentionPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.offices import PERSON, Clock, whole
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
Shoot = Callable[[QWidget, str], None]
CTRL = Qt.KeyboardModifier.ControlModifier
PIN = "2468"


@pytest.fixture
def over(office: Office, clock: Clock) -> list[str]:
    """Three cases whose term is over, one that is open."""
    done = [acts.finish(office, CLERK, whole(office)).case.number for _ in range(3)]
    for number in done:
        acts.withdraw(office, CLERK, number, "不办了")
    acts.finish(office, CLERK, whole(office))
    set_pin(office, CLERK.code, PIN)
    clock.on(days=365 * 11)
    return done


def page_of(shell: Shell) -> RetentionPage:
    shell.go("log")
    front: object = shell.front
    assert isinstance(front, LogPage)
    press(Qt.Key.Key_F8)
    page = shell.front
    assert isinstance(page, RetentionPage)
    return page


def filled(page: RetentionPage) -> None:
    """Everything the card asks."""
    card = page.lists.destruction
    type_text(destroying.words(card.cases))
    card.second.code.set_text(CLERK.code)
    card.second.secret.set_text(PIN)


def test_chosen_cases_are_destroyed_and_the_list_is_printed(
    window: Window, office: Office, over: list[str], qtbot: QtBot, shoot: Shoot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    assert page.lists.panes[OVER].model.rowCount() == 3
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert page.lists.chosen == over[:2]
    shoot(shell, "retention-over")
    press(Qt.Key.Key_F9)
    shoot(shell, "retention-destroy")
    press(Qt.Key.Key_F9)
    assert "照样输入「销毁2件」" in page.banner.text
    filled(page)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not page.running)
    assert "已销毁 2 件" in page.banner.text
    assert page.lists.tabs.place == DONE
    shoot(shell, "retention-done")
    assert [row.case for row in destroying.purgeable(office)] == over[2:]
    press(Qt.Key.Key_F2)
    assert isinstance(shell.front, PapersPage)
    press(Qt.Key.Key_Escape)
    assert isinstance(shell.front, RetentionPage)


def test_a_purge_stops_between_cases_and_goes_on(
    window: Window, office: Office, over: list[str], qtbot: QtBot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    press(Qt.Key.Key_A, CTRL)
    assert page.lists.chosen == over
    press(Qt.Key.Key_F9)
    filled(page)
    press(Qt.Key.Key_F9)
    page.stop()
    qtbot.waitUntil(lambda: not page.running)
    (row,) = office.store.views.destructions()
    assert row.done < 3
    assert "按 Enter 接着办" in page.banner.text
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.running)
    (row,) = office.store.views.destructions()
    assert (row.done, bool(row.paper)) == (3, True)


def test_a_hold_takes_a_case_out_until_it_is_over(
    window: Window, office: Office, over: list[str], shoot: Shoot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    type_text("来信投诉")
    shoot(shell, "retention-hold")
    press(Qt.Key.Key_F9)
    assert page.lists.panes[OVER].model.rowCount() == 2
    press(Qt.Key.Key_2, CTRL)
    assert page.lists.tabs.place == HELD
    shoot(shell, "retention-held")
    press(Qt.Key.Key_F4)
    assert page.lists.hold.over.isChecked()
    type_text("已办结")
    press(Qt.Key.Key_F9)
    assert len(destroying.purgeable(office)) == 3


def test_a_term_of_ones_own_changes_the_list_at_once(
    window: Window, office: Office, over: list[str], shoot: Shoot
) -> None:
    page = page_of(window(SUPERVISOR))
    press(Qt.Key.Key_4, CTRL)
    assert page.lists.tabs.place == TERMS
    page.lists.pane.seek("SP01")
    press(Qt.Key.Key_Return)
    page.lists.term.years.set_text("三十")
    page.lists.term.reason.set_text("档案主管部门核定")
    press(Qt.Key.Key_F9)
    assert "保存 -1 年不行" in page.banner.text
    page.lists.term.years.set_text("30")
    shoot(page, "retention-terms")
    press(Qt.Key.Key_F9)
    assert destroying.count(office) == (0, 0)


def test_a_person_is_told_what_is_held(
    window: Window, office: Office, over: list[str], shoot: Shoot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    press(Qt.Key.Key_F6)
    assert page.level.name == Level.PERSON.name
    type_text(PERSON.id_number)
    press(Qt.Key.Key_F9)
    assert "怎样核实了本人身份" in page.banner.text
    page.person.proof.set_text("查验居民身份证原件")
    press(Qt.Key.Key_F9)
    assert page.person.pane.model.rowCount() >= 4
    assert "办件 4" in page.person.counts.text()
    assert page.banner.isHidden()
    shoot(shell, "retention-person")
    press(Qt.Key.Key_F9)
    assert isinstance(shell.front, PapersPage)
    press(Qt.Key.Key_Escape)
    assert page.level.name == Level.LISTS.name


def test_a_clerk_has_no_such_page(window: Window, over: list[str]) -> None:
    shell = window(CLERK)
    shell.go("retention")
    assert not isinstance(shell.front, RetentionPage)


@pytest.mark.parametrize(
    ("theme", "px"),
    [(Theme.LIGHT, 15), (Theme.LIGHT, 22), (Theme.DARK, 15), (Theme.CONTRAST, 22)],
)
def test_nothing_is_cut_off(
    window: Window, desk: Desk, over: list[str], dressed: QApplication, shoot: Shoot,
    theme: Theme, px: int,
) -> None:  # fmt: skip
    dress(dressed, theme, px)
    shell = window(SUPERVISOR)
    page = page_of(shell)
    press(Qt.Key.Key_Space)
    for place in range(4):
        page.lists.tabs.choose(place)
        dressed.processEvents()
        shoot(shell, f"retention-{place}-{theme}-{px}")
        assert not list(cut_off(shell)), place
    page.lists.tabs.choose(OVER)
    for verb in ("save_form", "hold_case", "person_asks"):
        page.verbs()[verb]()
        dressed.processEvents()
        shoot(shell, f"retention-{verb}-{theme}-{px}")
        assert not list(cut_off(shell)), verb
        page.step_back()
