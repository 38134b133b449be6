"""登记规范化: from a phrase of a 经营范围 to its standard form and the permits it needs.

What stands in the catalogue is a part of 《经营范围登记规范表述目录》; a phrase that is not found says
nothing about permits, and is listed as not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop.domain.guidance.item import Basis
from desktop.domain.guidance.search import fold
from desktop.domain.guidance.terms import Confidence


class ScopeKind(StrEnum):
    """How the standard list sorts its phrases."""

    PERMIT = "许可项目"
    GENERAL = "一般项目"


class Registration(StrEnum):
    """Whether the permit comes before the registration of the firm, or after it."""

    BEFORE = "前置"
    AFTER = "后置"


@dataclass(frozen=True, slots=True)
class ScopePermit:
    """An item that the phrase leads to; `when` says in which case alone, None is always."""

    item: str
    reason: str
    when: str | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class ScopePhrase:
    """A standard phrase. `words`: how people call it. `outside`: permits of other organs."""

    text: str
    kind: ScopeKind
    words: tuple[str, ...] = ()
    permits: tuple[ScopePermit, ...] = ()
    outside: tuple[str, ...] = ()
    registration: Registration | None = None
    note: str | None = None
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class ScopeList:
    """The phrases known, in order. `fillers` are words that say nothing about what is done."""

    phrases: tuple[ScopePhrase, ...] = ()
    fillers: tuple[str, ...] = ()
    note: str = ""


class How(StrEnum):
    """How sure a match is; LIKELY ones a person looks at."""

    EXACT = "exact"
    CALLED = "called"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class ScopeMatch:
    """What a part of the text was taken for. One part may mean several phrases (超市)."""

    text: str
    phrase: ScopePhrase
    how: How


@dataclass(frozen=True, slots=True)
class ScopeAnswer:
    """Matches in the order of the text, and the parts that are not in the list."""

    matches: tuple[ScopeMatch, ...]
    unknown: tuple[str, ...]


NEAR = 0.6
"""Share of common pairs of characters from which two phrases may be the same."""
MOST = 3
"""Phrases at most that one vague part is shown as."""
_FORMULA = re.compile(r"\([^()]*经营活动[^()]*\)")
_HEADING = re.compile(r"(?:经营范围|许可(?:经营)?项目|一般(?:经营)?项目):")
_LESS = re.compile(r"\((?:不含|不包括|除)[^()]*\)")
_DECIDES = frozenset("一二三甲乙不非含除仅")
"""Characters that turn the meaning; near phrases agree in them."""


def scope_of(text: str, known: ScopeList) -> ScopeAnswer:
    """The standard phrases in a text as it is written on an application, each part once."""
    matches: list[ScopeMatch] = []
    unknown: list[str] = []
    for part in dict.fromkeys(_parts(text, known)):
        found = matches_of(part, known)
        matches += found
        if not found:
            unknown.append(part)
    return ScopeAnswer(tuple(matches), tuple(unknown))


def matches_of(part: str, known: ScopeList) -> list[ScopeMatch]:
    """What one part means: by its own words, by what people call it, else what is likely."""
    wanted = fold(part)
    for how, found in (
        (How.EXACT, [one for one in known.phrases if fold(one.text) == wanted]),
        (How.CALLED, [one for one in known.phrases if wanted in map(fold, one.words)]),
        (How.LIKELY, _likely(part, known)),
    ):
        if found:
            return [ScopeMatch(part, one, how) for one in found]
    return []


def _likely(part: str, known: ScopeList) -> list[ScopePhrase]:
    """Less an exception in brackets, less words that say nothing, as a piece, or nearly the same."""
    wanted = fold(part)
    pieces = [one for one in known.phrases if len(wanted) > 1 and wanted in fold(one.text)]
    bare = _bare(fold(_LESS.sub("", part)), known.fillers)
    if pieces or len(bare) < 2:
        return sorted(pieces, key=lambda one: len(one.text))[:MOST]
    same = [one for one in known.phrases if bare in {_bare(w, known.fillers) for w in _names(one)}]
    if same:
        return same[:MOST]
    pieces = [one for one in known.phrases if bare in fold(one.text)]
    if pieces:
        return sorted(pieces, key=lambda one: len(one.text))[:MOST]
    near = [(_nearness(wanted, one), one) for one in known.phrases]
    best = max((share for share, _one in near), default=0.0)
    return [one for share, one in near if share == best >= NEAR][:MOST]


def _parts(text: str, known: ScopeList) -> Iterator[str]:
    """Cut at ；。 and new lines; a part that is no phrase as a whole also at ，、, never in brackets."""
    plain = _FORMULA.sub("", unicodedata.normalize("NFKC", text))
    for line in _HEADING.sub(";", plain).splitlines():
        for whole in _cut(line, ";。"):
            exact = matches_of(whole, known) if "、" in whole or "," in whole else []
            if exact and exact[0].how is not How.LIKELY:
                yield whole
            else:
                yield from _cut(whole, ",、")


def _cut(text: str, marks: str) -> Iterator[str]:
    depth, begun = 0, 0
    for place, one in enumerate(text + marks[0]):
        depth += (one == "(") - (one == ")" and depth > 0)
        if one in marks and (not depth or place == len(text)):
            if fold(text[begun:place]):
                yield text[begun:place].strip()
            begun = place + 1


def _names(phrase: ScopePhrase) -> Iterable[str]:
    return (fold(phrase.text), *map(fold, phrase.words))


def _bare(folded: str, fillers: tuple[str, ...]) -> str:
    for filler in fillers:
        folded = folded.replace(filler, "")
    return folded


def _nearness(folded: str, phrase: ScopePhrase) -> float:
    """How near the nearest of its names is; one that differs in what decides is not near at all."""
    decides = _DECIDES & set(folded)
    return max(
        (_alike(folded, name) for name in _names(phrase) if _DECIDES & set(name) == decides),
        default=0.0,
    )


def _alike(one: str, other: str) -> float:
    """Dice's share of common pairs of neighbouring characters."""
    first, second = ({a + b for a, b in pairwise(t)} for t in (one, other))
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0
