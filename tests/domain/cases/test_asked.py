"""Which questions are put to a person, and what is left to hand in."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import Draft, answer, mark
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.identity.party import Presence
from tests.domain.guidance.shipped import catalogue

FOOD = catalogue().items["SP01"]
NEW = Draft(id="d", visit="v", item="SP01")


def test_questions_that_decide_nothing_are_not_put() -> None:
    seller = answer(NEW, "q_biz", ("食品销售经营者",))
    canteen = answer(NEW, "q_biz", ("集中用餐单位食堂",))
    assert "q_canteen" not in lay_out(FOOD, seller).asked
    assert "q_canteen" in lay_out(FOOD, canteen).asked


def test_an_answered_question_stays_to_be_changed() -> None:
    told = answer(NEW, "q_biz", ("餐饮服务经营者",))
    assert lay_out(FOOD, told).asked[0] == "q_biz"
    assert "q_agent" in lay_out(FOOD, replace(told, presence=Presence.SELF)).asked


def test_what_was_spared_at_the_counter_need_not_be_handed_in() -> None:
    before = lay_out(FOOD, NEW)
    after = lay_out(FOOD, mark(NEW, "BL", Tick(check=Check.EXEMPT)))
    assert len(after.to_hand_in) == len(before.to_hand_in) - 1
    assert [row.key for row in after.spared] == ["BL"]
