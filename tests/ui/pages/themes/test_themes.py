"""主题 with the keyboard: a theme is looked at, taken in once, carried on stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.party import Presence
from desktop.domain.themes.progress import State
from desktop.services.cases import intake
from desktop.services.office import Office
from desktop.services.themes import stages
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.themes.page import Level, ThemesPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.services.themes.theme_drafts import started, whole_theme
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
Shoot = Callable[[QWidget, str], None]


def open_page(window: Window, what: str = "") -> tuple[Shell, ThemesPage]:
    shell = window(CLERK)
    shell.go("themes", what)
    page = shell.front
    assert isinstance(page, ThemesPage)
    return shell, page


def level(page: ThemesPage) -> Level:
    """Asked anew each time."""
    return page.level


def resumed(page: ThemesPage, office: Office, **more: Any) -> Draft:
    """A theme's draft with nothing missing, taken back from the list."""
    draft = intake.save(office, CLERK, replace(whole_theme(office), **more))
    page.lists.resumed.emit(draft.id)
    return draft


def test_the_list_says_what_each_theme_saves(window: Window) -> None:
    _shell, page = open_page(window, "ZT02")
    told = {choice.id: choice.detail for choice in page.lists.list.choices}
    assert told["ZT02"] == "6 个事项 · 材料 24 → 14 份 · 14 → 8 天"
    assert page.lists.theme == "ZT02"
    assert page.lists.overview.title.text() == "开餐馆（公司，一般餐饮）"
    described = page.lists.overview.picture.accessibleDescription()
    assert "一件事办理 8 天" in described
    assert "逐项办理 14 天" in described


def test_enter_begins_and_the_first_question_is_asked(window: Window) -> None:
    _shell, page = open_page(window, "ZT02")
    press(Qt.Key.Key_Return)
    assert level(page) is Level.INTAKE
    assert page.intake.materials.questions.asking == "theme_members"
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    assert page.session.plan is not None
    assert "JS05" in [member.key for member in page.session.plan.members]


def test_lines_say_who_uses_them_and_what_is_produced_inside(
    window: Window, office: Office
) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    lines = {line.key: line for line in page.session.lines()}
    assert "公章刻制备案" in lines["ID_FR"].detail
    assert lines["BL"].state == "不用交"
    assert "内资公司设立登记" in lines["BL"].detail


def test_f9_says_what_is_missing_and_goes_there(window: Window, office: Office) -> None:
    _shell, page = open_page(window)
    draft = replace(whole_theme(office), presence=Presence.UNASKED)
    intake.save(office, CLERK, draft)
    page.lists.resumed.emit(draft.id)
    press(Qt.Key.Key_F9)
    assert page.intake.front == "step_who"
    assert stages.listed(office) == []


def test_one_press_takes_the_theme_in(window: Window, office: Office) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    press(Qt.Key.Key_F9)
    (found,) = stages.listed(office)
    assert level(page) is Level.CASE
    assert page.case.shown is not None
    assert page.case.shown.theme.number == found.theme.number
    assert "F9" in page.case.buttons["finish"].text()
    press(Qt.Key.Key_F9)
    assert stages.load(office, found.theme.number).next == 3


def test_a_double_press_takes_it_in_once(window: Window, office: Office) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    page.intake.buttons["finish"].click()
    page.intake.buttons["finish"].click()
    assert len(stages.listed(office)) == 1


def test_escape_puts_the_draft_aside_and_it_is_offered_again(
    window: Window, office: Office
) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    draft = page.session.draft
    assert draft is not None
    page.session.change("备注", replace(draft, note="改"))
    page.step_back()
    assert level(page) is Level.LISTS
    assert any(choice.id.startswith("draft:") for choice in page.lists.list.choices)


def test_what_is_not_wanted_is_dropped(window: Window, office: Office) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    press(Qt.Key.Key_F8)
    assert level(page) is Level.LISTS
    assert office.store.local.drafts(CLERK.code) == []


def test_a_member_is_opened_among_the_cases(window: Window, office: Office) -> None:
    number = started(office).progress.theme.number
    shell, page = open_page(window, number)
    page.case.members.seek("QY01")
    press(Qt.Key.Key_F6)
    assert isinstance(shell.front, CasesPage)


def test_the_whole_is_withdrawn_with_a_reason(window: Window, office: Office) -> None:
    number = started(office).progress.theme.number
    _shell, page = open_page(window, number)
    press(Qt.Key.Key_F8)
    page.case.reason.set_text("不开了")
    page.case.buttons["withdraw"].click()
    assert stages.load(office, number).state is State.WITHDRAWN
    assert page.case.buttons["finish"].isHidden()


def test_the_plan_is_printed_before_anything_is_received(window: Window, office: Office) -> None:
    shell, _page = open_page(window, "ZT02")
    press(Qt.Key.Key_F2)
    assert shell.front is not None
    assert not isinstance(shell.front, ThemesPage)
    assert stages.listed(office) == []


def test_the_theme_case_has_one_paper_for_all(window: Window, office: Office) -> None:
    number = started(office).progress.theme.number
    kinds = [row.kind for row in office.store.views.papers(number)]
    assert kinds == [PaperKind.THEME]
    _shell, page = open_page(window)
    page.lists.tabs.choose(1)
    row = page.lists.running.model.row_at(0)
    assert row.theme.number == number
    press(Qt.Key.Key_3, CTRL)
    assert page.lists.running.isVisible()
    assert page.lists.running.model.row_at(0).theme.number == number
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    assert stages.load(office, number).next == 3


@pytest.mark.parametrize(
    ("theme", "px"),
    [(Theme.LIGHT, 15), (Theme.LIGHT, 22), (Theme.DARK, 22), (Theme.CONTRAST, 22)],
)
def test_nothing_is_cut_off(
    window: Window, office: Office, dressed: QApplication, shoot: Shoot, theme: Theme, px: int
) -> None:
    dress(dressed, theme, px)
    done = started(office)
    assert done.cases[0].stage is Stage.CLOSED
    number = done.progress.theme.number
    stages.begin_next(office, CLERK, number)
    stages.begin_next(office, CLERK, number)
    shell, page = open_page(window, "ZT02")
    names = ["list", "case", "running", "intake", "who"]

    def look(name: str) -> None:
        dressed.processEvents()
        shoot(shell, f"themes-{name}-{theme}-{px}")
        assert not list(cut_off(shell)), name

    look(names[0])
    shell.go("themes", number)
    look(names[1])
    page.step_back()
    page.lists.tabs.choose(1)
    look(names[2])
    page.begin("ZT02")
    look(names[3])
    page.session.drop()
    resumed(page, office, ticks={})
    page.intake.materials.questions.put_away()
    look(names[4])


def test_another_clerk_finds_no_strangers_draft(window: Window, office: Office) -> None:
    _shell, page = open_page(window)
    resumed(page, office)
    page.desk.sign_in(SUPERVISOR)
    assert level(page) is Level.LISTS
    assert page.session.draft is None
