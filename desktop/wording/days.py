"""Days, years and what they rest on, for screens, commands and the log."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.days.entries import CountingRuleSet, YearPublished, year_of
from desktop.domain.days.working_days import DayWhy, YearDays
from desktop.wording import _
from desktop.wording.guidance.items import DAYS

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


def year_detail(told: YearPublished) -> str:
    """The log's sentence on a year put in force."""
    return _("{year} 年：放假 {off} 天，补班 {work} 天，依据 {basis}；理由：{reason}").format(
        year=told.year,
        off=len(told.off_days),
        work=len(told.adjusted_workdays),
        basis=basis_text(year_of(told)),
        reason=told.reason,
    )


def rule_detail(told: CountingRuleSet) -> str:
    """The log's sentence on how the hall counts from then on."""
    return _("{counted}；{late}；理由：{reason}").format(
        counted=_("补班计为工作日") if told.adjusted_count else _("补班不计为工作日"),
        late=_("{at} 后收件算次日").format(at=told.closes_at) if told.next_day else _("收件算当日"),
        reason=told.reason,
    )
