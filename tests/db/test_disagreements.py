"""Two stations do what cannot both stand: which does, in either order, and what a supervisor sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from db.store import Store
from desktop.domain.cases import entries as cases
from desktop.domain.cases.moves import Stage
from desktop.domain.exchange.disagreement import disagreements
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.handling.entries import Clock, DueChanged
from desktop.domain.trust.entry import Act, Fact
from tests.db.examples import DAY, EXAMPLES, REFUSED, TERM, accepted, line, received
from tests.db.test_care import rows
from tests.db.test_two_stations import everything, meet
from tests.stores import Factory

E = EXAMPLES
PIECE = "piece:KFQ-20261123-A01-Y0001"


class Apart:
    """Two stations that know the same of one entity, and then act apart."""

    def __init__(self, make: Factory, entity: str, *before: Any) -> None:
        self.a, self.b = make("A01", name="a"), make("B02", name="b")
        self.entity = entity
        self.tell(self.a, *before)
        self.common = [entry.id for entry in everything(self.a)]
        meet(self.a, self.b, self.common)

    def tell(self, store: Store, *told: Any) -> None:
        clerk = "001" if store.journal.device == "A01" else "002"
        acts = [Act(entity=self.entity, payload=one) for one in told]
        store.journal.append(acts, clerk)

    def meet(self, first: str) -> list[Fact]:
        """`first` is the device whose entries the hall confirmed first."""
        own = {d: [e.id for e in everything(s) if e.device == d and e.id not in self.common]
               for d, s in (("A01", self.a), ("B02", self.b))}  # fmt: skip
        second = "B02" if first == "A01" else "A01"
        self.common += [*own[first], *own[second]]
        meet(self.a, self.b, self.common)
        assert rows(self.a) == rows(self.b)
        for store in (self.a, self.b):
            held = rows(store)
            store.keeping.rebuild()
            assert rows(store) == held
        return list(self.a.journal.facts(self.entity))


CASE = "case:KFQ-20261123-A01-0001"
TAKEN = (received(), accepted())
DECIDED = (*TAKEN, E["case.reviewed", 1])
LATER = replace(TERM, due=date(2026, 12, 30))
DUE = DueChanged(clock=Clock.DECISION, before=TERM, after=LATER, reason="放假通知")
OTHER_DUE = replace(DUE, after=replace(TERM, due=date(2027, 1, 4)), reason="另一通知")
GRANTED = replace(E["case.decided", 1], granted=True)
SENT = E["shipment.created", 1]
SHIPMENT = "shipment:KFQ-20261123-A01-K0001"
PAIRS: dict[str, tuple[str, tuple[Any, ...], Any, Any]] = {
    "two acceptances": (CASE, (received(),), accepted(), accepted()),
    "accepted and refused": (CASE, (received(),), accepted(), REFUSED),
    "two decisions": (CASE, DECIDED, GRANTED, E["case.decided", 1]),
    "two due days": (CASE, TAKEN, DUE, OTHER_DUE),
    "decided and withdrawn": (CASE, DECIDED, GRANTED, E["case.withdrawn", 1]),
    "two extensions": (
        CASE, TAKEN, E["case.extended", 1], replace(E["case.extended", 1], reason="别的理由"),
    ),
    "two withdrawn commitments": (
        CASE, (*TAKEN, E["case.committed", 1]), E["case.commitment_withdrawn", 1],
        replace(E["case.commitment_withdrawn", 1], reason="别的理由"),
    ),
    "two counts of a batch": (
        "batch:KFQ-20261123-A01-B0001", (E["materials.handed_over", 1],),
        E["materials.taken_over", 1], replace(E["materials.taken_over", 1], by="004"),
    ),
    "two seals": (
        SHIPMENT, (SENT,), E["shipment.sealed", 1], replace(E["shipment.sealed", 1], bag="B9"),
    ),
    "two counts of a parcel": (
        SHIPMENT, (SENT,), E["shipment.opened", 1], replace(E["shipment.opened", 1], bag="B9"),
    ),
    "two sign-offs": (
        "bill:ems:2026-11", (E["bill.imported", 1],), E["bill.signed_off", 1],
        replace(E["bill.signed_off", 1], payable="1.00"),
    ),
    "one stage begun twice": (
        "theme:KFQ-20261123-A01-Z0001", (E["theme.received", 1],), E["theme.stage_begun", 1],
        replace(E["theme.stage_begun", 1], cases={"m": "KFQ-20261123-B02-0001"}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("first", ["A01", "B02"])
@pytest.mark.parametrize("what", PAIRS)
def test_of_two_that_cannot_both_stand_the_earlier_does(
    store_factory: Factory, what: str, first: str
) -> None:
    entity, before, one, other = PAIRS[what]
    apart = Apart(store_factory, entity, *before)
    apart.tell(apart.a, one)
    apart.tell(apart.b, other)
    facts = apart.meet(first)
    (found,) = disagreements(facts)
    assert (found.first.entry.device, found.both) == (first, False)
    (row,) = apart.b.views.disagreements()
    assert (row.entity, row.first.device, row.first.clerk) == (
        entity, first, "001" if first == "A01" else "002",
    )  # fmt: skip
    assert (row.first.entry, row.second.entry) == found.pair
    assert apart.a.views.count_disagreements() == 1


def test_the_earliest_day_of_acceptance_stands(store_factory: Factory) -> None:
    apart = Apart(store_factory, CASE, received())
    before = DAY - timedelta(days=1)
    apart.tell(apart.a, accepted())
    apart.tell(apart.b, replace(accepted(), accepted_on=before, statutory=TERM))
    apart.meet("A01")
    case = apart.b.views.case(CASE.partition(":")[2])
    assert case is not None
    assert (case.stage, case.accepted_on, case.statutory) == (Stage.ACCEPTED, before, TERM)


def test_material_after_the_end_is_kept_and_shown(store_factory: Factory) -> None:
    apart = Apart(store_factory, CASE, *DECIDED)
    apart.tell(apart.a, GRANTED, E["case.delivered", 1])
    apart.tell(apart.b, cases.CaseSupplemented(lines=(replace(line(3), name="迟到的材料"),)))
    apart.meet("A01")
    case = apart.a.views.case(CASE.partition(":")[2])
    assert case is not None
    assert case.stage is Stage.CLOSED
    assert "迟到的材料" in [one.name for one in case.lines]
    (row,) = apart.a.views.disagreements()
    assert (row.both, row.second.kind) == (True, "case.supplemented")


@pytest.mark.parametrize(
    ("entity", "before", "told"),
    [
        (SHIPMENT, (SENT,), E["shipment.moved", 1]),
        (CASE, TAKEN, DUE),
        (CASE, TAKEN, E["case.purged", 1]),
        (CASE, TAKEN, cases.CaseSupplemented(lines=(line(3),))),
        ("item:A001", (), E["item.published", 1]),
    ],
    ids=["signed twice", "one new due day twice", "purged twice", "one material twice", "one pack"],
)  # fmt: skip
def test_what_commutes_is_no_disagreement(
    store_factory: Factory, entity: str, before: tuple[Any, ...], told: Any
) -> None:
    apart = Apart(store_factory, entity, *before)
    apart.tell(apart.a, told)
    apart.tell(apart.b, told)
    apart.meet("B02")
    assert apart.a.views.disagreements(done=True) == []


SHOWN: dict[str, tuple[str, tuple[Any, ...], Any, Any]] = {
    "two results": (
        CASE, (*DECIDED, GRANTED), E["case.produced", 1],
        replace(E["case.produced", 1], number="JY2"),
    ),
    "one licence twice": (
        "licence:A001:JY1", (E["licence.issued", 1],),
        replace(E["licence.issued", 1], issued_on=DAY - timedelta(days=1)),
        replace(E["licence.issued", 1], valid_until=DAY),
    ),
    "one version twice": (
        "item:A001", (), replace(E["item.published", 1], label="2026-11"),
        replace(E["item.published", 1], label="2026-11", content="{}"),
    ),
    "a piece given away twice": (
        PIECE, (E["piece.registered", 1],), replace(E["piece.moved", 1], note=""),
        replace(E["piece.moved", 1], note=""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SHOWN)
def test_where_the_later_is_kept_both_are_shown(store_factory: Factory, what: str) -> None:
    entity, before, one, other = SHOWN[what]
    apart = Apart(store_factory, entity, *before)
    apart.tell(apart.a, one)
    apart.tell(apart.b, other)
    apart.meet("A01")
    (row,) = apart.a.views.disagreements()
    assert row.both


def test_a_subject_begun_twice_keeps_nobody_from_meeting(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    for store, until in ((a, DAY), (b, None)):
        told = replace(E["licence.issued", 1], valid_until=until)
        store.journal.append([Act(entity="licence:A001:JY1", payload=told)], "001")
    meet(a, b, [*(entry.id for entry in (*everything(a), *everything(b)))])
    for store in (a, b):
        assert [row.both for row in store.views.disagreements()] == [True]
        assert store.keeping.verify().ok


def settle(store: Store, entity: str, choose: Callable[[Any], str]) -> None:
    (row,) = store.views.disagreements()
    told = DisagreementSettled(
        first=row.first.entry, second=row.second.entry, stands=choose(row), done="已告知",
        reason="以先办为准",
    )  # fmt: skip
    store.journal.append([Act(entity=entity, payload=told)], "009")


def test_what_was_settled_stands_everywhere_and_nothing_is_deleted(store_factory: Factory) -> None:
    apart = Apart(store_factory, CASE, received())
    apart.tell(apart.a, REFUSED)
    apart.tell(apart.b, accepted(), E["case.reviewed", 1])
    apart.meet("A01")
    (row,) = apart.a.views.disagreements()
    assert row.further == 1
    settle(apart.a, CASE, lambda row: str(row.second.entry))
    facts = apart.meet("A01")
    for store in (apart.a, apart.b):
        case = store.views.case(CASE.partition(":")[2])
        assert case is not None
        assert case.stage is Stage.REVIEWING
        assert store.views.count_disagreements() == 0
        assert len(store.views.disagreements(done=True)) == 1
    assert len(facts) == 5
