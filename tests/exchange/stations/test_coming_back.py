"""Stations that are new, replaced, restored or copied: nothing lost, nothing doubled, no number twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from db.keys import keys_in
from db.store import Store, open_store
from desktop import settings
from desktop.domain.cases.entries import CaseSupplemented
from desktop.domain.cases.rows import CaseFilter, CaseRow
from desktop.domain.exchange.renewal import Renewed
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.exchange.door import PgHubs
from desktop.services.exchange import membership, relay, renewal, syncing
from desktop.services.office import Office
from desktop.services.trust import care
from tests.db.examples import accept, line
from tests.db.test_care import rows
from tests.exchange.conftest import Joined, Meeting, Member
from tests.offices import STATION_HERE, SUPERVISOR
from tests.stores import Template

Make = Callable[[Station], Office]


def sync(*offices: Office, times: int = 1) -> None:
    for _ in range(times):
        for office in offices:
            syncing.sync(office)


def folded(office: Office) -> Any:
    return rows(office.store)  # type: ignore[arg-type]


def supplement(office: Office, number: str, name: str) -> None:
    told = CaseSupplemented(lines=(replace(line(3), name=name),))
    office.store.journal.append([Act(entity=f"case:{number}", payload=told)], "001")


def names(office: Office) -> Counter[str]:
    """Applicants of all cases."""
    return Counter(map(partial(name_in, office), office.store.views.cases(CaseFilter(), limit=500)))


def name_in(office: Office, row: CaseRow) -> str:
    """Whole, where this hall holds the key."""
    case = office.store.views.case(row.number)
    return case.applicant.name if case else ""


def ids(*offices: Office) -> set[str]:
    """Of every entry that any of these holds."""
    return {row[0] for one in offices for row in _rows(one, "SELECT id FROM journal")}


def _rows(office: Office, sql: str) -> list[Any]:
    store = office.store
    assert isinstance(store, Store)
    return store._link.rows(sql)


def whole(*offices: Office) -> None:
    """All the same everywhere, every chain whole, no number for two things."""
    for office in offices:
        assert office.store.keeping.verify().ok
        assert folded(office) == folded(offices[0])
        doubled = "SELECT id FROM journal GROUP BY id HAVING count(*) > 1"
        received = """SELECT entity FROM journal WHERE kind = 'case.received'
            GROUP BY entity HAVING count(*) > 1"""
        assert not _rows(office, doubled)
        assert not _rows(office, received)


@pytest.fixture
def copied(template: Template, tmp_path: Path) -> Callable[[Office, str], Office]:
    """The disc of this station, copied: file, keys, membership, device code."""

    def make(office: Office, name: str) -> Office:
        office.store.keeping.checkpoint()
        path = tmp_path / f"{name}.db"
        shutil.copyfile(tmp_path / f"{office.station.device}.db", path)
        keys = replace(template.keys, credential=tmp_path / f"{name}.key")
        return replace(office, store=open_store(path, keys, office.now, office.station.device))

    return make


def renewed(office: Office, code: str, folder: Path) -> Renewed:
    return renewal.renew(office, SUPERVISOR, code, lambda told: settings.save(told, folder))


def invited(by: Member, hall: str = "KFQ") -> str:
    return membership.issue_code(by.office, SUPERVISOR, hall, hall)


def test_a_broken_station_is_replaced(
    stations: Joined, meeting: Meeting, office_factory: Make
) -> None:
    old, other = stations("KFQ", "A01").office, stations("KFQ", "B02").office
    numbers = [accept(old.store.journal, f"申请人{n}") for n in range(12)]
    sync(old, other)
    new = office_factory(replace(STATION_HERE, device="C03"))
    new.hubs = PgHubs()
    new.store.exchange.adopt_hall(b"\x05" * 32)
    membership.revoke(other, SUPERVISOR, "A01", "主板坏了")
    code = membership.issue_code(other, SUPERVISOR, "KFQ", "主厅")
    recovery = membership.join(new, SUPERVISOR, meeting.address, code)
    assert len(recovery.split("-")) > 4
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    syncing.sync(new, progress=progress)
    assert told
    assert told[-1][0] <= told[-1][1]
    sync(other, new)
    whole(new, other)
    for number in numbers:
        case = new.store.views.case(number)
        assert case is not None
        assert case.applicant.name.startswith("申请人")
    assert "-C03-" in accept(new.store.journal)


KILLED = """
import os, signal, sys
from pathlib import Path
from main import open_office
from desktop.services.exchange import syncing
def progress(done, total):
    if done >= {after}:
        os.kill(os.getpid(), signal.SIGKILL)
    return True
