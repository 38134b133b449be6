"""材料移送 by keyboard: given on one sheet by the window, counted by the back office."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.handling import batches
from desktop.services.office import Office
from desktop.ui.pages.delivery.columns import batch_state
from desktop.ui.pages.delivery.page import DeliveryPage, Level
from tests.courses import APPROVER, accepted
from tests.offices import CLERK
from tests.ui.pages.delivery.conftest import OpenPage
from tests.ui.pages.keyboard import CTRL, press, type_text

TO = "审批一处"


def states(office: Office) -> list[str]:
    return [batch_state(row)[0] for row in office.store.views.batches()]


def at_the_giving(open_page: OpenPage) -> DeliveryPage:
    _shell, page = open_page()
    press(Qt.Key.Key_3, CTRL, at=page)
    return page


def test_what_is_left_on_the_sheet_is_given(
    office: Office, open_page: OpenPage, qtbot: QtBot
) -> None:
    first, second = accepted(office), accepted(office)
    shell, page = open_page()
    press(Qt.Key.Key_3, CTRL, at=page)
    giving = page.lists.giving
    assert "2 件" in giving.button.text()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: giving.numbers == (second.number,))
    giving.to.line.setFocus()
    type_text(TO)
    press(Qt.Key.Key_F9)
    (row,) = office.store.views.batches()
    assert (row.to, row.lines) == (TO, 1)
    assert "1 件办件移送给审批一处" in page.banner.text
    page.wanted.disconnect(shell.go)  # what is asked for, not how it is drawn
    with qtbot.waitSignal(page.wanted) as asked:
        press(Qt.Key.Key_F2)
    assert asked.args == ["papers", f"delivery|{row.number}"]
    assert [case.number for case in batches.waiting(office)] == [first.number]


def test_the_next_sheet_remembers_to_whom(office: Office, open_page: OpenPage) -> None:
    accepted(office)
    page = at_the_giving(open_page)
    page.lists.giving.to.line.setFocus()
    type_text(TO)
    press(Qt.Key.Key_F9)
    _shell, again = open_page()
    assert again.lists.giving.to.text == TO


def test_nobody_and_nothing_are_refused(office: Office, open_page: OpenPage, qtbot: QtBot) -> None:
    accepted(office)
    page = at_the_giving(open_page)
    press(Qt.Key.Key_F9)
    assert page.banner.isVisible()
    assert page.lists.giving.to.line.hasFocus()
    type_text(TO)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.lists.giving.numbers)
    press(Qt.Key.Key_F9)
    assert "没有选中" in page.banner.text
    assert states(office) == []


def test_the_back_office_marks_what_is_missing_and_signs(
    office: Office, open_page: OpenPage, qtbot: QtBot
) -> None:
    first, second = accepted(office), accepted(office)
    batches.hand_over(office, CLERK, [first.number, second.number], TO)
    assert states(office) == ["○ 待清点"]
    shell, page = open_page(clerk=APPROVER)
    press(Qt.Key.Key_4, CTRL, at=page)
    press(Qt.Key.Key_Return)
    assert page.level is Level.BATCH
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.counting._missing == {second.number})
    page.counting.differences.line.setFocus()
    type_text("少一袋")
    press(Qt.Key.Key_F9)
    assert states(office) == ["▲ 有差异"]
    assert "缺 1 件" in page.banner.text
    assert page.counting.button.isHidden()
    press(Qt.Key.Key_F9, at=page)  # counted once
    assert [case.number for case in batches.waiting(office)] == [second.number]
    press(Qt.Key.Key_Escape, at=shell)
    press(Qt.Key.Key_Escape, at=shell)
    assert page.lists.batches.view.hasFocus()


def test_who_gave_it_does_not_count_it(office: Office, open_page: OpenPage) -> None:
    batch = batches.hand_over(office, CLERK, [accepted(office).number], TO)
    _shell, page = open_page()
    assert page.scanned(batch.number)
    assert page.level is Level.BATCH
    press(Qt.Key.Key_F9)
    assert "另一人清点" in page.banner.text
    assert states(office) == ["○ 待清点"]


def test_all_there_is_counted_with_one_key(office: Office, open_page: OpenPage) -> None:
    batch = batches.hand_over(office, CLERK, [accepted(office).number], TO)
    _shell, page = open_page(batch.number, clerk=APPROVER)
    assert page.level is Level.BATCH
    press(Qt.Key.Key_F9)
    assert states(office) == ["✓ 已清点"]
