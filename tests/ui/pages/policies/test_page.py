from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.advice.entries import ConsultationLogged, Shown
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.supervision.rows import LogFilter
from desktop.services.cases import papers
from desktop.services.office import Office
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.pages.policies.page import SCOPE, PoliciesPage
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK
from tests.ui.pages.keyboard import CTRL, press, type_text

Window = Callable[[Clerk], Shell]
ALT = Qt.KeyboardModifier.AltModifier
TECHNICAL = Clerk(code="1009", name="钱审", role=Role.TECHNICAL)


def open_page(window: Window, what: str = "", clerk: Clerk = CLERK) -> tuple[Shell, PoliciesPage]:
    shell = window(clerk)
    shell.go("policies", what)
    page = shell.front
    assert isinstance(page, PoliciesPage)
    return shell, page


def strike(scanner: Scanner, digit: str) -> None:
    """A digit that acts: a person's, so the scanner gives it on."""
    type_text(digit)
    scanner.give_on()


def seen(page: PoliciesPage) -> tuple[str, str]:
    """The amount as it stands on the screen, and what it is called."""
    told = page.support.outcome
    return told.amount_label.text(), told.amount.text().replace("\u00a0", " ")


def test_by_keys_from_initials_to_the_ceiling(window: Window, scanner: Scanner) -> None:
    _shell, page = open_page(window)
    type_text("yffy")
    press(Qt.Key.Key_Return)
    strike(scanner, "1")
    type_text("3,000万")
    press(Qt.Key.Key_Return)
    type_text("两千万")
    assert seen(page) == ("按条文测算", "200 万元")
    assert page.support.sheet is not None
    assert page.support.sheet.verdict == "条件都符合"
    assert page.support.form.rows[1].decided.text() == "由填写的数判定：是"
    assert [field.warning for field in page.support.form.fields] == [
        "＝ 3\u00a0000 万元",
        "＝ 2\u00a0000 万元",
    ]


def test_a_ceiling_never_stands_without_its_caution(window: Window, scanner: Scanner) -> None:
    _shell, page = open_page(window, "KC01")
    strike(scanner, "3")
    type_text("0.8亿")
    assert seen(page) == ("最高可申请（上限）", "4 000 万元")
    assert page.support.outcome.caution.isVisible()
    assert page.support.outcome.caution.text().startswith("不是应得额")


def test_a_no_takes_the_amount_away_and_may_be_taken_back(window: Window, scanner: Scanner) -> None:
    _shell, page = open_page(window, "KC01")
    strike(scanner, "1")
    type_text("8000万")
    press(Qt.Key.Key_F, CTRL)
    press(Qt.Key.Key_Return)
    strike(scanner, "2")
    assert page.support.outcome.amount.isHidden()
    assert page.support.sheet is not None
    assert page.support.sheet.amount == ""
    press(Qt.Key.Key_F, CTRL)
    press(Qt.Key.Key_Return)
    strike(scanner, "1")
    assert seen(page)[1] == "4 000 万元"


@pytest.mark.parametrize("rubbish", ["三万五", "䶮𠮷𬭎", "-5", "1,00", "9" * 3000])
def test_what_cannot_be_read_is_said_beside_its_field_and_kept(
    window: Window, rubbish: str
) -> None:
    _shell, page = open_page(window, "KC05")
    field = page.support.form.fields[0]
    field.line.setFocus()
    type_text(rubbish)
    assert field.warning
    assert page.support.outcome.amount.isHidden()
    assert field.text == rubbish[:2000]


def test_days_decide_a_policy_of_days(window: Window, scanner: Scanner) -> None:
    _shell, page = open_page(window, "KC09")
    strike(scanner, "1")
    type_text("2026-12-31")
    press(Qt.Key.Key_Return)
    type_text("2027年1月1日")
    assert page.support.sheet is not None
    assert page.support.sheet.verdict == "不符合条件：有效期内整体迁移"


def test_a_self_check_compares_shares_and_promises_nothing(window: Window) -> None:
    _shell, page = open_page(window, "HT")
    for field, text in zip(page.support.form.fields, ["4000万", "1亿", "300万"], strict=False):
        field.line.setFocus()
        type_text(text)
    assert page.support.form.rows[1].decided.text() == "由填写的数判定：否"
    assert page.support.outcome.amount.isHidden()
    assert page.support.outcome.caution.text().startswith("只是自查")


