"""A basis as people cite it: 《食品安全法》第三十五条."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.item import Basis

_STATE = "中华人民共和国"


def cite(basis: Basis, sources: Mapping[str, Source]) -> str:
    """Title and article; a source that the catalogue does not hold is cited by its id."""
    title = title_of(basis, sources)
    marked = title if "《" in title else f"《{title}》"
    return marked + (basis.article or "")


def title_of(basis: Basis, sources: Mapping[str, Source]) -> str:
    """The title as it is cited: without 中华人民共和国."""
    source = sources.get(basis.source)
    return source.title.removeprefix(_STATE) if source else basis.source


def cite_all(bases: Iterable[Basis], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Each citation once, in order."""
    return tuple(dict.fromkeys(cite(basis, sources) for basis in bases))
