from dataclasses import replace
from itertools import product

import pytest

from desktop.domain.halls.roles import RIGHTS, STATION, Clerk, Right, Role, may, require
from desktop.domain.refusal import Refusal

COUNTER = {Right.LOOK, Right.SERVE, Right.SHIP, Right.REFUSE}
JUDGING = {Right.REVIEW, Right.TECHNICAL, Right.DECIDE, Right.EXTEND}
EXPECTED = {
    Role.CLERK: COUNTER,
    Role.APPROVER: COUNTER | {Right.REVIEW},
    Role.CHIEF: COUNTER | {Right.REVIEW, Right.DECIDE, Right.EXTEND, Right.TURN, Right.EXPORT_LOG},
    Role.TECHNICAL: {Right.LOOK, Right.TECHNICAL},
    Role.SUPERVISOR: set(Right) - JUDGING,
}


@pytest.mark.parametrize(("role", "right"), list(product(Role, Right)))
def test_every_cell(role: Role, right: Right) -> None:
    clerk = Clerk(code="1", name="王", role=role)
    allowed = right in EXPECTED[role]
    assert may(clerk, right) is allowed
    assert not may(replace(clerk, active=False), right)
    if allowed:
        require(clerk, right)
        return
    with pytest.raises(Refusal) as refused:
        require(clerk, right)
    assert (refused.value.code, refused.value.data) == (
        "not_allowed",
        {"right": right, "role": role},
    )


def test_the_table_knows_every_role() -> None:
    assert set(RIGHTS) == set(Role)


def test_the_station_itself_may_everything_but_judge() -> None:
    assert {right for right in Right if may(STATION, right)} == set(Right) - JUDGING
