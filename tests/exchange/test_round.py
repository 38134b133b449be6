"""Stations of one hub over a real PostgreSQL: what one does, the others see, once and in one order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.cases.entries import CaseSupplemented
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.exchange.batches import HallHead
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from tests.db.examples import accept, line
from tests.db.test_care import rows
from tests.exchange.conftest import Joined, Make, Member
from tests.offices import STATION_HERE


def go(*members: Member, times: int = 1) -> None:
    for _ in range(times):
        for member in members:
            with member.hub() as hub:
                exchange(Talk(member.office, hub))


def test_two_windows_of_a_hall_come_to_the_same_state(stations: Joined) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    number = accept(a.office.store.journal)
    go(a, b)
    case = b.office.store.views.case(number)
    assert case is not None
    assert case.applicant.name == "李䶮敏"
    for member, name in ((a, "甲补"), (b, "乙补")):
        told = CaseSupplemented(lines=(replace(line(3), name=name),))
        member.office.store.journal.append([Act(entity=f"case:{number}", payload=told)], "001")
    accept(b.office.store.journal, "王小明")
    go(b, a, b)
    assert rows(a.office.store) == rows(b.office.store)  # type: ignore[arg-type]
    ended = a.office.store.views.case(number)
    assert ended is not None
    # b pushed first, so a's supplement is the later one in the hall's order
    assert [sheet.name for sheet in ended.lines if sheet.key == "M3"] == ["甲补"]
    assert a.office.store.exchange.waiting() == b.office.store.exchange.waiting() == 0
    for member in (a, b):
        assert member.office.store.keeping.verify().ok


def test_another_hall_sees_the_act_but_not_the_person(stations: Joined) -> None:
    main, sub = stations("KFQ", "A01"), stations("RC1", "R01")
    number = accept(sub.office.store.journal)
    go(sub, main)
    case = main.office.store.views.case(number)
    assert case is not None
    assert case.applicant.name == ""
    listed = main.office.store.views.cases(CaseFilter(text=number))
    assert [(row.number, row.applicant) for row in listed] == [(number, "")]
    subjects = [f"case:{number}"]
    hall = next(h for h in halls_of(main) if h.code == "KFQ")
    wraps = sub.office.store.exchange.entitle(hall.public_key, subjects)
    with sub.hub() as hub:
        hub.put_wraps(wraps)
    with main.hub() as hub:
        told = hub.wraps_of(subjects)
    main.office.store.exchange.take([], told, main.office.store.exchange.cursor("RC1"))
    entitled = main.office.store.views.case(number)
    assert entitled is not None
    assert entitled.applicant.name == "李䶮敏"


def halls_of(member: Member) -> list[HallHead]:
    with member.hub() as hub:
        return list(hub.halls())


def test_a_round_twice_changes_nothing(stations: Joined) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    accept(a.office.store.journal)
    go(a, b)
    before = rows(b.office.store)  # type: ignore[arg-type]
    with b.hub() as hub:
        again = exchange(Talk(b.office, hub))
    assert (again.pushed, again.pulled) == (0, 0)
    assert rows(b.office.store) == before  # type: ignore[arg-type]


def test_a_copied_disc_is_noticed(stations: Joined, office_factory: Make) -> None:
    a = stations("KFQ", "A01")
    accept(a.office.store.journal)
    go(a)
    twin_office = office_factory(replace(STATION_HERE, device="A01X"))
    twin_office.store.journal.device = "A01"
    accept(twin_office.store.journal)
    accept(twin_office.store.journal)
    twin = Member(twin_office, a.membership)
    with pytest.raises(Refusal, match="cloned"):
        go(twin)