print(syncing.sync(open_office(Path(sys.argv[1])), progress=progress).pulled)
"""


def in_process(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, over this data folder."""
    root = Path(__file__).parents[3]
    env = {**os.environ, "PYTHONPATH": str(root), settings.HOME_VARIABLE: str(folder)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=root)


def test_killed_in_the_middle_it_goes_on(
    stations: Joined, meeting: Meeting, tmp_path: Path
) -> None:
    old = stations("KFQ", "A01").office
    for n in range(160):
        accept(old.store.journal, f"申请人{n}")
    sync(old)
    folder = tmp_path / "new"
    settings.save(replace(STATION_HERE, device="C03"), folder)
    code = membership.issue_code(old, SUPERVISOR, "KFQ", "主厅")
    join = ("main.py", "hub", "join", "--address", meeting.address, "--code", code, "--json")
    came = in_process(folder, *join)
    assert json.loads(came.stdout)["recovery_code"]
    killed = in_process(folder, "-c", KILLED.format(after=150), str(folder))
    assert killed.returncode == -signal.SIGKILL
    again = in_process(folder, "main.py", "sync", "--json")
    rest = json.loads(again.stdout)["in"]
    assert 0 < rest < 320 - 150
    sync(old)
    new = replace(old, store=open_store(folder / "yichuang.db", keys_in(folder), old.now, "C03"))
    try:
        sync(new, old, times=2)
        whole(old, new)
        assert names(new) == Counter(f"申请人{n}" for n in range(160))
    finally:
        new.store.close()


