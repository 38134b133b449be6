"""定时导出: into a folder at closing time, again after a failure, with a note meanwhile."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.entries import LogExported
from desktop.services.office import Office
from desktop.services.supervision.closing import schedule
from tests.handled import Handled
from tests.offices import CLERK, NOW, SUPERVISOR, Clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "日志"
    made.mkdir()
    return made


@pytest.fixture
def planned(office: Office, folder: Path, clock: Clock) -> Office:
    Handled(office, clock).received()
    schedule.set_schedule(office, SUPERVISOR, "17：00", str(folder), "csv")
    return office


def run(office: Office) -> list[date]:
    """What the window does each minute, until nothing is due: the days that were written."""
    days = []
    while (owed := schedule.due(office)) is not None:
        try:
            written = schedule.write(office, office.store.views, owed)
        except Refusal as refusal:
            schedule.failed(office, owed, str(refusal))
            break
        schedule.done(office, owed, written)
        days.append(owed.day)
    return days


def names(folder: Path) -> list[str]:
    """Without the manifests beside the files."""
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".json")


def exports(office: Office) -> list[LogExported]:
    rows = office.store._link.rows(  # type: ignore[attr-defined]
        "SELECT entity FROM journal WHERE kind = 'log.exported' ORDER BY n"
    )
    return [office.store.journal.facts(row[0])[-1].payload for row in rows]


def test_at_closing_time_and_not_before(planned: Office, clock: Clock, folder: Path) -> None:
    assert run(planned) == []
    clock.at = NOW.replace(hour=17, minute=0)
    assert run(planned) == [NOW.date()]
    assert names(folder) == ["日志 经开区政务服务中心 2026-11-23.csv"]
    (told,) = exports(planned)
    assert (told.first, told.last, told.personal) == (NOW.date(), NOW.date(), False)
    assert run(planned) == [], "once a day"


def test_what_is_done_after_closing_time_stands_in_the_file_of_its_day(
    planned: Office, clock: Clock, folder: Path
) -> None:
    clock.at = NOW.replace(hour=17, minute=30)
    run(planned)
    (file,) = folder.glob("*.csv")
    before = file.read_bytes().count(b"\n")
    clock.at = NOW.replace(hour=19)
    Handled(planned, clock).received()
    assert run(planned) == []
    clock.at = NOW.replace(hour=8) + timedelta(days=1)
    assert run(planned) == [NOW.date()], "once more over the same name"
    assert folder.joinpath(file.name).read_bytes().count(b"\n") > before
    assert len(names(folder)) == 1
    assert run(planned) == []
    clock.on(days=5)
    clock.at = clock.at.replace(hour=18)
    assert run(planned) == [NOW.date() + timedelta(days=n) for n in range(1, 7)]


def test_days_that_were_missed_are_made_up_for(planned: Office, clock: Clock, folder: Path) -> None:
    clock.on(days=2)
    assert run(planned) == [NOW.date(), NOW.date() + timedelta(days=1)]
    assert len(names(folder)) == 2
    clock.on(days=60)
    assert len(run(planned)) == 31, "not the whole year after a long leave"


def test_a_missing_folder_is_told_and_tried_again(
    planned: Office, clock: Clock, folder: Path
) -> None:
    """It is not made: a stick that is not in would be hidden by it."""
    folder.rmdir()
    clock.at = NOW.replace(hour=17)
    assert run(planned) == []
    told = schedule.note(planned)
    assert told is not None
    assert (told.failures, told.day) == (1, NOW.date())
    assert "folder_gone" in told.why
    assert not folder.exists()
    assert schedule.due(planned) is None, "it waits a minute"
    waits = [1, 5, 15, 60, 60]
    for n, minutes in enumerate(waits, 2):
        clock.on(minutes=minutes, seconds=-1)
        assert schedule.due(planned) is None
        clock.on(seconds=1)
        assert run(planned) == []
        assert schedule.tried(planned).failures == n
    folder.mkdir()
    clock.on(minutes=60)
    assert run(planned) == [NOW.date()]
    assert schedule.note(planned) is None


def test_a_folder_that_takes_nothing(planned: Office, clock: Clock, folder: Path) -> None:
    """In the file's place stands a folder, which no right of root's overrides."""
    (folder / "日志 经开区政务服务中心 2026-11-23.csv.part").mkdir()
    clock.at = NOW.replace(hour=17)
    assert run(planned) == []
    told = schedule.note(planned)
    assert told is not None
    assert "cannot_write" in told.why


def test_a_clock_that_was_set_back(planned: Office, clock: Clock, folder: Path) -> None:
    """A day exported "tomorrow" does not keep today's log from its folder; nor a wait."""
    clock.at = NOW.replace(hour=18) + timedelta(days=30)
    run(planned)
    clock.at = NOW.replace(hour=18)
    assert run(planned) == [NOW.date()]
    assert run(planned) == []
    folder.rename(folder.with_name("fort"))
    clock.at = NOW.replace(hour=18) + timedelta(days=1)
    run(planned)
    clock.on(hours=-5)
    folder.with_name("fort").rename(folder)
    clock.at = clock.at.replace(hour=17, minute=30)
    assert run(planned) == [NOW.date(), NOW.date() + timedelta(days=1)]


@pytest.mark.parametrize(
    ("at", "folder", "format", "code"),
    [
        ("25:00", "/tmp", "csv", "export_time_wrong"),
        ("", "/tmp", "csv", "export_time_wrong"),
        ("17.30", "/tmp", "csv", "export_time_wrong"),
        ("17:00", " ", "csv", "folder_missing"),
        ("17:00", "logs", "csv", "folder_missing"),
        ("17:00", "/tmp", "doc", "unknown_format"),
    ],
)
def test_what_cannot_be_a_schedule(
    office: Office, at: str, folder: str, format: str, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        schedule.set_schedule(office, SUPERVISOR, at, folder, format)
    assert schedule.schedule(office) is None


def test_who_may(office: Office, folder: Path) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        schedule.set_schedule(office, CLERK, "17:00", str(folder), "csv")
    schedule.set_schedule(office, SUPERVISOR, "9:30", str(folder), "csv")
    with pytest.raises(Refusal, match="not_allowed"):
        schedule.stop(office, CLERK)
    schedule.stop(office, SUPERVISOR)
    assert schedule.schedule(office) is None
