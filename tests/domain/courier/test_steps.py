from itertools import product

import pytest

from desktop.domain.courier.steps import STEPS, UNDER_WAY, ShipmentStage, check_step
from desktop.domain.refusal import Refusal

S = ShipmentStage
# waiting, picked up, in transit, out for delivery, signed, rejected, returning, returned, trouble,
# lost, cancelled: × where the row's stage may become the column's
TABLE = {
    S.WAITING: ".××××××××××",
    S.PICKED_UP: "..××××××××.",
    S.IN_TRANSIT: "...×××××××.",
    S.OUT_FOR_DELIVERY: "..×.××××××.",
    S.SIGNED: ".....×××...",
    S.REJECTED: "...××.××××.",
    S.RETURNING: ".......×××.",
    S.RETURNED: "...........",
    S.TROUBLE: "..××××××.×.",
    S.LOST: "..×.×.××...",
    S.CANCELLED: ".××........",
}


@pytest.mark.parametrize(("stage", "then"), list(product(S, S)), ids=lambda stage: str(stage.value))
def test_every_cell(stage: S, then: S) -> None:
    if TABLE[stage][list(S).index(then)] == "×":
        check_step(stage, then)
        return
    with pytest.raises(Refusal) as refused:
        check_step(stage, then)
    assert refused.value.code == "no_such_step"
    assert refused.value.data == {"stage": stage, "then": then}


def test_the_table_knows_every_stage_and_names_none_twice() -> None:
    assert set(STEPS) == set(S)
    assert all(len(then) == len(set(then)) for then in STEPS.values())


def test_under_way_is_what_still_wants_attention() -> None:
    assert set(S) - {S.SIGNED, S.RETURNED, S.CANCELLED, S.LOST} == UNDER_WAY


def test_every_stage_is_reached_from_waiting() -> None:
    seen, left = {S.WAITING}, [S.WAITING]
    while left:
        new = set(STEPS[left.pop()]) - seen
        seen |= new
        left += new
    assert seen == set(S)
