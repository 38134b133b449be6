from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from db.store import Store
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.halls.entries import StationOpened
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.trust import care
from tests.db.examples import populate
from tests.stores import beijing_now


def office_of(store: Store) -> Office:
    nothing = cast("Any", SimpleNamespace(items={}))
    return Office(
        store=store, station=Station(hall="KFQ", device="A01"), shipped=nothing, catalogue=nothing,
        calendar=cast("WorkCalendar", None), now=beijing_now, renderer=nothing,
    )  # fmt: skip


def test_verify_own_chains_and_a_backup(store: Store, tmp_path: Path) -> None:
    office = office_of(store)
    populate(store.journal)
    assert care.verify(office).ok
    assert care.backup(office, tmp_path / "b")["entries"] == 13
    assert care.verify(office, tmp_path / "b").entries == 13
    with pytest.raises(Refusal, match="file_exists"):
        care.backup(office, tmp_path / "b")


def test_rebuild_counts_before_and_after(store: Store) -> None:
    populate(store.journal)
    before, after = care.rebuild(office_of(store))
    assert before == after


def test_a_restore_gives_a_new_device_in_settings_and_journal(store: Store, tmp_path: Path) -> None:
    office = office_of(store)
    populate(store.journal)
    care.backup(office, tmp_path / "b")
    saved: list[Station] = []
    done = care.restore(office, tmp_path / "b", saved.append)
    assert [station.device for station in saved] == [done.device]
    assert office.station.device == store.journal.device == done.device
    (fact,) = store.journal.facts(f"station:{done.device}")
    assert isinstance(fact.payload, StationOpened)
    assert fact.payload.follows == "A01"
