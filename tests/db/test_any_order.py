"""No order of any entries makes a fold raise, and every order folds alike twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.projections.table import BY_TYPE
from desktop.domain.cases.entries import CaseReceived
from desktop.domain.exchange.disagreement import disagreements
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.exchange.standing import conflicts, overruled, standing
from desktop.domain.trust.entry import Fact
from tests.db.examples import EXAMPLES
from tests.domain.told import AT, fact

ROOMS: dict[str, tuple[str, ...]] = {
    "case": ("case.", "licence.verified", "disagreement."),
    "shipment": ("shipment.", "disagreement."),
    "bill": ("bill.", "disagreement."),
    "piece": ("piece.", "disagreement."),
    "theme": ("theme.", "disagreement."),
    "batch": ("materials.",),
    "licence": ("licence.",),
    "handover": ("shipment.handed_over",),
}


def told_of(type_: str) -> list[Any]:
    return [one for (kind, _), one in EXAMPLES.items() if kind.startswith(ROOMS[type_])]


def placed(payloads: list[Any], devices: list[str]) -> list[Fact]:
    """As they might stand after an exchange; a settlement is about two of those before it."""
    found: list[Fact] = []
    for n, (told, device) in enumerate(zip(payloads, devices, strict=True)):
        if isinstance(told, DisagreementSettled):
            first, second = f"{max(0, n - 2):032d}", f"{max(0, n - 1):032d}"
            told = replace(told, first=first, second=second, stands=second)
        one = fact(told, AT + timedelta(minutes=n))
        entry = replace(one.entry, id=f"{n:032d}", device=device, logical=n)
        found.append(replace(one, entry=entry))
    return found


@pytest.mark.parametrize("type_", ROOMS)
@settings(max_examples=60)
@given(data=st.data())
def test_no_order_makes_a_fold_raise(type_: str, data: st.DataObject) -> None:
    payloads = data.draw(st.lists(st.sampled_from(told_of(type_)), max_size=14))
    if type_ == "case" and data.draw(st.booleans()):
        first = next(one for one in payloads + told_of("case") if isinstance(one, CaseReceived))
        payloads = [first, *payloads]
    size = len(payloads)
    devices = data.draw(st.lists(st.sampled_from(("A01", "R01")), min_size=size, max_size=size))
    facts = placed(payloads, devices)
    kept, late = standing(facts), overruled(facts)
    assert len(kept) + len(late) == len(facts)
    for texts in BY_TYPE.get(type_, ()):
        rows = texts.projection.fold("KFQ-20261123-A01-0001", kept)
        assert rows == texts.projection.fold("KFQ-20261123-A01-0001", standing(facts))
    shown = {one.pair for one in disagreements(facts)}
    assert shown <= {one.pair for one in conflicts(facts)}
    # what is left out of the state is told to somebody, or says the same as what stands
    if len(set(devices)) > 1:
        known = {id for one in conflicts(facts) for id in one.pair}
        same = [one for one in late if one.entry.id not in known]
        assert not same, [one.entry.kind for one in same]
