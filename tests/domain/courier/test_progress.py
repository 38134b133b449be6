from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.progress import Event, Progress, progress
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from tests.domain.told import AT

S = ShipmentStage
moments = st.integers(0, 20).map(lambda hours: AT + timedelta(hours=hours))
events = st.lists(
    st.builds(
        Event,
        at=moments,
        stage=st.none() | st.sampled_from(S),
        code=st.sampled_from(["", "1", "304"]),
        source=st.sampled_from(["hand", "kuaidi100"]),
        text=st.sampled_from(["", "到了", "走了"]),
        signed_by=st.none() | st.sampled_from(SignedBy),
    ),
    max_size=8,
)


def at(hours: int) -> datetime:
    return AT + timedelta(hours=hours)


def after(*stages: S | None) -> Progress:
    return progress(Event(at=at(n), stage=stage, code=str(n)) for n, stage in enumerate(stages))


@given(events, st.randoms())
def test_neither_order_nor_repetition_changes_anything(told: list[Event], chance: Random) -> None:
    mixed = [*told, *told]
    chance.shuffle(mixed)
    assert progress(mixed) == progress(told)


@given(events)
def test_every_event_is_kept_and_stages_follow_the_table(told: list[Event]) -> None:
    found = progress(told)
    assert len(found.passed) == len({one.key for one in told})
    assert [one.event.at for one in found.passed] == sorted(one.event.at for one in found.passed)
    assert found.last == (found.passed[-1].event.at if found.passed else None)


def test_what_is_unknown_stays_visible_and_moves_nothing() -> None:
    found = after(S.PICKED_UP, None, S.IN_TRANSIT)
    assert found.stage is S.IN_TRANSIT
    assert [one.code for one in found.unknown] == ["1"]


@pytest.mark.parametrize("told", [S.SIGNED, S.RETURNED])
def test_on_the_way_back_signed_for_means_returned(told: S) -> None:
    found = after(S.IN_TRANSIT, S.REJECTED, S.RETURNING, S.IN_TRANSIT, S.OUT_FOR_DELIVERY, told)
    assert found.turned
    assert found.stage is S.RETURNED
    assert after(S.RETURNING, S.IN_TRANSIT).stage is S.RETURNING


def test_a_late_word_of_the_road_changes_no_end() -> None:
    found = after(S.SIGNED, S.OUT_FOR_DELIVERY)
    assert found.stage is S.SIGNED
    assert not found.passed[-1].moved


def test_taken_out_of_the_locker_by_the_receiver() -> None:
    locker = Event(at=at(1), stage=S.SIGNED, code="304", signed_by=SignedBy.LOCKER)
    taken = Event(at=at(5), stage=S.SIGNED, code="301", signed_by=SignedBy.SELF)
    found = progress([taken, locker])
    assert (found.signed_by, found.since) == (SignedBy.SELF, at(5))
    late = Event(at=at(7), stage=S.SIGNED, code="303", signed_by=SignedBy.OTHER)
    assert progress([locker, taken, late]).signed_by is SignedBy.SELF
