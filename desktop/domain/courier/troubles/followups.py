"""What was done about a parcel's troubles: one fold over the entries of `troubles.entries`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from desktop.domain.courier.troubles.entries import (
    NOTHING,
    Answered,
    Appealed,
    Claimed,
    Complained,
    FollowedUp,
    TroubleSettled,
)
from desktop.domain.courier.troubles.kinds import Remedy, Trouble
from desktop.domain.trust.entry import Fact

REMEDY_OF: dict[type, Remedy] = {
    Complained: Remedy.COMPLAIN,
    Claimed: Remedy.CLAIM,
    Appealed: Remedy.APPEAL,
}
ACTS = (FollowedUp, Complained, Claimed, Appealed, Answered, TroubleSettled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A written remedy: since when, until when an answer is owed, and what it was."""

    remedy: Remedy
    trouble: Trouble
    at: datetime
    on: date
    due: date
    paper: str = ""
    answered: date | None = None
    wanted: Decimal = NOTHING
    credited: Decimal = NOTHING
    content: bool = True

    @property
    def open(self) -> bool:
        return self.answered is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing done, for the parcel's own history; `told` is the payload."""

    at: datetime
    clerk: str
    told: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Followups:
    """`done` holds when each remedy was last used for a trouble, `until` when to look again,
    `settled` when a trouble was over.
    """

    done: dict[tuple[Trouble, Remedy], datetime] = field(default_factory=dict)
    until: dict[Trouble, date] = field(default_factory=dict)
    settled: dict[Trouble, datetime] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def open(self) -> tuple[Asked, ...]:
        """What an answer is still owed to."""
        return tuple(one for one in self.asked if one.open and not self.over(one))

    def over(self, one: Asked) -> bool:
        """Whether the trouble it was about has been settled since."""
        settled = self.settled.get(one.trouble)
        return settled is not None and settled >= one.at


def followups(facts: Iterable[Fact]) -> Followups:
    """In the order in which it happened, whatever the order in which it became known."""
    acts = [fact for fact in facts if isinstance(fact.payload, ACTS)]
    made = Followups()
    for fact in sorted(acts, key=lambda one: (one.happened_at, one.entry.id)):
        note = Note(at=fact.happened_at, clerk=fact.entry.clerk, told=fact.payload)
        made = replace(_taken(made, fact.payload, fact.happened_at), notes=(*made.notes, note))
    return made


def _taken(made: Followups, told: Any, at: datetime) -> Followups:
    match told:
        case FollowedUp():
            until = {**made.until}
            until.pop(told.trouble, None)
            if told.until is not None:
                until[told.trouble] = told.until
            return replace(_did(made, told.trouble, told, at), until=until)
        case Complained() | Claimed() | Appealed():
            return replace(
                _did(made, told.trouble, told, at), asked=(*made.asked, _asked(told, at))
            )
        case Answered():
            return replace(made, asked=_answered(made.asked, told))
        case TroubleSettled():
            return replace(made, settled={**made.settled, told.trouble: at})
    return made


def _did(made: Followups, trouble: Trouble, told: Any, at: datetime) -> Followups:
    """A putting off is no remedy: nobody was asked."""
    if isinstance(told, FollowedUp):
        if told.whom is None:
            return made
        used: tuple[Remedy, ...] = (Remedy.CALL, Remedy.ASK)
    else:
        used = (REMEDY_OF[type(told)],)
    return replace(made, done={**made.done, **{(trouble, remedy): at for remedy in used}})


def _asked(told: Complained | Claimed | Appealed, at: datetime) -> Asked:
    return Asked(
        remedy=REMEDY_OF[type(told)],
        trouble=told.trouble,
        at=at,
        on=told.on,
        due=told.due,
        paper=told.paper,
        wanted=told.wanted if isinstance(told, Claimed) else NOTHING,
    )


def _answered(asked: tuple[Asked, ...], told: Answered) -> tuple[Asked, ...]:
    """The last of its kind that was open; an answer to nothing changes nothing."""
    places = [n for n, one in enumerate(asked) if one.remedy is told.remedy and one.open]
    if not places:
        return asked
    one = replace(asked[places[-1]], answered=told.on, credited=told.credited, content=told.content)
    return (*asked[: places[-1]], one, *asked[places[-1] + 1 :])
