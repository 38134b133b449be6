from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.draft import Delivery, Draft, Way
from desktop.domain.cases.missing import Missing, Place, missing
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check
from desktop.domain.identity.party import Agent, Party, Presence
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import PERSON, draft

TODAY = date(2026, 11, 23)
COURIER = Delivery(way=Way.COURIER, receiver="李晓敏", phone="13800138021", address="一号")


def lacking(told: Draft, materials: bool = True) -> tuple[Missing, ...]:
    return missing(told, lay_out(catalogue().items[told.item], told), TODAY, materials)


def test_nothing_is_missing_from_a_whole_draft() -> None:
    assert lacking(draft()) == ()
    assert lacking(draft(delivery=COURIER)) == ()


def test_an_empty_draft_lacks_everything_in_the_order_of_the_screen() -> None:
    empty = Draft(id="d", visit="v", item="SP01")
    places = [one.place for one in lacking(empty)]
    assert list(dict.fromkeys(places)) == [
        Place.QUESTION, Place.PRESENCE, Place.MATERIAL, Place.APPLICANT, Place.DELIVERY,
    ]  # fmt: skip
    assert Place.MATERIAL not in [one.place for one in lacking(empty, materials=False)]


def test_a_default_is_no_answer() -> None:
    told = draft(answers={})
    asked = {one.target for one in lacking(told) if one.place is Place.QUESTION}
    assert "q_biz" in asked
    assert "q_agent" not in asked, "谁来办 asks it"


def test_an_open_row_is_told_with_its_number() -> None:
    rows = lay_out(catalogue().items["SP01"], draft()).rows
    assert lacking(draft(check=Check.UNCHECKED)) == tuple(
        Missing(Place.MATERIAL, row.key, row.number) for row in rows
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"presence": Presence.UNASKED}, Missing(Place.PRESENCE, "presence")),
        ({"applicant": replace(PERSON, name=" ")}, Missing(Place.APPLICANT, "name")),
        (
            {"applicant": replace(PERSON, id_number="110105194912310021")},
            Missing(Place.APPLICANT, "id_number"),
        ),
        ({"delivery": Delivery()}, Missing(Place.DELIVERY, "way")),
        ({"delivery": replace(COURIER, phone="")}, Missing(Place.DELIVERY, "phone")),
        ({"delivery": replace(COURIER, receiver=" ")}, Missing(Place.DELIVERY, "receiver")),
        ({"delivery": replace(COURIER, address="")}, Missing(Place.DELIVERY, "address")),
    ],
)
def test_one_thing_missing(change: dict[str, Any], expected: Missing) -> None:
    assert expected in lacking(draft(**change))
    assert lacking(draft(**change), materials=False) == (expected,)


def test_an_agent_says_who_he_is() -> None:
    told = draft(presence=Presence.AGENT)
    agent = {one.target for one in lacking(told) if one.place is Place.AGENT}
    assert agent == {"name", "id_number"}
    named = Agent(name="赵明", id_number="11010519491231002X")
    assert lacking(draft(presence=Presence.AGENT, agent=named)) == ()


def test_a_number_that_cannot_be_checked_only_warns() -> None:
    unknown_region = Party(name="李晓敏", id_number="440524188001010014")
    assert lacking(draft(applicant=unknown_region)) == ()
