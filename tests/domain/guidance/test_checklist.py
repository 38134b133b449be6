from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.guidance.checklist import Need, ReasonKind, limits, resolve
from desktop.domain.guidance.condition import Answers, Chosen, holds
from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.guidance.terms import Necessity, Unit
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue, choices, situations

ITEMS = list(catalogue().items.values())
LICENCES = frozenset(catalogue().e_licences)


def expected_need(material: Material, answers: Answers, licences: frozenset[str]) -> Need:
    """The rule again, as a person would say it."""
    if not holds(material.condition, answers):
        return Need.NOT_APPLICABLE
    if material.e_licence in licences or material.data_share in licences:
        return Need.EXEMPT
    return {
        Necessity.REQUIRED: Need.SUBMIT,
        Necessity.DEFERRABLE: Need.DEFERRABLE,
        Necessity.OPTIONAL: Need.OPTIONAL,
    }[material.necessity]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_item_in_every_situation(item: ServiceItem) -> None:
    for answers in situations(item):
        for licences in (frozenset[str](), LICENCES):
            found = resolve(item, answers, licences)
            assert [line.material for line in found.lines] == list(item.materials)
            assert [line.need for line in found.lines] == [
                expected_need(material, answers, licences) for material in item.materials
            ]
            assert found.unanswered == found.deciding == ()
            assert found.listed == len(item.materials)
            assert found.to_submit == sum(line.need == "submit" for line in found.lines)
            assert found.routing == tuple(h for h in item.routing if holds(h.if_, answers))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_unanswered_question_counts_with_its_default(item: ServiceItem) -> None:
    defaults = {question.id: question.default for question in item.questions}
    bare, told = resolve(item, {}), resolve(item, defaults)
    assert bare.lines == told.lines
    assert bare.routing == told.routing
    assert bare.unanswered == tuple(question.id for question in item.questions)


@given(st.data())
def test_deciding_is_what_really_can_change_the_outcome(data: st.DataObject) -> None:
    small = [item for item in ITEMS if len(list(situations(item))) <= 200]
    item = data.draw(st.sampled_from(small))
    answered = data.draw(st.sets(st.sampled_from([q.id for q in item.questions])))
    given_ = {
        q.id: data.draw(st.sampled_from(choices(q))) for q in item.questions if q.id in answered
    }
    found = resolve(item, given_)
    assert set(found.deciding) <= set(found.unanswered)
    assert set(found.deciding) == brute_force(item, given_)


def brute_force(item: ServiceItem, answered: Answers) -> set[str]:
    """Compare all pairs of situations that differ in one open question."""
    outcomes = {}
    for answers in situations(item):
        if all(answers[name] == chosen for name, chosen in answered.items()):
            found = resolve(item, answers)
            values = [(limit.value, limit.unit) for limit in limits(item, answers)]
            needs = tuple(line.need for line in found.lines)
            key = tuple(answers.items())
            outcomes[key] = (needs, found.routing, tuple(values))
    deciding = set()
    for question in item.questions:
        by_rest: dict[object, object] = {}
        for key, outcome in outcomes.items():
            rest = tuple(pair for pair in key if pair[0] != question.id)
            if by_rest.setdefault(rest, outcome) != outcome:
                deciding.add(question.id)
    return deciding


def test_an_e_licence_spares_only_where_the_holder_has_it() -> None:
    item = catalogue().items["SP01"]
    assert resolve(item, {}).line("BL").need is Need.SUBMIT
    spared = resolve(item, {}, frozenset({"E1"})).line("BL")
    assert spared.need is Need.EXEMPT
    assert (spared.reason.kind, spared.reason.licence) == (ReasonKind.LICENCE_HELD, "E1")


def test_planned_data_sharing_informs_and_spares_nothing() -> None:
    item = catalogue().items["SP04"]
    shared = next(m for m in item.materials if m.data_share)
    line = resolve(item, {}).line(shared.key)
    assert line.need is not Need.EXEMPT
    assert line.reason.shareable == shared.data_share
    had = resolve(item, {}, frozenset({shared.data_share or ""})).line(shared.key)
    assert had.reason.kind is ReasonKind.SHARED


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"q_none": ("是",)}, "unknown_answer"),
        ({"q_biz": ("没有的",)}, "unknown_answer"),
        ({"q_biz": ("食品销售经营者", "餐饮服务经营者")}, "one_answer_only"),
    ],
)
def test_what_the_item_does_not_offer_is_refused(answers: Answers, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        resolve(catalogue().items["SP01"], answers)
    assert refused.value.code == code
    assert refused.value.data["question"] in answers


def test_no_option_answers_only_a_question_that_takes_several() -> None:
    found = resolve(catalogue().items["SP01"], {"q_biz": (), "q_item": ()})
    assert "q_biz" in found.unanswered
    assert "q_item" not in found.unanswered


def test_the_first_variant_that_holds_takes_the_limits_place() -> None:
    item = catalogue().items["XF01"]
    legal, promised = limits(item, {"q_mode": ("告知承诺",)})
    assert (legal.value, promised.value) == (1, 1)
    legal, promised = limits(item, {"q_mode": ("一般程序",)})
    assert (legal.value, promised.value) == (10, 7)
    legal, _ = limits(catalogue().items["HB01"], {"q_doc": ("登记表",)})
    assert legal.unit is Unit.ON_THE_SPOT


def test_too_many_combinations_ask_rather_too_much() -> None:
    base = catalogue().items["SP01"]
    options = tuple(f"选项{n}" for n in range(20))
    wide = replace(base.questions[1], options=options, default=())
    materials = tuple(
        Material(f"M{n}", f"材料{n}", condition=Chosen(wide.id, (option,)))
        for n, option in enumerate(options)
    )
    item = replace(base, questions=(wide,), materials=materials, routing=())
    assert resolve(item, {}).deciding == (wide.id,)
