"""The hub as a station sees it: one call of the server per method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from desktop.domain.exchange.batches import (
    BLOCK,
    Batch,
    Confirmed,
    Cursor,
    DeviceHead,
    Greeting,
    HallHead,
    Held,
    Notice,
)
from desktop.domain.trust.entry import Entry
from desktop.exchange import packing
from desktop.exchange.connection import CALL_SECONDS, opened, shut, watched
from desktop.exchange.sealing import DamagedError, ForOthersError, new_keys, seal, unseal

_PUSH = """
SELECT * FROM yichuang.push(%s, %s, %b::text[], %b::bigint[], %b::text[], %b::text[], %b::text[],
    %b::text[], %b::integer[], %b::text[], %b::text[], %b::text[], %b::bytea[], %b::bytea[],
    %b::bytea[], %s)
"""
_GIVE_BACK = """
SELECT yichuang.give_back(%s, %b::bigint[], %b::bigint[], %b::bytea[], %b::text[], %b::bigint[],
    %b::text[], %b::bigint[], %b::text[], %b::text[], %b::text[], %b::text[], %b::integer[],
    %b::text[], %b::text[], %b::text[], %b::bytea[], %b::bytea[], %b::bytea[], %b::bytea[])
"""
_PULL = """
SELECT hall, hall_seq, stamp, hall_hash, id, device, seq, logical, happened_at, recorded_at, clerk,
       kind, version, entity, body, subject, sealed, previous, hash, carried_by, signature
