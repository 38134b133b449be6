"""A saved way of looking at the log: what, of which days, in which format, to which folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.supervision.rows import LogFilter


class Span(StrEnum):
    """Which days a profile means on the day it is used; `DAYS` are those it was saved with."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    DAYS = "days"


def first_of(span: Span, today: date) -> date:
    """Today, this week's Monday, or this month's first."""
    if span is Span.WEEK:
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if span is Span.MONTH else today


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    name: str
    view: str
    span: Span
    wanted: LogFilter
    format: str = "xlsx"
    folder: str = ""

    def on(self, today: date) -> LogFilter:
        """The filter with the days that the span means today."""
        if self.span is Span.DAYS:
            return self.wanted
        return replace(self.wanted, first=first_of(self.span, today), last=today)
