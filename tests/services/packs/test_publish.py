from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.guidance.search import find, index_of
from desktop.services.office import Office
from desktop.services.packs.publish import overlaid, publish
from tests.domain.guidance.shipped import catalogue

SOUND = catalogue().items["SP01"]


class Pages:
    """A journal that only keeps what it is given; storage has tests of its own."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield

    def append(self, acts: Sequence[Act], clerk: str) -> tuple[Any, ...]:
        self.acts += acts
        return ()


def office() -> tuple[Office, Pages]:
    pages = Pages()
    told = SimpleNamespace(catalogue=catalogue(), store=SimpleNamespace(journal=pages))
    return cast("Office", told), pages


def pack(*items: ServiceItem) -> Catalogue:
    return Catalogue(items={item.id: item for item in items})


def test_added_and_changed_items_are_journalled_and_in_force_at_once() -> None:
    here, pages = office()
    new = replace(SOUND, id="ZZ01", name="试办事项登记")
    changed = replace(SOUND, name="食品经营许可（新办理）")
    done = publish(here, pack(new, changed, catalogue().items["SP02"]), source="pack.json")
    assert (done.added, done.changed, done.same) == (("ZZ01",), ("SP01",), ("SP02",))
    assert [act.entity for act in pages.acts] == ["item:ZZ01", "item:SP01"]
    assert here.catalogue.items["ZZ01"] == new
    assert find(index_of(here.catalogue), "sbsx") == ["ZZ01"]


def test_what_was_published_lies_over_what_ships_after_a_restart() -> None:
    here, pages = office()
    new = replace(SOUND, id="ZZ01", name="试办事项登记")
    publish(here, pack(new))
    again = overlaid(catalogue(), [act.payload for act in pages.acts])
    assert again.items == here.catalogue.items
    assert again.keys == here.catalogue.keys


def test_nothing_new_writes_nothing() -> None:
    here, pages = office()
    assert publish(here, pack(SOUND)).same == ("SP01",)
    assert pages.acts == []


def test_red_findings_keep_the_last_good_catalogue() -> None:
    here, pages = office()
    bare = replace(SOUND.materials[0], legal_source=())
    broken = replace(SOUND, materials=(bare, *SOUND.materials[1:]))
    with pytest.raises(Refusal, match="red_findings"):
        publish(here, pack(broken, replace(SOUND, id="ZZ01")))
    assert pages.acts == []
    assert here.catalogue is catalogue()


def test_who_may_not_manage_items_is_refused() -> None:
    here, _ = office()
    clerk = Clerk(code="01", name="甲", role=Role.CLERK)
    with pytest.raises(Refusal, match="not_allowed"):
        publish(here, pack(replace(SOUND, id="ZZ01")), clerk)
