from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.cases.moves import Stage
from desktop.domain.halls.roles import Clerk
from desktop.services.cases.acts import load
from desktop.ui.pages.cases.detail import HISTORY, PAPERS
from desktop.ui.pages.cases.page import CasesPage, Level
from desktop.ui.shell import Shell
from desktop.ui.widgets.fields import MaskedField
from tests.ui.conftest import CLERK
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press, type_text

Window = Callable[[Clerk], Shell]


def open_page(window: Window, what: str = "") -> tuple[Shell, CasesPage]:
    shell = window(CLERK)
    shell.go("cases", what)
    page = shell.front
    assert isinstance(page, CasesPage)
    return shell, page


def test_todays_cases_are_listed_and_enter_opens_one(day: Day, window: Window) -> None:
    day.accepted()
    newest = day.received()
    _shell, page = open_page(window)
    assert page.lists.cases.model.rowCount() == 2
    press(Qt.Key.Key_Return)
    assert page.level is Level.DETAIL
    assert page.detail.number == newest.number


def test_two_characters_find_a_case_and_nothing_found_says_what_to_do(
    day: Day, window: Window
) -> None:
    day.received()
    _shell, page = open_page(window)
    press(Qt.Key.Key_F, CTRL)
    type_text("李晓")
    assert page.lists.cases.model.rowCount() == 1
    type_text("查无此人")
    assert page.lists.cases.model.rowCount() == 0
    assert page.lists.cases.currentWidget() is page.lists.cases.empty


def test_drafts_are_one_key_away_and_lead_back_to_the_intake(
    day: Day, window: Window, qtbot: QtBot
) -> None:
    draft = day.held()
    _shell, page = open_page(window)
    press(Qt.Key.Key_1, CTRL)
    with qtbot.waitSignal(page.wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["intake", f"draft:{draft.id}"]


def test_the_history_shows_every_entry(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, case.number)
    press(Qt.Key.Key_6, CTRL)
    kinds = [fact.entry.kind for fact in day.office.store.views.case_history(case.number)]
    assert page.detail.panes[HISTORY].model.rowCount() == len(kinds) >= 4


def test_what_may_not_be_done_is_not_offered(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, case.number)
    foot = page.detail.foot
    assert {verb for verb in foot.buttons if foot.offered(verb)} == {
        "print_papers", "print_form", "ship", "supplement", "withdraw", "more",
    }  # fmt: skip


def test_an_open_material_refuses_acceptance_and_leads_to_its_row(day: Day, window: Window) -> None:
    case = day.received()
    _shell, page = open_page(window, case.number)
    press(Qt.Key.Key_F9)
    assert page.banner.isVisible()
    page.banner.jump.emit(case.lines[1].key)
    assert page.level is Level.TICKING
    assert page.ticking.pane.current.key == case.lines[1].key


def test_what_comes_in_later_is_ticked_and_then_accepted(
    day: Day, window: Window, qtbot: QtBot
) -> None:
    case = day.received()
    _shell, page = open_page(window, case.number)
    press(Qt.Key.Key_F6)
    for line in case.lines:
        press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda key=line.key: page.ticking.draft.tick(key).settled)  # type: ignore[misc]
    press(Qt.Key.Key_F9)
    assert page.level is Level.DETAIL
    press(Qt.Key.Key_F9)
    assert load(day.office, case.number).stage in (Stage.ACCEPTED, Stage.CLOSED)
    assert page.detail.panes[PAPERS].model.rowCount() == 3


def test_new_papers_are_printed_with_one_key(day: Day, window: Window) -> None:
    case = day.received()
    shell, page = open_page(window, case.number)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F9)
    assert load(day.office, case.number).stage is Stage.CORRECTING
    press(Qt.Key.Key_F2)
    assert shell.front is shell.page("papers")
    press(Qt.Key.Key_Escape, at=shell)
    assert shell.front is page


def test_a_refusal_asks_for_its_facts(day: Day, window: Window) -> None:
    case = day.received()
    _shell, page = open_page(window, case.number)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F9)
    assert page.banner.isVisible()
    page.refusal.facts.set_text("该事项已取消许可")
    press(Qt.Key.Key_F9)
    assert load(day.office, case.number).stage is Stage.REFUSED


def test_withdrawing_asks_why_and_escape_lets_it_be(day: Day, window: Window) -> None:
    case = day.received()
    shell, page = open_page(window, case.number)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Escape, at=shell)
    assert page.detail.ask.isHidden()
    press(Qt.Key.Key_F8)
    type_text("不办了")
    press(Qt.Key.Key_Return)
    told = load(day.office, case.number)
    assert told.stage is Stage.WITHDRAWN
    assert told.withdrawn == "不办了"


def test_a_masked_field_is_shown_while_held_and_the_look_is_logged(
    day: Day, window: Window
) -> None:
    case = day.received()
    _shell, page = open_page(window, case.number)
    shown = next(
        field for field in page.detail.facts.findChildren(MaskedField)
        if "*" in field.text and field.isVisible()
    )  # fmt: skip
    before = shown.text
    shown._hold.setFocus()
    shown._hold.pressed.emit()
    assert "*" not in shown.text
    shown._hold.released.emit()
    assert shown.text == before
    kinds = [fact.entry.kind for fact in day.office.store.views.case_history(case.number)]
    assert kinds.count("case.revealed") == 1


def test_a_scanned_paper_leads_to_its_case(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window)
    assert page.scanned(f"{case.number}-SL1")
    assert page.detail.number == case.number
