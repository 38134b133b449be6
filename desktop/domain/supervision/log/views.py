"""Views as data: which acts a view shows, in which columns, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.supervision.ledger import COLUMNS, Column


class By(StrEnum):
    """What a figure counts rows by. `ROWS` is the sum; `SAVED` counts what cases saved."""

    ROWS = "rows"
    ACT = "act"
    CLERK = "clerk"
    ITEM = "item"
    HALL = "hall"
    WINDOW = "window"
    DAY = "day"
    LATE = "late"
    OVERDUE = "overdue"
    SAVED = "saved"
    SUBJECT = "subject"


ACCEPTED = frozenset({"case.accepted", "case.settled"})
CONSULTED = "consultation.logged"
STANDARD = "gbt39046"
"""The cases received, exported as the tables of GB/T 39046-2020."""
_WHO = ("number", "happened_at", "recorded_at", "late", "hall", "window", "clerk", "act")
_CASE = ("case", "item", "applicant", "applicant_id")
_WHAT = ("detail", "entry")
_COUNTER = frozenset(
    {
        "case.received", "case.supplemented", "case.correction_noticed", "case.collected",
        "case.refused", "case.withdrawn", "case.decided", "case.produced", "case.delivered",
        "case.terminated", "consultation.logged", "shipment.created", "shipment.handed_over",
    }
) | ACCEPTED  # fmt: skip
_COURSE = frozenset(
    {
        "case.received", "case.correction_noticed", "case.collected", "case.refused",
        "case.withdrawn", "case.extended", "case.decided", "case.terminated",
        "case.overdue_explained",
    }
) | ACCEPTED  # fmt: skip
_HANDED = frozenset(
    {
        "materials.handed_over", "materials.taken_over", "shipment.handed_over", "piece.moved",
        "piece.registered", "case.handed_to_hall", "case.taken_from_hall",
        "case.materials_collected",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """No kinds: every act. Kinds that end in a dot are all of that beginning."""

    id: str
    kinds: frozenset[str] = frozenset()
    columns: tuple[str, ...] = (*_WHO, *_CASE, *_WHAT)
    totals: tuple[By, ...] = (By.ACT, By.CLERK, By.LATE)

    @property
    def shown(self) -> tuple[Column, ...]:
        """Its columns, in the ledger's order."""
        return tuple(column for column in COLUMNS if column.key in self.columns)


ALL = LogView(id="all", totals=(By.ACT, By.CLERK, By.HALL, By.LATE))
VIEWS: dict[str, LogView] = {
    view.id: view
    for view in (
        ALL,
        LogView(
            id="day", kinds=_COUNTER,
            totals=(By.ACT, By.CLERK, By.WINDOW, By.ITEM, By.DAY, By.LATE),
        ),
        LogView(
            id="course", kinds=_COURSE, totals=(By.ACT, By.OVERDUE, By.ITEM, By.CLERK, By.LATE)
        ),
        LogView(id="handover", kinds=_HANDED),
        LogView(id="courier", kinds=frozenset({"shipment."}), totals=(By.ACT, By.CLERK, By.DAY)),
        LogView(id="savings", kinds=ACCEPTED, totals=(By.SAVED, By.ITEM, By.CLERK)),
        LogView(
            id="consultations", kinds=frozenset({CONSULTED}), columns=(*_WHO, *_WHAT),
            totals=(By.SUBJECT, By.CLERK, By.DAY),
        ),
        LogView(id=STANDARD, kinds=frozenset({"case.received"}), totals=(By.ITEM, By.CLERK)),
    )
}  # fmt: skip
"""By the name that commands, profiles and manifests know them under."""
