from dataclasses import fields, replace

from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import Necessity, Unit
from desktop.domain.packs.changes import NAMED, Change, changes, plain
from desktop.wording.guidance.packs import change_sentence
from tests.domain.guidance.shipped import catalogue

FIELD_NAMES = [field.name for field in fields(ServiceItem) if "_" in field.name]
OLD = catalogue().items["SP01"]
FIRST, SECOND = OLD.materials[:2]


def told(new: ServiceItem) -> list[str]:
    return [change_sentence(change, OLD, new) for change in changes(OLD, new)]


def test_nothing_changed_and_another_order_are_no_change() -> None:
    assert changes(OLD, OLD) == []
    assert changes(OLD, replace(OLD, materials=OLD.materials[::-1])) == []


def test_a_new_item_is_one_change() -> None:
    assert changes(None, OLD) == [Change("SP01", "item", "", "", None, OLD.name)]


def test_materials_are_matched_by_key() -> None:
    copies = replace(FIRST, copies=9, necessity=Necessity.OPTIONAL)
    added = replace(SECOND, key="NEW", name="新材料")
    new = replace(OLD, materials=(copies, *OLD.materials[2:], added))
    found = {(one.key, one.field): (one.before, one.after) for one in changes(OLD, new)}
    assert found == {
        (FIRST.key, "copies"): (FIRST.copies, 9),
        (FIRST.key, "necessity"): (FIRST.necessity, Necessity.OPTIONAL),
        ("NEW", ""): (None, added),
        (SECOND.key, ""): (SECOND, None),
    }
    sentences = told(new)
    assert f"材料「{FIRST.name}」的份数：{FIRST.copies} → 9。" in sentences
    assert "新增材料「新材料」。" in sentences
    assert f"删去材料「{SECOND.name}」。" in sentences


def test_limits_and_conditions_in_words() -> None:
    new = replace(OLD, statutory_limit=Limit(7, Unit.WORKING_DAY), renews_if=None, name="改名")
    sentences = told(new)
    assert any(s.startswith("法定时限：") and s.endswith("7 个工作日。") for s in sentences)
    assert f"名称：{OLD.name} → 改名。" in sentences


def test_every_field_has_a_word() -> None:
    bare = ServiceItem(id="SP01", name="甲", type=OLD.type)
    for sentence in told(bare):
        assert not any(name in sentence for name in (*NAMED, *FIELD_NAMES))


def test_values_for_other_programs() -> None:
    assert plain(Limit(7, Unit.WORKING_DAY)) == {"value": 7, "unit": "工作日"}
    value = plain(FIRST)
    assert (value["key"], value["necessity"]) == (FIRST.key, str(FIRST.necessity))
