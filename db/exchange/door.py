"""The exchanging door of the store: what goes out, what comes in, how far each hall is held."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from db.care.copying import copy_database
from db.exchange import outbox, renewing, taking
from db.facts import COLUMNS, entry_of
from db.journal import Journal
from db.keys import renew_recovery
from db.link import Link
from db.schema import PROTECTED, UNPROTECTED
from db.vault import Vault, fingerprint, wrap
from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.exchange.renewal import Moved
from desktop.domain.exchange.rows import WaitingRow
from desktop.domain.trust.chain import GENESIS
from desktop.domain.trust.entry import Entry

_PREFIXED = ", ".join(f"j.{name.strip()}" for name in COLUMNS.split(","))
_HASH = "SELECT hash FROM journal WHERE device = ? AND seq = ?"
_LAST = "SELECT max(seq) FROM journal WHERE device = ?"
_OWN_LAST = """
SELECT coalesce(max(seq), 0) FROM journal j WHERE device = ?
    AND EXISTS (SELECT 1 FROM confirmed c WHERE c.entry = j.id)
"""
_WAITING = """
SELECT count(*) FROM journal j WHERE device = ? AND seq > ?
"""
_WRAPS = (
    "SELECT subject, hall, wrapped FROM case_key WHERE subject IN (SELECT value FROM json_each(?))"
)
_MISSING = """
SELECT value FROM json_each(:subjects)
WHERE NOT EXISTS (SELECT 1 FROM case_key WHERE subject = value AND hall = :hall)
  AND NOT EXISTS (SELECT 1 FROM forgotten WHERE subject = value)
