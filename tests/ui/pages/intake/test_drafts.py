"""Nothing typed is lost: saving, holding, coming back after a crash, changing clerks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.intake.session import SAVE_MS
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.intake.hands import Hands, K


def started(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.press(K.Key_Space, K.Key_Space)


def test_a_change_is_kept_within_a_second(hands: Hands, office: Office, qtbot: QtBot) -> None:
    assert SAVE_MS < 1000
    with qtbot.waitSignal(hands.page.session.kept, timeout=1000):
        started(hands)
    (row,) = office.store.local.drafts(CLERK.code)
    assert (row.item, row.ticked) == ("SP03", 2)
    assert "草稿已自动保存" in hands.page.review.saved_text


def test_an_item_alone_is_not_kept(hands: Hands, office: Office) -> None:
    hands.take("SP03")
    hands.page.session.keep()
    assert office.store.local.drafts() == []


def test_hold_and_take_back(hands: Hands) -> None:
    started(hands)
    before = hands.draft
    hands.press(K.Key_F8)
    assert hands.page.session.draft is None
    assert hands.page.bar.buttons["hold"].text().endswith("取回")
    hands.press(K.Key_F8)
    assert hands.draft.ticks == before.ticks
    assert hands.draft.visit == before.visit


def test_a_draft_is_offered_back_after_a_crash(hands: Hands, desk: Desk, qtbot: QtBot) -> None:
    started(hands)
    hands.page.session.keep()
    again = IntakePage(desk)
    qtbot.addWidget(again)
    again.enter()
    assert "上次没办完" in again.banner.text
    (row,) = again.finder.drafts()
    again.banner.chosen.emit(row.id)
    assert again.session.draft is not None
    assert again.session.draft.ticks == hands.draft.ticks
    assert again.banner.isHidden()


def test_another_clerk_does_not_see_the_draft(hands: Hands, office: Office, desk: Desk) -> None:
    started(hands)
    desk.sign_in(SUPERVISOR)
    assert hands.page.session.draft is None
    assert [row.ticked for row in office.store.local.drafts(CLERK.code)] == [2]
    assert office.store.local.drafts(SUPERVISOR.code) == []


def test_a_draft_given_to_another_leaves_the_counter(hands: Hands, office: Office) -> None:
    started(hands)
    hands.page.session.keep()
    draft = hands.draft
    office.store.local.save_draft(draft, SUPERVISOR.code)
    hands.press(K.Key_Space)
    hands.page.session.keep()
    assert hands.page.session.draft is None
    assert office.store.local.draft(draft.id) == draft


def test_undo_after_a_release_brings_nothing_back(hands: Hands, office: Office) -> None:
    started(hands)
    hands.page.session.keep()
    office.store.local.delete_draft(hands.draft.id)
    hands.page.session.undo()
    hands.page.session.keep()
    assert hands.page.session.draft is None
    assert office.store.local.drafts() == []


def test_another_item_keeps_the_person(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.press(K.Key_Return)
    hands.fill_person()
    hands.press(K.Key_Escape)
    hands.page.finder.focus()
    hands.take("SP04")
    assert hands.sheet.item.id == "SP04"
    assert hands.draft.applicant.name == "李晓敏"


def test_the_queue_s_ticket_is_the_visit_s(hands: Hands, office: Office) -> None:
    hands.page.finder.ticket.line.setText("A012")
    hands.write("spjy")
    hands.press(K.Key_Return)
    (begun,) = office.store.journal.facts(f"visit:{hands.draft.visit}")
    assert begun.payload.ticket == "A012"
    assert not hands.page.finder.ticket.text
