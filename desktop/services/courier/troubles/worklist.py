"""要处理: parcels with a trouble, what is due first on top; and how many there are of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.courier.troubles.days import Days
from desktop.domain.courier.troubles.found import Found, Seen, found
from desktop.domain.courier.troubles.kinds import Trouble
from desktop.domain.guidance.terms import ItemType
from desktop.services.courier.troubles.terms import terms_of
from desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubled:
    """A parcel with its troubles; `first` is the one to begin with."""

    seen: Seen
    found: tuple[Found, ...]
    first: Found

    @property
    def number(self) -> str:
        return self.seen.row.number

    @property
    def late(self) -> tuple[date, str]:
        return self.first.due, self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """`calling` want somebody today or soon; `waiting` for an answer; `quiet`: put off."""

    calling: tuple[Troubled, ...] = ()
    waiting: tuple[Troubled, ...] = ()
    quiet: tuple[Troubled, ...] = ()

    @property
    def counts(self) -> dict[Trouble, int]:
        """How many parcels have which trouble in front, in the order of the troubles."""
        told = Counter(one.first.trouble for one in self.calling)
        return {trouble: told[trouble] for trouble in Trouble if told[trouble]}

    def due(self, today: date) -> int:
        """How many have to be dealt with by today."""
        return sum(one.first.due <= today for one in self.calling)


def worklist(office: Office) -> Worklist:
    """Computed when read: time alone makes most troubles."""
    terms, days, today = terms_of(office), Days(office.calendar), office.today()
    calling: list[Troubled] = []
    waiting: list[Troubled] = []
    quiet: list[Troubled] = []
    for seen in office.store.views.troubled():
        seen = _permits_alone(office, seen)
        told = found(seen, terms, days, today)
        if not told:
            continue
        acting = [one for one in told if one.calls]
        asked = [one for one in told if one.waiting]
        first = (acting or asked or list(told))[0]
        place = calling if acting else waiting if asked else quiet
        place.append(Troubled(seen=seen, found=told, first=first))
    return Worklist(
        calling=tuple(sorted(calling, key=lambda one: (one.first.rank, one.number))),
        waiting=tuple(sorted(waiting, key=lambda one: one.late)),
        quiet=tuple(sorted(quiet, key=lambda one: one.late)),
    )


def troubles_of(office: Office, number: str) -> tuple[Found, ...]:
    """The troubles of one parcel."""
    terms, days = terms_of(office), Days(office.calendar)
    for seen in office.store.views.troubled(number):
        return found(_permits_alone(office, seen), terms, days, office.today())
    return ()


def _permits_alone(office: Office, seen: Seen) -> Seen:
    """许可法 44 binds 行政许可 alone."""
    if not seen.results:
        return seen
    items = office.catalogue.items
    kept = tuple(
        one
        for one in seen.results
        if one.item in items and items[one.item].type == ItemType.LICENCE
    )
    return replace(seen, results=kept)
