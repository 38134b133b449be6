"""Days counted for many parcels at once: what was counted once is remembered."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.domain.days import BEIJING
from desktop.domain.days.deadline import deadline, months_after
from desktop.domain.days.working_days import WorkCalendar

DAY = timedelta(days=1)


class Days:
    """Counts on one calendar; five thousand parcels share a few hundred days."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self._calendar = calendar
        self._after: dict[tuple[date, int, bool], date] = {}
        self._before: dict[tuple[date, int], date] = {}
        self._months: dict[tuple[date, int], date] = {}

    def after(self, start: date, n: int, working: bool = False) -> date:
        """The n-th day after; calendar days end where they end, for nothing of the law hangs on it."""
        if not working:
            return start + DAY * n
        key = (start, n, working)
        if key not in self._after:
            self._after[key] = deadline(self._calendar, start, n).due
        return self._after[key]

    def answer(self, start: date, n: int) -> date:
        """The last of n calendar days; on a day off it rolls on (民法典 203)."""
        return deadline(self._calendar, start, n, calendar_days=True).due

    def before(self, day: date, n: int) -> date:
        """The day from which n working days are left."""
        key = (day, n)
        if key not in self._before:
            at, left = day, n
            while left > 0:
                left -= self._calendar.is_working(at)
                at -= DAY
            self._before[key] = at
        return self._before[key]

    def months(self, start: date, n: int) -> date:
        key = (start, n)
        if key not in self._months:
            self._months[key] = months_after(self._calendar, start, n).due
        return self._months[key]


def day_of(at: datetime) -> date:
    """The day in Beijing."""
    return at.astimezone(BEIJING).date()
