"""A Chinese line of a paper in English, from the texts that are known; empty where any part is not.

Sentences with numbers are known by their shape (`{} 个工作日`). What is put together from several
texts (`A；B`, `甲：乙`, `名（注）`) is rendered piece by piece, or not at all: never half a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from resources import ROOT

PREVAILS = _("参考译文，以中文为准")
English = Mapping[str, str]

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_NUMBER = re.compile(r"\d+")
_CITED = re.compile(r"《(?P<title>.+)》(?P<article>第.+)?")
_ARTICLE = re.compile(r"第(\w+?)条(?:之(\w+?))?(?:第(\w+?)款)?(?:第[（(]?(\w+?)[）)]?项)?")
_NOTED = re.compile(r"(?P<text>.+)（(?P<note>[^（）]+)）")
_JOINED = (("　", "  "), (" → ", " → "), ("；", "; "), ("：", ": "), ("，", ", "), ("、", ", "))
_DIGITS = {digit: place for place, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def in_english(facts: PaperFacts, line: str) -> str:
    """The line in English on a bilingual paper; empty on any other."""
    return rendition(line, _of_paper(facts.english)) if facts.bilingual else ""


@lru_cache(maxsize=32)
def _of_paper(english: tuple[tuple[str, str], ...]) -> English:
    return {**_fixed(), **dict(english)}


@cache
def _fixed() -> English:
    """Labels and sentences of the paper itself."""
    sections = json.loads((ROOT / "i18n/en/paper.json").read_text("utf-8")).values()
    return {chinese: english for section in sections for chinese, english in section.items()}


def rendition(line: str, known: English) -> str:
    """The line in English; empty where there is nothing to say, or not all of it is known."""
    return (_whole(line.strip(), known) or "") if _CHINESE.search(line) else ""


def article(text: str) -> str | None:
    """第三十二条第一款第（四）项 → Article 32, paragraph 1, item (4)."""
    found = _ARTICLE.fullmatch(text)
    if found is None:
        return None
    numbers = [number(part) if part else 0 for part in found.groups()]
    if any(one is None for one in numbers):
        return None
    main, beside, paragraph, item = numbers
    told = f"Article {main}" + (f"-{beside}" if beside else "")
    told += f", paragraph {paragraph}" if paragraph else ""
    return told + (f", item ({item})" if item else "")


def number(text: str) -> int | None:
    """一百零八 → 108; None for what is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            return None
    return total + digit


def _whole(text: str, known: English) -> str | None:
    if not _CHINESE.search(text):
        return text
    return (
        known.get(text)
        or _numbered(text, known)
        or _cited(text, known)
        or _parted(text, known)
        or _noted(text, known)
    )


def _numbered(text: str, known: English) -> str | None:
    shape = known.get(_NUMBER.sub("{}", text))
    return shape.format(*_NUMBER.findall(text)) if shape else None


def _cited(text: str, known: English) -> str | None:
    found = _CITED.fullmatch(text)
    if found is None or "》" in found["title"]:
        return None
    title, where = known.get(found["title"]), article(found["article"] or "")
    if title is None or (found["article"] and where is None):
        return None
    return f"{title}, {where}" if where else title


def _parted(text: str, known: English) -> str | None:
    for chinese, english in _JOINED:
        if chinese in text:
            parts = [_whole(part, known) for part in text.split(chinese)]
            if all(part is not None for part in parts):
                return english.join(part for part in parts if part)
    return None


def _noted(text: str, known: English) -> str | None:
    found = _NOTED.fullmatch(text)
    if found is None:
        return None
    told, note = _whole(found["text"], known), _whole(found["note"], known)
    return f"{told} ({note})" if told and note else None
