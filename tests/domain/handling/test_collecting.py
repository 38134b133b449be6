"""Who may collect, on what mandate; what goes home; until when a result is made out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.handling.endings import COLLECTORS, Mandate, mandate, originals
from desktop.domain.handling.entries import Relation
from desktop.domain.identity.documents import IdKind, seen
from desktop.domain.identity.party import Agent, PartyKind, Power
from desktop.domain.refusal import Refusal
from tests.domain.told import draft, folded, received

ON = date(2026, 11, 23)
AGENT = Agent(name="王代理", until=ON)


@pytest.mark.parametrize(
    ("agent", "receiver", "told"),
    [
        (AGENT, " 王代理 ", Mandate.SERVES),
        (replace(AGENT, until=None), "王代理", Mandate.SERVES),
        (AGENT, "另一人", Mandate.OTHER),
        (replace(AGENT, until=date(2026, 11, 22)), "王代理", Mandate.EXPIRED),
        (replace(AGENT, powers=(Power.HAND_IN,)), "王代理", Mandate.NOT_COLLECT),
        (None, "王代理", Mandate.NONE),
    ],
)
def test_what_a_mandate_is_worth(agent: Agent | None, receiver: str, told: Mandate) -> None:
    assert mandate(agent, receiver, ON) is told


def test_an_organisation_sends_somebody() -> None:
    assert Relation.SELF not in COLLECTORS[PartyKind.ORGANISATION]
    assert set(COLLECTORS) == set(PartyKind)


@pytest.mark.parametrize(
    ("tick", "home"),
    [
        (Tick(check=Check.RECEIVED), True),
        (Tick(check=Check.DEFECT, fault=Fault.EXPIRED), True),
        (Tick(check=Check.DEFECT, fault=Fault.MISSING), False),
        (Tick(check=Check.RECEIVED, kept=Kept.SEEN), False),
        (Tick(check=Check.RECEIVED, kept=Kept.COPY), False),
        (Tick(check=Check.RECEIVED, kept=Kept.ELECTRONIC), False),
        (Tick(check=Check.PENDING), False),
    ],
)
def test_originals_that_lie_here_may_go_home(tick: Tick, home: bool) -> None:
    case = folded(received(draft()))
    line = replace(case.lines[0], type="原件", tick=tick)
    assert originals(replace(case, lines=(line,))) == ((line,) if home else ())
    assert originals(replace(case, lines=(replace(line, type="复印件"),))) == ()


def test_a_wrong_document_is_refused_and_a_right_one_is_told_in_its_normal_form() -> None:
    assert seen(IdKind.RESIDENT_ID, "11010519491231002x", ON) == "11010519491231002X"
    with pytest.raises(Refusal, match="document_wrong"):
        seen(IdKind.RESIDENT_ID, "110105194912310021", ON)
    assert seen(IdKind.PASSPORT, "e 1234", ON) == "E1234"
