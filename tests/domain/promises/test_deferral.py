from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.entries import CaseAccepted, SheetLine, Term
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Unit
from desktop.domain.promises import deferral
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue, work_calendar

DAY = date(2026, 11, 23)
LAW, PROMISE = Term(value=10, due=date(2026, 12, 7)), Term(value=5, due=date(2026, 11, 30))
ITEM = catalogue().items["XF01"]


def line(by: date | None = None, check: Check = Check.PENDING) -> SheetLine:
    tick = Tick(check=check, by=by)
    return SheetLine(
        key="FIRE_RULES", name="预案", type="", need="deferrable", reason="", basis=(), tick=tick
    )


def test_the_promise_bounds_it_and_the_law_only_where_nothing_is_promised() -> None:
    assert deferral.furthest(LAW, PROMISE) == PROMISE.due
    assert deferral.furthest(LAW, Term()) == LAW.due
    assert deferral.furthest(Term(), Term()) is None


def test_a_pack_shortens_and_never_lengthens() -> None:
    def day(value: int, unit: Unit) -> date:
        materials = tuple(
            replace(one, deferral=Limit(value, unit) if one.key == "FIRE_RULES" else None)
            for one in ITEM.materials
        )
        own = deferral.own_days(replace(ITEM, materials=materials), DAY, work_calendar())
        return deferral.agreed([line()], own, LAW.due, DAY)["FIRE_RULES"]

    assert day(3, Unit.WORKING_DAY) == date(2026, 11, 26)
    assert day(2, Unit.CALENDAR_DAY) == date(2026, 11, 25)
    assert day(6, Unit.MONTH) == LAW.due


def test_a_clerk_may_agree_on_an_earlier_day() -> None:
    earlier = date(2026, 11, 25)
    assert deferral.agreed([line(earlier)], {}, LAW.due, DAY) == {"FIRE_RULES": earlier}
    assert deferral.agreed([line(check=Check.RECEIVED)], {}, LAW.due, DAY) == {}


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 12, 8)])
def test_a_day_before_the_acceptance_or_beyond_the_limit_is_refused(day: date) -> None:
    with pytest.raises(Refusal, match="deferral_day_wrong"):
        deferral.agreed([line(day)], {}, LAW.due, DAY)


def test_without_any_limit_nothing_can_be_deferred() -> None:
    with pytest.raises(Refusal) as refused:
        deferral.agreed([line()], {}, None, DAY)
    data: dict[str, Any] = dict(refused.value.data)
    assert (refused.value.code, data["names"]) == ("deferral_without_limit", ["预案"])


def test_an_acceptance_of_before_has_one_day_for_all() -> None:
    told = CaseAccepted(accepted_on=DAY, statutory=LAW, deferred=("A", "B"), deferred_until=DAY)
    assert deferral.told_days(told) == {"A": DAY, "B": DAY}
    assert deferral.told_days(replace(told, deferred_by={"A": DAY})) == {"A": DAY}
