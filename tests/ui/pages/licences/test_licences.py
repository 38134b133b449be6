from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.rows import LicenceFilter
from desktop.services.licences import register
from desktop.services.office import Office
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.licences.columns import TONES, columns
from desktop.ui.pages.licences.page import Level, LicencesPage
from desktop.ui.shell import Shell
from desktop.ui.widgets.banner import Tone
from desktop.wording.licences.register import GLYPHS
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press, type_text
from tests.ui.pages.licences.stock import PERSON, stock

Window = Callable[[Clerk], Shell]


def open_page(window: Window, what: str = "", clerk: Clerk = CLERK) -> tuple[Shell, LicencesPage]:
    shell = window(clerk)
    shell.go("licences", what)
    page = shell.front
    assert isinstance(page, LicencesPage)
    return shell, page


def level(page: LicencesPage) -> Level:
    """Asked anew each time."""
    return page.level


def shown(page: LicencesPage) -> list[tuple[str, ...]]:
    """What stands in the list, cell by cell."""
    model = page.lists.pane.model
    rows = [model.row_at(n) for n in range(model.rowCount())]
    return [tuple(column.text(row) for column in model.columns) for row in rows]


def states(page: LicencesPage) -> dict[str, str]:
    return {cells[1]: cells[-1] for cells in shown(page)}


def test_the_register_shows_windows_and_states(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window)
    cells = {told[1]: told for told in shown(page)}
    assert len(cells) == 7, "what was ended is not among those in force"
    food = cells["JY11115000012345"]
    assert food[0] == "食品经营许可证"
    assert food[2:] == ("李*敏", "2026-12-17", "2026-08-07 至 2026-11-26", "▲ 将截止")
    assert cells["91110000600037341L"][3:] == ("长期", "—", "✓ 有效")
    assert cells["91110000600037341L001Q"][-1] == "× 已届满"
    assert cells["京卫公证字〔2022〕第110号"][4:] == ("至 2031-10-23", "✓ 有效")
    provisional = cells["京亦药监械经营许20210007号"]
    assert provisional[2].startswith("北京某某")
    assert provisional[4].startswith("约 2026-")


def test_this_month_by_its_two_lists(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window)
    press(Qt.Key.Key_2, CTRL)
    assert states(page) == {
        "JY11115000012345": "▲ 将截止",
        "京亦药监械经营许20210007号": "● 可续",
        "JY11115000011111": "○ 未到",
    }
    press(Qt.Key.Key_3, CTRL)
    assert list(states(page).items()) == [
        ("JY11115000067890", "× 已过"), ("JY11115000012345", "▲ 将截止"),
    ]  # fmt: skip
    assert page.lists.search.isHidden()


def test_every_state_has_a_glyph_and_a_tone(office: Office) -> None:
    assert set(GLYPHS) == set(TONES)
    assert columns(lambda: date(2026, 11, 23))[-1].tone is not None


def test_an_empty_month_says_what_would_stand_there(window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_3, CTRL)
    assert page.lists.pane.currentWidget() is page.lists.pane.empty


def test_a_licence_is_found_and_opened_by_keyboard(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window)
    press(Qt.Key.Key_F, CTRL)
    type_text("12345")
    press(Qt.Key.Key_Return)
    assert list(states(page)) == ["JY11115000012345"]
    press(Qt.Key.Key_Return)
    assert level(page) is Level.DETAIL
    assert page.detail.licence is not None
    assert page.detail.licence.number == "JY11115000012345"
    press(Qt.Key.Key_Escape)
    assert level(page) is Level.LISTS


def test_a_scan_looks_for_a_licence_in_all(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window)
    assert page.scanned("JY11115000099999")
    assert states(page) == {"JY11115000099999": "× 已注销"}


def test_the_holder_stays_masked(office: Office, window: Window) -> None:
    stock(office)
    shell, _page = open_page(window, "SP01:JY11115000012345")
    told = " ".join(one.text() for one in shell.findChildren(QLabel))
    assert "李*敏" in told
    assert "110***********002X" in told
    assert PERSON.name not in told
    assert "《食品经营许可和备案管理办法》第三十二条" in told
    assert "届满前 90 个工作日至 15 个工作日" in told


def test_a_case_is_opened_from_its_licence(office: Office, day: Day, window: Window) -> None:
    case = day.accepted("SP01")
    on = date(2026, 11, 23)
    told = register.of_case(office, case, "JY1", on, on, date(2031, 11, 22))
    with office.store.journal.transaction():
        office.store.journal.append(register.register(office, told), CLERK.code)
    shell, page = open_page(window, "SP01:JY1")
    assert page.detail.offered("open_case")
    press(Qt.Key.Key_F6)
    assert isinstance(shell.front, CasesPage)
    assert shell.front.detail.number == case.number