def test_f2_prints_what_stands_on_the_screen(
    office: Office, window: Window, scanner: Scanner
) -> None:
    shell, _page = open_page(window, "KC01")
    strike(scanner, "1")
    type_text("8000万")
    press(Qt.Key.Key_F2)
    assert isinstance(shell.front, PapersPage)
    number = f"{office.station.hall}-{office.today():%Y%m%d}-{office.station.device}-C0001"
    facts = papers.facts(office, number)
    assert facts.kind is PaperKind.SUPPORT
    assert facts.policy is not None
    assert facts.policy.amount == "4\u00a0000 万元"
    press(Qt.Key.Key_Escape)
    assert isinstance(shell.front, PoliciesPage)
    press(Qt.Key.Key_F2)
    assert papers.facts(office, number.replace("C0001", "C0002")).policy == facts.policy


def test_f6_leads_to_the_item_or_says_that_there_is_none(window: Window) -> None:
    shell, page = open_page(window, "KC06")
    press(Qt.Key.Key_F6)
    assert page.banner.text == "本目录暂无申报事项"
    assert page.support.outcome.apply.isHidden()
    shell.go("policies", "KC09")
    press(Qt.Key.Key_F6)
    intake = shell.front
    assert isinstance(intake, IntakePage)
    assert intake.session.draft is not None
    assert intake.session.draft.item == "KJ01"


def test_a_scope_is_read_as_it_is_typed_and_leads_to_the_permit(window: Window) -> None:
    shell, page = open_page(window)
    press(Qt.Key.Key_2, CTRL)
    assert page.tabs.place == SCOPE
    type_text("奶茶店；火星旅游")
    assert page.scope.item == "SP01"
    assert page.scope.unknown.text().startswith("火星旅游：未收录")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert page.scope.item == "SP07"
    press(Qt.Key.Key_F6)
    intake = shell.front
    assert isinstance(intake, IntakePage)
    assert intake.session.draft is not None
    assert intake.session.draft.item == "SP07"


def test_a_pasted_novel_and_an_empty_scope_do_no_harm(window: Window) -> None:
    _shell, page = open_page(window, "scope:" + "无此业务；" * 3000)
    assert page.scope.list.isHidden()
    page.scope.text.set_text("")
    assert page.scope.item == ""
    press(Qt.Key.Key_F6)
    assert page.banner.text == "先选一项许可或备案。"


def test_f5_begins_the_registration_of_the_firm(window: Window) -> None:
    shell, _page = open_page(window, "scope:药店")
    press(Qt.Key.Key_F5)
    intake = shell.front
    assert isinstance(intake, IntakePage)
    assert intake.session.draft is not None
    assert intake.session.draft.item == "QY01"


def test_alt_0_is_the_tenth_page_and_esc_goes_back_level_by_level(window: Window) -> None:
    shell = window(CLERK)
    press(Qt.Key.Key_0, ALT)
    page = shell.front
    assert isinstance(page, PoliciesPage)
    type_text("sttz")
    press(Qt.Key.Key_Return)
    assert page.support.form.holds_focus()
    press(Qt.Key.Key_Escape)
    assert page.support.finder.line.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.support.finder.line.text() == ""
    assert QApplication.focusWidget() is page.support.finder.line


def test_who_may_not_serve_looks_and_is_told(window: Window) -> None:
    shell, page = open_page(window, "KC01", TECHNICAL)
    press(Qt.Key.Key_F6)
    assert shell.front is page
    assert "不能接待" in page.banner.text
    press(Qt.Key.Key_F2)
    assert shell.front is page


def test_a_policy_asked_about_is_logged_in_one_step(window: Window, office: Office) -> None:
    _shell, page = open_page(window, "KC01")
    press(Qt.Key.Key_J, CTRL)
    (told,) = (
        row.payload
        for row in office.store.views.log(LogFilter(first=office.today(), last=office.today()))
        if isinstance(row.payload, ConsultationLogged)
    )
    assert (told.shown, told.id) == (Shown.POLICY, "KC01")
    assert "已记咨询" in page.banner.text
