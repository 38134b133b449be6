"""What was done folds by its own moments, whatever the order in which it became known."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.shipment import fold
from desktop.domain.courier.troubles.entries import (
    Answered,
    Appealed,
    Claimed,
    Complained,
    FollowedUp,
    TroubleSettled,
)
from desktop.domain.courier.troubles.followups import Followups, followups
from desktop.domain.courier.troubles.kinds import WRITTEN, Ending, Remedy, Trouble, Whom
from desktop.domain.trust.entry import Fact
from tests.domain.courier.test_shipment import BEGUN
from tests.domain.told import AT, fact

DAY, DUE = date(2026, 11, 24), date(2026, 12, 1)
TROUBLES = st.sampled_from([Trouble.STILL, Trouble.LOST])
ACTS = st.one_of(
    st.builds(
        FollowedUp, trouble=TROUBLES, whom=st.none() | st.sampled_from(Whom),
        until=st.none() | st.just(DUE),
    ),
    st.builds(Complained, trouble=TROUBLES, on=st.just(DAY), due=st.just(DUE)),
    st.builds(Claimed, trouble=TROUBLES, on=st.just(DAY), due=st.just(DUE)),
    st.builds(Appealed, trouble=TROUBLES, on=st.just(DAY), due=st.just(DUE)),
    st.builds(Answered, remedy=st.sampled_from(sorted(WRITTEN)), on=st.just(DUE)),
    st.builds(TroubleSettled, trouble=TROUBLES, how=st.sampled_from(Ending)),
)  # fmt: skip


def at_hours(payloads: list[Any]) -> list[Fact]:
    return [fact(told, AT + timedelta(hours=n)) for n, told in enumerate(payloads, 1)]


def folded(*payloads: Any) -> Followups:
    return followups(at_hours(list(payloads)))


@given(st.lists(ACTS, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_knowing_changes_nothing(payloads: list[Any], chance: Any) -> None:
    facts = at_hours(payloads)
    mixed = list(facts)
    chance.shuffle(mixed)
    assert followups(mixed) == followups(facts)
    assert [note.told for note in followups(mixed).notes] == payloads
    parcel = fold("K1", [BEGUN, *mixed])
    assert parcel is not None
    assert parcel.followups == followups(facts)


@given(st.lists(ACTS, max_size=7))
def test_no_more_is_answered_than_was_asked(payloads: list[Any]) -> None:
    told = folded(*payloads)
    for remedy in WRITTEN:
        closed = [one for one in told.asked if one.remedy is remedy and not one.open]
        answers = [p for p in payloads if isinstance(p, Answered) and p.remedy is remedy]
        assert len(closed) <= len(answers)
    assert set(told.open) <= {one for one in told.asked if one.open}


def test_a_putting_off_is_no_call_and_a_call_ends_it() -> None:
    put_off = FollowedUp(trouble=Trouble.STILL, until=DUE, said="等")
    called = FollowedUp(trouble=Trouble.STILL, whom=Whom.CARRIER, said="问了")
    assert folded(put_off).done == {}
    assert folded(put_off).until == {Trouble.STILL: DUE}
    after = folded(put_off, called)
    assert after.until == {}
    assert set(after.done) == {(Trouble.STILL, Remedy.CALL), (Trouble.STILL, Remedy.ASK)}


def test_an_answer_goes_to_the_last_letter_of_its_kind() -> None:
    asked = Claimed(trouble=Trouble.LOST, on=DAY, due=DUE, wanted=Decimal(66))
    answer = Answered(remedy=Remedy.CLAIM, on=DUE, credited=Decimal(66))
    told = folded(answer, asked, asked, answer)
    assert [one.open for one in told.asked] == [True, False]
    assert told.asked[1].credited == Decimal(66)


def test_what_is_settled_waits_for_no_answer() -> None:
    asked = Claimed(trouble=Trouble.LOST, on=DAY, due=DUE)
    over = TroubleSettled(trouble=Trouble.LOST, how=Ending.LET_BE)
    assert folded(asked, over).open == ()
    assert len(folded(over, asked).open) == 1
