"""What is asked of the figures, and the rows behind each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.cases.moves import Stage
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.figures.figure import Figure, Waiting


class Axis(StrEnum):
    """What a count is told apart by; an hour is of the clock, `09`, a month `2026-11`."""

    FIGURE = "figure"
    HOUR = "hour"
    MONTH = "month"
    HALL = "hall"
    WINDOW = "window"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Days are inclusive, of `happened_at` in Beijing. `halls` empty are all; of the others None
    is any: the same slice gives a count and the rows behind it.
    """

    first: date
    last: date
    halls: frozenset[str] = frozenset()
    figure: Figure | None = None
    hour: str | None = None
    windows: frozenset[str] | None = None
    items: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """`of` are the values of the axes asked for, in their order."""

    of: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One case in one figure, with the entry that put it there. `applicant` is masked."""

    case: str
    figure: Figure
    at: datetime
    item_name: str
    applicant: str
    hall: str
    window: str
    clerk: str
    device: str
    seq: int


@dataclass(frozen=True, slots=True)
class DueDays:
    """Today, and the days on which one, three and five working days end."""

    today: date
    one: date
    three: date
    five: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """One case in work. `applicant` is masked."""

    case: str
    item_name: str
    applicant: str
    stage: Stage
    hall: str
    window: str
    due: date | None
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Saved:
    """One measure over the cases accepted within the days; days by their unit."""

    measure: Measure
    unit: str
    cases: int
    before: int
    after: int

    @property
    def saved(self) -> int:
        return self.before - self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRow:
    """What one case saved of one measure."""

    case: str
    item_name: str
    accepted_on: date
    before: int
    after: int
    unit: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Parcels made within the days, out and in, by where they are now; `fen` is what they are estimated to cost."""

    stage: ShipmentStage
    number: int
    fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """One parcel. `party` is masked."""

    number: str
    stage: ShipmentStage
    carrier: str
    waybill: str
    party: str
    created_at: datetime
    fen: int
