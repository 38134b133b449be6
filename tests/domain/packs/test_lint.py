from dataclasses import replace

import pytest

from desktop.domain.guidance.catalogue import Catalogue, Dependency, Member, Stage, Theme
from desktop.domain.guidance.condition import AllOf, Chosen, Not
from desktop.domain.guidance.item import (
    Lead,
    Limit,
    Material,
    RenewalRule,
    ServiceItem,
)
from desktop.domain.guidance.terms import Confidence, Necessity, Unit
from desktop.domain.packs.catch_all import catch_all_words, only_catch_all
from desktop.domain.packs.lint import FindingLevel, lint
from tests.domain.guidance.shipped import catalogue

SOUND = catalogue().items["SP01"]


def reds(item: ServiceItem) -> set[str]:
    return {finding.rule for finding in lint(item) if finding.level is FindingLevel.RED}


def with_material(**changes: object) -> ServiceItem:
    changed = replace(SOUND.materials[0], **changes)  # type: ignore[arg-type]
    return replace(SOUND, materials=(changed, *SOUND.materials[1:]))


def test_nothing_that_ships_is_red() -> None:
    assert not [f for f in lint(catalogue()) if f.level is FindingLevel.RED]


@pytest.mark.parametrize(
    "name",
    [
        "其他材料",
        "有关材料",
        "其他有关材料",
        "其他相关证明文件",
        "法律、行政法规规定的其他材料",
        "登记机关要求提交的其他文件",
        "其它需要提供的资料（如有）",
        "相关证明",
        "国家规定的其他证件",
        "材料",
    ],
)
def test_a_name_that_is_nothing_but_a_catch_all_is_red(name: str) -> None:
    assert only_catch_all(name)
    assert reds(with_material(name=name)) == {"catch_all_name"}


@pytest.mark.parametrize(
    "name", ["营业执照", "其他股东身份证明", "食品安全有关制度", "房屋租赁协议", "授权委托书"]
)
def test_a_name_that_names_something_is_not(name: str) -> None:
    assert not only_catch_all(name)
    assert not reds(with_material(name=name))


def test_no_name_that_ships_is_a_catch_all() -> None:
    items = catalogue().items.values()
    assert not [m.name for item in items for m in item.materials if only_catch_all(m.name)]


def test_a_catch_all_word_inside_a_name_is_yellow() -> None:
    assert "catch_all_word" in {f.rule for f in lint(with_material(name="其他股东身份证明"))}


def test_a_material_without_basis_is_red() -> None:
    assert reds(with_material(legal_source=())) == {"material_without_basis"}


def test_a_condition_on_nothing_that_exists_is_red() -> None:
    assert reds(with_material(condition=Chosen("q_none", ("是",)))) == {"unknown_question"}
    assert reds(with_material(condition=Chosen("q_biz", ("没有",)))) == {"unknown_option"}
    hint = replace(SOUND.routing[0], if_=Chosen("q_none", ("是",)))
    assert reds(replace(SOUND, routing=(hint,))) == {"unknown_question"}


def test_a_promise_longer_than_the_law_in_the_same_unit_is_red() -> None:
    assert reds(replace(SOUND, commitment_limit=Limit(11, Unit.WORKING_DAY))) == {"promise_longer"}
    assert not reds(replace(SOUND, commitment_limit=Limit(10, Unit.WORKING_DAY)))
    assert not reds(replace(SOUND, commitment_limit=Limit(11, Unit.CALENDAR_DAY)))


def test_a_promise_longer_in_one_situation_only_is_red_too() -> None:
    fire = catalogue().items["XF01"]
    legal = replace(fire.limit_variants[0], value=0, unit=Unit.WORKING_DAY)
    assert reds(replace(fire, limit_variants=(legal, *fire.limit_variants[1:]))) == {
        "promise_longer"
    }


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"copies": None}, "material_without_copies"),
        ({"copies": 0}, "material_without_copies"),
        ({"confidence": Confidence.LOW}, "material_low_confidence"),
        ({"illustrative": True}, "material_illustrative"),
    ],
)
def test_the_rest_is_yellow(changes: dict[str, object], rule: str) -> None:
    item = with_material(**changes)
    assert rule in {f.rule for f in lint(item) if f.level is FindingLevel.YELLOW}
    assert not reds(item)


def test_what_a_catalogue_points_to_and_does_not_hold_is_yellow() -> None:
    item = replace(SOUND, materials=(Material("M", "营业执照", e_licence="E99"),))
    members = (Member("ZZ99", {}, False, None), Member("SP01", {"q_biz": ("无",)}, False, None))
    theme = Theme("ZT99", "试", (Stage(1, "", members),), (Dependency("SP01", "ZZ98", ""),))
    found = lint(Catalogue(items={item.id: item}, themes={theme.id: theme}))
    rules = {finding.rule for finding in found if finding.level is FindingLevel.YELLOW}
    wanted = {"unknown_licence", "unknown_source", "unknown_member", "unknown_dependency"}
    assert {*wanted, "unknown_theme_answer"} <= rules


