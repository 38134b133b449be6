"""The ledger of savings: every figure has its rule, and the rules add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.cases.draft import Channel, Delivery, Draft, Way
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.terms import ItemStatus
from desktop.domain.handling.entries import Delivered, DeliveryWay
from desktop.domain.savings.case_ledger import counted, savings
from desktop.domain.savings.saving import Measure, Rule, Saving
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import AT, draft, fact, folded, received

ITEMS = sorted(catalogue().items)


def told(item: ServiceItem, of: Draft, instant: bool = False) -> dict[Measure, Saving]:
    found = savings(lay_out(item, of), of, catalogue().sources, instant)
    return {one.measure: one for one in found}


def rules(one: Saving) -> dict[Rule, int]:
    return {part.rule: part.count for part in one.parts}


@pytest.mark.parametrize("id", ITEMS)
@pytest.mark.parametrize("instant", [False, True])
def test_every_difference_has_its_rule(id: str, instant: bool) -> None:
    item = catalogue().items[id]
    for way in (Way.PICKUP, Way.COURIER):
        one = replace(draft(id), delivery=Delivery(way=way))
        ledger = savings(lay_out(item, one), one, catalogue().sources, instant)
        assert {saving.measure for saving in ledger} >= {Measure.MATERIALS, Measure.VISITS}
        assert all(saving.sound and 0 <= saving.after <= saving.before for saving in ledger)


def test_materials_name_what_was_spared_and_by_which_article() -> None:
    item = catalogue().items["SP01"]
    one = replace(draft("SP01"), licences=frozenset({"E1"}))
    saving = told(item, one)[Measure.MATERIALS]
    sheet = lay_out(item, one)
    assert (saving.before, saving.after) == (len(item.materials), len(sheet.to_hand_in))
    by_rule = {part.rule: part for part in saving.parts}
    assert "营业执照" in by_rule[Rule.E_LICENCE].names
    assert by_rule[Rule.SITUATION].count == len(sheet.apart)
    assert any("行政许可法" in cited for cited in by_rule[Rule.SITUATION].basis)


def test_what_the_clerk_spares_is_the_counters_own_rule() -> None:
    item = catalogue().items["SP01"]
    key = lay_out(item, draft("SP01")).to_hand_in[0].key
    one = replace(draft("SP01"), ticks={key: Tick(check=Check.EXEMPT)})
    assert rules(told(item, one)[Measure.MATERIALS])[Rule.AT_COUNTER] == 1


def test_the_law_on_permits_is_cited_for_permits_alone() -> None:
    others = [item for item in catalogue().items.values() if not item.is_licence]
    ledgers = [
        savings(lay_out(one, draft(one.id)), draft(one.id), catalogue().sources, True)
        for one in others
    ]
    parts = [part for ledger in ledgers for saving in ledger for part in saving.parts]
    cited = [basis for part in parts for basis in part.basis]
    assert cited
    assert not any("行政许可法" in one for one in cited)


def test_on_the_spot_is_one_step_one_visit_and_no_day() -> None:
    item = catalogue().items["XF01"]
    ledger = told(item, draft("XF01"), instant=True)
    assert (ledger[Measure.STEPS].before, ledger[Measure.STEPS].after) == (len(item.steps), 1)
    assert (ledger[Measure.VISITS].before, ledger[Measure.VISITS].after) == (2, 1)
    assert ledger[Measure.DAYS].after == 0
    assert set(rules(ledger[Measure.DAYS])) == {Rule.ON_THE_SPOT}


def test_the_post_spares_a_visit_each_way() -> None:
    item = catalogue().items["SP01"]
    one = replace(
        draft("SP01"), channel=Channel.COURIER, waybill="1", delivery=Delivery(way=Way.COURIER)
    )
    visits = told(item, one)[Measure.VISITS]
    assert (visits.before, visits.after, visits.measured) == (2, 0, False)
    assert rules(visits) == {Rule.POSTED_IN: 1, Rule.POSTED_OUT: 1}


def test_only_an_approved_promise_saves_days() -> None:
    item = catalogue().items["SP01"]
    sample = told(item, draft("SP01"))[Measure.DAYS]
    assert (sample.before, sample.after, sample.parts) == (10, 10, ())
    approved = replace(item, status=ItemStatus.APPROVED)
    days = told(approved, draft("SP01"))[Measure.DAYS]
    assert (days.before, days.after, days.unit) == (10, 5, "工作日")
    assert rules(days) == {Rule.PROMISE: 5}


def test_visits_are_counted_once_the_case_is_closed() -> None:
    next_day = AT + timedelta(days=1)
    collected = Delivered(
        way=DeliveryWay.COUNTER, delivered_on=next_day.date(), papers=("准予决定书",)
    )
    case = folded(received(draft("SP01")), fact(collected, next_day))
    assert case.counter_days == (AT.date(), next_day.date())
    assert case.ledger == case.savings  # still open: assumed
    closed = replace(case, closed_at=next_day)
    visits = {one.measure: one for one in closed.ledger}[Measure.VISITS]
    assert (visits.before, visits.after, visits.measured, visits.sound) == (2, 2, True, True)


def test_more_visits_than_assumed_are_told_as_they_are() -> None:
    ledger = savings(
        lay_out(catalogue().items["SP01"], draft("SP01")), draft("SP01"), catalogue().sources, False
    )
    days = tuple(date(2026, 11, day) for day in (23, 24, 25))
    visits = {one.measure: one for one in counted(ledger, days)}[Measure.VISITS]
    assert (visits.after, visits.saved, visits.sound) == (3, -1, True)
    assert rules(visits)[Rule.MEASURED] == -1
