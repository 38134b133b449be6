"""Which standard phrase a part of a 经营范围 means; sure where it is one, likely where it is near."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desktop.domain.guidance.search import fold
from desktop.domain.policies.scope import (
    How,
    ScopeAnswer,
    ScopeList,
    ScopeMatch,
    ScopePhrase,
    parts_of,
)

NEAR = 0.6
"""Share of common pairs of characters from which two phrases may be the same."""
MOST = 3
"""Phrases at most that one vague part is shown as."""
_LESS = re.compile(r"\((?:不含|不包括|除)[^()]*\)")
_DECIDES = frozenset("一二三甲乙不非含除仅")
"""Characters that turn the meaning; near phrases agree in them."""

Phrases = dict[str, list[ScopePhrase]]


@dataclass(frozen=True, slots=True)
class _Index:
    """Phrases by their folded text, by what people call them, by both without fillers; and the
    names that hold a pair of characters.
    """

    texts: Phrases
    words: Phrases
    bare: Phrases
    names: dict[str, list[str]]


def scope_of(text: str, known: ScopeList) -> ScopeAnswer:
    """The standard phrases in a text as it is written on an application, each part once."""
    matches: list[ScopeMatch] = []
    unknown: list[str] = []
    parts = parts_of(text, lambda whole: bool(_certain(whole, known)))
    for part in dict.fromkeys(parts):
        found = matches_of(part, known)
        matches += found
        if not found:
            unknown.append(part)
    return ScopeAnswer(tuple(matches), tuple(unknown))


def matches_of(part: str, known: ScopeList) -> list[ScopeMatch]:
    """What one part means: by its own words, by what people call it, else what is likely."""
    certain = _certain(part, known)
    return certain or [ScopeMatch(part, one, How.LIKELY) for one in _likely(part, known)]


def _certain(part: str, known: ScopeList) -> list[ScopeMatch]:
    index, wanted = _index(known), fold(part)
    exact = index.texts.get(wanted, [])
    how = How.EXACT if exact else How.CALLED
    return [ScopeMatch(part, one, how) for one in exact or index.words.get(wanted, [])]


def _likely(part: str, known: ScopeList) -> list[ScopePhrase]:
    """Less an exception in brackets, less words that say nothing, as a piece, or nearly the same."""
    index, wanted = _index(known), fold(part)
    pieces = _holding(wanted, index.texts)
    bare = _bare(fold(_LESS.sub("", part)), known.fillers)
    if pieces or len(bare) < 2:
        return pieces
    same = index.bare.get(bare, [])[:MOST]
    return same or _holding(bare, index.texts) or _near(wanted, index)


def _holding(piece: str, texts: Phrases) -> list[ScopePhrase]:
    """The shortest phrases that a piece of two characters or more is part of."""
    if len(piece) < 2:
        return []
    found = sorted((text for text in texts if piece in text), key=len)
    return [texts[text][0] for text in found[:MOST]]


def _near(wanted: str, index: _Index) -> list[ScopePhrase]:
    """Those with the nearest name; one that differs in what decides is not near at all."""
    pairs = _pairs(wanted)
    common = Counter(name for pair in pairs for name in index.names.get(pair, ()))
    shares = {
        name: 2 * count / (len(pairs) + len(_pairs(name)))
        for name, count in common.items()
        if _DECIDES & set(name) == _DECIDES & set(wanted)
    }
    best = max(shares.values(), default=0.0)
    nearest = [name for name, share in shares.items() if share == best >= NEAR]
    found = (one for name in nearest for one in (*_of(name, index.texts), *_of(name, index.words)))
    return list(dict.fromkeys(found))[:MOST]


def _of(name: str, phrases: Phrases) -> Iterable[ScopePhrase]:
    return phrases.get(name, ())


@lru_cache(maxsize=4)
def _index(known: ScopeList) -> _Index:
    """Worked out once for each list that comes into force."""
    texts: Phrases = defaultdict(list)
    words: Phrases = defaultdict(list)
    bare: Phrases = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for phrase in known.phrases:
        texts[fold(phrase.text)].append(phrase)
        for word in map(fold, phrase.words):
            words[word].append(phrase)
        for name in dict.fromkeys(_bare(name, known.fillers) for name in _names(phrase)):
            bare[name].append(phrase)
    for name in dict.fromkeys([*texts, *words]):
        for pair in _pairs(name):
            names[pair].append(name)
    return _Index(dict(texts), dict(words), dict(bare), dict(names))


def _names(phrase: ScopePhrase) -> Iterator[str]:
    return map(fold, (phrase.text, *phrase.words))


def _bare(folded: str, fillers: tuple[str, ...]) -> str:
    for filler in fillers:
        folded = folded.replace(filler, "")
    return folded


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters, by which likeness is measured (Dice)."""
    return frozenset(a + b for a, b in pairwise(text))
