"""Where a parcel is: one fold over all that was told of it, by hand and by carriers.

What was told is a set. It is put in order by its own moments, so neither the order in which it
became known nor telling it twice changes anything; what the table `STEPS` does not hold is kept
and shown, and moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from desktop.domain.courier.steps import STEPS, TURNED, ShipmentStage, SignedBy

RANK = {stage: place for place, stage in enumerate(STEPS)}
HAND = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something told of a parcel. `stage` None is 未识别: `code` and `text` say what was told."""

    at: datetime
    stage: ShipmentStage | None
    code: str = ""
    source: str = HAND
    text: str = ""
    signed_by: SignedBy | None = None
    digest: str = ""

    @property
    def key(self) -> tuple[datetime, str, str]:
        """What makes two tellings the same."""
        return self.at, self.code or (self.stage or ""), self.digest or digest(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """An event in its place; `then` the stage it led to, `moved` whether it led anywhere."""

    event: Event
    then: ShipmentStage
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`since` when the stage was reached, `last` the last that was told, `turned`: on the way back."""

    stage: ShipmentStage = ShipmentStage.WAITING
    signed_by: SignedBy | None = None
    since: datetime | None = None
    last: datetime | None = None
    turned: bool = False
    passed: tuple[Passed, ...] = ()

    @property
    def unknown(self) -> tuple[Event, ...]:
        """未识别."""
        return tuple(one.event for one in self.passed if one.event.stage is None)


def progress(events: Iterable[Event]) -> Progress:
    """The parcel after all of this, in whatever order it came."""
    stage, signed_by, since, turned = ShipmentStage.WAITING, None, None, False
    passed: list[Passed] = []
    for event in ordered(events):
        told = event.stage
        then = TURNED.get(told, told) if told and turned else told
        moved = then is not None and then in STEPS[stage]
        taken = then is stage and signed_by is SignedBy.LOCKER and event.signed_by is not None
        if then is not None and (moved or taken):
            stage, since, signed_by = then, event.at, event.signed_by
        turned = turned or stage is ShipmentStage.RETURNING
        passed.append(Passed(event=event, then=stage, moved=moved or taken))
    return Progress(
        stage=stage,
        signed_by=signed_by,
        since=since,
        last=passed[-1].event.at if passed else None,
        turned=turned,
        passed=tuple(passed),
    )


def ordered(events: Iterable[Event]) -> list[Event]:
    """Each once, by their own moments; what is of one moment in the order of the stages."""
    once: dict[tuple[datetime, str, str], Event] = {}
    for event in sorted(events, key=_teller):
        once.setdefault(event.key, event)
    return sorted(once.values(), key=_place)


def digest(text: str) -> str:
    """Enough of the SHA-256 to tell the lines of one parcel apart."""
    return sha256(text.encode()).hexdigest()[:16] if text else ""


def _teller(event: Event) -> tuple[str, str, str, str]:
    return event.source, event.text, event.stage or "", event.signed_by or ""


def _place(event: Event) -> tuple[datetime, int, str, str]:
    rank = len(RANK) if event.stage is None else RANK[event.stage]
    return event.at, rank, *event.key[1:]
