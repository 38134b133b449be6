"""Which fields apply, and how the forms of several items become one."""

from desktop.domain.forms.form import COMMON, Field, FieldKind, Form, Section, conflicts, unfounded
from desktop.domain.forms.layout import Layout, layout, merged
from desktop.domain.guidance.condition import Chosen

COMMON_FORM = Form(
    COMMON,
    (
        Section("who", "申请人", (Field("name", "名称", source="applicant.name"),)),
        Section("end", "承诺声明", text="如实填写。", last=True),
    ),
)
FOOD = Form(
    "A",
    (
        Section(
            "food",
            "食品",
            (
                Field("area", "面积", FieldKind.AREA),
                Field("store", "有无仓库", FieldKind.YES_NO),
                Field("store_at", "仓库地址", condition=Chosen("store", ("是",))),
                Field("kitchen", "厨房", condition=Chosen("q_item", ("餐饮",))),
            ),
        ),
    ),
)
DRAIN = Form(
    "B",
    (
        Section(
            "drain",
            "排水",
            (
                Field("area", "面积", FieldKind.AREA, required=False),
                Field("who_drains", "排水户", source="applicant.name"),
                Field("kind", "类型", FieldKind.CHOICE, options=("餐饮",), source="answer:q_kind"),
            ),
        ),
    ),
)
FIRE = Form(
    "C",
    (
        Section(
            "fire",
            "消防",
            (Field("use", "用途", FieldKind.CHOICE, options=("饭店",), source="answer:q_kind"),),
        ),
    ),
)


def ids(found: Layout) -> list[str]:
    return [one.id for one in found.asked]


def test_a_field_is_asked_only_where_its_condition_holds() -> None:
    assert ids(layout(COMMON_FORM, FOOD, "甲", {})) == ["name", "area", "store"]
    answered = layout(COMMON_FORM, FOOD, "甲", {"q_item": ("餐饮",)}, {"store": "是"})
    assert ids(answered) == ["name", "area", "store", "store_at", "kitchen"]


def test_what_is_common_leads_and_what_is_declared_closes() -> None:
    found = layout(COMMON_FORM, FOOD, "甲", {})
    assert [part.title for part in found.parts] == ["申请人", "食品", "承诺声明"]


def test_a_theme_asks_every_fact_once_and_says_who_uses_it() -> None:
    forms = [layout(COMMON_FORM, form, form.item, {}) for form in (DRAIN, FOOD, FIRE)]
    found = merged(forms)
    assert ids(found) == ["name", "area", "kind", "store", "use"]
    assert [part.title for part in found.parts] == ["申请人", "排水", "食品", "消防", "承诺声明"]
    used = {one.id: one.items for one in found.asked}
    assert used["name"] == ("B", "A", "C")
    assert used["area"] == ("B", "A")
    assert used["store"] == ("A",)


def test_a_fact_is_required_where_one_item_requires_it() -> None:
    found = merged([layout(None, DRAIN, "乙", {}), layout(None, FOOD, "甲", {})])
    assert next(one for one in found.asked if one.id == "area").field.required


def test_answers_to_questions_of_two_items_are_two_facts() -> None:
    found = merged([layout(None, DRAIN, "乙", {}), layout(None, FIRE, "丙", {})])
    assert "kind" in ids(found)
    assert "use" in ids(found)


def test_one_form_merged_alone_stays_what_it_is() -> None:
    found = layout(COMMON_FORM, FOOD, "甲", {"q_item": ("餐饮",)})
    assert merged([found]) == found


def test_one_id_with_two_meanings_is_a_conflict() -> None:
    other = Form("D", (Section("s", "其他", (Field("area", "面积", FieldKind.NUMBER),)),))
    assert [(c.field, c.item, c.other) for c in conflicts({"A": FOOD, "D": other})] == [
        ("area", "D", "A")
    ]
    assert not conflicts({"A": FOOD, "B": DRAIN})


def test_a_field_without_source_basis_and_reason_is_unfounded() -> None:
    assert [field.id for field in unfounded(FIRE.fields)] == []
    assert [field.id for field in unfounded(DRAIN.fields)] == ["area"]