FROM yichuang.pull(%s, %s, %s, %s)
"""
_PACKS = "SELECT * FROM yichuang.pull_packs(%s, %s, %s, %s)"
_PLACES = "SELECT * FROM yichuang.pull_places(%s, %s, %s, %s)"
_PUT_PACK = "SELECT yichuang.put_pack(%s, %s, %s)::text"
_HASH_OF = "SELECT hash FROM yichuang.event WHERE hall = %s AND device = %s AND seq = %s"
MOST_PACKED = 4_000
"""Entries pulled at once in packs: about as many bytes as a fifth of them in rows."""


class PgHub:
    """Use it in one thread. Every method refuses `hub_unreachable`, `hub_revoked` and `hub_failed`;
    after a refusal of the connection the object is of no more use.
    """

    def __init__(
        self, address: str, user: str, password: str, seconds: float = CALL_SECONDS
    ) -> None:
        self._conn = opened(address, user, password)
        self._seconds = seconds

    def __enter__(self) -> PgHub:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        self._conn.close()

    def cut(self) -> None:
        """From any thread: the call under way ends with `hub_unreachable`."""
        shut(self._conn)

    def hello(self, waiting: int, behind: int, disagreements: int) -> Greeting:
        """Tells the station's state, asks how far its chain is held."""
        row = self._one("SELECT * FROM yichuang.hello(%s, %s, %s)", waiting, behind, disagreements)
        return Greeting(seq=row[0], head=row[1], hub=row[2], hall=row[3], keys_given=row[4])

    def halls(self) -> list[HallHead]:
        rows = self._rows("SELECT * FROM yichuang.halls()")
        return [
            HallHead(
                code=r[0], name=r[1], main=r[2], public_key=r[3], seq=r[4], head=r[5],
                healed=r[6], healed_from=r[7],
            )
            for r in rows
        ]  # fmt: skip

    def devices(self) -> list[DeviceHead]:
        rows = self._rows("SELECT * FROM yichuang.devices()")
        return [
            DeviceHead(
                code=r[0], hall=r[1], public_key=r[2], seq=r[3], head=r[4], revoked=r[5],
                enrolled_at=r[6], seen_at=r[7], waiting=r[8], behind=r[9], disagreements=r[10],
            )
            for r in rows
        ]  # fmt: skip

    def push(self, batch: Batch) -> tuple[int, int]:
        """How far the device's chain is held now, and how many of these were new.

        Refuses `hub_gap` (at: where to go on), `fork`, `broken_chain`, `hub_not_allowed`.
        """
        columns = [list(column) for column in zip(*map(_columns, batch.entries), strict=True)]
        row = self._one(_PUSH, batch.device, batch.first, *columns, batch.signature)
        return row[0], row[1]

    def pull(self, cursor: Cursor, limit: int, held: Held | None = None) -> list[Confirmed]:
        """What follows the cursor. Refuses `hub_history_differs` where the hub does not hold the
        cursor's hash at its place.
        """
        if limit < BLOCK:
            return self._pulled(cursor, limit)
        if held is not None and (own := self._pulled_own(cursor, held)):
            return own
        told, limit = self._pulled_packed(cursor, limit)
        return told or self._pulled(cursor, limit)

    def _pulled_own(self, cursor: Cursor, held: Held) -> list[Confirmed]:
        """Only places travel, where every entry is held here and is what the hub has."""
        for stamps, devices, seqs, told, carried, signed in self._packs(_PLACES, cursor):
            entries = held([*zip(devices, seqs, strict=True)])
            rows = packing.placed(cursor, stamps, entries)
            return _told(rows, carried, signed) if packing.told(rows) == told else []
        return []

    def _pulled_packed(self, cursor: Cursor, limit: int) -> tuple[list[Confirmed], int]:
        """What packs hold beyond the cursor, `MOST_PACKED` at once; where the next pack is not what
        the hub's own rows add up to, nothing, and up to where rows are to be pulled instead.
        """
        found: list[Confirmed] = []
        for first, last, pack, told, carried, signed in self._packs(_PACKS, cursor):
            rows = packing.believed(cursor.hall, first, pack, told)
            if not rows:
                return found, last - cursor.seq
            found += [r for r in _told(rows, carried, signed) if r.hall_seq > cursor.seq]
        return found, limit

    def _packs(self, sql: str, cursor: Cursor) -> list[Any]:
        return self._rows(sql, cursor.hall, cursor.seq, cursor.hash, MOST_PACKED)

    def packed_to(self, hall: str) -> int:
        """How far the hall's packs reach."""
        told: int = self._one("SELECT yichuang.packed_to(%s)", hall)[0]
        return told

    def put_pack(self, before: bytes, rows: Sequence[Confirmed]) -> None:
        """These of the own hall once more, compressed; `before` is the hall's hash ahead of them."""
        pack = packing.packed(before, rows)
        self._rows(_PUT_PACK, rows[0].hall_seq, rows[-1].hall_seq, pack)

    def _pulled(self, cursor: Cursor, limit: int) -> list[Confirmed]:
        rows = self._rows(_PULL, cursor.hall, cursor.seq, cursor.hash, limit)
        return [
            Confirmed(
                hall=r[0],
                hall_seq=r[1],
                stamp=r[2],
                hall_hash=r[3],
                entry=_entry(r[4:]),
                carried_by=r[19] or "",
                signature=r[20],
            )
            for r in rows
        ]

    def hash_at(self, hall: str, seq: int) -> bytes | None:
        told: bytes | None = self._one("SELECT yichuang.hash_at(%s, %s)", hall, seq)[0]
        return told

    def hash_of(self, hall: str, device: str, seq: int) -> bytes | None:
        """Of an entry in a device's chain; None where the hub does not hold it."""
        rows = self._rows(_HASH_OF, hall, device, seq)
        return rows[0][0] if rows else None

    def give_back(self, rows: Sequence[Confirmed]) -> int:
        """What the hub has lost of a hall's order, exactly as it was; how many it took.

        Refuses `hub_not_allowed` to a station of another hall, unless it is the main one's.
        """
        entries = [row.entry for row in rows]
        columns = [list(column) for column in zip(*map(_columns, entries), strict=True)]
        places = [
            [row.hall_seq for row in rows], [row.stamp for row in rows],
            [row.hall_hash for row in rows], [one.device for one in entries],
            [one.seq for one in entries],
        ]  # fmt: skip
        signatures = [row.signature for row in rows]
        told: int = self._one(_GIVE_BACK, rows[0].hall, *places, *columns, signatures)[0]
        return told

    def put_wraps(self, wraps: Iterable[tuple[str, str, bytes]]) -> None:
        """Subject, fingerprint of the hall's key, wrapped case key; what is forgotten stays so."""
        columns = [list(column) for column in zip(*wraps, strict=True)]
        if columns:
            self._rows(
                "SELECT yichuang.put_wraps(%s::text[], %s::text[], %s::bytea[])::text", *columns
            )

    def wraps_of(self, subjects: Iterable[str]) -> Mapping[str, bytes]:
        """Those wrapped for the own hall."""
        return dict(self._rows("SELECT * FROM yichuang.wraps_of(%s::text[])", list(subjects)))

    def put_notice(self, name: str, body: bytes, publics: Iterable[bytes]) -> datetime:
        """Sealed for these halls; takes the place of the hall's last of this name."""
        key, keys = new_keys(publics)
        told = msgspec.msgpack.encode((keys, seal(key, body, name.encode())))
        at: datetime = self._one("SELECT yichuang.put_notice(%s, %s)", name, told)[0]
        return at

    def notices(self, after: datetime, private: bytes) -> list[Notice]:
        """Of the own hall and the main one; what cannot be opened here is left out."""
        found = []
        for hall, name, at, body in self._rows("SELECT * FROM yichuang.notices(%s)", after):
            keys, sealed = msgspec.msgpack.decode(body, type=tuple[dict[str, bytes], bytes])
            with suppress(ForOthersError, DamagedError):
                plain = unseal(private, keys, sealed, name.encode())
                found.append(Notice(hall=hall, name=name, at=at, body=plain))
        return found

    def mark_keys(self, given: str) -> None:
        self._rows("SELECT yichuang.mark_keys(%s)::text", given)

    def forget(self, subjects: Iterable[str]) -> None:
        self._rows("SELECT yichuang.forget(%s::text[])::text", list(subjects))

    def invite(
        self, role: str, verifier: str, hall: str, name: str, sealed: bytes, hours: int
    ) -> None:
        self._rows(
            "SELECT yichuang.invite(%s, %s, %s, %s, %s, %s)::text",
            role, verifier, hall, name, sealed, hours,
        )  # fmt: skip

    def revoke(self, device: str) -> None:
        self._rows("SELECT yichuang.revoke_device(%s)::text", device)

    def verifier(self, password: str) -> str:
        """A SCRAM-SHA-256 verifier: the password itself never travels."""
        return self._conn.pgconn.encrypt_password(
            password.encode(), b"station", b"scram-sha-256"
        ).decode()

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with watched(self._conn, self._seconds):
            return self._conn.execute(sql, values, binary=True).fetchall()

    def _one(self, sql: str, *values: Any) -> Any:
        return self._rows(sql, *values)[0]


def _told(rows: Iterable[Confirmed], carried: Any, signed: Any) -> list[Confirmed]:
    return [
        replace(row, carried_by=by or "", signature=signature) if by or signature else row
        for row, by, signature in zip(rows, carried, signed, strict=True)
    ]


def _columns(entry: Entry) -> tuple[Any, ...]:
    return (
        entry.id, entry.logical, entry.happened_at, entry.recorded_at, entry.clerk, entry.kind,
        entry.version, entry.entity, entry.body, entry.subject, entry.sealed, entry.previous,
        entry.hash,
    )  # fmt: skip


def _entry(row: Any) -> Entry:
    return Entry(
        id=row[0], device=row[1], seq=row[2], logical=row[3], happened_at=row[4],
        recorded_at=row[5], clerk=row[6], kind=row[7], version=row[8], entity=row[9], body=row[10],
        subject=row[11], sealed=row[12], previous=row[13], hash=row[14],
    )  # fmt: skip
