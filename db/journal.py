"""The journal's door: append, number, read."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

from db.encoding import Encoded, check_text, encode, moment
from db.facts import COLUMNS, bound, entry_of, facts_of
from db.link import Link
from db.projections.number import parse
from db.projections.table import project
from db.vault import seal
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import ChainHead
from desktop.domain.trust.chain import GENESIS, SEPARATOR, digest
from desktop.domain.trust.entry import Act, Entry, Fact

INSERT = f"INSERT INTO journal ({COLUMNS}) VALUES ({', '.join('?' * 15)})"
_HEAD = "SELECT seq, logical, hash FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1"
_NEXT = "SELECT max(seq) FROM numbers WHERE device = ? AND day = ? AND series = ?"
_FOREIGN = "SELECT 1 FROM journal WHERE subject = ? AND device <> ? LIMIT 1"
_WRAP = "SELECT wrapped FROM case_key WHERE hall = ? AND subject = ?"
# steps from device to device over the index, however long the chains are
_HEADS = """
WITH RECURSIVE d (device) AS (
    SELECT min(device) FROM journal
    UNION ALL
    SELECT (SELECT min(device) FROM journal WHERE device > d.device) FROM d WHERE d.device NOT NULL
)
SELECT j.device, j.seq, j.hash FROM d JOIN journal j ON j.device = d.device
    AND j.seq = (SELECT max(seq) FROM journal WHERE device = d.device)
ORDER BY j.device
"""


class Journal:
    """`device` may be set once more when the station is named: its chain begins there."""

    def __init__(self, link: Link, device: str) -> None:
        self._link = link
        self.device = device

    def transaction(self) -> AbstractContextManager[None]:
        return self._link.transaction()

    def append(self, acts: Sequence[Act], clerk: str) -> tuple[Entry, ...]:
        """One commit; see `desktop.services.ports.Journal.append`.

        Further refusals: `foreign_number` where a new entity's number carries another device,
        `case_forgotten` where personal data would be sealed for a purged subject.
        """
        encoded = [(act, encode(act.payload)) for act in acts]
        check_text(clerk, "clerk")
        for act in acts:
            _check_entity(act.entity)
        with self._link.transaction():
            at = self._link.now()
            before = {act.entity: facts_of(self._link, act.entity) for act in acts}
            seq, logical, head = self._link.one(_HEAD, (self.device,)) or (0, 0, GENESIS)
            written: list[Entry] = []
            for act, told in encoded:
                if not before[act.entity]:
                    self._check_number(act.entity)
                seen = max((max(f.entry.logical, f.stamp) for f in before[act.entity]), default=0)
                logical = max(logical + 1, seen + 1, int(at.timestamp() * 1000))
                seq += 1
                entry = self._entry(act, told, clerk, at, (seq, logical, head))
                head = entry.hash
                written.append(entry)
                self._remember(entry, told.payload)
            for entity, facts in before.items():
                project(self._link.conn, entity, facts_of(self._link, entity), bool(facts))
        return tuple(written)

    def next_number(self, series: str, day: date) -> int:
        if not self._link.in_transaction:
            raise RuntimeError("a number belongs into the transaction that uses it")
        row = self._link.one(_NEXT, (self.device, f"{day:%Y%m%d}", series))
        return 1 + (row[0] or 0)

    def facts(self, entity: str) -> tuple[Fact, ...]:
        return facts_of(self._link, entity)

    def heads(self) -> tuple[ChainHead, ...]:
        return heads(self._link)

    def changes(self) -> int:
        """`data_version` sees other connections' commits, `total_changes` our own."""
        return (int(self._link.one("PRAGMA data_version")[0]) << 40) + int(
            self._link.conn.total_changes
        )

    def _entry(
        self, act: Act, told: Encoded, clerk: str, at: datetime, place: tuple[int, int, bytes]
    ) -> Entry:
        """Seal, hash and write one entry."""
        seq, logical, previous = place
        id = time_ordered_id(logical)
        subject = (act.subject or act.entity) if told.personal else ""
        sealed = b""
        if told.personal:
            key = self._key(check_text(subject, "subject"))
            sealed = seal(key, told.personal, bound(id, act.entity, told.kind))
        happened, recorded = moment(act.happened_at or at, "happened_at"), moment(at, "now")
        texts = (
            id, self.device, seq, logical, happened, recorded, clerk, told.kind, told.version,
            act.entity, told.body, subject,
        )  # fmt: skip
        hash = digest(previous, SEPARATOR.join(map(str, texts)).encode(), sealed)
        row = (*texts, sealed, previous, hash)
        self._link.conn.execute(INSERT, row)
        return entry_of(row)

    def _key(self, subject: str) -> bytes:
        """The subject's key; made, and wrapped for this hall, when it is first needed. Refuses
        `no_case_key` where others sealed under one that this hall does not hold: a second would
        part them.
        """
        link = self._link
        row = link.one(_WRAP, (link.vault.hall, subject))
        if row is not None:
            return link.vault.open(subject, row[0])
        if link.one("SELECT 1 FROM forgotten WHERE subject = ?", (subject,)):
            raise Refusal("case_forgotten", subject=subject)
        if link.one(_FOREIGN, (subject, self.device)):
            raise Refusal("no_case_key", subject=subject.partition(":")[2])
        key, wrapped = link.vault.new(subject)
        link.conn.execute(
            "INSERT INTO case_key VALUES (?, ?, ?)", (link.vault.hall, subject, wrapped)
        )
        return key

    def _check_number(self, entity: str) -> None:
        """A new number must be of this device; another's could come a second time."""
        number = parse(entity.partition(":")[2])
        if number and number.device != self.device:
            raise Refusal("foreign_number", number=entity, device=self.device)

    def _remember(self, entry: Entry, payload: Any) -> None:
        """Add the entry to the facts of this transaction, where it is the last in order."""
        facts = self._link.facts
        known = facts.get(entry.entity, ())
        if known and known[-1].entry.logical >= entry.logical:
            del facts[entry.entity]
            return
        happened, recorded = map(datetime.fromisoformat, (entry.happened_at, entry.recorded_at))
        fact = Fact(entry=entry, payload=payload, happened_at=happened, recorded_at=recorded)
        facts[entry.entity] = (*known, fact)


def heads(link: Link) -> tuple[ChainHead, ...]:
    """Where each device's chain ends, by device."""
    return tuple(ChainHead(device=d, seq=s, hash=h.hex()) for d, s, h in link.rows(_HEADS))


def _check_entity(entity: str) -> None:
    """`type:id`."""
    type_, _, id = check_text(entity, "entity").partition(":")
    if not (type_ and id):
        raise Refusal("cannot_encode", reason="entity", what=repr(entity))


def time_ordered_id(milliseconds: int) -> str:
    """UUIDv7 (RFC 9562) as 32 hexadecimal digits."""
    chance = secrets.randbits(74)
    value = milliseconds << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & (1 << 62) - 1
    return f"{value:032x}"
