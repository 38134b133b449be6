"""复核: one list of what asks for a look, and the one verb that says what was found of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.changes import ActReviewed, Finding
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.review.entries import ActLookedAt
from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow
from desktop.domain.trust.entry import Act, Fact
from desktop.services.custody.rule import review_alone
from desktop.services.handling.oversight import look_at
from desktop.services.office import Office
from desktop.services.packs.pack import decoded, read_bytes
from desktop.services.ports import PAGE

FILE = "supervision/review.json"
OF_CASE = (Watch.ADDED, Watch.LATE, Watch.ALONE)
"""Acts whose look is an entry of their case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """From how many looks in an hour, and from how many hours late, an act is listed."""

    reveals: int
    late_hours: int


_BOUNDS = msgspec.json.Decoder(Bounds)


def bounds(office: Office) -> Bounds:
    """Data that ships; without it the filter's own."""
    if office.resources is None:
        return Bounds(reveals=WatchFilter().reveals, late_hours=WatchFilter().late_hours)
    file = office.resources / FILE
    return decoded(file, read_bytes(file), _BOUNDS)


def watched(
    office: Office, wanted: WatchFilter, offset: int = 0, limit: int = PAGE
) -> Sequence[WatchRow]:
    """Newest first."""
    return office.store.views.watched(_bounded(office, wanted), offset, limit)


def count(office: Office, wanted: WatchFilter) -> dict[Watch, int]:
    return office.store.views.count_watched(_bounded(office, wanted))


def look(office: Office, clerk: Clerk, row: WatchRow, finding: Finding, note: str) -> None:
    """Journal what was found, once, never of one's own act, with a word of reason.

    Refuses `nothing_to_review`, `own_act`, `reason_missing`.
    """
    require(clerk, Right.OVERSEE)
    if row.why in OF_CASE:
        told = ActReviewed(entry=row.entry, finding=finding, note=note)
        look_at(office, clerk, row.case, told)
        return
    if row.why is Watch.ALONE_PARCEL and finding is Finding.PROPER:
        shipment = row.entity.partition(":")[2]
        review_alone(office, clerk, shipment, row.entry, note)
        return
    if not note.strip():
        raise Refusal("reason_missing")
    if row.clerk == clerk.code:
        raise Refusal("own_act")
    entity = f"review:{row.key}"
    with office.store.journal.transaction():
        if row.finding is not None or office.store.journal.facts(entity):
            raise Refusal("nothing_to_review")
        found = ActLookedAt(finding=finding, note=note.strip())
        office.store.journal.append([Act(entity=entity, payload=found)], clerk.code)


def told_of(office: Office, row: WatchRow) -> list[Fact]:
    """The entries that the row is about: its own, or all looks of a burst."""
    journal = office.store.journal
    if row.why is Watch.REVEALED:
        hour = row.key.removeprefix(f"burst-{row.clerk}-")
        seen = office.store.views.burst(row.clerk, hour)
        entries = {entry for _entity, entry in seen}
        facts = [fact for entity in {one for one, _entry in seen} for fact in journal.facts(entity)]
        told = [fact for fact in facts if fact.entry.id in entries]
        return sorted(told, key=lambda fact: fact.happened_at)
    return [fact for fact in journal.facts(row.entity) if fact.entry.id == row.entry]


def _bounded(office: Office, wanted: WatchFilter) -> WatchFilter:
    told = bounds(office)
    now = office.now()
    return replace(wanted, reveals=told.reveals, late_hours=told.late_hours, now=now)
