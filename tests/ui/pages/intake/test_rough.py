"""What people and machines really send: novels, rare characters, double clicks, scans."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.cases.tick import Check
from tests.ui.pages.intake.hands import ORGANISATION_ID, PERSON_ID, Hands, K, focused

NOVEL = "很久以前，" * 1000
RARE = "欧阳䶮𠮷𬭎"


def at_the_list(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()


def test_a_pasted_novel_breaks_nothing(hands: Hands) -> None:
    hands.write(NOVEL)
    assert not hands.page.finder.nothing.isHidden()
    hands.press(K.Key_Escape)
    at_the_list(hands)
    hands.press(K.Key_Return)
    hands.strike("1")
    hands.write(NOVEL)
    assert "姓名太长" in hands.page.middle.who.applicant.name.warning
    hands.press(K.Key_F9)
    assert hands.page.done is None


def test_rare_characters_stay(hands: Hands) -> None:
    at_the_list(hands)
    hands.press(K.Key_Return)
    hands.strike("1")
    hands.write(RARE)
    assert hands.draft.applicant.name == RARE
    assert hands.page.review.text("applicant") == RARE
    assert not hands.page.middle.who.applicant.name.warning


def test_a_doubtful_number_warns_and_lets_go_on(hands: Hands) -> None:
    at_the_list(hands)
    hands.press(K.Key_Return)
    hands.fill_person(number="440524188001010014")
    assert "少见" in hands.page.middle.who.applicant.verdict.text()
    assert hands.page.middle.front == "step_sheet"


def test_the_review_masks_a_person_not_an_organisation(hands: Hands) -> None:
    at_the_list(hands)
    hands.press(K.Key_Return)
    hands.fill_person()
    assert hands.page.review.text("number") == "110***********002X"
    hands.press(K.Key_2, held=Qt.KeyboardModifier.ControlModifier)
    hands.strike("2")
    hands.press(K.Key_Return)
    focused().setText("")  # type: ignore[attr-defined]
    hands.write(ORGANISATION_ID)
    assert hands.page.review.text("number") == ORGANISATION_ID


def test_a_double_click_ticks_once(hands: Hands) -> None:
    at_the_list(hands)
    view = hands.page.middle.materials.list
    key = hands.sheet.rows[1].key
    place = view.visualRect(view.lines.index(view.lines.place_of(key))).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=place)
    QTest.mouseDClick(view.viewport(), left, pos=place)
    assert hands.sheet.rows[1].check is Check.RECEIVED
    QTest.mouseClick(view.viewport(), left, pos=QPoint(2, view.viewport().height() - 2))


def test_a_scanned_number_goes_where_it_belongs(hands: Hands) -> None:
    at_the_list(hands)
    hands.press(K.Key_Return)
    hands.page.scanned(PERSON_ID)
    assert hands.draft.applicant.id_number == PERSON_ID


def test_a_scanned_item_code_begins(hands: Hands) -> None:
    assert hands.page.scanned("sp04")
    assert hands.sheet.item.id == "SP04"
    assert not hands.page.scanned("6901234567892")


def test_every_painted_row_can_be_heard(hands: Hands) -> None:
    hands.take("spjy")
    lines = hands.page.middle.materials.list.lines
    for place in range(lines.rowCount()):
        told = lines.data(lines.index(place), Qt.ItemDataRole.AccessibleTextRole)
        assert lines.at(place).name in told
    assert "第 1 项" in lines.at(lines.place_of_number(1)).spoken


def test_catalogue_is_found_in_many_ways(hands: Hands) -> None:
    finder = hands.page.finder
    for query in ("spjyxk", "食品經營", "shipinjingying", "SP01", "经营许可 食品"):
        finder.line.setText(query)
        QApplication.processEvents()
        words = [choice.words for choice in finder.list.choices]
        assert "食品经营许可（新办）" in words, query
