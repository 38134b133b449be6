"""登记规范化: from a phrase of a 经营范围 to its standard form and the permits it needs.

What stands in the catalogue is a part of 《经营范围登记规范表述目录》; a phrase that is not found says
nothing about permits, and is listed as not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True, eq=False)
class ScopeList:
    """The phrases known, in order. `fillers` are words that say nothing about what is done.

    One list is itself alone, so that what is worked out of it can be kept.
    """

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


_FORMULA = re.compile(r"\([^()]*经营活动[^()]*\)")
_HEADING = re.compile(r"(?:经营范围|许可(?:经营)?项目|一般(?:经营)?项目):")


def parts_of(text: str, whole_phrase: Callable[[str], bool]) -> Iterator[str]:
    """A text as it is written on an application, without headings and closing formula, in
    parts: cut at ；。 and new lines; what is no phrase as a whole also at ，、, never in brackets.
    """
    plain = _FORMULA.sub("", unicodedata.normalize("NFKC", text))
    for line in _HEADING.sub(";", plain).splitlines():
        for whole in _cut(line, ";。"):
            if whole_phrase(whole):
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
