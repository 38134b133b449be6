"""The moves after acceptance, filled in at the keyboard before the real window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.cases.moves import Stage
from desktop.domain.halls.roles import Clerk
from desktop.services.cases.acts import load
from desktop.ui.pages.cases.page import CasesPage, Level
from desktop.ui.shell import Shell
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.long import LONGEST, LongField
from desktop.ui.widgets.forms.pick import Pick
from tests.courses import APPROVER, CHIEF, TECHNICAL
from tests.ui.conftest import CLERK
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press

Window = Callable[[Clerk], Shell]
K = Qt.Key


def page_of(shell: Shell, number: str) -> CasesPage:
    shell.go("cases", number)
    page = shell.front
    assert isinstance(page, CasesPage)
    return page


def field(page: CasesPage, name: str, text: str) -> None:
    asked: QWidget = page.moves.form.fields[name]
    assert isinstance(asked, Field | LongField)
    asked.set_text(text)


def choose(page: CasesPage, name: str, value: object) -> None:
    asked = page.moves.form.fields[name]
    assert isinstance(asked, Pick)
    asked.set_value(value)
    asked.picked.emit(value)


def reviewed(page: CasesPage) -> None:
    """F9 opens the review of the first open step; filled in, F9 keeps it."""
    press(K.Key_F9)
    assert page.moves.filling
    field(page, "opinion", "场所与图纸一致")
    field(page, "persons", "周核")
    press(K.Key_F9)


def more(page: CasesPage, verb: str) -> None:
    press(K.Key_F4)
    while page.moves.more.list.current is not None and page.moves.more.list.current.id != verb:
        press(K.Key_Down)
    press(K.Key_Return)
    assert page.moves.filling


def test_review_and_decision_by_f9_alone(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    shell = window(APPROVER)
    page = page_of(shell, case.number)
    reviewed(page)
    assert load(day.office, case.number).stage is Stage.REVIEWING
    assert not page.detail.foot.offered("finish"), "the chief representative decides"
    shell.desk.sign_in(CHIEF)
    page = page_of(shell, case.number)
    press(K.Key_F9)
    choose(page, "granted", False)
    assert page.moves.form.fields["reasons"].isVisible()
    press(K.Key_F9)
    assert page.banner.isVisible(), "a denial says why"
    assert page.moves.form.fields["reasons"].isAncestorOf(QApplication.focusWidget() or page)
    field(page, "reasons", "场所不符")
    field(page, "article", "某办法 第五条")
    press(K.Key_F9)
    found = load(day.office, case.number)
    assert found.stage is Stage.DECIDED
    assert page.level is Level.DETAIL


def test_a_clerk_waits_for_the_approver_and_says_so(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    page = page_of(window(CLERK), case.number)
    assert not page.detail.foot.offered("finish")
    assert "等审批人员审查" in page.detail.foot._left.text()


def test_a_procedure_stops_and_goes_on(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    page = page_of(window(APPROVER), case.number)
    more(page, "suspend")
    press(K.Key_F9)
    assert page.banner.isVisible()
    field(page, "reason", "需要专家评审")
    press(K.Key_F9)
    assert load(day.office, case.number).stage is Stage.SUSPENDED
    press(K.Key_F9)
    field(page, "result", "评审通过")
    press(K.Key_F9)
    assert load(day.office, case.number).stage is Stage.REVIEWING


def test_a_technical_reviewer_sees_the_case_and_gives_an_opinion(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    shell = window(APPROVER)
    page = page_of(shell, case.number)
    more(page, "commission")
    field(page, "to", "技术处")
    field(page, "subject", "布局图")
    press(K.Key_F9)
    shell.desk.sign_in(TECHNICAL)
    page = page_of(shell, case.number)
    press(K.Key_F9)
    field(page, "opinion", "符合规范")
    press(K.Key_F9)
    given = load(day.office, case.number).course.technical[0]
    assert (given.by, given.given is not None) == ("0740", True)


def test_a_transfer_finds_the_item_as_the_search_does(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    page = page_of(window(CHIEF), case.number)
    more(page, "transfer")
    asked = page.moves.form.fields["item"]
    assert isinstance(asked, Field)
    asked.set_text("spjyxkbg")
    asked.edited.emit("spjyxkbg")
    assert "SP02" in asked.warning
    field(page, "reason", "应办变更")
    press(K.Key_F9)
    assert load(day.office, case.number).stage is Stage.TRANSFERRED
    assert page.detail.case is not None
    assert page.detail.case.origin == case.number


def test_esc_leaves_the_form_and_then_the_list(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    shell = window(CHIEF)
    page = page_of(shell, case.number)
    more(page, "extend")
    press(K.Key_Escape, at=shell)
    assert page.level is Level.DETAIL
    press(K.Key_F4)
    press(K.Key_Escape, at=shell)
    assert page.level is Level.DETAIL
    assert load(day.office, case.number) == case


def test_amending_shows_what_stands_and_keeps_the_rest(day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    page = page_of(window(CLERK), case.number)
    more(page, "amend")
    field(page, "name", "李小敏")
    field(page, "reason", "录入有误")
    press(K.Key_F9)
    found = load(day.office, case.number)
    assert found.applicant.name == "李小敏"
    assert found.delivery == case.delivery


def test_a_pasted_novel_is_cut_and_nothing_breaks(day: Day, window: Window, qtbot: QtBot) -> None:
    case = day.accepted("SP01")
    page = page_of(window(APPROVER), case.number)
    press(K.Key_F9)
    field(page, "opinion", "长" * (LONGEST + 500))
    area = page.moves.form.fields["opinion"]
    assert isinstance(area, LongField)
    assert len(area.text) == LONGEST
    field(page, "persons", "周核")
    press(K.Key_F9)
    assert load(day.office, case.number).stage is Stage.REVIEWING
