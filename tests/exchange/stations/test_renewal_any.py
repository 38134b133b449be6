"""Two copies of one station write whatever they like: renewed, all of it is there, once."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.cases import papers
from desktop.domain.courier import entries as courier
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.exchange.entries import NumberReplaced
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from tests.db.examples import DAY, accept, paper
from tests.exchange.conftest import Joined
from tests.exchange.stations.test_coming_back import (
    copied as copied,
)
from tests.exchange.stations.test_coming_back import (
    ids,
    invited,
    names,
    renewed,
    supplement,
    sync,
    whole,
)

SEEDS = range(int(os.environ.get("YICHUANG_CLONES", "3")))


def busy(office: Office, who: str, chance: random.Random, known: list[str]) -> list[str]:
    """Cases, supplements and one of everything, in any order; the names of new applicants."""
    made = []
    for n in range(chance.randrange(1, 9)):
        what = chance.random()
        if what < 0.6:
            made.append(f"{who}{n}")
            known.append(accept(office.store.journal, made[-1]))
        elif what < 0.9 and known:
            supplement(office, chance.choice(known), f"{who}补{n}")
    return made


def ship(office: Office, number: str) -> None:
    """A parcel of the case, whose receiver is sealed under the parcel's key, and a paper."""
    journal = office.store.journal
    content = courier.Content(case=number, kind=ContentKind.LICENCE, key="M1", name="许可证")
    address = courier.Address(name=f"收件 {number}", phone="13800138021", city="北京")
    told = courier.ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", contents=(content,), receiver=address
    )
    receipt = paper(papers.PaperKind.RECEIPT, number)
    with journal.transaction():
        parcel = f"KFQ-{DAY:%Y%m%d}-{journal.device}-K{journal.next_number('K', DAY):04d}"
        acts = [
            Act(entity=f"shipment:{parcel}", payload=told),
            Act(entity=f"paper:{receipt.number}", payload=receipt, subject=f"case:{number}"),
        ]
        journal.append(acts, "001")


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_lost_nothing_doubled(
    stations: Joined, tmp_path: Path, copied: Callable[[Office, str], Office], seed: int
) -> None:
    chance = random.Random(seed)
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    known: list[str] = []
    expected = busy(a.office, "先", chance, known)
    if chance.random() < 0.7:
        sync(a.office, b.office)
    expected += busy(a.office, "共", chance, known)
    twin = copied(a.office, "twin")
    theirs = list(known)
    expected += busy(a.office, "甲", chance, known)
    ship(a.office, accept(a.office.store.journal, "甲寄"))
    accept(a.office.store.journal, "甲末")
    expected += busy(twin, "乙", chance, theirs)
    accept(twin.store.journal, "乙末")
    sent = accept(twin.store.journal, "乙寄")
    ship(twin, sent)
    expected += ["甲末", "甲寄", "乙末", "乙寄"]
    sync(a.office)
    with pytest.raises(Refusal, match="cloned"):
        sync(twin)
    before = ids(twin)
    done = renewed(twin, invited(b), tmp_path)
    assert before <= ids(twin)
    sync(twin, b.office, a.office, twin, times=2)
    whole(a.office, b.office, twin)
    assert names(b.office) == Counter(expected)
    renumbered = {old: new.partition(":")[2] for new, old in done.moved.numbers}
    parcel = b.office.store.views.shipment(
        next(renumbered[one] for one in renumbered if "-K" in one)
    )
    assert parcel is not None
    assert [one.case for one in parcel.contents] == [renumbered[sent]]
    assert parcel.receiver.name == f"收件 {renumbered[sent]}"
    assert len(b.office.store.views.papers(renumbered[sent])) == 1
    told = [
        fact.payload
        for entity, _printed in done.moved.numbers
        for fact in b.office.store.journal.facts(entity)
        if isinstance(fact.payload, NumberReplaced)
    ]
    assert [one.printed for one in told] == [printed for _entity, printed in done.moved.numbers]
