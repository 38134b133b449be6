"""Pinyin and initials, computed when an item or a name is taken in, and stored.

pypinyin takes 0.2 s to import, so it is imported when first needed. Readings that it gets wrong
stand in `readings.json`: phrases for names of items, surnames for people (仇 Qiú, 单于 Chányú).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.search import SearchKey


@dataclass(frozen=True, slots=True)
class Reading:
    """Pinyin without tones or blanks (ü is v), and its initials; letters and digits as they are."""

    pinyin: str
    initials: str


class Readings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The override table: each text with its syllables, parted by blanks."""

    phrases: dict[str, str] = msgspec.field(default_factory=dict)
    surnames: dict[str, str] = msgspec.field(default_factory=dict)


NO_OVERRIDES = Readings()
LETTER_OR_REST = re.compile(r"[0-9A-Za-z]|[^0-9A-Za-z]+")


def load_readings(file: Path) -> Readings:
    """The override table in `file`."""
    return msgspec.json.decode(file.read_bytes(), type=Readings)


def reading(text: str, overrides: Readings = NO_OVERRIDES) -> Reading:
    """How a text is read; punctuation is not."""
    syllables: list[str] = []
    for part in _split(text, overrides.phrases):
        own = overrides.phrases.get(part)
        syllables += own.split() if own is not None else _read(part)
    return _joined(syllables)


def surname_reading(name: str, overrides: Readings) -> Reading:
    """How a person's name is read: the surname by its own table, the longest one that fits."""
    for length in (2, 1):
        own = overrides.surnames.get(name[:length])
        if own is not None and len(name) >= length:
            return _joined([*own.split(), *_read(name[length:])])
    return _joined(_read(name))


def search_key(item: ServiceItem, overrides: Readings = NO_OVERRIDES) -> SearchKey:
    """What the item is found by."""
    read = reading(item.name, overrides)
    return SearchKey(item.id, item.name, read.pinyin, read.initials)


def index_text(items: Iterable[ServiceItem], overrides: Readings) -> str:
    """The text of `pinyin.json` for these items, one line each, by id."""
    lines = [
        f'  "{item.id}": {{"pinyin": "{read.pinyin}", "initials": "{read.initials}"}}'
        for item in sorted(items, key=lambda item: item.id)
        for read in [reading(item.name, overrides)]
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _read(text: str) -> list[str]:
    """One syllable a character; a letter or digit stands for itself."""
    from pypinyin import Style, lazy_pinyin

    syllables: list[str] = []
    for run in LETTER_OR_REST.findall(unicodedata.normalize("NFKC", text)):
        if run.isascii() and run.isalnum():
            syllables.append(run.lower())
        else:
            syllables += lazy_pinyin(run, style=Style.NORMAL, errors="ignore")
    return syllables


def _split(text: str, phrases: Mapping[str, str]) -> list[str]:
    """The text in parts, each a phrase of the table or what stands between."""
    if not phrases:
        return [text]
    return [part for part in _pattern(tuple(phrases)).split(text) if part]


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, longest)) + ")")


def _joined(syllables: list[str]) -> Reading:
    return Reading("".join(syllables), "".join(syllable[:1] for syllable in syllables))
