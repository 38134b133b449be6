"""What travels beside the journal because it must be able to vanish: the list of bad records, which
holds only as long as its source holds it, and by what the clerks of a hall sign in.

The list goes from the main hall to all, secrets among the stations of one hall, each sealed for its
readers alone. The latest stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

import msgspec

from desktop.domain.exchange.batches import HallHead, Notice
from desktop.domain.promises.records import BadRecord, ListInForce
from desktop.services.exchange.talk import Talk
from desktop.services.office import Office
from desktop.services.promises import records

TAKEN, TOLD = "notices taken until", "notice told"
"""Under which the store remembers how far they were taken, and the digest of what was told last."""
RECORDS, SECRET = "records", "secret:"
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)


class _List(msgspec.Struct, frozen=True):
    known: ListInForce
    rows: tuple[BadRecord, ...]


def exchange(talk: Talk, hall: str, halls: Sequence[HallHead]) -> None:
    """Take what is newer, then tell what changed here. Nothing is told twice."""
    office = talk.office
    private = talk.in_store(lambda: office.store.exchange.hall_private)
    since = talk.in_store(office.store.local.recall, TAKEN, BEGINNING.isoformat())
    for notice in talk.hub.notices(datetime.fromisoformat(since), private):
        talk.in_store(_taken, office, notice, hall)
    own = next(one for one in halls if one.code == hall)
    everyone = [one.public_key for one in halls if one.public_key]
    for name, body in talk.in_store(lambda: list(_changed(office, own.main))):
        readers = everyone if name == RECORDS else [own.public_key]
        talk.hub.put_notice(name, body, readers)
        talk.in_store(office.store.local.remember, f"{TOLD} {name}", _digest(body))


def _changed(office: Office, main: bool) -> Iterator[tuple[str, bytes]]:
    for name, body in _own(office, main):
        if office.store.local.recall(f"{TOLD} {name}") != _digest(body):
            yield name, body


def _own(office: Office, main: bool) -> Iterator[tuple[str, bytes]]:
    for (clerk, kind), hashed in office.store.local.secrets().items():
        yield f"{SECRET}{clerk}:{kind}", hashed.encode()
    known = records.in_force(office)
    if main and known is not None:
        told = _List(known, tuple(office.store.local.all_records()))
        yield RECORDS, msgspec.json.encode(told, order="sorted")


def _taken(office: Office, notice: Notice, hall: str) -> None:
    """What came is also what would be told: so it is not told back."""
    local = office.store.local
    with office.store.journal.transaction():
        if notice.name == RECORDS:
            told = msgspec.json.decode(notice.body, type=_List)
            records.take_over(office, told.known, told.rows)
        elif notice.hall == hall:
            clerk, _, kind = notice.name.removeprefix(SECRET).rpartition(":")
            local.set_secret(clerk, kind, notice.body.decode())
        local.remember(f"{TOLD} {notice.name}", _digest(notice.body))
        local.remember(TAKEN, notice.at.isoformat())


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()
