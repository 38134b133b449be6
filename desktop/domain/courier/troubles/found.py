"""Which troubles a parcel has today: a pure rule over its row, the terms and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentRow
from desktop.domain.courier.steps import ENDED, ShipmentStage
from desktop.domain.courier.troubles.days import Days, day_of
from desktop.domain.courier.troubles.followups import Asked, Followups
from desktop.domain.courier.troubles.kinds import (
    COVERS,
    MOVING,
    OF_STAGE,
    ORDER,
    Owner,
    Remedy,
    Trouble,
)
from desktop.domain.courier.troubles.terms import Terms, TroubleTerm
from desktop.domain.courier.troubles.worth import BY_HAND_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultDue:
    """A result inside that is owed to its applicant; `due` as its case counts it (许可法 44)."""

    case: str
    item: str
    start: date
    due: date
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the rule looks at. `picked_at` when the carrier took it, `unknown_at` when it last told
    what nobody can read, `near`: both ends lie in one city.

    `originals_away`: it holds originals that have not come into the receiver's hands.
    """

    row: ShipmentRow
    followups: Followups = field(default_factory=Followups)
    picked_at: datetime | None = None
    unknown_at: datetime | None = None
    near: bool = False
    originals_away: bool = False
    results: tuple[ResultDue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One trouble. `since` what it is counted from, `due` until when the `owner` has to do `step`.

    `waiting`: an answer is owed and not late. `quiet_until`: put off by a person. `claim_by`: the
    last day of a claim. `result`: the case whose term it is.
    """

    trouble: Trouble
    since: date
    due: date
    owner: Owner
    step: Remedy
    article: str
    sample: bool = False
    provisional: bool = False
    waiting: bool = False
    quiet_until: date | None = None
    claim_by: date | None = None
    result: str = ""

    @property
    def calls(self) -> bool:
        """Whether somebody has to do something about it."""
        return not self.waiting and self.quiet_until is None

    @property
    def rank(self) -> tuple[date, int]:
        """What is due first stands first."""
        return self.due, ORDER[self.trouble]


@dataclass(frozen=True, slots=True)
class _Begun:
    """A trouble as it lies in the facts, before anybody did anything about it."""

    trouble: Trouble
    at: datetime
    began: date
    due: date | None = None
    provisional: bool = False
    result: str = ""


def found(seen: Seen, terms: Terms, days: Days, today: date) -> tuple[Found, ...]:
    """All troubles of the parcel, what is due first on top."""
    begun = {one.trouble: one for one in _begun(seen, terms, days) if one.began <= today}
    covered = {other for trouble in begun for other in COVERS.get(trouble, ())}
    told = [
        _judged(seen, one, terms, days, today)
        for one in begun.values()
        if one.trouble not in covered and not _settled(seen, one)
    ]
    told += _unanswered(seen, terms, days, today)
    return tuple(sorted(told, key=lambda one: one.rank))


def _begun(seen: Seen, terms: Terms, days: Days) -> Iterator[_Begun]:
    for trouble, at in _starts(seen):
        if at is not None:
            yield _after(seen, terms.of(trouble), at, terms, days)
    yield from _results(seen, terms.of(Trouble.RESULT_LATE), days)


def _starts(seen: Seen) -> Iterator[tuple[Trouble, datetime | None]]:
    """What may be a trouble as the parcel stands, and the moment it is counted from."""
    row = seen.row
    reached, last = row.moved_at or row.created_at, row.last_at or row.created_at
    if row.stage in OF_STAGE:
        yield OF_STAGE[row.stage], reached
    if row.stage is ShipmentStage.WAITING:
        yield Trouble.NOT_PICKED_UP, row.created_at
    if row.stage in MOVING:
        yield Trouble.STILL, last
    if row.stage in MOVING or row.stage is ShipmentStage.TROUBLE:
        yield Trouble.TOTAL_DELAY, seen.picked_at
    if row.aborted and row.stage not in ENDED:
        yield Trouble.ABORTED, last
    if row.stage is ShipmentStage.SIGNED and row.signed_by in BY_HAND_OF:
        yield BY_HAND_OF[row.signed_by], reached
    if seen.unknown_at is not None and seen.unknown_at >= reached:
        yield Trouble.UNKNOWN_CODE, seen.unknown_at
    if seen.originals_away:
        yield Trouble.ORIGINALS_AWAY, seen.picked_at or row.created_at


def _after(seen: Seen, term: TroubleTerm, at: datetime, terms: Terms, days: Days) -> _Begun:
    """The trouble begins so many days after the moment it is counted from."""
    near = seen.near
    n = term.near_days if near and term.near_days is not None else term.days
    if term.promised:
        n += terms.promise.near if near else terms.promise.far
    return _Begun(term.trouble, at, days.after(day_of(at), n, term.working))


def _results(seen: Seen, term: TroubleTerm, days: Days) -> Iterator[_Begun]:
    """许可法 44: the first of the results inside whose term is near; how near says `term.days`."""
    if seen.row.direction is not Direction.OUTBOUND or not seen.results:
        return
    first = min(seen.results, key=lambda one: one.due)
    at = max(seen.row.moved_at or seen.row.created_at, seen.row.created_at)
    began = days.before(first.due, term.days)
    yield _Begun(Trouble.RESULT_LATE, at, began, first.due, first.provisional, first.case)


def _settled(seen: Seen, one: _Begun) -> bool:
    at = seen.followups.settled.get(one.trouble)
    return at is not None and at >= one.at


def _judged(seen: Seen, one: _Begun, terms: Terms, days: Days, today: date) -> Found:
    """Who has to do what by when, after what was done already."""
    term, done = terms.of(one.trouble), seen.followups
    asked = next((a for a in done.open if a.trouble is one.trouble), None)
    until = done.until.get(one.trouble)
    quiet = until if until is not None and until > today else None
    due = one.due or days.after(one.began, term.within, working=True)
    if until is not None and quiet is None and until > due:
        due = until
    claim_by = _claim_by(seen, terms, days) if Remedy.CLAIM in term.steps else None
    waiting = asked is not None and today <= asked.due
    return Found(
        trouble=one.trouble,
        since=day_of(one.at),
        due=asked.due if asked is not None and waiting else _not_after(due, claim_by),
        owner=Owner.CARRIER if waiting else term.owner,
        step=_next(seen, one, term, claim_by, today),
        article=term.article,
        sample=term.sample,
        provisional=one.provisional,
        waiting=waiting,
        quiet_until=quiet,
        claim_by=claim_by,
        result=one.result,
    )


def _next(seen: Seen, one: _Begun, term: TroubleTerm, claim_by: date | None, today: date) -> Remedy:
    """The first step that was not done since the trouble began; a delivered result is delivered."""
    if one.trouble is Trouble.RESULT_LATE and seen.row.stage is ShipmentStage.SIGNED:
        return Remedy.DELIVER
    for step in term.steps:
        at = seen.followups.done.get((one.trouble, step))
        late = step is Remedy.CLAIM and claim_by is not None and today > claim_by
        if (at is None or at < one.at) and not late:
            return step
    return Remedy.SETTLE


def _unanswered(seen: Seen, terms: Terms, days: Days, today: date) -> Iterator[Found]:
    """逾期未答复: what was asked in writing and is not answered by its day."""
    late = [one for one in seen.followups.open if today > one.due]
    if not late:
        return
    term, one = terms.of(Trouble.NO_ANSWER), late[0]
    until = seen.followups.until.get(Trouble.NO_ANSWER)
    yield Found(
        trouble=Trouble.NO_ANSWER,
        since=one.due,
        due=days.after(one.due, term.within, working=True),
        owner=term.owner,
        step=_remedy_after(one, seen),
        article=term.article,
        sample=term.sample,
        quiet_until=until if until is not None and until > today else None,
    )


def _remedy_after(one: Asked, seen: Seen) -> Remedy:
    """An unanswered complaint or claim is appealed, once; after that somebody has to end it."""
    appealed = any(other.remedy is Remedy.APPEAL for other in seen.followups.asked)
    return Remedy.SETTLE if one.remedy is Remedy.APPEAL or appealed else Remedy.APPEAL


def _claim_by(seen: Seen, terms: Terms, days: Days) -> date | None:
    """A year from the posting (邮政法 49)."""
    if seen.picked_at is None:
        return None
    return days.months(day_of(seen.picked_at), terms.compensation.claim_months)


def _not_after(due: date, last: date | None) -> date:
    return due if last is None else min(due, last)
