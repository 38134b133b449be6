from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import (
    Address,
    Content,
    ParcelsHandedOver,
    ShipmentAmended,
    ShipmentCreated,
    ShipmentMoved,
)
from desktop.domain.courier.shipment import Shipment, fold
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from tests.domain.told import AT, NUMBER, fact

LINE = Content(case=NUMBER, kind=ContentKind.NOTICE, key="SL1", name="受理通知书")
CREATED = ShipmentCreated(
    direction=Direction.OUTBOUND, carrier="ems", contents=(LINE,), waybill="EA123456785CN",
    receiver=Address(name="李晓敏"),
)  # fmt: skip
BEGUN = fact(CREATED)
amendments = st.builds(
    ShipmentAmended,
    waybill=st.none() | st.sampled_from(["", "1136281381675"]),
    carrier=st.none() | st.sampled_from(["ems", "jd"]),
    contents=st.none() | st.sampled_from([(), (LINE,)]),
    justification=st.sampled_from(["", "邮政停运"]),
)
steps = st.builds(ShipmentMoved, stage=st.sampled_from(ShipmentStage), note=st.text(max_size=3))
told = st.lists(amendments | steps, max_size=6)


def folded(*payloads: Any) -> Shipment:
    moments = (AT + timedelta(hours=n) for n in range(1, 99))
    parcel = fold("K1", [BEGUN, *map(fact, payloads, moments)])
    assert parcel is not None
    return parcel


@given(told)
def test_the_fold_is_deterministic_and_keeps_every_step(payloads: list[Any]) -> None:
    parcel = folded(*payloads)
    assert parcel == folded(*payloads)
    stages = [one.stage for one in payloads if isinstance(one, ShipmentMoved)]
    assert [one.event.stage for one in parcel.progress.passed] == stages


@given(told)
def test_none_leaves_what_stands(payloads: list[Any]) -> None:
    parcel = folded(*payloads)
    for name in ("waybill", "carrier", "contents"):
        said = [getattr(one, name) for one in payloads if isinstance(one, ShipmentAmended)]
        last = [value for value in said if value is not None]
        assert getattr(parcel, name) == (last[-1] if last else getattr(CREATED, name))


@given(told, st.integers(0, 6))
def test_what_is_not_its_own_changes_nothing(payloads: list[Any], place: int) -> None:
    other = ParcelsHandedOver(carrier="ems", shipments=("K1",))
    facts = [BEGUN, *map(fact, payloads)]
    mixed = [*facts[:place], fact(other), *facts[place:]]
    assert fold("K1", mixed) == fold("K1", facts)


@given(told)
def test_nothing_stands_before_it_was_created(payloads: list[Any]) -> None:
    assert fold("K1", map(fact, payloads)) is None


def test_the_first_creation_stands() -> None:
    again = fact(replace(CREATED, carrier="jd"))
    parcel = fold("K1", [BEGUN, again])
    assert parcel is not None
    assert parcel.carrier == "ems"


def test_signed_says_by_whom_and_when() -> None:
    moved = ShipmentMoved(stage=ShipmentStage.SIGNED, signed_by=SignedBy.LOCKER, note="丰巢")
    parcel = folded(ShipmentMoved(stage=ShipmentStage.PICKED_UP), moved)
    assert parcel.signed_by is SignedBy.LOCKER
    assert parcel.progress.passed[-1].event.text == "丰巢"
    assert parcel.moved_at == AT + timedelta(hours=2)


def test_a_case_is_named_once() -> None:
    lines = (LINE, replace(LINE, key="x"), replace(LINE, case=""), replace(LINE, case="other"))
    assert folded(ShipmentAmended(contents=lines)).cases == (NUMBER, "other")
