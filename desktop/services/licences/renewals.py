"""Renewals: computed when read, from stored validity, the stored rule and today's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.identity.verdict import normal
from desktop.domain.licences.entries import Renewal
from desktop.domain.licences.finding import best_of, judged, renewed_by
from desktop.domain.licences.renewal import Window, window
from desktop.domain.licences.rows import LicenceFilter, LicenceRow, Watched
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of
from desktop.services.ports import PAGE


def watched(office: Office, rows: Iterable[LicenceRow], today: date) -> list[Watched]:
    """The rows with their windows; those alike in validity and rule are counted once."""
    known: dict[tuple[date, Renewal], Window] = {}

    def told(row: LicenceRow) -> Watched:
        if row.valid_until is None or row.renewal is None or row.ended is not None:
            return Watched(row, None, None)
        key = (row.valid_until, row.renewal)
        if key not in known:
            known[key] = window(*key, office.calendar)
        return Watched(row, known[key], known[key].state(today))

    return [told(row) for row in rows]


def due_renewals(office: Office, first: date, last: date) -> list[Watched]:
    """Licences in force whose window is shown by `last` and which end on `first` at the earliest.

    What closes first stands first, so what is overdue leads. Refuses `dates_reversed`.
    """
    if last < first:
        raise Refusal("dates_reversed", first=first, last=last)
    wanted = LicenceFilter(first=first, watched_by=last, in_force=True)
    rows = _all(office, wanted)
    found = [
        (one.window.closes, one.row.id, one)
        for one in watched(office, rows, office.today())
        if one.window is not None and one.window.shown_from <= last
    ]
    return [one for _closes, _id, one in sorted(found, key=lambda told: told[:2])]


def opening(due: Iterable[Watched], today: date) -> list[Watched]:
    """可续: of the due ones those whose window opens in the days asked for, or is open already."""
    return [one for one in due if one.window is not None and one.window.closes >= today]


def closing(due: Iterable[Watched], last: date) -> list[Watched]:
    """截止: of the due ones those whose window closes by `last`, or has closed already."""
    return [one for one in due if one.window is not None and one.window.closes <= last]


def turning(due: Iterable[Watched], first: date, last: date) -> list[Watched]:
    """Those whose window opens or closes within the days, and no others."""
    return [one for one in due if one.window is not None and one.window.turns(first, last)]


def check_renewal(
    office: Office, item: ServiceItem, answers: Answers, holder_id: str, applied_on: date
) -> Watched | None:
    """What the register says of an application to renew: its state is early, open, late, expired.

    None where the case renews nothing, or the register knows no licence of this holder.
    `applied_on` is the day of the application (收件), not of acceptance: whoever applied in time
    stays in time. Refuses `renewal_late` where the rule says that a late one is not accepted.
    """
    return judged(_held(office, item, answers, holder_id, applied_on))


def known_renewal(
    office: Office, item: ServiceItem, answers: Answers, holder_id: str, day: date
) -> Watched | None:
    """The same for showing: what is late is told and refuses nothing."""
    return best_of(_held(office, item, answers, holder_id, day))


def renewed_licence(office: Office, case: Case) -> str:
    """Id of the licence that a case renews; empty where there is none, or more than one."""
    item = item_of(office, case)
    if item is None:
        return ""
    holder, day = case.applicant.id_number, case.day_zero
    held = _held(office, item, case.answers, holder, day)
    return held[0].row.id if len(held) == 1 else ""


def _held(
    office: Office, item: ServiceItem, answers: Answers, holder_id: str, day: date
) -> list[Watched]:
    """The holder's licences in force that a case of this item would renew."""
    items = renewed_by(item, answers)
    if not items or not normal(holder_id):
        return []
    wanted = LicenceFilter(holder_id=holder_id, items=items, in_force=True)
    return watched(office, _all(office, wanted), day)


def _all(office: Office, wanted: LicenceFilter) -> list[LicenceRow]:
    """Every row, a page at a time."""
    rows: list[LicenceRow] = []
    while True:
        page = office.store.views.licences(wanted, len(rows), PAGE)
        rows += page
        if len(page) < PAGE:
            return rows
