"""未归还: every piece that is not with the applicant, and how urgent that is today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from desktop.domain.custody.alarm import Alarm, CustodyTerms, Urgency, alarm
from desktop.domain.custody.rows import PieceFilter, PieceRow
from desktop.services.office import Office
from desktop.services.ports import PAGE

ORDER = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Away:
    """A piece with what today makes of it."""

    row: PieceRow
    alarm: Alarm


def load_terms(path: Path) -> CustodyTerms:
    """The terms of `resources/courier/custody.json`."""
    told = json.loads(path.read_text("utf-8"))
    return CustodyTerms(**{field.name: int(told[field.name]) for field in fields(CustodyTerms)})


def away(office: Office, terms: CustodyTerms, text: str = "") -> list[Away]:
    """What is overdue first, then what is soon; within, by the day it is due and how long it waits."""
    today, calendar = office.today(), office.calendar
    found = [Away(row, alarm(row, today, calendar, terms)) for row in _rows(office, text)]
    return sorted(found, key=_urgency)


def overdue(office: Office, terms: CustodyTerms) -> int:
    """How many pieces should have moved on by now: for the reminder at sign-in."""
    return sum(one.alarm.urgency is Urgency.OVERDUE for one in away(office, terms))


def _rows(office: Office, text: str) -> Iterator[PieceRow]:
    offset, wanted = 0, PieceFilter(text=text, away=True)
    while True:
        page = office.store.views.pieces(wanted, offset, PAGE)
        yield from page
        if len(page) < PAGE:
            return
        offset += PAGE


def _urgency(one: Away) -> tuple[int, str, str]:
    due = one.alarm.due.isoformat() if one.alarm.due else "9"
    return ORDER.index(one.alarm.urgency), due, one.row.since.isoformat()
