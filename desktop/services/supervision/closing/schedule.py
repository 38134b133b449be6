"""定时导出: each day's log goes into a folder at closing time, by the station itself.

The schedule and how it went are this station's own and stand in no journal; each export does.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from desktop.domain.halls.roles import STATION, Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.closing.schedule import (
    Schedule,
    Tried,
    due_days,
    may_try,
    read_time,
)
from desktop.domain.supervision.closing.schedule import written as after
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.ports import Progress, Views
from desktop.services.supervision.log import exporting
from desktop.services.supervision.log.exporting import Export, Written
from desktop.services.supervision.places import safe

SCHEDULE, TRIED = "log schedule", "log schedule tried"
"""Under which the store remembers them."""


@dataclass(frozen=True, slots=True)
class Due:
    """One day's log that is to be written now; `over`: nothing more will be done on that day."""

    day: date
    export: Export
    over: bool


def schedule(office: Office) -> Schedule | None:
    """None where nothing is exported by itself."""
    told = office.store.local.recall(SCHEDULE)
    if not told:
        return None
    known = json.loads(told)
    return Schedule(
        at=time.fromisoformat(known["at"]), folder=known["folder"], format=known["format"],
        since=date.fromisoformat(known["since"]),
    )  # fmt: skip


def set_schedule(office: Office, clerk: Clerk, at: str, folder: str, format: str) -> Schedule:
    """From today on; what failed before is forgotten. Refuses `export_time_wrong`,
    `folder_missing`, `unknown_format`. A folder that comes and goes may be missing just now.
    """
    require(clerk, Right.EXPORT_LOG)
    if not folder.strip() or not Path(folder.strip()).is_absolute():
        raise Refusal("folder_missing")
    if format not in office.ledgers:
        raise Refusal("unknown_format", format=format, known=sorted(office.ledgers))
    before = schedule(office)
    told = Schedule(
        at=read_time(at), folder=folder.strip(), format=format,
        since=before.since if before else office.today(),
    )  # fmt: skip
    with office.store.journal.transaction():
        office.store.local.remember(SCHEDULE, _json(told))
        known = tried(office)
        _remember(office, Tried(done=known.done, early=known.early))
    return told


def stop(office: Office, clerk: Clerk) -> None:
    require(clerk, Right.EXPORT_LOG)
    office.store.local.remember(SCHEDULE, "")
    office.store.local.remember(TRIED, "")


def tried(office: Office) -> Tried:
    told = office.store.local.recall(TRIED)
    if not told:
        return Tried()
    known = json.loads(told)
    return Tried(
        done=_day(known["done"]), early=_day(known.get("early")), failures=known["failures"], day=_day(known["day"]),
        tried_at=datetime.fromisoformat(known["tried_at"]) if known["tried_at"] else None,
        why=known["why"],
    )  # fmt: skip


def note(office: Office) -> Tried | None:
    """What to tell people: the last try failed. None while all goes well."""
    told = tried(office)
    return told if told.failures and schedule(office) is not None else None


def due(office: Office) -> Due | None:
    """The oldest day that is owed, checked, so that a worker can write it; None where
    nothing is, or while it waits after a failure.
    """
    told, known, now = schedule(office), tried(office), office.now()
    if told is None or not may_try(known, now):
        return None
    days = due_days(told, known, now)
    if not days:
        return None
    export = _export(office, told, days[0])
    exporting.check(office, STATION, export)
    return Due(days[0], export, over=days[0] < now.date())


def write(office: Office, views: Views, owed: Due, progress: Progress | None = None) -> Written:
    """In a worker, with views of its own. A folder that is not there is not made: a stick or a
    share that is missing would be hidden by it. Refuses `folder_gone` and `cannot_write`.
    """
    folder = owed.export.to.parent
    try:
        there = folder.is_dir()
    except OSError:  # a share that does not answer
        there = False
    if not there:
        raise Refusal("folder_gone", folder=str(folder))
    return exporting.write(office, STATION, views, owed.export, progress)


def done(office: Office, owed: Due, written: Written) -> None:
    """The file stands: its entry, and the note of a failure goes. Without its entry no file stays."""
    try:
        with office.store.journal.transaction():
            exporting.journal(office, STATION, written)
            _remember(office, after(tried(office), owed.day, over=owed.over))
    except Exception:
        exporting.discard(written)
        raise


def failed(office: Office, owed: Due, why: str) -> Tried:
    """Remember why, in words for people; it is tried again after a while."""
    known = tried(office)
    told = replace(known, failures=known.failures + 1, tried_at=office.now(), day=owed.day, why=why)
    _remember(office, told)
    return told


def _export(office: Office, told: Schedule, day: date) -> Export:
    name = safe(f"日志 {office.station.hall_name} {day}")
    to = Path(told.folder) / f"{name}.{told.format}"
    return Export(wanted=LogFilter(first=day, last=day), format=told.format, to=to)


def _remember(office: Office, told: Tried) -> None:
    office.store.local.remember(TRIED, _json(told))


def _json(told: Schedule | Tried) -> str:
    return json.dumps(asdict(told), default=lambda value: value.isoformat(), ensure_ascii=False)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
