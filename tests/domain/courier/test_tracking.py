"""When to ask again: never within the half hour, further apart after each failure."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.carrying.tracking import (
    ANSWERED,
    BATCH,
    CLAIM,
    EVERY,
    LOCK,
    LONGEST,
    QUIET,
    SPREAD,
    TrackOutcome,
    failed,
    gone_quiet,
    next_at,
    spread,
)
from desktop.domain.courier.steps import ENDED, ShipmentStage
from desktop.domain.days import BEIJING

AT = datetime(2026, 11, 24, 14, 5, tzinfo=BEIJING)


@given(
    st.sampled_from(TrackOutcome),
    st.integers(0, 10_000),
    st.sampled_from(ShipmentStage),
    st.text(max_size=32),
)
def test_never_within_the_half_hour_nor_after_a_day(
    outcome: TrackOutcome, before: int, stage: ShipmentStage, waybill: str
) -> None:
    then = next_at(AT, outcome, failed(outcome, before), stage, waybill)
    assert LOCK <= then - AT <= timedelta(hours=13)
    assert then == next_at(AT, outcome, failed(outcome, before), stage, waybill)


@pytest.mark.parametrize(("failures", "minutes"), [(1, 30), (2, 60), (3, 120), (5, 480), (99, 480)])
def test_failures_put_the_next_question_further_off(failures: int, minutes: int) -> None:
    then = next_at(AT, TrackOutcome.TIMED_OUT, failures, ShipmentStage.IN_TRANSIT, "EA1")
    assert timedelta(0) <= then - AT - timedelta(minutes=minutes) <= timedelta(seconds=SPREAD)
    assert timedelta(minutes=minutes) <= LONGEST


def test_a_locked_number_waits_the_half_hour_however_often() -> None:
    then = next_at(AT, TrackOutcome.LOCKED, 7, ShipmentStage.IN_TRANSIT, "EA1")
    assert then - AT <= LOCK + timedelta(seconds=SPREAD)


def test_a_number_on_the_last_way_is_asked_for_more_often() -> None:
    assert min(EVERY.values()) == EVERY[ShipmentStage.OUT_FOR_DELIVERY]
    assert set(EVERY) == set(ShipmentStage) - ENDED | {ShipmentStage.SIGNED}


def test_numbers_asked_together_are_spread_without_chance() -> None:
    told = {spread(f"EA{n}", AT) for n in range(200)}
    assert len(told) > 100
    assert all(timedelta(0) <= one <= timedelta(seconds=SPREAD) for one in told)


def test_a_claim_outlasts_its_batch_by_the_half_hour() -> None:
    assert CLAIM > LOCK + BATCH


def test_an_answer_forgives_the_failures_before() -> None:
    assert [failed(one, 3) for one in ANSWERED] == [0, 0]
    assert failed(TrackOutcome.FAILED, 3) == 4


def test_sixty_days_without_a_word() -> None:
    assert gone_quiet(AT, AT - QUIET, None)
    assert not gone_quiet(AT, AT - QUIET, AT - timedelta(days=1))
    assert not gone_quiet(AT, None)
