from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop import settings
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import ClerkSet, StationOpened
from desktop.domain.halls.roles import Role
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.halls import opening
from desktop.services.halls.clerks import sign_in
from desktop.services.halls.station import change_look, change_station
from desktop.services.office import Office
from tests.offices import CLERK, STATION_HERE, SUPERVISOR, whole

Factory = Callable[[Station], Office]
FIRST = ClerkSet(code=" 0700 ", name="赵一鸣", role=Role.CLERK, active=False)
NAMED = replace(STATION_HERE, hall=" kfq ", device="b12", unnamed=True)


def opened(office: Office, folder: Path, station: Station = NAMED, pin: str = "4711") -> None:
    def keep(told: Station) -> None:
        settings.save(told, folder)

    opening.open_station(office, station, FIRST, "long enough", pin, keep)


def test_first_run(office_factory: Factory, tmp_path: Path) -> None:
    office = office_factory(Station())
    opened(office, tmp_path)
    assert (office.station.hall, office.station.device, office.station.unnamed) == (
        "KFQ", "B12", False,
    )  # fmt: skip
    assert settings.load(tmp_path) == office.station
    assert office.store.journal.device == "B12"
    told = office.store.journal.facts("station:B12")[0]
    assert isinstance(told.payload, StationOpened)
    assert (told.entry.device, told.entry.clerk, told.entry.seq) == ("B12", "-", 1)
    clerk = sign_in(office, "0700", "long enough")
    assert (clerk.role, clerk.active) == (Role.SUPERVISOR, True)
    assert acts.finish(office, clerk, whole(office)).case.number == "KFQ-20261123-B12-0001"
    assert office.store.keeping.verify().ok


def test_what_commands_did_before_stays_in_a_chain_of_its_own(
    office_factory: Factory, tmp_path: Path
) -> None:
    office = office_factory(Station())
    opening.announce(office)
    opened(office, tmp_path)
    assert {head.device for head in office.store.journal.heads()} == {"A01", "B12"}
    assert office.store.keeping.verify().ok


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"hall": "K-Q"}, "hall"),
        ({"device": "A"}, "device"),
        ({"device": "设备"}, "device"),
        ({"hall_name": " "}, "hall_name"),
        ({"organ": ""}, "organ"),
        ({"window": ""}, "window"),
    ],
)
def test_an_incomplete_station_is_refused(
    office_factory: Factory, tmp_path: Path, change: dict[str, str], field: str
) -> None:
    office = office_factory(Station())
    with pytest.raises(Refusal) as refused:
        opened(office, tmp_path, replace(NAMED, **change))  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.data) == ("station_incomplete", {"field": field})


def full(told: Station) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("pin", "keep", "fault"), [("12ab", list, Refusal), ("4711", full, OSError)]
)
def test_half_a_first_run_is_none(
    office_factory: Factory, tmp_path: Path, pin: str, keep: Any, fault: type[Exception]
) -> None:
    office = office_factory(Station())
    with pytest.raises(fault):
        opening.open_station(office, NAMED, FIRST, "long enough", pin, keep)
    assert (office.station, office.store.journal.device) == (Station(), "A01")
    assert office.store.journal.heads() == ()
    assert office.store.views.clerks() == []
    assert settings.load(tmp_path) == Station()
    opened(office, tmp_path)


def test_a_station_is_opened_once(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="already_opened"):
        opened(office, tmp_path)


def test_an_authority_is_set_by_a_supervisor_with_its_organ(office: Office) -> None:
    opening.set_authority(office, SUPERVISOR, "SP01", Authority.COLLECT, " 某局 ")
    assert office.authority("SP01").organ == "某局"
    assert office.authority("SP02").authority is Authority.ACCEPT
    for code, act in (
        ("collect_without_organ", (SUPERVISOR, "SP01", Authority.COLLECT, " ")),
        ("unknown_item", (SUPERVISOR, "XX99", Authority.ADVISE, "")),
        ("not_allowed", (CLERK, "SP01", Authority.ADVISE, "")),
    ):
        with pytest.raises(Refusal, match=code):
            opening.set_authority(office, *act)


def test_a_name_is_changed_and_journalled_a_telephone_only_changed(office: Office) -> None:
    kept: list[Station] = []
    before = len(office.store.journal.facts("station:A07"))
    change_station(office, SUPERVISOR, replace(office.station, phone="1"), kept.append)
    assert len(office.store.journal.facts("station:A07")) == before
    change_station(office, SUPERVISOR, replace(office.station, window="8"), kept.append)
    assert office.store.journal.facts("station:A07")[-1].payload.window == "8"
    assert kept[-1] == office.station
    with pytest.raises(Refusal, match="codes_stay"):
        change_station(office, SUPERVISOR, replace(office.station, device="A08"), kept.append)
    with pytest.raises(Refusal, match="not_allowed"):
        change_station(office, CLERK, replace(office.station, window="9"), kept.append)
    assert change_look(office, "dark", 20, kept.append) == office.station == kept[-1]
