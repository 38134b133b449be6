"""What travels beside the journal: the list of bad records, and by what clerks sign in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.refusal import Refusal
from desktop.services.exchange import membership
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from desktop.services.packs.publish import publish
from desktop.services.promises import records
from tests.exchange.conftest import Joined, Member
from tests.offices import SUPERVISOR

LIST = "姓名,证件号码,失信行为,认定机关\n王失信,11010519491231002X,虚假承诺,某局\n"


def go(*members: Member) -> None:
    for member in members:
        with member.hub() as hub:
            exchange(Talk(member.office, hub))


def test_the_list_comes_from_the_main_hall_and_the_next_one_replaces_it(
    stations: Joined, tmp_path: Path
) -> None:
    main, sub = stations("KFQ", "A01"), stations("RC1", "R01")
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    records.import_list(main.office, SUPERVISOR, file, date(2026, 11, 20))
    go(main, sub)
    known = records.in_force(sub.office)
    assert known is not None
    assert known.as_of == date(2026, 11, 20)
    assert [one.name for one in sub.office.store.local.all_records()] == ["王失信"]
    file.write_text(LIST.replace("王失信", "李失信"), "utf-8")
    records.import_list(main.office, SUPERVISOR, file, date(2026, 11, 22))
    go(main, sub)
    assert [one.name for one in sub.office.store.local.all_records()] == ["李失信"]
    with main.hub() as hub:
        (count,) = hub._one("SELECT count(*) FROM yichuang.notices('2020-01-01')")
    assert count == 0


def test_a_list_of_a_sub_hall_stays_there(stations: Joined, tmp_path: Path) -> None:
    main, sub = stations("KFQ", "A01"), stations("RC1", "R01")
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    records.import_list(sub.office, SUPERVISOR, file, date(2026, 11, 20))
    go(sub, main)
    assert records.in_force(main.office) is None


def test_secrets_go_to_the_stations_of_the_hall_alone(stations: Joined) -> None:
    one, two = stations("KFQ", "A01"), stations("KFQ", "B02")
    other = stations("RC1", "R01")
    one.office.store.local.set_secret("0712", "password", "$argon2id$1")
    go(one, two, other)
    assert two.office.store.local.secret("0712", "password") == "$argon2id$1"
    assert other.office.store.local.secret("0712", "password") == ""
    two.office.store.local.set_secret("0712", "password", "$argon2id$2")
    go(two, one)
    assert one.office.store.local.secret("0712", "password") == "$argon2id$2"
    go(one, two)
    assert two.office.store.local.secret("0712", "password") == "$argon2id$2"


def test_only_the_main_hall_publishes_and_the_others_receive(stations: Joined) -> None:
    main, sub = stations("KFQ", "A01"), stations("RC1", "R01")
    told = {"SP01": replace(main.office.catalogue.items["SP01"], name="食品经营许可（试）")}
    pack = replace(Catalogue(items={}), items=told)
    for member in (sub, main):
        with member.hub() as hub:
            done = exchange(Talk(member.office, hub))
        membership.remember_directory(member.office, done.halls, done.devices)
    with pytest.raises(Refusal, match="main_hall_publishes"):
        publish(sub.office, pack, SUPERVISOR)
    publish(main.office, pack, SUPERVISOR)
    go(main, sub)
    assert sub.office.item("SP01").name == "食品经营许可（试）"
