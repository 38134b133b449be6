"""The day's reminders: what is overdue, due today and soon, said once when a clerk signs in."""

from __future__ import annotations

from datetime import date

from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.halls.roles import Clerk, Right, may
from desktop.services.courier.arrivals.waiting import pressing
from desktop.services.custody import alarms
from desktop.services.handling.duties import SOON, Reminder, reminder
from desktop.services.office import Office
from desktop.services.supervision.closing import day, schedule
from desktop.ui.pages.closing.exporting import note_text
from desktop.ui.widgets.banner import Tone
from desktop.wording import _
from resources import ROOT

TERMS = ROOT / "courier/custody.json"
NOTICE_MONTHS = (11, 12)
"""The State Council tells next year's holidays in November, sometimes in December: from then on
somebody should look whether they are known here.
"""
Said = tuple[Tone, str, tuple[tuple[str, str], ...]]
"""Tone, words, and the worklists in which there is something to be done about it."""
SEE_DUTIES = ("duties", _("看待办"))
SEE_REVIEW = ("review", _("看复核"))
SEE_PARCELS = ("parcels", _("看快件"))
SEE_CLOSING = ("closing", _("看日结"))
LEADS: dict[str, tuple[str, str]] = {
    "parcels": ("courier", ""),
    "duties": ("cases", "duties"),
    "closing": ("closing", ""),
    "review": ("review", ""),
}
"""The page, and what to show on it, behind each."""


def said(office: Office, clerk: Clerk) -> Said | None:
    """What to remind this clerk of; None on a quiet day."""
    if not may(clerk, Right.LOOK):
        return None
    told = reminder(office, clerk)
    away = alarms.overdue(office, alarms.load_terms(TERMS)) if may(clerk, Right.SHIP) else 0
    counts, unknown = _counts(told), _unknown(office.calendar, office.today())
    arrived = _arrivals(office) if may(clerk, Right.SHIP) else ""
    closing = _closing(office, clerk)
    elsewhere = _elsewhere(office, clerk)
    told_all = (counts, arrived, _away(away), _halls(office, clerk), closing, elsewhere, unknown)
    parts = [part for part in told_all if part]
    if not parts:
        return None
    due = told.overdue or told.today or told.parcels or away or arrived or closing
    duties = told.overdue or told.today or told.soon
    offers = (
        (duties, SEE_DUTIES),
        (told.oversight, SEE_REVIEW),
        (told.parcels, SEE_PARCELS),
        (closing, SEE_CLOSING),
    )
    offered = tuple(one for wanted, one in offers if wanted)
    return (Tone.WARN if due else Tone.INFO), "".join(parts), offered


def _closing(office: Office, clerk: Clerk) -> str:
    """A day of work that nobody closed, and a log that could not be exported."""
    left = day.unclosed(office, clerk)
    failed = schedule.note(office) if may(clerk, Right.EXPORT_LOG) else None
    words = _("{day} 没有日结（Ctrl+K 日结）。").format(day=f"{left:%m-%d}") if left else ""
    return words + (note_text(failed) if failed else "")


def _elsewhere(office: Office, clerk: Clerk) -> str:
    """Signed in at another window than the usual one: what is done counts for this one."""
    if clerk.window in ("", office.station.window):
        return ""
    words = _("您的默认窗口是 {usual} 号，现在是 {here} 号。")
    return words.format(usual=clerk.window, here=office.station.window)


def _away(number: int) -> str:
    """Pieces that should have come home by now."""
    return _("原件逾期未归还 {n} 件（Ctrl+K 保管）。").format(n=number) if number else ""


def _halls(office: Office, clerk: Clerk) -> str:
    """What stands against each other, for who settles it; what was handed to this hall."""
    views = office.store.views
    settle = views.count_disagreements() if may(clerk, Right.OVERSEE) else 0
    handed = len(views.handed_to(office.station.hall)) if may(clerk, Right.SERVE) else 0
    told = (
        (settle, _("两处办理有分歧 {n} 处")),
        (handed, _("移交给本厅待接收 {n} 件")),
    )
    line = "，".join(words.format(n=n) for n, words in told if n)
    return _("{line}（Ctrl+K 分歧）。").format(line=line) if line else ""


def _counts(told: Reminder) -> str:
    """`已超期 2 件，今天到期 1 件，3 个工作日内到期 4 件；待复核 1 件。` Nothing is said of none."""
    due = (
        (told.overdue, _("已超期 {n} 件")),
        (told.today, _("今天到期 {n} 件")),
        (told.soon, _("{days} 个工作日内到期 {n} 件")),
    )
    parts = ["，".join(words.format(n=n, days=SOON) for n, words in due if n)]
    if told.oversight:
        parts.append(_("待复核 {n} 处（日志页 F7）").format(n=told.oversight))
    if told.parcels:
        parts.append(_("快件今天要处理 {n} 件").format(n=told.parcels))
    line = "；".join(part for part in parts if part)
    return f"{line}。" if line else ""


def _arrivals(office: Office) -> str:
    """Parcels near the fifth working day that no case was made of (许可法 32(4))."""
    told = pressing(office)
    parts = [
        words.format(n=n)
        for n, words in (
            (told.overdue, _("{n} 件已过告知期限")),
            (told.near, _("{n} 件告知期限将到")),
        )
        if n
    ]
    return (
        _("到件没有认领收件：{told}，请到快递页按 Ctrl+D。").format(told="，".join(parts))
        if parts
        else ""
    )


def _unknown(calendar: WorkCalendar, today: date) -> str:
    """Due days of a year without a notice are 暂按推算 and may still move."""
    if today.month not in NOTICE_MONTHS:
        return ""
    noticed = {year.year for year in calendar.years if year.notice}
    unknown = [str(year) for year in (today.year, today.year + 1) if year not in noticed]
    if not unknown:
        return ""
    return _("{years} 年放假安排还没有公布，落在这一年的到期日暂按推算。").format(
        years="、".join(unknown)
    )
