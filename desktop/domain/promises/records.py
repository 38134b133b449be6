"""失信: whoever is on a list of bad records, or broke a promise here, may neither defer nor commit.

By the number of the document first. A list that masks numbers, or has none, is matched by name: that
warns and blocks nothing, for a name may be another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.identity.party import Party
from desktop.domain.identity.verdict import Level, Verdict, normal

MASK = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """One row. `number` in its normal form, stars where the list masks it, empty where it has none.

    `until` is the last day on which the record counts; None while no end is told.
    """

    name: str
    number: str = ""
    what: str
    organ: str
    found_on: date | None = None
    until: date | None = None

    def stands(self, on: date) -> bool:
        return self.until is None or on <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A promise broken in a case of this hall, and not repaired since."""

    case: str
    reason: str
    found_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInForce:
    """The list that was imported last: 名单截至 `as_of`."""

    as_of: date
    rows: int
    sha256: str


def standing(
    party: Party,
    breaches: Iterable[Breach],
    records: Iterable[BadRecord],
    known: ListInForce | None,
    today: date,
) -> Verdict:
    """Whether this person's written promise may be taken.

    Errors `promise_broken` and `record_found`, warnings `record_by_name` and `records_absent` (no
    list was imported: the promise is taken on its own), else `record_none`.
    """
    number = normal(party.id_number)
    broken = next(iter(breaches), None)
    if broken is not None:
        data = {"case": broken.case, "reason": broken.reason, "found": broken.found_on}
        return Verdict(Level.ERROR, "promise_broken", number, data)
    if known is None:
        return Verdict(Level.WARN, "records_absent", number)
    found = [one for one in records if one.stands(today)]
    for one in found:
        if number and one.number == number:
            return _found(Level.ERROR, "record_found", number, one, known)
    for one in found:
        if _may_be(party.name, number, one):
            return _found(Level.WARN, "record_by_name", number, one, known)
    return Verdict(Level.OK, "record_none", number, {"as_of": known.as_of})


def _may_be(name: str, number: str, one: BadRecord) -> bool:
    """The same name, and nothing in the numbers that speaks against it."""
    if not name.strip() or _plain(name) != _plain(one.name):
        return False
    if MASK not in one.number:
        return not (number and one.number)
    pattern = re.escape(one.number).replace(re.escape(MASK), ".")
    return not number or re.fullmatch(pattern, number) is not None


def _plain(name: str) -> str:
    return "".join(name.split()).replace("(", "（").replace(")", "）")


def _found(level: Level, code: str, number: str, one: BadRecord, known: ListInForce) -> Verdict:
    data = {"name": one.name, "what": one.what, "organ": one.organ, "as_of": known.as_of}
    return Verdict(level, code, number, {**data, "until": one.until})
