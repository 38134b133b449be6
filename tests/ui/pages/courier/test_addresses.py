"""Addresses in the form: pasted, from the book, into the book; what the free service says of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.addresses.entries import AddressKind
from desktop.domain.courier.entries import Address
from desktop.domain.courier.posting import LabelSize
from desktop.domain.halls.roles import Clerk
from desktop.services.addresses import book
from desktop.services.courier.shipments import load_shipment
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.papers.page import SIZE, PapersPage
from desktop.ui.shell import Shell
from tests.ui.conftest import SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.courier.test_courier import WAYBILL, open_page, parcels
from tests.ui.pages.keyboard import press, type_text

Window = Callable[[Clerk], Shell]
CONTROL = Qt.KeyboardModifier.ControlModifier


def paste(page: CourierPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_O, CONTROL)
    page.form.person.finder.line.line.clear()
    page.form.person.finder.line.line.paste()
    page.form.person.finder.line.edited.emit(page.form.person.finder.line.line.text())


def test_a_pasted_address_fills_the_fields_and_says_what_is_doubtful(
    day: Day, window: Window
) -> None:
    _shell, page = open_page(window, "")
    press(Qt.Key.Key_F5)
    paste(page, "李晓敏 13800138021\n北京市密云县鼓楼东大街3号")
    person = page.form.person
    assert person.address == Address(
        name="李晓敏", phone="13800138021", province="北京市", city="北京市", district="密云区",
        street="鼓楼东大街3号",
    )  # fmt: skip
    assert "「密云县」现为「密云区」" in person.doubts.text()
    assert "在免费寄递范围内" in page.form.reach.text()


def test_one_of_several_places_is_chosen(day: Day, window: Window) -> None:
    _shell, page = open_page(window, "")
    press(Qt.Key.Key_F5)
    paste(page, "王五 13800138021 朝阳区建国路88号")
    person = page.form.person
    assert person.province.text == ""
    assert not person.finder.list.isHidden()
    assert "北京市朝阳区" in person.doubts.text()
    press(Qt.Key.Key_Return)
    assert (person.province.text, person.district.text) == ("北京市", "朝阳区")
    assert person.doubts.isHidden()
    assert person.finder.list.isHidden()


def test_an_address_goes_into_the_book_and_comes_out_by_its_initials(
    day: Day, window: Window
) -> None:
    _shell, page = open_page(window, "")
    press(Qt.Key.Key_F5)
    paste(page, "经开一窗科技有限公司 010-55550000 北京市大兴区荣华中路10号")
    press(Qt.Key.Key_S, CONTROL)
    assert "已存入地址簿" in page.banner.text
    (row,) = book.search(day.office)
    assert row.kind is AddressKind.ENTERPRISE
    page.form.person.show_address(Address())
    press(Qt.Key.Key_O, CONTROL)
    type_text("jkyc")
    press(Qt.Key.Key_Return)
    assert page.form.person.address == row.address
    press(Qt.Key.Key_O, CONTROL)
    type_text("0000")
    press(Qt.Key.Key_R, CONTROL)
    assert book.search(day.office) == []
    assert "已移出地址簿" in page.banner.text


def test_outside_the_free_service_a_clerk_is_refused_and_a_supervisor_says_why(
    day: Day, window: Window
) -> None:
    _shell, page = open_page(window, "")
    press(Qt.Key.Key_F5)
    paste(page, "陈大文 13800138021 香港九龙油尖旺区弥敦道1号")
    assert "不在免费寄递范围" in page.form.reach.text()
    assert page.form.exception.isHidden()
    press(Qt.Key.Key_F9)
    assert page.level is Level.FORM
    assert "自取" in page.banner.text
    _shell, page = open_page(window, "", SUPERVISOR)
    press(Qt.Key.Key_F5)
    paste(page, "陈大文 13800138021 香港九龙油尖旺区弥敦道1号")
    page.form.exception.set_text("行动不便")
    press(Qt.Key.Key_F9)
    (row,) = parcels(day)
    assert load_shipment(day.office, row.number).coverage_reason == "行动不便"


def test_the_applicant_reads_plain_words_and_no_name(day: Day, window: Window) -> None:
    case = day.accepted()
    _shell, page = open_page(window, f"new:{case.number}")
    type_text(WAYBILL)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert page.stack.currentWidget() is page.applicant
    press(Qt.Key.Key_F4)
    assert page.level.name == "APPLICANT"
    assert "已装好，等快递员来取" in page.applicant.text
    for hidden in ("李晓敏", "13800138", "11010519491231002X", "建国路"):
        assert hidden not in page.applicant.text
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.detail
    assert page.level.name == "DETAIL"


@pytest.mark.parametrize("size", [LabelSize.SMALL, LabelSize.SLIP])
def test_the_size_of_labels_is_chosen_once(day: Day, window: Window, size: LabelSize) -> None:
    case = day.accepted()
    shell, _page = open_page(window, f"new:{case.number}")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F2)
    papers = shell.front
    assert isinstance(papers, PapersPage)
    assert papers.side.page == LabelSize.LARGE
    papers.side.page_pick.set_value(size)
    papers.side.page_pick.picked.emit(size)
    assert day.office.store.local.recall(SIZE) == size
    assert [sheet.page for sheet in papers._sheets] == [size]
    papers.show_what(f"cases|{case.number}")
    shell.go("courier", parcels(day)[0].number)
    press(Qt.Key.Key_F2)
    assert papers.side.page == size
