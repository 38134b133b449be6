"""This station's own: drafts, credentials, what it remembers. No history, and no journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from db.encoding import check_text
from db.link import Link
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.rows import DraftRow
from desktop.domain.days import BEIJING
from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import PartyKind
from desktop.domain.promises.records import BadRecord
from desktop.domain.refusal import Refusal

_encode = msgspec.json.Encoder(order="sorted").encode
_decoder = msgspec.json.Decoder(Draft)
_record = msgspec.json.Decoder(BadRecord)

_DRAFTS = """
SELECT id, item, applicant, ticked, held, saved_at FROM draft
WHERE :clerk = '' OR clerk = :clerk
ORDER BY saved_at DESC, id DESC
"""
_RECORDS = """
SELECT body FROM bad_record WHERE (number <> '' AND number = :number) OR name = :name
ORDER BY number DESC, name, body
"""


class Local:
    """Every write is a commit of its own, unless it joins the journal's transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def save_draft(self, draft: Draft, clerk: str) -> None:
        """Refuses `cannot_encode` where a field cannot be written as text."""
        try:
            body = _encode(draft).decode()
        except (UnicodeEncodeError, TypeError) as error:
            raise Refusal("cannot_encode", reason="type", what="draft") from error
        who = draft.applicant
        name = who.name if who.kind is PartyKind.ORGANISATION else mask_name(who.name)
        at = (draft.saved_at or self._link.now()).astimezone(BEIJING)
        self._write(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            draft.id, clerk, draft.item, check_text(name, "draft"), len(draft.ticks),
            int(draft.held), at.isoformat(timespec="milliseconds"), body,
        )  # fmt: skip

    def draft(self, id: str) -> Draft | None:
        row = self._link.one("SELECT body FROM draft WHERE id = ?", (id,))
        return _decoder.decode(row[0]) if row else None

    def drafts(self, clerk: str = "") -> list[DraftRow]:
        return [
            DraftRow(
                id=id, item=item, applicant=applicant, ticked=ticked, held=bool(held),
                saved_at=datetime.fromisoformat(at),
            )
            for id, item, applicant, ticked, held, at in self._link.rows(_DRAFTS, {"clerk": clerk})
        ]  # fmt: skip

    def draft_holder(self, id: str) -> str:
        row = self._link.one("SELECT clerk FROM draft WHERE id = ?", (id,))
        return row[0] if row else ""

    def delete_draft(self, id: str) -> None:
        self._write("DELETE FROM draft WHERE id = ?", id)

    def set_secret(self, clerk: str, kind: str, hashed: str) -> None:
        self._write("INSERT OR REPLACE INTO secret VALUES (?, ?, ?)", clerk, kind, hashed)

    def secret(self, clerk: str, kind: str) -> str:
        row = self._link.one(
            "SELECT hashed FROM secret WHERE clerk = ? AND kind = ?", (clerk, kind)
        )
        return row[0] if row else ""

    def replace_records(self, rows: Sequence[BadRecord]) -> None:
        with self._link.transaction():
            self._link.conn.execute("DELETE FROM bad_record")
            self._link.conn.executemany(
                "INSERT INTO bad_record VALUES (?, ?, ?)",
                ((one.number, one.name, _encode(one).decode()) for one in rows),
            )

    def records(self, number: str, name: str) -> list[BadRecord]:
        found = self._link.rows(_RECORDS, {"number": number, "name": name})
        return [_record.decode(row[0]) for row in found]

    def all_records(self) -> list[BadRecord]:
        rows = self._link.rows("SELECT body FROM bad_record ORDER BY number, name, body")
        return [_record.decode(row[0]) for row in rows]

    def secrets(self) -> dict[tuple[str, str], str]:
        """By clerk and kind."""
        rows = self._link.rows("SELECT clerk, kind, hashed FROM secret ORDER BY clerk, kind")
        return {(clerk, kind): hashed for clerk, kind, hashed in rows}

    def remember(self, key: str, value: str) -> None:
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?)", f"own {key}", value)

    def recall(self, key: str, default: str = "") -> str:
        row = self._link.one("SELECT value FROM note WHERE key = ?", (f"own {key}",))
        return row[0] if row else default

    def _write(self, sql: str, *values: object) -> None:
        with self._link.transaction():
            self._link.conn.execute(sql, values)
