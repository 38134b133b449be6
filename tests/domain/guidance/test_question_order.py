"""The fewest questions: proven over every situation, and against every other order."""

from dataclasses import replace
from functools import cache
from itertools import permutations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.guidance.checklist import Checklist, limits, resolve
from desktop.domain.guidance.condition import AllOf, Answers, Chosen
from desktop.domain.guidance.item import Material, Question, ServiceItem
from desktop.domain.guidance.open_questions import deciding_questions, outcomes
from desktop.domain.guidance.open_questions import situations as told_apart
from desktop.domain.guidance.question_order import figures, most_left, next_question, order
from tests.domain.guidance.shipped import catalogue, choices, situations
from tests.pace import slower

ITEMS = list(catalogue().items.values())
SMALL = [item for item in ITEMS if len(item.questions) <= 5]


def named(item: ServiceItem) -> str:
    return item.id


def walked(item: ServiceItem, situation: Answers) -> Answers:
    """The answers of those questions alone that this situation is asked."""
    told: dict[str, tuple[str, ...]] = {}
    while now := next_question(item, told):
        left = most_left(item, told)
        told[now] = situation[now]
        assert most_left(item, told) < left
    return told


def outcome(item: ServiceItem, found: Checklist) -> object:
    lines = [(line.need, line.reason) for line in found.lines]
    return lines, found.routing, [(one.value, one.unit) for one in limits(item, found.answers)]


@pytest.mark.parametrize("item", ITEMS, ids=named)
def test_the_questions_asked_give_the_checklist_that_all_would_give(item: ServiceItem) -> None:
    for situation in situations(item):
        asked = resolve(item, walked(item, situation))
        assert outcome(item, asked) == outcome(item, resolve(item, situation))
        assert asked.deciding == ()


@pytest.mark.parametrize("item", ITEMS, ids=named)
def test_the_figures_are_those_of_every_situation(item: ServiceItem) -> None:
    found = figures(item)
    conditions = [condition for some, _ in outcomes(item) for condition in some]
    every = told_apart(item.questions, conditions)
    assert every is not None
    counts = [len(walked(item, situation)) for situation in every]
    assert found.mean * len(counts) == sum(counts)
    assert found.worst == max(counts)
    assert found.mean <= found.worst <= found.deciding <= found.questions


@pytest.mark.parametrize("item", SMALL, ids=named)
def test_no_fixed_order_asks_less(item: ServiceItem) -> None:
    """Even one that skips what no longer matters."""
    conditions = [condition for some, _ in outcomes(item) for condition in some]
    every = told_apart(item.questions, conditions) or []

    @cache
    def deciding(told: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
        return deciding_questions(item, dict(told))

    def asked(fixed: tuple[Question, ...], situation: Answers) -> int:
        told: dict[str, tuple[str, ...]] = {}
        for question in fixed:
            if question.id in deciding(tuple(sorted(told.items()))):
                told[question.id] = situation[question.id]
        return len(told)

    found = figures(item)
    for fixed in permutations(item.questions):
        counts = [asked(fixed, situation) for situation in every]
        assert sum(counts) >= found.mean * len(counts)
        assert found.mean < sum(counts) / len(counts) or found.worst <= max(counts)


def test_a_question_that_settles_others_comes_first() -> None:
    item = catalogue().items["SP01"]
    told = {"q_biz": ("食品销售经营者",)}
    assert next_question(item, {}) == "q_biz"
    assert "q_canteen" not in order(item, told)
    assert most_left(item, told) == most_left(item, {}) - 2


def test_an_answer_made_irrelevant_is_passed_over_until_it_matters_again() -> None:
    item = catalogue().items["SP01"]
    canteen = {"q_biz": ("集中用餐单位食堂",), "q_canteen": ("是",)}
    assert order(item, canteen)[:2] == ("q_biz", "q_canteen")
    seller = {**canteen, "q_biz": ("食品销售经营者",)}
    assert "q_canteen" not in order(item, seller)


@given(st.data())
def test_answers_in_any_order_are_taken(data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(ITEMS))
    names = data.draw(st.sets(st.sampled_from([question.id for question in item.questions])))
    told = {q.id: data.draw(st.sampled_from(choices(q))) for q in item.questions if q.id in names}
    now = next_question(item, told)
    deciding = deciding_questions(item, told)
    assert (now in deciding) if deciding else (now is None)
    assert most_left(item, told) <= len(deciding)
    assert set(deciding) <= set(order(item, told)) <= {*deciding, *told}


def test_the_whole_catalogue_and_each_question_take_no_time() -> None:
    begun = process_time()
    for item in ITEMS:
        figures(replace(item, name=item.name + "二"))
    assert process_time() - begun < 2 * slower()


def test_a_big_item_is_asked_what_most_waits_for() -> None:
    base = catalogue().items["SP01"]
    asks = [replace(base.questions[2], id=f"q{n}") for n in range(12)]
    yes = [Chosen(ask.id, ("是",)) for ask in asks]
    both = [Material(f"M{n}", "材料", condition=AllOf((yes[n], yes[11]))) for n in range(11)]
    item = replace(
        base, questions=tuple(asks), materials=tuple(both), routing=(), limit_variants=()
    )
    assert next_question(item, {}) == "q11"
    assert next_question(item, {"q11": ("否",)}) is None
    assert most_left(item, {}) == 12
    assert most_left(item, {"q11": ("是",)}) == 11


def test_a_question_with_very_many_options_is_put_without_trying_them_all() -> None:
    base = catalogue().items["SP01"]
    options = tuple(f"选项{n}" for n in range(20))
    wide = replace(base.questions[1], options=options, default=())
    materials = tuple(
        Material(f"M{n}", "材料", condition=Chosen(wide.id, (option,)))
        for n, option in enumerate(options)
    )
    item = replace(base, questions=(wide,), materials=materials, routing=(), limit_variants=())
    assert (next_question(item, {}), most_left(item, {})) == (wide.id, 1)
    assert next_question(item, {wide.id: options[:3]}) is None
