import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.policies.phrases import scope_of
from desktop.domain.policies.scope import How, ScopeAnswer
from tests.domain.guidance.shipped import catalogue

KNOWN = catalogue().scope


def found(text: str) -> ScopeAnswer:
    return scope_of(text, KNOWN)


def items(text: str) -> set[str]:
    return {permit.item for match in found(text).matches for permit in match.phrase.permits}


def needed(text: str) -> set[str]:
    """Items that are needed in every case."""
    return {
        permit.item
        for match in found(text).matches
        for permit in match.phrase.permits
        if permit.when is None
    }


def test_a_scope_is_cut_and_each_part_found() -> None:
    told = found("餐饮服务；食品销售（仅销售预包装食品）；日用百货销售；火星旅游")
    assert [match.phrase.text for match in told.matches] == [
        "餐饮服务",
        "食品销售（仅销售预包装食品）",
        "日用百货销售",
    ]
    assert told.unknown == ("火星旅游",)


def test_headings_and_the_closing_formula_are_not_phrases() -> None:
    told = found(
        "许可项目：药品零售；一般项目：技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广"
        "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    )
    assert [match.how for match in told.matches] == [How.EXACT, How.EXACT]
    assert told.unknown == ()


def test_what_people_call_it() -> None:
    assert [match.phrase.text for match in found("超市").matches] == ["食品销售", "日用百货销售"]
    likely = found("开一家奶茶店").matches
    assert [(m.phrase.text, m.how) for m in likely] == [("餐饮服务", How.LIKELY)]


@pytest.mark.parametrize("place", ["饭馆", "咖啡馆", "酒吧", "茶座", "奶茶店"])
def test_no_hygiene_permit_for_restaurants(place: str) -> None:
    assert needed(place) == {"SP01"}
    assert "WS01" not in items(place)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("食品销售（仅销售预包装食品）", {"SP06"}),
        ("第一类医疗器械销售", set()),
        ("二类医疗器械", {"YX01"}),
        ("三类医疗器械销售", {"YX02"}),
        ("药店", {"YX05"}),
        ("书店", {"CB01"}),
        ("劳务派遣", {"RS02"}),
        ("职业中介活动", {"RS01"}),
        ("美容院", {"WS01"}),
        ("宾馆", {"WS01"}),
        ("KTV", {"WL02", "WS01"}),
        ("网吧", {"WL01"}),
        ("水果店", set()),
        ("健身房", set()),
        ("户外广告", set()),
        ("道路货物运输（不含危险货物）", set()),
    ],
)
def test_what_is_needed_in_every_case(text: str, wanted: set[str]) -> None:
    assert found(text).matches
    assert needed(text) == wanted


def test_trucks_need_a_permit_above_4500_kg_alone() -> None:
    (match,) = found("道路货物运输（不含危险货物）").matches
    (permit,) = match.phrase.permits
    assert permit.item == "JT01"
    assert "4500 千克以上" in (permit.when or "")


def test_dangerous_goods_are_not_taken_for_common_ones() -> None:
    assert "JT01" not in items("道路货物运输（含危险货物）")
    assert "RS01" not in items("人力资源服务（不含职业中介）")


def test_a_vague_part_shows_all_it_may_mean() -> None:
    assert items("医疗器械") == {"YX01", "YX02"}
    assert {match.how for match in found("医疗器械").matches} == {How.LIKELY}


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    told = found(text)
    assert len(told.matches) + len(told.unknown) <= 3 * len(text)


def test_what_ships_points_at_items_and_sources_that_ship() -> None:
    shipped = catalogue()
    assert len(KNOWN.phrases) > 60
    for phrase in KNOWN.phrases:
        for permit in phrase.permits:
            assert permit.item in shipped.items, phrase.text
            assert permit.basis, phrase.text
            assert all(basis.source in shipped.sources for basis in permit.basis), phrase.text
