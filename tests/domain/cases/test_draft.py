from dataclasses import replace

from desktop.domain.cases.draft import Draft, answer, choose_item, mark, toggle
from desktop.domain.cases.tick import UNTICKED, Check, Fault, Kept, Tick
from desktop.domain.identity.party import Party, Presence

BARE = Draft(id="d", visit="v")
BEGUN = replace(
    BARE, item="SP01", answers={"q_biz": ("a",)}, ticks={"BL": Tick(check=Check.RECEIVED)},
    applicant=Party(name="李晓敏"),
)  # fmt: skip


def test_another_item_keeps_the_person_and_starts_anew() -> None:
    other = choose_item(BEGUN, "SP02")
    assert (other.item, other.answers, other.ticks) == ("SP02", {}, {})
    assert other.applicant == BEGUN.applicant


def test_the_same_item_again_changes_nothing() -> None:
    assert choose_item(BEGUN, "SP01") is BEGUN


def test_an_answer_never_costs_a_tick() -> None:
    told = answer(BEGUN, "q_biz", ("b",))
    assert (told.answers, told.ticks) == ({"q_biz": ("b",)}, BEGUN.ticks)


def test_none_of_them_is_an_answer_and_taking_back_is_not() -> None:
    assert answer(BEGUN, "q_item", ()).answers["q_item"] == ()
    assert "q_biz" not in answer(BEGUN, "q_biz", None).answers
    assert answer(BEGUN, "q_other", None).answers == BEGUN.answers


def test_marking_sets_and_unticked_removes() -> None:
    bad = Tick(check=Check.DEFECT, fault=Fault.EXPIRED)
    assert mark(BEGUN, "BL", bad).tick("BL") == bad
    assert mark(BEGUN, "BL", UNTICKED).ticks == {}
    assert mark(BEGUN, "X", UNTICKED).ticks == BEGUN.ticks


def test_a_digit_ticks_and_ticks_off() -> None:
    ticked = toggle(BARE, "BL", Kept.COPY)
    assert ticked.tick("BL") == Tick(check=Check.RECEIVED, kept=Kept.COPY)
    assert toggle(ticked, "BL").ticks == {}


def test_a_digit_on_a_defect_receives_it() -> None:
    bad = mark(BARE, "BL", Tick(check=Check.DEFECT, fault=Fault.UNCLEAR))
    assert toggle(bad, "BL").tick("BL") == Tick(check=Check.RECEIVED)


def test_what_is_worth_keeping() -> None:
    assert BARE.empty
    assert replace(BARE, item="SP01").empty
    assert replace(BEGUN, item="").empty
    assert not BEGUN.empty
    assert not replace(BARE, item="SP01", presence=Presence.SELF).empty


def test_a_change_leaves_the_draft_before_as_it_was() -> None:
    before = replace(BEGUN)
    toggle(answer(mark(BEGUN, "POA", Tick(check=Check.EXEMPT)), "q", ("x",)), "BL")
    assert before == BEGUN


def test_settled_is_received_or_spared() -> None:
    assert {check for check in Check if Tick(check=check).settled} == {
        Check.RECEIVED,
        Check.EXEMPT,
    }
