"""Finding an item by code, initials, name, any part of it or full pinyin, as one types.

Everything is folded once when the index is built; a search then scans one text per field with
`str.find`, best kind of match first, and stops when it has enough. Items are laid out by the
length of their name and their id, so the order of the text is already the order among equals.
Traditional characters are folded to simplified ones by the caller.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

EDGE = "\n"


@dataclass(frozen=True, slots=True)
class SearchKey:
    """What an item is found by. Pinyin without tones or blanks, initials one letter a character."""

    id: str
    name: str
    pinyin: str
    initials: str


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of all items in one text, each between edges; `starts` are where they begin."""

    text: str
    starts: tuple[int, ...]

    def find(self, part: str, limit: int) -> Iterator[int]:
        """The numbers of the items whose field holds `part`, each once, in the text's order."""
        position = self.text.find(part)
        while position >= 0 and limit > 0:
            number = bisect_right(self.starts, position) - 1
            yield number
            limit -= 1
            if number + 1 >= len(self.starts):
                return
            position = self.text.find(part, self.starts[number + 1])


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Folded fields of a catalogue; a haystack is all fields of one item.

    `characters`: what its names are written with.
    """

    ids: tuple[str, ...]
    haystacks: tuple[str, ...]
    codes: _Field
    names: _Field
    initials: _Field
    pinyin: _Field
    characters: frozenset[str]


def build_index(keys: Iterable[SearchKey]) -> SearchIndex:
    """The index of these items."""
    ordered = sorted(keys, key=lambda key: (len(key.name), key.id))
    codes = [fold(key.id) for key in ordered]
    names = [fold(key.name) for key in ordered]
    initials = [fold(key.initials) for key in ordered]
    pinyin = [fold(key.pinyin) for key in ordered]
    return SearchIndex(
        ids=tuple(key.id for key in ordered),
        haystacks=tuple(map(EDGE.join, zip(codes, names, initials, pinyin, strict=True))),
        codes=_field(codes),
        names=_field(names),
        initials=_field(initials),
        pinyin=_field(pinyin),
        characters=frozenset().union(*names) if names else frozenset(),
    )


def search(index: SearchIndex, query: str, limit: int = 50) -> list[str]:
    """The ids of the items that match, best first, `limit` at most; none for an empty query.

    Exact code, prefix of the initials, of the code, of the name; then any part of the name, the
    initials, the pinyin. Words with blanks between them must all match.
    """
    words = [word for word in map(fold, query.split()) if word]
    if not words:
        return []
    first = max(words, key=len)
    others = [word for word in words if word is not first]
    found: list[str] = []
    for number in _ranked(index, first, limit if not others else len(index.ids)):
        if all(word in index.haystacks[number] for word in others):
            found.append(index.ids[number])
            if len(found) >= limit:
                break
    return found


def fold(text: str) -> str:
    """Half-width, lower case, letters and digits only: what queries and fields are compared by."""
    wide = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in wide if c.isalnum())


def _field(values: list[str]) -> _Field:
    starts, position = [], 0
    for value in values:
        starts.append(position)
        position += len(value) + 1
    return _Field(EDGE + EDGE.join(values) + EDGE, tuple(starts))


def _ranked(index: SearchIndex, word: str, limit: int) -> Iterator[int]:
    letters = word.isascii()
    stages = [
        (index.codes, EDGE + word + EDGE, letters),
        (index.initials, EDGE + word, letters),
        (index.codes, EDGE + word, letters),
        (index.names, EDGE + word, True),
        (index.names, word, True),
        (index.initials, word, letters),
        (index.pinyin, EDGE + word, letters),
        (index.pinyin, word, letters and len(word) > 1),
        (index.codes, word, letters),
    ]
    seen: set[int] = set()
    for field, part, worth in stages:
        if not worth:
            continue
        for number in field.find(part, limit + len(seen)):
            if number not in seen:
                seen.add(number)
                yield number
                if len(seen) >= limit:
                    return
