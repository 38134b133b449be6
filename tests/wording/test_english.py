"""An English line is whole or not there; the data that ships is rendered in full."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest

from desktop.domain.cases import paper_facts
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.papers import Issuer, PaperFacts
from desktop.domain.cases.sheet import lay_out
from desktop.domain.days import BEIJING
from desktop.domain.guidance.item import ServiceItem
from desktop.services.guidance.english import load_english
from desktop.wording.english import article, in_english, number, rendition
from resources import ROOT
from tests.domain.guidance.shipped import catalogue

ENGLISH = load_english(ROOT / "i18n/en")
KNOWN = {"甲": "A", "乙": "B", "{} 个工作日": "{} working days", "某法": "Some Law"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("甲", "A"),
        ("20 个工作日", "20 working days"),
        ("甲 → 乙（3 个工作日）", "A → B (3 working days)"),
        ("甲：乙、丙", ""),
        ("甲；丙", ""),
        ("《某法》第三十二条第一款第（四）项", "Some Law, Article 32, paragraph 1, item (4)"),
        ("《某法》附件一", ""),
        ("《某法》", "Some Law"),
        ("2026-11-23", ""),
        ("", ""),
        ("—", ""),
        ("䶮𠮷", ""),
    ],
)
def test_a_line_is_rendered_whole_or_not_at_all(line: str, told: str) -> None:
    assert rendition(line, KNOWN) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十二", 12), ("一百零八", 108), ("二百四十", 240), ("37", 37), ("甲", None)],
)
def test_chinese_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


def test_articles() -> None:
    assert article("第一百八十条第一项") == "Article 180, item (1)"
    assert article("第三十五条之一") == "Article 35-1"
    assert article("附件") is None


def advance(item: ServiceItem) -> PaperFacts:
    issuer = Issuer(organ="某机关", hall="某大厅", window="7", clerk="王（0712）")
    at = datetime(2026, 11, 23, 10, tzinfo=BEIJING)
    sheet = lay_out(item, Draft(id="d", visit="v", item=item.id))
    return paper_facts.advance(sheet, "n", issuer, catalogue().sources, at, ENGLISH)


@pytest.mark.parametrize("item", catalogue().items.values(), ids=lambda item: item.id)
def test_everything_that_ships_has_its_english(item: ServiceItem) -> None:
    facts = advance(item)
    told = [f"{ask.rstrip('？')}：{answer}" for ask, answer in facts.situation if answer]
    told += [f"{facts.item_name}（{facts.item_type}）", facts.result, facts.fee]
    told += [f"{step.name}（{step.limit}）" if step.limit else step.name for step in facts.steps]
    for line in (*facts.lines, *facts.apart):
        told += [line.name, line.type, line.form, line.source, *line.basis]
    lacking = [text for text in told if text and not in_english(facts, text)]
    assert lacking == []


def test_every_option_and_question_that_ships_is_translated() -> None:
    for item in catalogue().items.values():
        for question in item.questions:
            assert {question.text, *question.options} <= ENGLISH.keys()


def test_no_translation_is_empty_or_chinese_or_said_of_nothing() -> None:
    chinese = re.compile(r"[\u3400-\u9fff]")
    for text, english in ENGLISH.items():
        assert english.strip() == english != ""
        assert not chinese.search(english), text


def test_no_text_stands_in_two_sections_with_two_meanings() -> None:
    seen: dict[str, str] = {}
    for path in sorted((ROOT / "i18n/en").glob("*.json")):
        for section in json.loads(path.read_text("utf-8")).values():
            for text, english in section.items():
                assert seen.setdefault(text, english) == english


def test_a_paper_in_one_language_says_nothing_in_english() -> None:
    facts = advance(catalogue().items["SP01"])
    one = paper_facts.advance(
        lay_out(catalogue().items["SP01"], Draft(id="d", visit="v", item="SP01")),
        "n", facts.issuer, catalogue().sources, datetime(2026, 11, 23, tzinfo=BEIJING),
    )  # fmt: skip
    assert (one.bilingual, one.english, in_english(one, "事项")) == (False, (), "")
