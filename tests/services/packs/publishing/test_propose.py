"""A second person publishes what the first proposed; nobody does both."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.packs.proposal import PIECE, pieces
from desktop.domain.packs.versions import Edition
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.publishing.propose import (
    agree,
    decline,
    propose,
    proposed,
    second_person,
    set_second_person,
)
from tests.domain.guidance.shipped import catalogue
from tests.offices import CLERK, SUPERVISOR

OTHER = Clerk(code="0701", name="孙", role=Role.SUPERVISOR)
SP01 = catalogue().items["SP01"]
PACK = Catalogue(
    items={"SP01": replace(SP01, name="食品经营许可（改）")},
    themes={"ZT01": replace(catalogue().themes["ZT01"], name="改名的主题")},
    editions={"SP01": Edition(label="二", first=date(2026, 11, 23))},
)


def test_the_hall_says_whether_it_needs_one(office: Office) -> None:
    assert not second_person(office)
    set_second_person(office, SUPERVISOR, True)
    assert second_person(office)
    with pytest.raises(Refusal, match="not_allowed"):
        set_second_person(office, CLERK, False)


def test_another_person_publishes_what_was_proposed(office: Office) -> None:
    id = propose(office, SUPERVISOR, PACK, "a.json")
    (waiting,) = office.store.views.proposals()
    assert (waiting.id, waiting.clerk, waiting.items, waiting.parts) == (id, "0700", 1, 1)
    assert office.item("SP01") == SP01
    with pytest.raises(Refusal, match="own_proposal"):
        agree(office, SUPERVISOR, id)
    with pytest.raises(Refusal, match="proposed_already"):
        propose(office, OTHER, PACK, "b.json")
    agree(office, OTHER, id)
    assert office.item("SP01").name == "食品经营许可（改）"
    assert office.catalogue.themes["ZT01"].name == "改名的主题"
    assert office.store.views.item_versions("SP01")[0].label == "二"
    assert office.store.views.proposals() == []
    with pytest.raises(Refusal, match="proposal_settled"):
        agree(office, OTHER, id)


def test_a_declined_one_may_come_again(office: Office) -> None:
    id = propose(office, SUPERVISOR, PACK, "a.json")
    with pytest.raises(Refusal, match="reason_missing"):
        decline(office, OTHER, id, " ")
    decline(office, OTHER, id, "条文号不对")
    assert office.store.views.proposals() == []
    assert office.item("SP01") == SP01
    assert propose(office, SUPERVISOR, PACK, "a.json") == id
    assert proposed(office, id).items == PACK.items


def test_a_whole_catalogue_goes_in_pieces_and_comes_back(office: Office) -> None:
    id = propose(office, SUPERVISOR, catalogue(), "all.json")
    found = proposed(office, id)
    assert found.items == catalogue().items
    assert (found.themes, found.policies) == (catalogue().themes, catalogue().policies)
    assert len(office.store.journal.facts(f"pack:{id}")) > 1
    assert "".join(pieces("字" * (PIECE + 1))) == "字" * (PIECE + 1)
