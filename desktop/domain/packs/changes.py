"""What changes from one version of an item to the next, field by field, as a reader would ask it.

Materials, questions, steps and requirements are matched by what names them, so that a change of
order is none. Values stand as the domain holds them; sentences are made of them in `wording`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from desktop.domain.guidance.item import Limit, Material, ServiceItem


@dataclass(frozen=True, slots=True)
class Change:
    """`key` names the material, question, step … ; "" for the item itself.

    `field` is "" where the whole of it was added (`before` None) or removed (`after` None).
    """

    item: str
    part: str
    key: str
    field: str
    before: Any
    after: Any


NAMED: Mapping[str, str] = {
    "materials": "key",
    "questions": "id",
    "steps": "name",
    "requirements": "text",
    "notes": "text",
    "routing": "then",
}
"""Lists of an item, and the field that names what stands in them."""


def changes(before: ServiceItem | None, after: ServiceItem) -> list[Change]:
    """Everything that differs; a new item is one change, of the item itself."""
    if before is None:
        return [Change(after.id, "item", "", "", None, after.name)]
    found: list[Change] = []
    for field in fields(ServiceItem):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if field.name in NAMED:
            found += _listed(after.id, field.name, old, new)
        else:
            found.append(Change(after.id, "item", "", field.name, old, new))
    return found


def _listed(item: str, part: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """Added, removed and changed ones; ones that share a name are told apart by their order."""
    was, now = _by_name(part, old), _by_name(part, new)
    for key, value in now.items():
        if key not in was:
            yield Change(item, part, key[0], "", None, value)
        else:
            yield from _inside(item, part, was[key], value, key[0])
    for key, value in was.items():
        if key not in now:
            yield Change(item, part, key[0], "", value, None)


def _inside(item: str, part: str, old: Any, new: Any, key: str) -> Iterator[Change]:
    for field in fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield Change(item, part, key, field.name, before, after)


def _by_name(part: str, values: Sequence[Any]) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    for value in values:
        name, number = str(getattr(value, NAMED[part])), 0
        while (name, number) in found:
            number += 1
        found[name, number] = value
    return found


def name_of(part: str, value: Any) -> str:
    """What a person calls it: a material by its name, a question by its text."""
    if isinstance(value, Material):
        return value.name
    return str(getattr(value, "text" if part == "questions" else NAMED[part]))


def plain(value: Any) -> Any:
    """The value for a list of changes that other programs read: numbers, texts, lists of them."""
    match value:
        case None | bool() | int() | float():
            return value
        case Limit():
            return {"value": value.value, "unit": str(value.unit)}
        case tuple() | list():
            return [plain(one) for one in value]
        case _ if hasattr(value, "__dataclass_fields__"):
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return str(value)
