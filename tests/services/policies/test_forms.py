"""Policies as packs write them: conditions as plain texts, or with an id and a rule of figures."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.refusal import Refusal
from desktop.services.packs.pack import read_pack
from resources import ROOT

RULE = {"input": 0, "bound": "以上", "limit": 5_000_000}


def read(folder: Path, *conditions: object) -> Catalogue:
    item = json.loads((ROOT / "catalog/items/KJ03.json").read_text("utf-8"))
    policy: dict[str, Any] = {"id": "P1", "name": "设备购置支持", "computable": True}
    policy |= {"inputs": ["购置额（元）"], "rate": 0.2, "conditions": conditions}
    file = folder / "pack.json"
    file.write_text(json.dumps({"items": [item], "policy_support": [policy]}), "utf-8")
    return read_pack(file)


def test_conditions_that_are_texts_are_numbered(tmp_path: Path) -> None:
    found = read(tmp_path, "由区外迁入", {"id": "big", "text": "购置500万元以上", "test": RULE})
    told = found.policies["P1"].conditions
    assert [one.id for one in told] == ["c1", "big"]
    assert [one.test is not None for one in told] == [False, True]


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [
        (["甲", {"id": "c1", "text": "乙"}], "repeated_item"),
        ([{"id": "a", "text": "甲", "test": {**RULE, "input": 1}}], "figure_rule"),
        ([{"id": "a", "text": "甲", "test": {**RULE, "other": 0}}], "figure_rule"),
        ([{"id": "a", "text": "甲", "test": {"input": 0, "bound": "以上"}}], "figure_rule"),
        ([{"id": "a", "text": "甲", "test": {**RULE, "bound": "大约"}}], "unknown_word"),
        ([{"id": "a"}], "missing_field"),
    ],
)
def test_a_broken_condition_refuses_the_pack(
    tmp_path: Path, conditions: list[object], reason: str
) -> None:
    with pytest.raises(Refusal) as refused:
        read(tmp_path, *conditions)
    assert refused.value.data["reason"] == reason
