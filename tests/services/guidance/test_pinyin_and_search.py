import subprocess
import sys

import pytest

from desktop.services.guidance.search import find, index_of, simplified
from desktop.services.packs.pinyin import load_readings, reading, surname_reading
from resources import ROOT
from tests.domain.guidance.shipped import catalogue

READINGS = load_readings(ROOT / "catalog/readings.json")
INDEX = index_of(catalogue())


@pytest.mark.parametrize(
    ("text", "pinyin", "initials"),
    [
        ("食品经营许可（新办）", "shipinjingyingxukexinban", "spjyxkxb"),
        ("e窗通２０条", "echuangtong20tiao", "ect20t"),
        ("重新申请", "chongxinshenqing", "cxsq"),
        ("绿色", "lvse", "ls"),
        ("", "", ""),
    ],
)
def test_readings(text: str, pinyin: str, initials: str) -> None:
    found = reading(text, READINGS)
    assert (found.pinyin, found.initials) == (pinyin, initials)


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("仇和", "qiuhe"),
        ("单于敏", "chanyumin"),
        ("单田芳", "shantianfang"),
        ("区少坤", "oushaokun"),
        ("张仇", "zhangchou"),
    ],
)
def test_surnames_have_readings_of_their_own(name: str, pinyin: str) -> None:
    assert surname_reading(name, READINGS).pinyin == pinyin


@pytest.mark.parametrize(
    ("query", "first"),
    [("spjy", "SP01"), ("食品經營許可（新辦）", "SP01"), ("SP05", "SP05"), ("小餐飲", "SP07")],
)
def test_the_search_box(query: str, first: str) -> None:
    assert find(INDEX, query)[0] == first


def test_simplified_text_is_left_alone() -> None:
    assert simplified("食品经营", INDEX.characters) == "食品经营"


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    program = (
        "import sys; from resources import ROOT; "
        "from desktop.services.guidance.catalogue import load; "
        "from desktop.services.guidance.search import find, index_of; "
        "find(index_of(load(ROOT / 'catalog')), 'spjy 食品'); import desktop.cli.guidance; "
        "print({'pypinyin', 'opencc', 'PySide6', 'reportlab'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT.parent, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "set()"
