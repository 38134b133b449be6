"""Lists of the register of licences."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec

from db.facts import facts_of
from db.link import Link
from db.projections.words import tokens
from desktop.domain.exchange.standing import standing
from desktop.domain.identity.verdict import normal
from desktop.domain.licences.entries import EndWhy, Renewal
from desktop.domain.licences.licence import Licence, number_key
from desktop.domain.licences.licence import fold as fold_licence
from desktop.domain.licences.rows import LicenceFilter, LicenceRow

_FROM = """
FROM licences
WHERE (:text = '' OR instr(words, :text) > 0)
  AND (:items = '[]' OR item IN (SELECT value FROM json_each(:items)))
  AND (:in_force = '' OR (ended = '') = (:in_force = 'yes'))
"""
# each is added only where it is asked for, so that its index is used
_ALSO = {
    "number": "AND key = :number",
    "holder_id": "AND holder_id = :holder_id AND holder_id <> ''",
    "first": "AND valid_until >= :first",
    "last": "AND valid_until <= :last",
    "watched_by": "AND watch_from <= :watched_by",
}
_COLUMNS = """
SELECT id, item, name, number, masked, issued_on, valid_from, valid_until, ended, case_number,
       renewal
"""
_ORDER = "ORDER BY valid_until IS NULL, valid_until, id LIMIT :limit OFFSET :offset"

_renewal = msgspec.json.Decoder(Renewal).decode


def licence(link: Link, id: str) -> Licence | None:
    """Folded anew from the journal."""
    return fold_licence(id, standing(facts_of(link, f"licence:{id}")))


def licences(link: Link, wanted: LicenceFilter, offset: int, limit: int) -> list[LicenceRow]:
    """What ends first stands first; licences without an end come last."""
    values = {**_values(wanted), "limit": limit, "offset": offset}
    return [_row(row) for row in link.rows(f"{_COLUMNS}{_wanted(values)}{_ORDER}", values)]


def count_licences(link: Link, wanted: LicenceFilter) -> int:
    """As many as `licences` would list without a limit."""
    values = _values(wanted)
    return int(link.one(f"SELECT count(*) {_wanted(values)}", values)[0])


def _wanted(values: dict[str, Any]) -> str:
    return _FROM + "".join(f"{text}\n" for name, text in _ALSO.items() if values[name])


def _values(wanted: LicenceFilter) -> dict[str, Any]:
    days = {"first": wanted.first, "last": wanted.last, "watched_by": wanted.watched_by}
    return {
        "text": " ".join(tokens(wanted.text)),
        "number": number_key(wanted.number),
        "holder_id": normal(wanted.holder_id),
        "items": json.dumps(sorted(wanted.items)),
        "in_force": "" if wanted.in_force is None else "yes" if wanted.in_force else "no",
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }


def _row(row: Any) -> LicenceRow:
    return LicenceRow(
        id=row[0], item=row[1], name=row[2], number=row[3], holder=row[4],
        issued_on=date.fromisoformat(row[5]), valid_from=date.fromisoformat(row[6]),
        valid_until=date.fromisoformat(row[7]) if row[7] else None,
        ended=EndWhy(row[8]) if row[8] else None, case=row[9],
        renewal=_renewal(row[10]) if row[10] else None,
    )  # fmt: skip