"""
_ORDER = f"""
SELECT c.hall, c.hall_seq, c.stamp, c.signature, {_PREFIXED} FROM confirmed c JOIN journal j ON j.id = c.entry
WHERE c.hall = ? AND c.hall_seq > ? ORDER BY c.hall_seq LIMIT ?
"""
_HASHES = """
SELECT j.hash FROM confirmed c JOIN journal j ON j.id = c.entry
WHERE c.hall = ? AND c.hall_seq > ? AND c.hall_seq <= ? ORDER BY c.hall_seq
"""
_SUBJECTS = """
SELECT j.subject FROM confirmed c JOIN journal j ON j.id = c.entry
WHERE c.hall = ? AND c.hall_seq > ? AND j.subject <> ''
UNION SELECT j.entity FROM confirmed c JOIN journal j ON j.id = c.entry
WHERE c.hall = ? AND c.hall_seq > ?
UNION SELECT subject FROM journal WHERE device = ? AND seq > ? AND subject <> ''
"""
_FORGOTTEN = "SELECT subject, at FROM forgotten WHERE at >= ? ORDER BY at"
_NOTE = "exchange own"


class Exchange:
    """Over the one writing connection; use it in the store's thread."""

    def __init__(self, link: Link, journal: Journal) -> None:
        self._link, self._journal = link, journal
        self._reached: dict[str, tuple[int, bytes]] = {}

    @property
    def hall_public(self) -> bytes:
        """The hall's X25519 public key, raw."""
        return self._link.vault.public

    @property
    def hall_private(self) -> bytes:
        """For a further device of this hall, and sealed at once."""
        return self._link.keys.hall

    @property
    def fingerprint(self) -> str:
        """How this hall's key is named among wraps."""
        return self._link.vault.hall

    def head(self) -> tuple[int, bytes]:
        """Sequence number and hash of this device's last entry."""
        seq = self._link.one(_LAST, (self._journal.device,))[0] or 0
        return seq, self.hash_of(self._journal.device, seq) or GENESIS

    def hash_of(self, device: str, seq: int) -> bytes | None:
        """`GENESIS` before the first entry; None where it is not held."""
        row = self._link.one(_HASH, (device, seq)) if seq else (GENESIS,)
        return row[0] if row else None

    def entries(self, device: str, after: int, limit: int) -> list[Entry]:
        return taking.entries_of(self._link, device, after, limit)

    def held(self, places: Sequence[tuple[str, int]]) -> list[Entry]:
        """Those held of these, device and number, in their order."""
        return taking.held(self._link, places)

    def waiting(self) -> int:
        """Own entries that no hub has confirmed."""
        return int(self._link.one(_WAITING, (self._journal.device, self._confirmed()))[0])

    def waiting_rows(self, offset: int = 0, limit: int = 500) -> list[WaitingRow]:
        """What of it there is, by kind and case, the oldest first."""
        device = self._journal.device
        return outbox.rows(self._link, device, self._confirmed(), offset, limit)

    def waiting_cases(self) -> frozenset[str]:
        """Numbers of the cases with entries of this station that no hub has confirmed."""
        return outbox.cases(self._link, self._journal.device, self._confirmed())

    def _confirmed(self) -> int:
        """How far the own chain is confirmed."""
        device = self._journal.device
        row = self._link.one("SELECT value FROM note WHERE key = ?", (f"{_NOTE} {device}",))
        return int(row[0] if row else self._link.one(_OWN_LAST, (device,))[0])

    def wraps(self, subjects: Iterable[str]) -> list[tuple[str, str, bytes]]:
        """Subject, key fingerprint of the entitled hall, wrapped key."""
        return [(r[0], r[1], r[2]) for r in self._link.rows(_WRAPS, (json.dumps([*subjects]),))]

    def keep_wraps(self, wraps: Iterable[tuple[str, str, bytes]]) -> None:
        """Those of other halls, to be handed on; the own hall's come with what they open."""
        with self._link.transaction():
            for subject, hall, wrapped in wraps:
                if hall != self._link.vault.hall:
                    taking.keep(self._link, hall, subject, wrapped)

    def keyless(self, subjects: Iterable[str]) -> list[str]:
        """Those whose key this hall neither has nor was told to forget."""
        values = {"subjects": json.dumps([*subjects]), "hall": self._link.vault.hall}
        return [row[0] for row in self._link.rows(_MISSING, values)]

    def entitle(self, public: bytes, subjects: Iterable[str]) -> list[tuple[str, str, bytes]]:
        """Wrap these subjects' keys for another hall as well (移交, 代收)."""
        vault, link = self._link.vault, self._link
        told = [
            (subject, fingerprint(public), wrap(public, subject, vault.open(subject, wrapped)))
            for subject, hall, wrapped in self.wraps(subjects)
            if hall == vault.hall
        ]
        with link.transaction():
            for subject, hall, wrapped in told:
                link.conn.execute(
                    "INSERT OR IGNORE INTO case_key VALUES (?, ?, ?)", (hall, subject, wrapped)
                )
        return told

    def forgotten(self, since: str) -> list[tuple[str, str]]:
        """Subjects forgotten at this moment or later, and when."""
        return [(r[0], r[1]) for r in self._link.rows(_FORGOTTEN, (since,))]

    def cursor(self, hall: str) -> Cursor:
        row = self._link.one("SELECT seq, hash FROM hall_cursor WHERE hall = ?", (hall,))
        return Cursor(hall=hall, seq=row[0], hash=row[1]) if row else Cursor(hall=hall)

    def take(self, rows: Sequence[Confirmed], wraps: Mapping[str, bytes], cursor: Cursor) -> int:
        """One slice of a hall's order, in one commit; how many entries were new here."""
        own = [row.entry.seq for row in rows if row.entry.device == self._journal.device]
        with self._link.transaction():
            new = taking.take(self._link, rows, wraps, cursor, device=self._journal.device)
            if own:
                note = (f"{_NOTE} {self._journal.device}", str(max(own)))
                self._link.conn.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", note)
        return new

    def take_loose(self, entries: Sequence[Entry], wraps: Mapping[str, bytes]) -> int:
        """Entries of one device that no hub has confirmed yet, in one commit."""
        return taking.take(self._link, [], wraps, loose=entries, device=self._journal.device)

    def confirmed_of(self, device: str) -> int:
        """The last entry of a device's chain that has a place in its hall's order."""
        return int(self._link.one(_OWN_LAST, (device,))[0])

    def last_of(self, device: str) -> int:
        return int(self._link.one(_LAST, (device,))[0] or 0)

    def order(self, hall: str, after: int, limit: int) -> list[Confirmed]:
        """The hall's order as it is held here, with its cumulative hashes."""
        head, told = self.hash_after(hall, after), []
        for r in self._link.rows(_ORDER, (hall, after, limit)):
            entry = entry_of(r[4:])
            head = sha256(head + entry.hash).digest()
            told.append(
                Confirmed(
                    hall=r[0], hall_seq=r[1], stamp=r[2], hall_hash=head, signature=r[3],
                    entry=entry,
                )
            )  # fmt: skip
        return told

    def hash_after(self, hall: str, place: int) -> bytes:
        """The hall's cumulative hash at a place, from where it was last asked for on."""
        reached, head = self._reached.get(hall, (0, GENESIS))
        if reached > place:
            reached, head = 0, GENESIS
        for (hash,) in self._link.rows(_HASHES, (hall, reached, place)):
            head = sha256(head + hash).digest()
        self._reached[hall] = place, head
        return head

    def subjects(self, hall: str, after: int) -> list[str]:
        """Whose keys entries of this hall's order need, beyond this place; and own ones that have
        no place yet.
        """
        values = (hall, after, hall, after, self._journal.device, self._confirmed())
        return [row[0] for row in self._link.rows(_SUBJECTS, values)]

    def hashes(self, hall: str) -> list[bytes]:
        """The cumulative hash after each place, from 0."""
        told = [GENESIS]
        for (hash,) in self._link.rows(_HASHES, (hall, 0, 1 << 62)):
            told.append(sha256(told[-1] + hash).digest())
        return told

    def take_back(self, cursor: Cursor) -> None:
        """Forget the order of this hall beyond the cursor: its hub was restored from a backup and
        has confirmed anew. No entry is lost; they stand as unconfirmed until they find a place.
        """
        link, device = self._link, self._journal.device
        self._reached.pop(cursor.hall, None)
        with link.transaction():
            link.conn.execute(UNPROTECTED)
            where = "WHERE hall = ? AND hall_seq > ?"
            entities = link.rows(
                f"SELECT DISTINCT j.entity FROM confirmed JOIN journal j ON j.id = entry {where}",
                (cursor.hall, cursor.seq),
            )
            link.conn.execute(f"DELETE FROM confirmed {where}", (cursor.hall, cursor.seq))
            link.conn.execute(PROTECTED)
            link.conn.execute(
                "INSERT OR REPLACE INTO hall_cursor VALUES (?, ?, ?)",
                (cursor.hall, cursor.seq, cursor.hash),
            )
            link.conn.execute("DELETE FROM note WHERE key = ?", (f"{_NOTE} {device}",))
            taking.refold(link, (row[0] for row in entities))

    def placed(self, tails: Mapping[str, int]) -> dict[str, int]:
        """Halls in whose order something beyond these stands, from which place on."""
        return renewing.placed(self._link, tails)

    def renew(self, tails: Mapping[str, int], device: str, given: Mapping[str, str]) -> Moved:
        """What stands beyond these is written anew under the new device code."""
        return renewing.move(self._link, tails, device, given)

    def copy_before_renewal(self) -> str:
        """The file as it is, beside it; its name."""
        link = self._link
        stamp = f"{link.now():%Y%m%d-%H%M%S}"
        to = link.path.with_name(f"{link.path.stem}.before-renewal-{stamp}.db")
        copy_database(link.path, link.keys.file, to, link.keys.file)
        return to.name

    def adopt_hall(self, private: bytes) -> str:
        """This station's hall has a key already: every case key is wrapped for it anew. The new
        recovery code, or empty where it was the same key. Both wraps stand before the key changes,
        so that a power cut in between loses nothing.
        """
        link, old = self._link, self._link.vault
        if private == link.keys.hall:
            return ""
        new = Vault(private)
        with link.transaction():
            for subject, wrapped in link.rows(
                "SELECT subject, wrapped FROM case_key WHERE hall = ?", (old.hall,)
            ):
                again = wrap(new.public, subject, old.open(subject, wrapped))
                link.conn.execute(
                    "INSERT OR IGNORE INTO case_key VALUES (?, ?, ?)", (new.hall, subject, again)
                )
        link.keys, code = renew_recovery(replace(link.keys, hall=private))
        link.vault = new
        return code
