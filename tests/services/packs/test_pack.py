import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Unit
from desktop.domain.refusal import Refusal
from desktop.services.packs.encode import item_form
from desktop.services.packs.pack import read_pack
from desktop.wording.guidance.items import PACK_REASONS, guidance_refusal
from resources import ROOT

ITEM = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
Pack = dict[str, Any]


def pack() -> Pack:
    """A whole pack, to be spoilt."""
    return {"items": [json.loads(json.dumps(ITEM))]}


def written(folder: Path, value: object) -> Path:
    file = folder / "pack.json"
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return file


def refusal(folder: Path, value: object) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read_pack(written(folder, value))
    assert refused.value.code == "pack_broken"
    return refused.value


def test_only_items_are_required(tmp_path: Path) -> None:
    assert list(read_pack(written(tmp_path, pack())).items) == ["SP01"]


def test_one_item_alone_is_a_pack(tmp_path: Path) -> None:
    assert list(read_pack(written(tmp_path, ITEM)).items) == ["SP01"]


def test_a_folder_of_items_is_a_pack(tmp_path: Path) -> None:
    written(tmp_path, ITEM)
    assert list(read_pack(tmp_path).items) == ["SP01"]
    assert len(read_pack(ROOT / "catalog").items) == 40


def test_an_item_needs_little(tmp_path: Path) -> None:
    item = {"id": "A1", "name": "甲", "type": "公共服务"}
    found = read_pack(written(tmp_path, {"items": [item]})).items["A1"]
    assert not found.instant
    assert found.materials == ()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = written(tmp_path, pack())
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_pack(file).items


SPOILT: list[tuple[Callable[[Pack], object], str, str]] = [
    (lambda p: p["items"][0].pop("name"), "missing_field", "$.items[0]"),
    (lambda p: p["items"][0].update(nmae="x"), "unknown_field", "$.items[0]"),
    (lambda p: p["items"][0].update(type="01"), "unknown_word", "$.items[0].type"),
    (lambda p: p["items"][0].update(type=1), "wrong_type", "$.items[0].type"),
    (
        lambda p: p["items"][0]["materials"][2].update(copies="1"),
        "wrong_type",
        "$.items[0].materials[2].copies",
    ),
    (
        lambda p: p["items"][0]["materials"][2].update(necessity=1),
        "wrong_type",
        "$.items[0].materials[2].necessity",
    ),
    (
        lambda p: p["items"][0]["materials"][2].update(copies=-1),
        "out_of_range",
        "$.items[0].materials[2].copies",
    ),
    (
        lambda p: p["items"][0]["materials"][1].update(key="APPLY_SP01"),
        "repeated_material",
        "$.items[0].materials[1]",
    ),
    (
        lambda p: p["items"][0]["materials"][2].update(condition={"q": "q_biz"}),
        "condition_shape",
        "$.items[0].materials[2].condition",
    ),
    (
        lambda p: p["items"][0]["materials"][2].update(condition={"all": [{"any": [{}]}]}),
        "condition_shape",
        "$.items[0].materials[2].condition.all[0].any[0]",
    ),
    (lambda p: p["items"][0]["questions"][0].update(options=[]), "wrong_length", "$.items[0]"),
    (lambda p: p["items"][0].update(id="编号 一"), "wrong_form", "$.items[0].id"),
    (lambda p: p["items"].append(ITEM), "repeated_item", "$.items[1].id"),
    (
        lambda p: p["items"][0]["questions"][0].update(
            default=["食品销售经营者", "餐饮服务经营者"]
        ),
        "one_default_only",
        "$.items[0].questions[0].default",
    ),
    (
        lambda p: p["items"][0]["result"]["renewal"]["closes"].update(unit="当场"),
        "unknown_word",
        "$.items[0].result.renewal.closes.unit",
    ),
    (
        lambda p: p["items"][0]["result"]["renewal"].pop("closes"),
        "missing_field",
        "$.items[0].result.renewal",
    ),
    (lambda p: p.pop("items"), "missing_field", "$"),
    (lambda p: p.update(extra=1), "unknown_field", "$"),
]


@pytest.mark.parametrize(("spoil", "reason", "path"), SPOILT)
def test_what_is_wrong_refuses_with_file_path_and_reason(
    tmp_path: Path, spoil: Callable[[Pack], object], reason: str, path: str
) -> None:
    value = pack()
    spoil(value)
    found = refusal(tmp_path, value)
    assert found.data["reason"] == reason
    assert str(found.data["path"]).startswith(path)
    told = guidance_refusal(found) or ""
    assert "pack.json" in told
    assert "？" not in told


def test_repeats_of_licences_must_be_identical(tmp_path: Path) -> None:
    one = {"id": "E1", "name": "法人证书"}
    assert read_pack(written(tmp_path, {**pack(), "e_licences": [one, one]})).e_licences
    other = {**one, "name": "另一个"}
    found = refusal(tmp_path, {**pack(), "e_licences": [one, other]})
    assert found.data["reason"] == "conflicting_repeat"


def test_an_unknown_question_and_an_unknown_member_are_for_lint_to_say(tmp_path: Path) -> None:
    value = pack()
    value["items"][0]["materials"][0]["condition"] = {"q": "q_none", "in": ["是"]}
    theme = {"id": "ZT99", "name": "试", "stages": [{"order": 1, "members": [{"item": "ZZ99"}]}]}
    assert read_pack(written(tmp_path, {**value, "themes": [theme]})).themes


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "malformed"),
        (b'{"items": [', "malformed"),
        (b'{"items": [{"id": "\xff"}]}', "not_utf8"),
        (b"[]", "wrong_type"),
        (b"null", "wrong_type"),
        (b'{"items": ' + b"[" * 100_000, None),
    ],
)
def test_what_is_no_pack_at_all(tmp_path: Path, raw: bytes, reason: str | None) -> None:
    file = tmp_path / "pack.json"
    file.write_bytes(raw)
    with pytest.raises(Refusal) as refused:
        read_pack(file)
    assert refused.value.data["reason"] == reason or reason is None
    assert refused.value.data["reason"] in PACK_REASONS


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_pack(tmp_path / "none.json")
    assert refused.value.data["reason"] == "file_missing"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(sorted(ITEM)), value=json_values)
def test_any_field_of_any_shape_is_read_or_refused(
    tmp_path: Path, field: str, value: object
) -> None:
    spoilt = pack()
    spoilt["items"][0][field] = value
    told = _refusal(written(tmp_path, spoilt))
    assert told is None or (told.code == "pack_broken" and guidance_refusal(told))


def _refusal(file: Path) -> Refusal | None:
    try:
        read_pack(file)
    except Refusal as refused:
        return refused
    return None


def test_a_material_says_until_when_it_may_follow(tmp_path: Path) -> None:
    value = pack()
    value["items"][0]["materials"][0]["deferral"] = {"value": 10, "unit": "工作日"}
    item = read_pack(written(tmp_path, value)).items["SP01"]
    assert item.materials[0].deferral == Limit(10, Unit.WORKING_DAY)
    assert item.materials[1].deferral is None
    again = tmp_path / "again.json"
    again.write_text(json.dumps(item_form(item), ensure_ascii=False), "utf-8")
    assert read_pack(again).items["SP01"] == item
