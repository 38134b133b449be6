"""对账 with keys alone: a bill comes in, its lines are disputed, credited, agreed to, and signed off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.billing.verdicts import Verdict
from desktop.domain.halls.roles import Clerk
from desktop.services.billing import keeping
from desktop.ui.pages.billing.columns import TABS
from desktop.ui.pages.billing.page import BillingPage, Level
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.rows import ROW
from tests.offices import Clock
from tests.services.billing.planted import FOUND, LINES, Month, planted, write_bill
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
BILL = "ems:2026-11"
DIFFERING = 7


@pytest.fixture
def page(window: Window, clock: Clock, qtbot: QtBot) -> BillingPage:
    shell = window(SUPERVISOR)
    planted(Month(shell.desk.office, clock))
    shell.go("billing")
    front = shell.front
    assert isinstance(front, BillingPage)
    return front


def settled(qtbot: QtBot, page: BillingPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.working)
    QApplication.processEvents()


def bring(qtbot: QtBot, page: BillingPage, path: Path) -> None:
    press(Qt.Key.Key_F5, at=page)
    assert page.lists.month.text == "2026-11", "the month before this one"
    page.lists.file.field.set_text(str(path))
    press(Qt.Key.Key_Return, at=page.lists.file.field.line)
    settled(qtbot, page)


def at(page: BillingPage) -> Level:
    return page.level


def back(page: BillingPage) -> None:
    """To the list of bills, however much is open."""
    while at(page) is not Level.LISTS:
        press(Qt.Key.Key_Escape, at=page)


def tab(page: BillingPage, verdict: Verdict) -> None:
    press(Qt.Key(Qt.Key.Key_1 + TABS.index(verdict)), CTRL, at=page)


def shown(page: BillingPage) -> list[str]:
    model = page.detail.pane.model
    return [model.index(place, 0).data(ROW).row.waybill for place in range(model.rowCount())]


def test_a_bill_comes_in_and_its_lines_stand_by_verdict(
    page: BillingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(qtbot, page, write_bill(tmp_path / "b.csv"))
    assert at(page) is Level.DETAIL
    assert TABS[page.detail.tabs.place] is Verdict.AMOUNT_DIFFERS, "where work is"
    for verdict in TABS:
        tab(page, verdict)
        assert shown(page) == FOUND[verdict.value], verdict
    press(Qt.Key.Key_8, CTRL, at=page)
    assert page.detail.costs.model.rowCount() == 7
    back(page)
    assert at(page) is Level.LISTS
    assert page.lists.pane.model.rowCount() == 1
    bring(qtbot, page, tmp_path / "b.csv")
    assert "没有重复" in page.banner.text


def test_every_difference_is_decided_and_the_bill_signed_off(
    page: BillingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(qtbot, page, write_bill(tmp_path / "b.csv"))
    office = page.desk.office
    press(Qt.Key.Key_F9, at=page)
    assert f"还有 {DIFFERING} 行差异" in page.banner.text
    press(Qt.Key.Key_F3, at=page)
    press(Qt.Key.Key_F9, at=page)
    settled(qtbot, page)
    assert [one.key for one in keeping.load(office, BILL).open] == ["EA00000004"]
    for verdict in (Verdict.BILL_ONLY, Verdict.DUPLICATE, Verdict.OTHER_MONTH):
        tab(page, verdict)
        press(Qt.Key.Key_A, CTRL, at=page)
        press(Qt.Key.Key_F3, at=page)
        type_text("请核对")
        press(Qt.Key.Key_Return)
        settled(qtbot, page)
    tab(page, Verdict.WEIGHT_DIFFERS)
    press(Qt.Key.Key_F7, at=page)
    press(Qt.Key.Key_F9, at=page)
    assert "请写明理由" in page.banner.text
    type_text("复称属实")
    press(Qt.Key.Key_F9, at=page)
    settled(qtbot, page)
    tab(page, Verdict.AMOUNT_DIFFERS)
    press(Qt.Key.Key_F4, at=page)
    assert page.detail.asking.amount.text == "3.50"
    type_text("退 1 号")
    press(Qt.Key.Key_Return)
    settled(qtbot, page)
    assert str(keeping.load(office, BILL).credited) == "3.50"
    press(Qt.Key.Key_F9, at=page)
    type_text("钱某")
    press(Qt.Key.Key_F9, at=page)
    signed = keeping.load(office, BILL).signed
    assert signed is not None
    assert (signed.representative, signed.payable) == ("钱某", "70.00")
    facts = office.store.views.paper(signed.paper)
    assert facts is not None
    settled(qtbot, page)


def test_what_cannot_be_read_is_said_and_nothing_comes_in(
    page: BillingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = [("1", "EA1", "2026-11-40", "北京", "1", "一")]
    bring(qtbot, page, write_bill(tmp_path / "b.csv", wrong))
    assert at(page) is Level.LISTS
    assert "3 处不能用" in page.banner.text
    assert page.desk.office.store.views.bills() == []
    page.lists.month.set_text("去年")
    press(Qt.Key.Key_F9, at=page)
    assert "不是月份" in page.banner.text


def test_the_lines_are_kept_as_a_workbook(page: BillingPage, qtbot: QtBot, tmp_path: Path) -> None:
    bring(qtbot, page, write_bill(tmp_path / "b.csv"))
    press(Qt.Key.Key_F2, at=page)
    assert "F9" in page.banner.text
    press(Qt.Key.Key_F6, at=page)
    page.detail.table.field.set_text(str(tmp_path / "明细"))
    press(Qt.Key.Key_F9, at=page)
    settled(qtbot, page)
    assert (tmp_path / "明细.xlsx").exists()
    assert "明细.xlsx" in page.banner.text


def test_only_supervisors_come_here_from_the_courier_page(window: Window) -> None:
    shell = window(CLERK)
    shell.go("courier")
    press(Qt.Key.Key_L, CTRL, at=shell.front)
    assert not isinstance(shell.front, BillingPage)
    shell.desk.sign_in(SUPERVISOR)
    shell.go("courier")
    press(Qt.Key.Key_L, CTRL, at=shell.front)
    assert isinstance(shell.front, BillingPage)


@pytest.mark.parametrize(
    ("theme", "px"), [(Theme.LIGHT, 15), (Theme.DARK, 18), (Theme.CONTRAST, 22)]
)
def test_pictures(
    page: BillingPage, qtbot: QtBot, dressed: QApplication, tmp_path: Path,
    shoot: Callable[[QWidget, str], None], theme: Theme, px: int,
) -> None:  # fmt: skip
    def look(widget: QWidget, name: str) -> None:
        dressed.processEvents()
        shoot(widget, name)
        assert not list(cut_off(widget)), name
        low = [one for one in widget.findChildren(QLineEdit) if one.isVisible()]
        assert all(one.height() >= one.minimumSizeHint().height() for one in low), name

    dress(dressed, theme, px)
    window = page.window()
    bring(qtbot, page, write_bill(tmp_path / "b.csv", LINES, "126.50"))
    look(window, f"billing-detail-{theme}-{px}")
    tab(page, Verdict.BILL_ONLY)
    press(Qt.Key.Key_Space, at=page)
    press(Qt.Key.Key_F3, at=page)
    look(window, f"billing-dispute-{theme}-{px}")
    press(Qt.Key.Key_Escape, at=page)
    press(Qt.Key.Key_8, CTRL, at=page)
    look(window, f"billing-costs-{theme}-{px}")
    back(page)
    press(Qt.Key.Key_F5, at=page)
    look(window, f"billing-lists-{theme}-{px}")
    assert page.lists.button.isVisible()
