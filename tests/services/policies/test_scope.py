from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.services.packs.pinyin import load_readings, reading
from desktop.services.policies.scope import load_scope
from resources import ROOT
from tests.domain.guidance.shipped import catalogue


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert load_scope(tmp_path / "scope.json").phrases == ()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"phrases": [{"text": "餐饮服务"}]}',
        '{"phrases": [{"text": "a", "kind": "许可项目"}, {"text": "a", "kind": "许可项目"}]}',
        '{"phrases": [{"text": "a", "kind": "别的"}]}',
    ],
)
def test_a_broken_list_is_refused_whole(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scope.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Refusal) as refused:
        load_scope(file)
    assert refused.value.code == "pack_broken"


def test_the_pinyin_of_the_policies_is_up_to_date() -> None:
    readings = load_readings(ROOT / "catalog/readings.json")
    known = catalogue()
    for policy in (*known.policies.values(), *known.self_checks.values()):
        read = reading(policy.name, readings)
        assert (policy.pinyin, policy.initials) == (read.pinyin, read.initials)