def test_a_restored_backup_comes_back_under_its_own_code(
    stations: Joined, meeting: Meeting, template: Template, tmp_path: Path, office_factory: Make
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    accept(a.office.store.journal, "早先")
    sync(a.office)
    late = accept(a.office.store.journal, "还没交换")
    care.backup(a.office, tmp_path / "a.backup")
    twin = office_factory(replace(STATION_HERE, device="X01"))
    twin.hubs = PgHubs()
    care.restore(twin, tmp_path / "a.backup", lambda _told: None, template.recovery_code)
    assert twin.store.journal.device.startswith("A01R")
    assert membership.membership(twin) is None
    kept = _rows(twin, "SELECT value FROM note")
    assert not any(membership.member(a.office).password in row[0] for row in kept)
    with pytest.raises(Refusal, match="no_hub"):
        sync(twin)
    code = invited(b)
    membership.join(twin, SUPERVISOR, membership.last_address(twin), code)
    supplement(twin, late, "恢复后补")
    sync(twin)
    assert not relay.carried(twin)
    accept(a.office.store.journal, "原机继续")  # the original lives on: no fork, nothing twice
    sync(a.office, b.office, twin, a.office, times=2)
    whole(a.office, b.office, twin)
    assert names(b.office) == Counter(["早先", "还没交换", "原机继续"])


def test_a_revoked_one_is_restored_and_renewed(
    stations: Joined, meeting: Meeting, template: Template, tmp_path: Path, office_factory: Make
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    accept(a.office.store.journal, "早先")
    sync(a.office)
    accept(a.office.store.journal, "还没交换")
    care.backup(a.office, tmp_path / "a.backup")
    membership.revoke(b.office, SUPERVISOR, "A01", "坏了")
    twin = office_factory(replace(STATION_HERE, device="X01"))
    twin.hubs = PgHubs()
    care.restore(twin, tmp_path / "a.backup", lambda _told: None, template.recovery_code)
    membership.join(twin, SUPERVISOR, meeting.address, invited(b))
    with pytest.raises(Refusal, match="renew_instead"):
        sync(twin)
    done = renewed(twin, invited(b), tmp_path)
    assert [old for _new, old in done.moved.numbers] == ["KFQ-20261123-A01-0002"]
    sync(twin, b.office, twin)
    whole(b.office, twin)
    assert names(b.office) == Counter(["早先", "还没交换"])


def test_a_copied_disc_is_stopped_and_loses_nothing(
    stations: Joined, tmp_path: Path, copied: Callable[[Office, str], Office]
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    common = accept(a.office.store.journal, "共同")
    sync(a.office, b.office)
    accept(a.office.store.journal, "复制前未交换")
    twin = copied(a.office, "twin")
    for n in range(3):
        accept(a.office.store.journal, f"甲{n}")
        accept(twin.store.journal, f"乙{n}")
    supplement(twin, common, "乙补共同")
    supplement(a.office, common, "甲补共同")
    sync(a.office)
    with pytest.raises(Refusal, match="cloned"):
        sync(twin)
    assert membership.standing(twin).stopped
    before, content = ids(twin), names(twin)
    done = renewed(twin, invited(b), tmp_path)
    assert settings.load(tmp_path).device == done.device == twin.store.journal.device
    assert (tmp_path / done.copy).exists()
    assert names(twin) == content
    assert before <= ids(twin)
    assert twin.store.keeping.verify().ok
    printed = [f"KFQ-20261123-A01-{n:04d}" for n in (3, 4, 5)]
    assert [old for _new, old in done.moved.numbers] == printed
    sync(twin, b.office, a.office, twin, times=2)
    whole(a.office, b.office, twin)
    expected = ["共同", "复制前未交换", *(f"{who}{n}" for who in "甲乙" for n in range(3))]
    assert names(b.office) == Counter(expected)
    assert before | ids(a.office) <= ids(b.office)
    for office in (twin, b.office):
        found = office.store.views.cases(CaseFilter(text=printed[0]))
        assert sorted(name_in(office, row) for row in found) == ["乙0", "甲0"]
    number = accept(twin.store.journal, "之后")
    assert number not in {new.partition(":")[2] for new, _old in done.moved.numbers}
    sync(twin, a.office, b.office, twin, a.office)
    whole(a.office, b.office, twin)


def test_interrupted_it_goes_on_with_the_same_code(
    stations: Joined, tmp_path: Path, copied: Callable[[Office, str], Office]
) -> None:
    a, b = stations("KFQ", "A01"), stations("KFQ", "B02")
    twin = copied(a.office, "twin")
    accept(a.office.store.journal, "甲")
    accept(twin.store.journal, "乙")
    sync(a.office)
    code = invited(b)
    before = folded(twin)

    class Torn:
        """The power goes after the hub has answered: everything else is the real thing."""

        def __getattr__(self, name: str) -> Any:
            if name == "connect" and twin.store.local.recall(renewal.PENDING):
                raise KeyboardInterrupt
            return getattr(PgHubs(), name)

    twin.hubs = Torn()
    membership.try_again(twin)
    with pytest.raises(KeyboardInterrupt):
        renewed(twin, code, tmp_path)
    assert folded(twin) == before
    assert twin.store.journal.device == "A01"
    twin.hubs = PgHubs()
    done = renewed(twin, code, tmp_path)
    sync(twin, a.office, b.office, twin, a.office, b.office)
    whole(a.office, b.office, twin)
    assert names(b.office) == Counter(["甲", "乙"])
    assert done.follows == "A01"


def test_a_taken_code_is_survived(
    stations: Joined, meeting: Meeting, office_factory: Make, tmp_path: Path
) -> None:
    main = stations("KFQ", "A01")
    lone = office_factory(replace(STATION_HERE, hall="RC1", device="A01X"))
    lone.store.journal.device = "A01"
    lone.station = replace(lone.station, device="A01")
    lone.hubs = PgHubs()
    lone.store.exchange.adopt_hall(b"\x09" * 32)
    accept(main.office.store.journal, "主厅")
    accept(lone.store.journal, "分厅")
    code = invited(main, "RC1")
    with pytest.raises(Refusal, match="device_taken"):
        membership.join(lone, SUPERVISOR, meeting.address, code)
    with pytest.raises(Refusal, match="no_address"):
        renewed(lone, code, tmp_path)
    done = renewal.renew(
        lone, SUPERVISOR, code, lambda told: settings.save(told, tmp_path), meeting.address
    )
    # it bears the main hall's code, where A01 may give it too
    assert done.moved.numbers == (
        (f"case:KFQ-20261123-{done.device}-0001", "KFQ-20261123-A01-0001"),
    )
    sync(lone, main.office, lone)
    for office in (lone, main.office):
        assert office.store.keeping.verify().ok
        assert len(_rows(office, "SELECT 1 FROM cases")) == 2
    case = lone.store.views.case(done.moved.numbers[0][0].partition(":")[2])
    assert case is not None
    assert case.applicant.name == "分厅"
