"""到件待认领: who waits, since when, until when, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.arrivals.arrival import OWED, ArrivalState, Claim
from desktop.domain.courier.arrivals.owed import Owed, owed
from desktop.domain.courier.arrivals.rows import ArrivalFilter, ArrivalRow
from desktop.domain.handling.alert import Alert
from desktop.services.office import Office
from desktop.services.views import PAGE


@dataclass(frozen=True, slots=True)
class Waiting:
    """`state` as today finds it: a draft that is gone at this station claims nothing."""

    row: ArrivalRow
    state: ArrivalState
    owed: Owed

    @property
    def answerable(self) -> bool:
        """The five days run: no case was made of it yet. A case has a clock of its own."""
        unclaimed = self.state is ArrivalState.WAITING
        return unclaimed or any(not claim.case for claim in self.row.claims)

    @property
    def pressing(self) -> bool:
        """The fifth working day is near, or past: silence is acceptance."""
        near = self.owed.alert in (Alert.RED, Alert.OVERDUE)
        return near and self.answerable and self.state in OWED


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many arrivals are owed something, and how many of them are near the day or past it."""

    waiting: int
    near: int
    overdue: int


def waiting(office: Office, offset: int = 0, limit: int = PAGE) -> list[Waiting]:
    """What is owed, the longest wait first."""
    wanted = ArrivalFilter(states=OWED)
    return [_watched(office, row) for row in office.store.views.arrivals(wanted, offset, limit)]


def watched(
    office: Office, wanted: ArrivalFilter, offset: int = 0, limit: int = PAGE
) -> list[Waiting]:
    """Any arrivals, with what today makes of them."""
    return [_watched(office, row) for row in office.store.views.arrivals(wanted, offset, limit)]


def pressing(office: Office) -> Pressing:
    """For the badge and the reminder at sign-in."""
    found = waiting(office)
    pressed = [one.owed.alert for one in found if one.pressing]
    return Pressing(len(found), pressed.count(Alert.RED), pressed.count(Alert.OVERDUE))


def _watched(office: Office, row: ArrivalRow) -> Waiting:
    claims = [claim for claim in row.claims if _stands(office, row, claim)]
    state = row.state
    if state is ArrivalState.CLAIMED and not claims:
        state = ArrivalState.WAITING
    told = owed(row.signed_at, state, office.today(), office.calendar, office.rule)
    return Waiting(row, state, told)


def _stands(office: Office, row: ArrivalRow, claim: Claim) -> bool:
    if claim.case or row.device != office.station.device:
        return True
    return office.store.local.draft(claim.draft) is not None
