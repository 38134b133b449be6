"""Citations in a cell's words → bases: 《食品安全法》第三十五条, known sources found by title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.item import Basis
from desktop.domain.guidance.terms import Verified

_N = "[〇零一二三四五六七八九十百千两0-9]+"
ARTICLE = rf"第\s*{_N}\s*条(?:之{_N})?(?:第{_N}款)?(?:第[（(]?{_N}[)）]?项)?"
_ARTICLE = re.compile(ARTICLE)
_CITED = re.compile(
    rf"《(?P<title>[^《》]+(?:《[^《》]*》[^《》]*)*)》\s*(?P<version>[（(〔\[][^）)〕\]]*[）)〕\]])?[中的]?"
    rf"(?P<articles>\s*(?:[、,，和及与至\s]*{ARTICLE})*)"
)
_PLAIN = re.compile(
    rf"^(?P<title>.+?)(?P<articles>(?:[、,，和及与至\s]*{ARTICLE})*)\s*$", re.DOTALL
)
_LEAD = re.compile(
    r"^\s*(?:[0-9]{1,2}[.、)]|[【\[（(][^】\]）)]{1,12}[】\]）)]|[（(]?[一二三四五六七八九十]+[）)]?[、.])\s*"
)
_STATE = "中华人民共和国"
_DETAIL = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]|[《》\s]")
LONGEST_TITLE = 200


@dataclass(slots=True)
class Sources:
    """The sources known, and those that a file adds; `where` is the file's name."""

    known: Mapping[str, Source]
    where: str
    added: dict[str, Source] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for id, source in self.known.items():
            self._by_title.setdefault(bare_title(source.title), id)

    def bases(self, told: str) -> tuple[Basis, ...]:
        """Every citation in the words, each once, in order."""
        found = [
            Basis(self.id_of(title), article)
            for title, articles in citations(told)
            for article in (articles or (None,))
        ]
        return tuple(dict.fromkeys(found))

    def id_of(self, title: str) -> str:
        """The source of that title; a new one, called by its title, where none is known by it."""
        title = title.strip()
        bare = bare_title(title)
        if bare not in self._by_title:
            source = Source(title, title, None, None, Verified.EXCERPT, self.where, None)
            self.added[title] = source
            self._by_title[bare] = title
        return self._by_title[bare]


def citations(told: str) -> list[tuple[str, list[str]]]:
    """Title and articles, of what stands in 《》; without any, of each line's beginning."""
    marked = [(f["title"].strip(), _articles(f["articles"])) for f in _CITED.finditer(told)]
    if marked:
        return [(title, articles) for title, articles in marked if title]
    found = []
    for line in re.split(r"[\n；;]", told):
        plain = _PLAIN.match(_LEAD.sub("", line).strip())
        if plain is not None and plain["title"].strip():
            found.append((plain["title"].strip()[:LONGEST_TITLE], _articles(plain["articles"])))
    return found


def bare_title(title: str) -> str:
    """A title for comparing: without the state's name, versions in brackets, blanks and marks."""
    return _DETAIL.sub("", title).removeprefix(_STATE).upper()


def _articles(told: str) -> list[str]:
    return ["".join(one.split()) for one in _ARTICLE.findall(told)]
