from dataclasses import replace

import pytest

from desktop.domain.cases.acts import sheet_lines
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import Sheet, lay_out
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.identity.party import Presence
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import draft

ITEMS = catalogue().items
BARE = Draft(id="d", visit="v", item="SP01", presence=Presence.SELF)


def sheet(told: Draft) -> Sheet:
    return lay_out(ITEMS[told.item], told)


def test_rows_are_numbered_and_every_material_stands_once() -> None:
    found = sheet(BARE)
    assert [row.number for row in found.rows] == list(range(1, len(found.rows) + 1))
    keys = [row.key for row in found.rows] + [line.material.key for line in found.apart]
    assert sorted(keys) == sorted(material.key for material in ITEMS["SP01"].materials)


def test_who_came_answers_the_items_agent_question() -> None:
    assert sheet(BARE).row("POA") is None
    assert sheet(replace(BARE, presence=Presence.AGENT)).row("POA") is not None
    alone = sheet(replace(BARE, presence=Presence.UNASKED))
    assert alone.row("POA") is None
    assert "q_agent" in alone.checklist.deciding


def test_an_answer_to_a_question_the_item_lacks_is_left_out() -> None:
    assert sheet(replace(BARE, answers={"q_of_another": ("x",)})).rows == sheet(BARE).rows


def test_an_electronic_licence_spares_without_a_tick() -> None:
    found = sheet(replace(BARE, licences=frozenset({"E1"})))
    row = found.row("BL")
    assert row is not None
    assert (row.check, row.tick.check, row.open) == (Check.EXEMPT, Check.UNCHECKED, False)
    assert row in found.spared
    assert row not in found.to_hand_in
    line = next(line for line in sheet_lines(found, {}) if line.key == "BL")
    assert line.tick == Tick(check=Check.EXEMPT, kept=Kept.ELECTRONIC)
    assert line.reason == "licence_held:E1"


@pytest.mark.parametrize(
    ("check", "is_open"),
    [
        (Check.UNCHECKED, True),
        (Check.RECEIVED, False),
        (Check.EXEMPT, False),
        (Check.PENDING, True),
        (Check.DEFECT, True),
    ],
)
def test_what_stands_between_the_applicant_and_acceptance(check: Check, is_open: bool) -> None:
    told = replace(BARE, ticks={"BL": Tick(check=check, fault=Fault.EXPIRED)})
    row = sheet(told).row("BL")
    assert row is not None
    assert row.open is is_open
    assert (row in sheet(told).defects) is is_open


def test_only_what_the_item_lets_wait_may_be_pending() -> None:
    found = sheet(draft("XF01", Check.PENDING))
    assert {row.open for row in found.rows if row.deferrable} == {False}
    assert {row.open for row in found.rows if not row.deferrable} == {True}
    assert any(row.deferrable for row in found.rows)


def test_an_optional_material_is_never_owed_but_a_defect_in_it_is() -> None:
    told = Draft(id="d", visit="v", item="SP04", presence=Presence.SELF)
    optional = next(row for row in sheet(told).rows if row.line.need == "optional")
    assert not optional.open
    spoilt = replace(told, ticks={optional.key: Tick(check=Check.DEFECT, fault=Fault.FORM)})
    row = sheet(spoilt).row(optional.key)
    assert row is not None
    assert row.open


def test_asked_are_the_answered_then_the_next_then_what_else_decides() -> None:
    found = sheet(replace(BARE, answers={"q_biz": ("食品销售经营者",)}))
    assert found.asked[:3] == ("q_biz", "q_agent", found.next_question)
    assert set(found.asked) == {"q_biz", "q_agent", *found.checklist.deciding}
    assert found.most_left == len(found.checklist.deciding)
    assert found.given == {"q_biz": ("食品销售经营者",), "q_agent": ("否",)}
