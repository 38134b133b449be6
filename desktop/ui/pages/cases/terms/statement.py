"""What a clock says in words: from when, how long, till when, on what it rests, and why a day counts."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.entries import Term
from desktop.domain.days.deadline import DAY
from desktop.domain.days.working_days import DayWhy, WorkCalendar
from desktop.domain.guidance.terms import Unit
from desktop.domain.handling.alert import days_left
from desktop.domain.handling.entries import Clock
from desktop.domain.handling.ledger import LedgerDay, Section
from desktop.ui.pages.cases.terms.alerts import WEEKDAYS
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.guidance.items import DAYS
from desktop.wording.handling.acts import amount, article
from desktop.wording.labels import label as word

FROM: dict[Clock, str] = {
    Clock.NOTICE: _("收件"),
    Clock.CORRECTION: _("补正告知"),
    Clock.DECISION: _("受理"),
    Clock.PROMISE: _("受理"),
    Clock.TECHNICAL: _("委托"),
    Clock.DELIVERY: _("决定"),
}
"""What happened on day 0; a special procedure has none, its first day is one of its days."""
WORKING = _("民法典第二百零一条（开始当日不计入）")
NATURAL = _("民法典第二百零一条至第二百零三条（开始当日不计入，末日逢休顺延）")


def name(section: Section) -> str:
    """`技术审查期限·结构安全`."""
    told = word(section.clock)
    return f"{told}·{section.subject}" if section.subject else told


def length(section: Section) -> str:
    """`20 个工作日`, with what an extension adds: `20＋10 个工作日`."""
    more, term = section.extension, section.term
    if not more.value or term.value is None:
        return amount(term) or "—"
    if more.unit == term.unit:
        return _("{first}＋{more}").format(first=term.value, more=amount(more))
    return _("{first}＋{more}").format(first=amount(term), more=amount(more))


def due(section: Section) -> str:
    """The day alone, with 暂 where its year has no notice yet; the sentence says it in full."""
    return short(section.term.due, section.term.provisional)


def short(day: date | None, provisional: bool) -> str:
    """`2027-01-05 暂`; — where there is no term."""
    if day is None:
        return "—"
    return f"{day:%Y-%m-%d}" + (_(" 暂") if provisional else "")


def day(on: date) -> str:
    """`2026-12-21 周一`."""
    return _("{day} 周{weekday}").format(day=f"{on:%Y-%m-%d}", weekday=WEEKDAYS[on.weekday()])


def why(told: LedgerDay) -> str:
    """The reason, with the name of the holiday it is for."""
    return f"{DAYS[told.why]}·{told.name}" if told.name else DAYS[told.why]


def acts(told: LedgerDay, last: bool) -> str:
    """What was done on the day; and that the period ends on it."""
    parts = [_("▲ 期限届满")] if last else []
    names = dict.fromkeys(act_name(kind) for kind in told.acts)
    return "、".join([*parts, *names])


def sentence(calendar: WorkCalendar, section: Section, today: date) -> str:
    """The whole count in one sentence."""
    began = _began(section)
    if section.term.due is None:
        return _("{began}；补正期间，审批的期限没有起算。").format(began=began)
    return _("{began}；{length}，至 {due} 届满。{now}").format(
        began=began,
        length=_length(section),
        due=_whole(section.term),
        now=_now(calendar, section, section.term.due, today),
    )


def basis(section: Section, item_type: str) -> str:
    """The article of the clock, and those of the counting."""
    told = [article(section.clock, item_type)]
    if section.term.due is not None and section.clock is not Clock.PROCEDURE:
        natural = section.term.unit in (Unit.CALENDAR_DAY, Unit.MONTH)
        told.append(NATURAL if natural else WORKING)
    return _("依据：{articles}。").format(articles="；".join(part for part in told if part))


def _began(section: Section) -> str:
    if section.clock is Clock.PROCEDURE:
        return _("自程序开始之日 {day} 起，当日计入").format(day=day(section.start + DAY))
    told = _("自{what}之日 {day} 起，当日不计")
    return told.format(what=FROM[section.clock], day=day(section.start))


def _length(section: Section) -> str:
    told = amount(section.term)
    more = amount(section.extension)
    return _("{length}，延长 {more}").format(length=told, more=more) if more else told


def _whole(term: Term) -> str:
    assert term.due is not None
    return day(term.due) + (_("（暂按推算，放假安排公布后重算）") if term.provisional else "")


def _now(calendar: WorkCalendar, section: Section, last: date, today: date) -> str:
    """Where it stands: done on which day, or how many days are left."""
    counted = {one.date: one.number for one in section.days}
    if section.met is not None:
        told = _("{day} 完成，第 {n} 日。").format(
            day=day(section.met), n=counted.get(section.met, 0)
        )
        return told if section.in_time else told + _("已逾期。")
    left = days_left(calendar, today, last)
    if today > last:
        return _("今天 {day}，已逾期 {n} 个工作日。").format(day=day(today), n=-left)
    stopped = any(one.date == today and one.why is DayWhy.SUSPENDED for one in section.days)
    if stopped:
        return _("今天在特别程序中，不计入期限。")
    return _("今天是第 {n} 日，还剩 {left} 个工作日。").format(n=counted.get(today, 0), left=left)
