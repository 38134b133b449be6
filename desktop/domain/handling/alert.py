"""预警: how near a due day is, by working days left and by the share of the term used up."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.domain.days.deadline import DAY
from desktop.domain.days.working_days import WorkCalendar

AMBER_LEFT, RED_LEFT = 2, 1
AMBER_SHARE, RED_SHARE = 0.7, 0.9
"""Of five days to notify (许可法 32(4)), the third is amber and the fourth is red."""


class Alert(StrEnum):
    """正常 · 将到期 · 快到期 · 已超期 · 暂停计时; in the order of urgency."""

    OVERDUE = "overdue"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    PAUSED = "paused"


def days_left(calendar: WorkCalendar, today: date, due: date) -> int:
    """Working days after today up to and with the due day; negative when it has passed."""
    if today <= due:
        return _working(calendar, today, due)
    return -_working(calendar, due, today)


def alert(
    calendar: WorkCalendar, start: date, due: date, today: date, paused: bool = False
) -> Alert:
    """The state of one term that began on `start` (day 0). Told by glyph, word and colour."""
    if paused:
        return Alert.PAUSED
    if today > due:
        return Alert.OVERDUE
    left = days_left(calendar, today, due)
    whole = _working(calendar, min(start, due), due)
    share = 1 - left / whole if whole else 1.0
    if left <= RED_LEFT or share >= RED_SHARE:
        return Alert.RED
    return Alert.AMBER if left <= AMBER_LEFT or share >= AMBER_SHARE else Alert.GREEN


def _working(calendar: WorkCalendar, after: date, last: date) -> int:
    """Working days in (after, last]."""
    days = (last - after).days
    return sum(calendar.is_working(after + DAY * n) for n in range(1, days + 1))
