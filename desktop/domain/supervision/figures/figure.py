"""The figures of a hall's report, each with the entry it counts and the day it counts it on.

Every figure counts a case at most once, on the day its entry happened (`happened_at` in Beijing),
however late it was recorded; for the hall the case belonged to at that moment, and for the window
that received it. What came second and does not stand is not counted. Figures are of now: an act
that is undone later leaves the month it stood in.
"""

from __future__ import annotations

from enum import StrEnum


class Figure(StrEnum):
    """收件 · 受理 · 当场办结 · 补正 · 决定 · 按时 · 超期 · 办结 · 退件."""

    RECEIVED = "received"
    """收件: `case.received`. A case that another was transferred into is not received again."""
    ACCEPTED = "accepted"
    """受理: the `case.accepted` that stands, or `case.settled`; none after 撤销受理. A case that
    was 转办 to another leaves it to that one.
    """
    SETTLED = "settled"
    """当场办结: `case.settled`; such a case is accepted, decided and closed by the same entry."""
    CORRECTED = "corrected"
    """补正: the first `case.correction_noticed`."""
    DECIDED = "decided"
    """决定: `case.decided`, 准予 or 不予, or `case.settled`."""
    ON_TIME = "on_time"
    """按时: of the decided, those decided on their due day or before: the promise's where one was
    made, else the law's, as prolonged and suspended. 当场办结 is on time.
    """
    LATE = "late"
    """超期: of the decided, those decided after it. Without a due day a case is neither."""
    CLOSED = "closed"
    """办结: the first `case.delivered`, or `case.settled`. A 补办 closes nothing a second time."""
    RETURNED = "returned"
    """退件: `case.refused` (不予受理), `case.withdrawn` (撤回) or `case.terminated` (终止)."""


class Waiting(StrEnum):
    """在办 cases by the nearest day on which the hall owes something, each in one of these.

    在办 is every case in a stage of `OPEN`. What the applicant owes (容缺补交) is not the hall's and
    does not count. Days are working days; `PAUSED` while a special procedure stops the clock.
    """

    OVERDUE = "overdue"
    TODAY = "today"
    ONE = "one"
    THREE = "three"
    FIVE = "five"
    LATER = "later"
    PAUSED = "paused"
    NONE = "none"


MONTHLY: tuple[Figure, ...] = (
    Figure.RECEIVED, Figure.ACCEPTED, Figure.CLOSED, Figure.SETTLED, Figure.RETURNED,
    Figure.CORRECTED, Figure.ON_TIME, Figure.LATE,
)  # fmt: skip
"""The columns of 月报, before the rate."""