def with_renewal(opens: Lead | None, closes: Lead) -> ServiceItem:
    assert SOUND.result is not None
    rule = RenewalRule(closes=closes, opens=opens)
    return replace(SOUND, result=replace(SOUND.result, renewal=rule))


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        (Lead(15, Unit.WORKING_DAY), Lead(15, Unit.WORKING_DAY)),
        (Lead(15, Unit.WORKING_DAY), Lead(90, Unit.WORKING_DAY)),
        (Lead(30, Unit.CALENDAR_DAY), Lead(1, Unit.MONTH)),
        (Lead(30, Unit.CALENDAR_DAY), Lead(30, Unit.WORKING_DAY)),
    ],
)
def test_a_renewal_that_opens_no_earlier_than_it_closes_is_red(opens: Lead, closes: Lead) -> None:
    assert reds(with_renewal(opens, closes)) == {"renewal_never_open"}


def test_a_renewal_that_opens_earlier_or_is_always_open_is_not() -> None:
    closes = Lead(30, Unit.CALENDAR_DAY)
    assert not reds(with_renewal(Lead(30, Unit.WORKING_DAY), closes))
    assert not reds(with_renewal(Lead(2, Unit.MONTH), closes))
    assert not reds(with_renewal(None, closes))


def test_what_an_item_renews_is_looked_up() -> None:
    asked = replace(SOUND, renews=("SP01", "XX99"), renews_if=Chosen("q_none", ("是",)))
    assert reds(asked) == {"unknown_question"}
    items = {**catalogue().items, "SP01": asked}
    found = [f for f in lint(replace(catalogue(), items=items)) if f.rule == "unknown_renewed"]
    assert [f.data["renewed"] for f in found] == ["XX99"]


def rules(item: ServiceItem) -> dict[str, FindingLevel]:
    return {finding.rule: finding.level for finding in lint(item)}


@pytest.mark.parametrize("name", ["身份证明等材料", "房产证、租赁合同等", "营业执照等证明文件"])
def test_a_list_that_goes_on_is_for_a_person_to_look_at(name: str) -> None:
    assert catch_all_words(name) == ("等",)
    assert rules(with_material(name=name))["catch_all_word"] is FindingLevel.YELLOW


def test_a_grade_is_no_catch_all() -> None:
    assert catch_all_words("科技进步三等奖证书") == ()


def test_a_material_that_no_situation_asks_for_is_red() -> None:
    biz = SOUND.questions[0]
    both = AllOf((Chosen(biz.id, biz.options[:1]), Not(Chosen(biz.id, biz.options[:1]))))
    assert rules(with_material(condition=both))["condition_never"] is FindingLevel.RED
    every = Chosen(biz.id, biz.options)
    assert not biz.multi
    assert rules(with_material(condition=every))["condition_always"] is FindingLevel.YELLOW


def test_a_question_that_decides_nothing() -> None:
    idle = replace(SOUND.questions[0], id="q_idle")
    item = replace(SOUND, questions=(*SOUND.questions, idle))
    assert rules(item)["question_idle"] is FindingLevel.YELLOW
    assert "question_idle" not in rules(SOUND)


def test_one_name_under_two_keys() -> None:
    again = replace(SOUND.materials[0], key="AGAIN", name=f" {SOUND.materials[0].name}。")
    item = replace(SOUND, materials=(*SOUND.materials, again))
    assert rules(item)["material_double"] is FindingLevel.YELLOW


@pytest.mark.parametrize(
    ("until", "limit", "rule"),
    [
        (Limit(10, Unit.WORKING_DAY), Limit(5, Unit.WORKING_DAY), "deferral_longer"),
        (Limit(5, Unit.WORKING_DAY), Limit(5, Unit.WORKING_DAY), ""),
        (Limit(7, Unit.CALENDAR_DAY), Limit(5, Unit.WORKING_DAY), "deferral_other_unit"),
        (Limit(2, Unit.MONTH), Limit(5, Unit.WORKING_DAY), "deferral_longer"),
        (None, Limit(), "deferral_without_limit"),
    ],
)
def test_what_follows_later_follows_within_the_limit(
    until: Limit | None, limit: Limit, rule: str
) -> None:
    item = replace(
        with_material(necessity=Necessity.DEFERRABLE, deferral=until),
        commitment_limit=limit,
        statutory_limit=Limit(),
        limit_variants=(),
    )
    first = [f.rule for f in lint(item) if f.data.get("key") == item.materials[0].key]
    assert [one for one in first if one.startswith("deferral")] == ([rule] if rule else [])


def test_what_an_e_licence_is_should_not_be_asked_for() -> None:
    item = with_material(name="营业执照", e_licence=None, data_share=None)
    found = lint(replace(catalogue(), items={"SP01": item}, themes={}))
    (one,) = [f for f in found if f.rule == "licence_could_supply"][:1]
    assert one.article is not None
    assert one.data["licence"] == "法人证书"
