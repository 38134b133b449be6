"""定时导出: when a day's log is due, and when to try again after a failure.

The clock may be wrong: a day that was exported "in the future" counts for nothing, and a wait that
lies further ahead than the longest wait is over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.domain.refusal import Refusal

WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
"""After the first failure, the second, …; the last one again and again."""
MOST_DAYS = 31
"""So many days are made up for when the program was not running."""
DAY = timedelta(days=1)
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Each day's log at `at` into `folder`; `since` is the day from which it is kept."""

    at: time
    folder: str
    format: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How it went: the last day that was written once it was over, the day whose log was written
    at closing time, and, after a failure, how often, when, of which day and why.
    """

    done: date | None = None
    early: date | None = None
    failures: int = 0
    tried_at: datetime | None = None
    day: date | None = None
    why: str = ""


def due_days(told: Schedule, tried: Tried, now: datetime) -> tuple[date, ...]:
    """Days whose log is due, the oldest first: each once it is over, and today's from `at` on as
    well, for what is done after it stands in no file otherwise.
    """
    today = now.date()
    last = today if now.time() >= told.at and tried.early != today else today - DAY
    first = told.since
    if tried.done is not None and tried.done < today:
        first = max(first, tried.done + DAY)
    elif tried.done is not None:
        # the clock was set back: what lies ahead was never that day's log
        first = max(first, last)
    first = max(first, last - (MOST_DAYS - 1) * DAY)
    return tuple(first + n * DAY for n in range((last - first).days + 1))


def written(tried: Tried, day: date, *, over: bool) -> Tried:
    """After a day was written; only where it was `over` is it done."""
    if over:
        return Tried(done=day, early=tried.early)
    done = tried.done
    return Tried(done=min(done, day - DAY) if done is not None else None, early=day)


def may_try(tried: Tried, now: datetime) -> bool:
    """Not while it waits after a failure."""
    if not tried.failures or tried.tried_at is None:
        return True
    wait = WAITS[min(tried.failures, len(WAITS)) - 1]
    passed = now - tried.tried_at
    return not timedelta(0) <= passed < wait


def read_time(text: str) -> time:
    """`17:00` or `17：00`. Refuses `export_time_wrong` (given)."""
    found = _TIME.fullmatch(text.strip().replace("：", ":"))
    if found is None:
        raise Refusal("export_time_wrong", given=text.strip())
    return time(int(found[1]), int(found[2]))
