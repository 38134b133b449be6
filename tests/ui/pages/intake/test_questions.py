"""The questions are put in the order that leaves the fewest, and no answer is ever lost."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.cases.tick import Check
from tests.ui.pages.intake.hands import CTRL, Hands, K

SHIFT = Qt.KeyboardModifier.ShiftModifier
CANTEEN, SELLER = "3", "1"


def asking(hands: Hands) -> str:
    return hands.page.middle.materials.questions.asking


def told(hands: Hands) -> str:
    return hands.page.middle.materials.situation.full


def test_the_one_that_leaves_the_fewest_is_put_and_the_rest_is_counted(hands: Hands) -> None:
    hands.take("spjy")
    assert asking(hands) == hands.sheet.next_question == "q_biz"
    assert "还有最多 6 问" in told(hands)
    hands.strike(SELLER)
    assert "还有最多 4 问" in told(hands)
    while asking(hands) not in ("", "q_agent"):
        hands.press(K.Key_Return)
    assert "还有 1 问" in told(hands)
    hands.strike("1")
    assert "问" not in told(hands)
    assert "q_canteen" not in hands.draft.answers


def test_an_answer_made_irrelevant_is_kept_and_comes_back(hands: Hands) -> None:
    hands.take("spjy")
    hands.strike(CANTEEN)
    while asking(hands):
        hands.strike("1")
        if asking(hands) == "q_item":
            hands.press(K.Key_Return)
    assert hands.draft.answers["q_canteen"] == ("是",)
    assert hands.sheet.row("FOOD_SITE") is not None
    hands.press(K.Key_Space)
    hands.press(K.Key_E, held=CTRL)
    hands.strike(SELLER)
    hands.press(K.Key_Escape)
    assert hands.sheet.row("FOOD_SITE") is None
    assert hands.draft.answers["q_canteen"] == ("是",)
    assert "q_canteen" not in hands.sheet.asked
    hands.press(K.Key_E, held=CTRL)
    hands.strike(CANTEEN)
    hands.press(K.Key_Escape)
    assert hands.sheet.row("FOOD_SITE") is not None
    assert not hands.sheet.checklist.deciding
    assert hands.sheet.rows[0].check is Check.RECEIVED


def test_undo_takes_an_answer_back_and_asks_it_again(hands: Hands) -> None:
    hands.take("spjy")
    hands.strike(CANTEEN)
    hands.press(K.Key_Z, held=CTRL)
    assert "q_biz" not in hands.draft.answers
    assert hands.sheet.next_question == "q_biz"
    assert "主体业态" in hands.page.middle.said_now


def test_f2_prints_before_anything_is_asked_and_shift_f2_in_two_languages(hands: Hands) -> None:
    hands.take("spjy")
    draft, office = hands.draft, hands.page.desk.office
    hands.press(K.Key_F2, held=SHIFT)
    facts = office.store.views.paper(f"{draft.visit[-12:]}-QD1")
    assert facts is not None
    assert (facts.bilingual, "主体业态？" in facts.assumed) == (True, True)
    assert hands.shell.front is hands.shell.page("papers")
