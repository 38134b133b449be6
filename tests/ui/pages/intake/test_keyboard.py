"""From the search to 受理 by keyboard alone, and what stands between."""

from __future__ import annotations

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.cases.tick import Check
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import STATION
from desktop.domain.identity.party import Presence
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.ui.pages.intake.words import savings
from tests.ui.pages.intake.hands import CTRL, ORGANISATION_ID, Hands, K

MOST_PRESSES = 25


def test_food_licence_in_few_presses(hands: Hands, office: Office) -> None:
    hands.write("spjy")
    hands.press(K.Key_Return)
    hands.strike("23")
    hands.press(*[K.Key_Return] * 4)
    hands.press(*[K.Key_Space] * 5, K.Key_Return)
    hands.strike("2")
    hands.write("亦庄某某餐饮有限公司")
    hands.press(K.Key_Return)
    hands.write(ORGANISATION_ID)
    hands.press(*[K.Key_Return] * 3)
    hands.strike("1")
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    assert row.item == "SP01"
    assert row.stage is Stage.ACCEPTED
    assert hands.page.middle.front == "result"
    assert row.number in hands.page.middle.result.text
    assert hands.presses == 20 <= MOST_PRESSES  # the figure the README states


def test_a_default_is_no_answer(hands: Hands) -> None:
    hands.take("spjy")
    assert hands.page.middle.materials.questions.asking == "q_biz"
    hands.press(K.Key_Escape)
    hands.tick_all()
    hands.press(K.Key_F9)
    assert hands.page.middle.front == "step_sheet"
    assert hands.page.middle.materials.questions.asking == "q_biz"
    assert hands.page.done is None


def test_f9_says_what_is_missing_and_goes_there(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.press(K.Key_Space, K.Key_Down, K.Key_Down, K.Key_F9)
    assert hands.page.middle.said_now.startswith("还差第 2 项")
    assert hands.page.middle.materials.list.current_key == hands.sheet.rows[1].key


def test_the_agent_is_asked_once(hands: Hands) -> None:
    hands.take("spjy")
    hands.press(*[K.Key_Return] * 4)
    assert hands.page.middle.materials.questions.asking == "q_agent"
    hands.strike("2")
    assert hands.draft.presence is Presence.AGENT
    assert "q_agent" not in hands.draft.answers
    assert hands.sheet.row("POA") is not None
    assert not hands.sheet.checklist.deciding


def test_questions_are_changed_later_and_ticks_stay(hands: Hands) -> None:
    hands.take("spjy")
    hands.confirm_questions()
    hands.press(K.Key_Space)
    hands.press(K.Key_E, held=CTRL)
    hands.strike("2")
    assert hands.draft.answers["q_biz"] == ("餐饮服务经营者",)
    assert hands.sheet.rows[0].check is Check.RECEIVED
    hands.press(K.Key_Backspace, K.Key_Escape)
    assert not hands.page.middle.materials.questions.asking


def test_digits_beyond_nine(hands: Hands) -> None:
    hands.take("YX01")
    hands.confirm_questions()
    hands.strike("2")
    hands.strike("11")
    ticked = [row.number for row in hands.sheet.rows if row.check is Check.RECEIVED]
    assert ticked == [2, 11]
    hands.strike("1")
    hands.press(K.Key_Down)
    assert hands.sheet.rows[0].check is Check.RECEIVED


def test_states_by_key(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.strike("n")
    hands.press(K.Key_Down)
    hands.strike("x2")
    hands.strike("b")
    assert hands.page.middle.said_now.startswith("第 3 项不能容缺")
    hands.strike("kk+p")
    hands.write("12")
    hands.press(K.Key_Return)
    first, second, third = (row.tick for row in hands.sheet.rows[:3])
    assert (first.check, second.check, second.fault) == (Check.EXEMPT, Check.DEFECT, "2")
    assert (third.check, third.kept, third.copies, third.pages) == (
        Check.RECEIVED, "seen", 2, 12
    )  # fmt: skip
    assert "免交 1" in savings(hands.sheet)


def test_undo_says_what(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.strike("2")
    hands.press(K.Key_Z, held=CTRL)
    assert hands.page.middle.said_now == "撤销：第 2 项 未核→已收"
    assert hands.sheet.rows[1].check is Check.UNCHECKED


def test_escape_goes_back_and_loses_nothing(hands: Hands) -> None:
    hands.take("SP03")
    hands.confirm_questions()
    hands.tick_all()
    hands.press(K.Key_Return)
    hands.strike("1")
    hands.write("李")
    before = hands.draft
    hands.press(K.Key_Escape)
    assert hands.page.middle.front == "step_sheet"
    hands.press(K.Key_Escape)
    assert hands.page.finder.line.hasFocus()
    hands.press(K.Key_Escape, K.Key_Escape)
    assert hands.page.middle.materials.list.hasFocus()
    assert hands.draft.applicant == before.applicant
    assert hands.draft.ticks == before.ticks


def test_why_leads_to_what_is_not_needed(hands: Hands) -> None:
    hands.take("spjy")
    hands.confirm_questions()
    hands.press(K.Key_Y, held=CTRL)
    apart = {line.material.key for line in hands.sheet.apart}
    assert hands.page.middle.materials.list.current_key in apart
    hands.strike("/")
    assert hands.page.finder.line.hasFocus()


def test_an_instant_item_is_settled(hands: Hands, office: Office) -> None:
    hands.take("SP04")
    hands.confirm_questions()
    hands.tick_all()
    hands.press(K.Key_Return)
    hands.fill_person()
    assert hands.page.bar.buttons["finish"].text().endswith("当场办结")
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    assert row.stage is Stage.CLOSED


def test_f9_is_what_the_hall_may_do(hands: Hands, office: Office) -> None:
    told = AuthoritySet(item="SP03", authority=Authority.COLLECT, organ="某区市场监督管理局")
    office.store.journal.append([Act(entity="authority:SP03", payload=told)], STATION.code)
    hands.take("SP03")
    assert hands.page.bar.buttons["finish"].text().endswith("代收")


def test_without_an_item_a_key_says_where_to_begin(hands: Hands) -> None:
    hands.press(K.Key_F9)
    assert "先在左边选事项" in hands.page.banner.text
    assert hands.page.finder.line.hasFocus()


def test_where_the_free_service_does_not_go_is_said_while_it_is_typed(
    hands: Hands, office: Office
) -> None:
    hands.write("spjy")
    hands.press(K.Key_Return)
    hands.strike("23")
    hands.press(*[K.Key_Return] * 4)
    hands.press(K.Key_F5)
    panel = hands.page.middle.delivery
    for typed, told in (
        ("北京市大兴区荣华中路10号", "在免费寄递范围内"),
        ("香港九龙油尖旺区弥敦道1号", "不在免费寄递范围：目的地为香港特别行政区"),
    ):
        panel.address.set_text(typed)
        panel.address.edited.emit(typed)
        assert hands.draft.delivery.address == typed
        assert told in panel.reach.text()
        assert not panel.reach.isHidden()