def test_a_clerk_enters_a_licence_by_keyboard(office: Office, window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_F5)
    assert level(page) is Level.FORM
    type_text("spjyxk")
    assert page.form.item.value == "SP01"
    press(Qt.Key.Key_Return)
    type_text("JY1")
    page.form.first.set_day(date(2022, 3, 1))
    page.form.first.picked.emit(date(2022, 3, 1))
    assert page.form.last.day == date(2027, 2, 28)
    page.form.holder.name.line.setFocus()
    type_text("李晓敏")
    page.form.holder.number.line.setFocus()
    type_text("11010519491231002X")
    press(Qt.Key.Key_F9)
    assert level(page) is Level.DETAIL
    assert "已登记入库" in page.banner.text
    licence = register.load(office, "SP01:JY1")
    assert (licence.valid_until, licence.reason) == (date(2027, 2, 28), "既有证照登记")
    assert licence.holder == PERSON


def test_an_organisation_without_an_end(office: Office, window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_F5)
    type_text("QY01")
    assert page.form.endless.isChecked()
    assert page.form.last.isHidden()
    page.form.kind.set_value(PartyKind.ORGANISATION)
    page.form.kind.picked.emit(PartyKind.ORGANISATION)
    page.form.holder.name.set_text("某某公司")
    page.form.number.set_text("91110000600037341L")
    press(Qt.Key.Key_F9)
    licence = register.load(office, "QY01:91110000600037341L")
    assert licence.valid_until is None
    assert licence.holder.kind is PartyKind.ORGANISATION


def test_what_is_missing_is_said_and_nothing_is_lost(office: Office, window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_F5)
    type_text("SP01")
    press(Qt.Key.Key_Return)
    type_text("JY1")
    press(Qt.Key.Key_F9)
    assert level(page) is Level.FORM
    assert "持有人" in page.banner.text
    assert page.form.number.text == "JY1"
    assert office.store.views.count_licences(LicenceFilter()) == 0


def test_no_item_of_that_name_is_refused_not_broken(window: Window) -> None:
    _shell, page = open_page(window)
    press(Qt.Key.Key_F5)
    type_text("zzzzzz")
    assert page.form.item.value == ""
    press(Qt.Key.Key_F9)
    assert level(page) is Level.FORM
    assert "事项" in page.banner.text


def test_a_supervisor_ends_a_licence(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window, "SP01:JY11115000012345", SUPERVISOR)
    press(Qt.Key.Key_F8)
    assert page.detail.end.isVisible()
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    page.detail.end.why.set_value(EndWhy.REVOKED)
    page.detail.end.reason.set_text("提供虚假材料取得")
    press(Qt.Key.Key_F9)
    ended = register.load(office, "SP01:JY11115000012345").ended
    assert ended is not None
    assert ended.why is EndWhy.REVOKED
    assert not page.detail.offered("end_licence")


def test_a_clerk_is_not_offered_to_end_one(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window, "SP01:JY11115000012345")
    assert not page.detail.offered("end_licence")
    press(Qt.Key.Key_F8)
    assert page.detail.end.isHidden()


@pytest.mark.parametrize("id", ["SP01:none", ""])
def test_an_unknown_licence_is_refused(window: Window, id: str) -> None:
    _shell, page = open_page(window)
    page.show_what(id)
    assert level(page) is Level.LISTS
    assert page.banner.isVisible()


def test_the_banner_goes_before_the_level(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window, "SP01:JY11115000012345")
    page.say(Tone.INFO, "说一句")
    assert page.back()
    assert level(page) is Level.DETAIL
    assert page.back()
    assert level(page) is Level.LISTS
    assert not page.back()


def test_a_changed_register_is_shown_again(office: Office, window: Window) -> None:
    stock(office)
    _shell, page = open_page(window, "SP01:JY11115000012345")
    told = register.load(office, "SP01:JY11115000012345")
    again = register.by_hand(
        office, told.item, told.number, told.holder, (told.valid_from, date(2032, 1, 1)), "换发"
    )
    register.enter(office, CLERK, replace(again, reason="换发"))
    page.reload(page.topics)
    assert page.detail.licence is not None
    assert page.detail.licence.editions == 2
    assert page.detail.history.model.rowCount() == 2
