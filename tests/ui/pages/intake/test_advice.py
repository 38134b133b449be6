"""Ctrl+J: a consultation is logged with one Enter, about what is in hand or about nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.domain.supervision.rows import LogFilter
from desktop.services.advice.consultations import KIND
from desktop.services.office import Office
from tests.ui.conftest import NOW
from tests.ui.pages.intake.hands import CTRL, Hands, K


def logged(office: Office) -> list[ConsultationLogged]:
    wanted = LogFilter(first=NOW.date(), last=NOW.date(), kinds=frozenset({KIND}))
    return [row.payload for row in office.store.views.log(wanted)]


def test_the_item_in_hand_is_logged_with_one_enter(hands: Hands, office: Office) -> None:
    hands.take("spjy")
    hands.press(K.Key_J, held=CTRL)
    hands.write("开面馆要办什么")
    hands.press(K.Key_Return)
    (told,) = logged(office)
    assert (told.shown, told.id, told.asked) == (Shown.ITEM, "SP01", "开面馆要办什么")
    assert (told.by, told.answered) == (AskedBy.COUNTER, Answered.TOLD)
    assert told.visit == hands.draft.visit
    assert "食品经营许可（新办）" in hands.page.middle.said_now
    assert hands.page.finder.line.hasFocus()


def test_what_the_search_did_not_find_is_logged_as_asked(hands: Hands, office: Office) -> None:
    hands.write("养蜂场")
    hands.press(K.Key_J, held=CTRL)
    assert hands.page.finder.advice.asked.text == "养蜂场"
    hands.press(K.Key_Tab, K.Key_Tab)
    hands.strike("2")
    hands.press(K.Key_Return)
    (told,) = logged(office)
    assert (told.shown, told.asked, told.by) == (Shown.NOTHING, "养蜂场", AskedBy.PHONE)
    assert told.answered is Answered.OPEN


def test_escape_logs_nothing_and_an_empty_one_is_refused(hands: Hands, office: Office) -> None:
    hands.press(
        K.Key_J,
        held=CTRL,
    )
    hands.press(K.Key_Return)
    assert "问了什么" in hands.page.banner.text
    assert hands.page.finder.advice.isVisible()
    hands.press(K.Key_Escape, K.Key_Escape)
    assert not hands.page.finder.advice.isVisible()
    assert QApplication.focusWidget() is hands.page.finder.line
    assert logged(office) == []
