from itertools import product

import pytest

from desktop.domain.guidance.condition import (
    AllOf,
    AnyOf,
    Chosen,
    Condition,
    Not,
    holds,
    questions_of,
)

A, B = Chosen("q_a", ("是",)), Chosen("q_b", ("甲", "乙"))


def test_no_condition_always_holds() -> None:
    assert holds(None, {})


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [((), False), (("丙",), False), (("乙",), True), (("丙", "甲"), True)],
)
def test_any_chosen_option_that_matches_is_enough(chosen: tuple[str, ...], expected: bool) -> None:
    assert holds(B, {"q_b": chosen}) is expected


def test_the_four_words_are_the_logic_they_name() -> None:
    for a, b in product([True, False], repeat=2):
        answers = {"q_a": ("是",) if a else ("否",), "q_b": ("甲",) if b else ()}
        assert holds(AllOf((A, B)), answers) is (a and b)
        assert holds(AnyOf((A, B)), answers) is (a or b)
        assert holds(Not(A), answers) is not a


def test_an_unanswered_question_is_never_chosen() -> None:
    assert not holds(A, {})
    assert holds(Not(A), {})


def test_nothing_at_all() -> None:
    assert holds(AllOf(()), {})
    assert not holds(AnyOf(()), {})


def test_the_questions_of_a_condition_come_once_and_in_order() -> None:
    condition: Condition = AllOf((B, Not(A), AnyOf((B, A))))
    assert questions_of(condition) == ("q_b", "q_a")
