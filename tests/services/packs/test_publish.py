"""Publishing on a real store: all or nothing, in force at once or from a day, parts as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.guidance.catalogue import Catalogue, Member, Source, Stage, Theme
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.terms import ItemStatus, Verified
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.identity.party import AGENT_QUESTION
from desktop.domain.packs.entries import Part, PartPublished
from desktop.domain.packs.versions import Edition
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.guidance.search import find, index_of
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of, on_day, take_catalogue
from desktop.services.packs.parts import content
from desktop.services.packs.publish import publish
from tests.domain.guidance.shipped import catalogue
from tests.handled import Handled
from tests.offices import CLERK, Clock, answered

SOUND = catalogue().items["SP01"]
THEME = Theme("ZZ99", "试办主题", (Stage(1, "单项", (Member("SP01", {}, False, None),)),))


def pack(*items: ServiceItem, **more: Any) -> Catalogue:
    return Catalogue(items={item.id: item for item in items}, **more)


def entries(office: Office) -> int:
    return sum(head.seq for head in office.store.journal.heads())


def test_added_and_changed_items_are_in_force_at_once_and_after_a_restart(office: Office) -> None:
    new = replace(SOUND, id="ZZ01", name="试办事项登记")
    changed = replace(SOUND, name="食品经营许可（新办理）")
    done = publish(office, pack(new, changed, catalogue().items["SP02"]), source="pack.json")
    assert (done.added, done.changed, done.same) == (("ZZ01",), ("SP01",), ("SP02",))
    assert office.item("ZZ01") == new
    assert find(index_of(office.catalogue), "sbsx") == ["ZZ01"]
    before = office.catalogue
    office.catalogue = office.shipped
    take_catalogue(office)
    assert office.catalogue == before


def test_nothing_new_writes_nothing(office: Office) -> None:
    before = entries(office)
    assert publish(office, pack(SOUND, themes={"ZT02": catalogue().themes["ZT02"]})).same == (
        "SP01",
    )
    assert entries(office) == before


def test_red_findings_keep_the_last_good_catalogue(office: Office) -> None:
    before = entries(office)
    bare = replace(SOUND.materials[0], legal_source=())
    broken = replace(SOUND, materials=(bare, *SOUND.materials[1:]))
    with pytest.raises(Refusal, match="red_findings"):
        publish(office, pack(broken, replace(SOUND, id="ZZ01"), themes={"ZZ99": THEME}))
    assert entries(office) == before
    assert office.catalogue == catalogue()


def test_who_may_not_manage_items_is_refused(office: Office) -> None:
    clerk = Clerk(code="01", name="甲", role=Role.CLERK)
    with pytest.raises(Refusal, match="not_allowed"):
        publish(office, pack(replace(SOUND, id="ZZ01")), clerk)


def test_sources_and_themes_of_a_pack_are_taken_in_once(office: Office) -> None:
    source = Source("NEW", "试行办法", None, None, Verified.EXCERPT, None, None)
    wanted = pack(SOUND, sources={"NEW": source}, themes={"ZZ99": THEME})
    done = publish(office, wanted)
    assert done.parts[Part.THEME].added == ("ZZ99",)
    assert done.parts[Part.SOURCE].added == ("NEW",)
    assert office.catalogue.themes["ZZ99"] == THEME
    before = entries(office)
    assert publish(office, wanted).parts[Part.THEME].same == ("ZZ99",)
    assert entries(office) == before
    take_catalogue(office)
    assert office.catalogue.sources["NEW"] == source


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (Part.SOURCE, "sources"),
        (Part.E_LICENCE, "e_licences"),
        (Part.DATA_SHARE, "data_shares"),
        (Part.THEME, "themes"),
        (Part.POLICY, "policies"),
    ],
)
def test_every_part_that_ships_comes_back_from_its_text_unchanged(
    office: Office, part: Part, field: str
) -> None:
    shipped = getattr(catalogue(), field)
    assert shipped
    none: dict[str, Any] = {field: {}}
    nothing = replace(office.shipped, **none)
    told = [
        PartPublished(part=part, id=id, content=content(part, value), source="")
        for id, value in shipped.items()
    ]
    again = on_day(nothing, [], told, date(2026, 11, 24))
    assert getattr(again, field) == shipped


def test_a_version_comes_into_force_on_its_day_and_ends_on_another(
    office: Office, clock: Clock
) -> None:
    later = replace(SOUND, name="食品经营许可（二版）")
    editions = {"SP01": Edition(label="二版", first=date(2026, 11, 25), last=date(2026, 11, 26))}
    publish(office, pack(later, editions=editions))
    assert office.item("SP01") == SOUND
    clock.on(days=2)
    take_catalogue(office)
    assert office.item("SP01") == later
    clock.on(days=2)
    take_catalogue(office)
    with pytest.raises(Refusal, match="unknown_item"):
        office.item("SP01")


def test_the_same_item_with_other_days_is_a_version_of_its_own(office: Office) -> None:
    editions = {"SP01": Edition(first=date(2026, 12, 1))}
    for _ in range(2):
        publish(office, pack(SOUND, editions=editions))
    assert [one.number for one in office.store.views.item_versions("SP01")] == [1]


def test_a_case_keeps_the_version_it_was_received_under(office: Office, clock: Clock) -> None:
    handled = Handled(office, clock)
    received = handled.received()
    assert received.item_version == 0
    asked = [q for q in SOUND.questions if q.id != AGENT_QUESTION]
    kept = [q for q in SOUND.questions if q.id == AGENT_QUESTION]
    others = [replace(q, options=("甲", "乙"), default=()) for q in asked]
    first = replace(SOUND.materials[0], condition=None)
    bare = replace(
        SOUND, questions=(*others, *kept), materials=(first,), limit_variants=(), routing=()
    )
    publish(office, pack(replace(bare, renews=(), renews_if=None)))
    clock.on(days=1)
    assert item_of(office, received) == SOUND
    case = handled.noticed(received)
    assert case.stage.value == "correcting"
    new = acts.receive(office, CLERK, answered(office, answers={q.id: ("甲",) for q in others}))
    assert new.case.item_version == 1


def test_a_case_of_a_withdrawn_item_goes_on(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).accepted()
    publish(office, pack(SOUND, editions={"SP01": Edition(last=date(2026, 11, 23))}))
    clock.on(days=1)
    take_catalogue(office)
    assert "SP01" not in office.catalogue.items
    assert item_of(office, case) == SOUND


def test_what_a_foreign_schema_cannot_say_stays(office: Office) -> None:
    approved = replace(SOUND, status=ItemStatus.APPROVED)
    publish(office, pack(approved))
    said = replace(SOUND, requirements=(), renews=())
    assert publish(office, pack(said, foreign=frozenset({"SP01"}))).same == ("SP01",)
    changed = replace(said, name="食品经营许可（新）")
    assert publish(office, pack(changed, foreign=frozenset({"SP01"}))).changed == ("SP01",)
    assert office.item("SP01").status is ItemStatus.SAMPLE
    assert office.item("SP01").renews == SOUND.renews
