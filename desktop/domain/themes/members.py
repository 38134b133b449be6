"""Who takes part in a theme: its members in the order of their stages, known items only."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from desktop.domain.guidance.catalogue import Catalogue, Member, Theme
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import ServiceItem


@dataclass(frozen=True, slots=True)
class Part:
    """One member with its item. `key` is the item's id, with a number where it comes again.

    `given` is what the theme itself answers.
    """

    key: str
    order: int
    item: ServiceItem
    given: Answers
    optional: bool = False
    why: str = ""


def parts(theme: Theme, catalogue: Catalogue, chosen: Set[str] | None = None) -> tuple[Part, ...]:
    """The required members and the optional ones that were `chosen` by key; None takes them all.

    An item that the catalogue does not know is left out, see `unknown`: a theme that came from
    elsewhere must not stop the counter.
    """
    return tuple(
        Part(key, order, item, member.answers, member.optional, member.why or "")
        for key, order, member in _members(theme)
        if (item := catalogue.items.get(member.item)) is not None
        and (not member.optional or chosen is None or key in chosen)
    )


def unknown(theme: Theme, catalogue: Catalogue) -> tuple[str, ...]:
    """The members that the catalogue does not know: a warning."""
    ids = dict.fromkeys(member.item for _key, _order, member in _members(theme))
    return tuple(id for id in ids if id not in catalogue.items)


def _members(theme: Theme) -> Iterator[tuple[str, int, Member]]:
    seen: dict[str, int] = {}
    for stage in sorted(theme.stages, key=lambda stage: stage.order):
        for member in stage.members:
            times = seen[member.item] = seen.get(member.item, 0) + 1
            yield (member.item if times == 1 else f"{member.item}#{times}"), stage.order, member
