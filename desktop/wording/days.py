"""Days, years and what they rest on, for screens and commands."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.days.working_days import DayWhy, YearDays
from desktop.wording import _
from desktop.wording.guidance import DAYS

WEEKDAYS = (_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日"))


def day_words(why: DayWhy, name: str = "") -> str:
    """What a day is, with the holiday it is named for: 法定节假日 元旦."""
    return f"{DAYS[why]} {name}" if name else DAYS[why]


def basis_text(year: YearDays | None) -> str:
    """What a year rests on: the notice's number, else its address; else that none is known."""
    if year is None or not year.notice:
        return _("未公布，暂按推算")
    return year.doc_no or "、".join(year.papers)


def unpublished_text(years: Iterable[int]) -> str:
    """What stands above everything that counts days in these years."""
    told = _("{years} 年放假安排未公布，到期日暂按推算。")
    return told.format(years="、".join(map(str, years)))
