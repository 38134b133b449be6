"""What a value must look like; what cannot be read stays as it was typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.forms.filling import fill, gaps, prefilled, values_of
from desktop.domain.forms.form import Field, FieldKind, Form, Section
from desktop.domain.forms.layout import layout
from desktop.domain.forms.reading import read
from desktop.domain.identity.verdict import Level

DAY = date(2026, 11, 23)
YUAN = Field("f", "金额", FieldKind.MONEY, unit="元")
WAN = Field("f", "金额", FieldKind.MONEY, unit="万元")


def field(kind: FieldKind, *options: str, unit: str = "") -> Field:
    return Field("f", "某项", kind, options=options, unit=unit)


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (field(FieldKind.TEXT), "  示例　公司 \n", "示例 公司"),
        (field(FieldKind.PARAGRAPH), "一\n二", "一\n二"),
        (field(FieldKind.NUMBER, unit="人"), "1，200人", "1200"),
        (field(FieldKind.NUMBER), "０１２", "12"),
        (YUAN, "300万元", "3000000"),
        (YUAN, "1,234.50", "1234.5"),
        (WAN, "300万", "300"),
        (WAN, "5000元", "0.5"),
        (WAN, "1亿", "10000"),
        (WAN, "100", "100"),
        (field(FieldKind.AREA), "86.50 ㎡", "86.5"),
        (field(FieldKind.AREA), "120平方米", "120"),
        (field(FieldKind.DATE), "2026年1月5日", "2026-01-05"),
        (field(FieldKind.DATE), "20260105", "2026-01-05"),
        (field(FieldKind.DATE), "2026/1/5", "2026-01-05"),
        (field(FieldKind.PHONE), "138 0013 8021", "13800138021"),
        (field(FieldKind.PHONE), "010—12345678", "010-12345678"),
        (field(FieldKind.PERSON_ID), "11010519491231002x", "11010519491231002X"),
        (field(FieldKind.USCC), "91110000600037341l", "91110000600037341L"),
        (field(FieldKind.CHOICES, "甲", "乙", "丙"), "丙\n甲", "甲\n丙"),
        (field(FieldKind.YES_NO), "是", "是"),
    ],
)
def test_a_value_is_read_into_its_normal_form(asked: Field, typed: str, value: str) -> None:
    verdict = read(asked, typed, DAY)
    assert (verdict.level is Level.ERROR, verdict.value) == (False, value)


@pytest.mark.parametrize(
    ("asked", "typed", "code"),
    [
        (field(FieldKind.NUMBER), "三个", "field_number"),
        (field(FieldKind.NUMBER), "-1", "field_number"),
        (YUAN, "0.005", "field_amount"),
        (YUAN, "一百", "field_amount"),
        (YUAN, "9" * 30, "field_amount"),
        (field(FieldKind.AREA), "0", "field_area"),
        (field(FieldKind.AREA), "-3", "field_area"),
        (field(FieldKind.AREA), "NaN", "field_area"),
        (field(FieldKind.DATE), "2026-02-30", "field_date"),
        (field(FieldKind.DATE), "明天", "field_date"),
        (field(FieldKind.PHONE), "12345", "field_phone"),
        (field(FieldKind.PERSON_ID), "110105194912310021", "person_check"),
        (field(FieldKind.USCC), "91110000600037341X", "uscc_check"),
        (field(FieldKind.CHOICE, "甲", "乙"), "丁", "field_option"),
        (field(FieldKind.CHOICE, "甲", "乙"), "甲\n乙", "field_one_only"),
        (field(FieldKind.TEXT), "字" * 201, "field_long"),
        (field(FieldKind.TEXT), "a\x00b", "field_characters"),
        (field(FieldKind.TEXT), "  ", "field_missing"),
    ],
)
def test_what_cannot_be_read_is_kept_and_marked(asked: Field, typed: str, code: str) -> None:
    verdict = read(asked, typed, DAY)
    assert (verdict.level, verdict.code, verdict.value) == (Level.ERROR, code, typed.strip())


@given(st.sampled_from(FieldKind), st.text(max_size=60))
def test_whatever_is_typed_nothing_breaks_and_a_normal_form_reads_as_itself(
    kind: FieldKind, typed: str
) -> None:
    asked = field(kind, *(("甲", "乙") if kind.startswith("choice") else ()))
    first = read(asked, typed, DAY)
    if first.level is Level.ERROR:
        assert first.value == typed.strip()
    elif first.value:
        assert read(asked, first.value, DAY).value == first.value


FORM = Form(
    "A",
    (
        Section(
            "s",
            "某节",
            (
                Field("name", "名称", source="applicant.name"),
                Field("way", "送达", FieldKind.CHOICE, options=("自取",), source="delivery.way"),
                Field("area", "面积", FieldKind.AREA),
                Field("more", "备注", required=False),
            ),
        ),
    ),
)


def test_what_is_known_is_filled_in_and_what_is_left_is_named() -> None:
    found = layout(None, FORM, "甲", {})
    known = {"applicant.name": "李晓敏", "delivery.way": "pickup"}
    assert prefilled(found, known) == {"name": "李晓敏", "way": "pickup"}
    entries = fill(found, known, {}, DAY)
    assert [entry.id for entry in gaps(entries)] == ["area"]
    assert [entry.prefilled for entry in entries] == [True, True, False, False]
    assert values_of(entries) == {"name": "李晓敏", "way": "pickup"}


def test_what_was_typed_goes_before_what_is_known_and_says_so() -> None:
    found = layout(None, FORM, "甲", {})
    name, _way, area, _more = fill(
        found, {"applicant.name": "甲"}, {"name": "乙", "area": "x"}, DAY
    )
    assert (name.value, name.differs, name.prefilled) == ("乙", True, False)
    assert (area.value, area.open) == ("x", True)
    same, *_others = fill(found, {"applicant.name": "甲"}, {"name": "甲"}, DAY)
    assert (same.differs, same.prefilled) == (False, True)


def test_what_one_item_of_a_theme_knows_goes_before_what_all_know() -> None:
    found = layout(None, FORM, "甲", {})
    assert prefilled(found, {"applicant.name": "众", "A applicant.name": "独"})["name"] == "独"
