"""Cases that ended long ago, and a second person with a PIN."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.cases.case import Case
from desktop.services.cases import acts
from desktop.services.halls.clerks import set_pin
from desktop.services.office import Office
from tests.offices import CLERK, Clock, whole

PIN = "2468"
DAYS = 365 * 11
"""Longer than ten years, leap days and all."""

Ended = Callable[..., Case]


@pytest.fixture
def ended(office: Office) -> Ended:
    """A case that was accepted and then withdrawn; parts of the draft as named."""

    def make(item: str = "SP01", **more: object) -> Case:
        case = acts.finish(office, CLERK, whole(office, item, **more)).case
        return acts.withdraw(office, CLERK, case.number, "不办了").case

    return make


@pytest.fixture
def over(office: Office, ended: Ended, clock: Clock) -> list[str]:
    """Three cases whose term is over."""
    numbers = [ended().number for _ in range(3)]
    clock.on(days=DAYS)
    set_pin(office, CLERK.code, PIN)
    return numbers
