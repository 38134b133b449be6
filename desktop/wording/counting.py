"""How a period is counted, said day by day: 办理期限计算表."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.days.working_days import DayWhy
from desktop.domain.handling.ledger import LedgerDay, Section
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.guidance.items import DAYS
from desktop.wording.handling.acts import amount
from desktop.wording.labels import label
from desktop.wording.papers import day_text, due_text

HOW_COUNTED_BY_LAW = _(
    "起算当日为第 0 日，不计入（《民法典》第二百零一条）；期限以工作日计算的，不含法定节假日"
    "（《中华人民共和国行政许可法》第八十二条），周末和调休放假不计，调休补班计入；特别程序首尾两日及其间"
    "均不计入（《中华人民共和国行政许可法》第四十五条）。"
)
HOW_COUNTED = _(
    "起算当日为第 0 日，不计入（《民法典》第二百零一条）；期限以工作日计算的，不含法定节假日、周末和调休放假，"
    "调休补班计入；不计入期限的程序，首尾两日及其间均不计入。"
)
PROVISIONAL = _("「暂按推算」：到期日所在年份的放假安排尚未公布，公布后重新计算。")
WEEKDAYS = (_("一"), _("二"), _("三"), _("四"), _("五"), _("六"), _("日"))


def clock_text(section: Section) -> str:
    """The clock's name, and which review or procedure it is."""
    name = label(section.clock)
    return f"{name}（{section.subject}）" if section.subject else name


def limit_text(section: Section) -> str:
    """`20 个工作日，延长 10 个工作日，至 2026年11月18日`."""
    more = amount(section.extension)
    told = amount(section.term) + (_("，延长 {more}").format(more=more) if more else "")
    return told + _("，至 {due}").format(due=due_text(section.term))


def verdict(section: Section, today: date) -> str:
    """按期, 逾期 or 进行中, with the days that show it."""
    due, met = section.term.due, section.met
    if due is None:
        told = _("至 {day} 结束") if met else _("进行中")
        return told.format(day=day_text(met)) + _("；期间不计入期限")
    whole = _number(section, due)
    if met is None:
        if today > due:
            return _("逾期：第 {n} 日届满时尚未完成").format(n=whole)
        return _("进行中：计至 {day} 为第 {n} 日").format(
            day=day_text(today), n=_number(section, today)
        )
    told = (
        _("按期：于第 {n} 日完成，未超过第 {all} 日")
        if section.in_time
        else _("逾期：应于第 {all} 日届满前完成，于第 {n} 日完成")
    )
    return told.format(n=_number(section, met), all=whole)


def _number(section: Section, day: date) -> int:
    """How many days count up to and with that day."""
    return max((one.number for one in section.days if one.date <= day), default=0)


def days_text(first: date, last: date) -> str:
    """One day, or `2026年12月2日至12月14日`."""
    if first == last:
        return day_text(first)
    other = last.year != first.year
    until = day_text(last) if other else _("{m}月{d}日").format(m=last.month, d=last.day)
    return _("{first}至{until}").format(first=day_text(first), until=until)


def number_text(day: LedgerDay) -> str:
    """`第 3 日` for a day that counts."""
    if day.why is DayWhy.DAY_ZERO:
        return _("第 0 日")
    return _("第 {n} 日").format(n=day.number) if day.counts else "—"


def why_text(section: Section, run: Sequence[LedgerDay]) -> str:
    """Why the days count or not: the holiday's name, how many they are, whether they are too late."""
    first = run[0]
    told = _("起算当日，不计") if first.why is DayWhy.DAY_ZERO else DAYS[first.why]
    name = holiday(first)
    told += f"（{name}）" if name else ""
    if len(run) > 1:
        told += _("，{n} 日").format(n=len(run))
    due = section.term.due
    return told + (_("，已过到期日") if due and first.date > due else "")


def holiday(day: LedgerDay) -> str:
    """The holiday's name, where the holiday is why the day counts or not."""
    return "" if day.why in (DayWhy.DAY_ZERO, DayWhy.SUSPENDED, DayWhy.CORRECTING) else day.name


def acts_text(section: Section, day: LedgerDay) -> str:
    """到期日 comes first, then what was done on the day."""
    due = [_("到期日")] if day.date == section.term.due else []
    return "、".join([*due, *map(act_name, dict.fromkeys(day.acts))])
