"""What a key does to one row of the checklist: draft in, words of the step and draft out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.cases.draft import Draft, mark, toggle
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import UNTICKED, Check, Fault, Tick
from desktop.domain.guidance.checklist import Need
from desktop.ui.pages.intake.words import next_kept, step_words
from desktop.wording import _
from desktop.wording.labels import label

Step = tuple[str, Draft]
MOST_COPIES = 99
MOST_PAGES = 9999


def ticked(draft: Draft, sheet: Sheet, row: Row) -> Step:
    """未核 → 已收 → 未核, as a digit, Space or a click does."""
    return _said(draft, sheet, row, toggle(draft, row.key))


def exempted(draft: Draft, sheet: Sheet, row: Row) -> Step:
    """免交, and back. Where an e-licence could spare it, the note says so for this holder."""
    if row.tick.check is Check.EXEMPT or row.line.need is Need.EXEMPT:
        return _said(draft, sheet, row, mark(draft, row.key, UNTICKED))
    note = _("持有电子证照") if row.line.material.e_licence else ""
    return _said(draft, sheet, row, mark(draft, row.key, Tick(check=Check.EXEMPT, note=note)))


def deferred(draft: Draft, sheet: Sheet, row: Row) -> Step:
    """容缺, and back; the caller has asked `row.deferrable`."""
    now = UNTICKED if row.tick.check is Check.PENDING else Tick(check=Check.PENDING)
    return _said(draft, sheet, row, mark(draft, row.key, now))


def day_moved(draft: Draft, row: Row, days: int, first: date, last: date) -> Step:
    """The day by which a deferred material follows, earlier or later; the last one is the rule's."""
    moved = (row.tick.by or last) + timedelta(days=days)
    now = min(max(moved, first), last)
    words = _("第 {n} 项 补交至 {day}").format(n=row.number, day=f"{now:%m-%d}")
    return words, mark(draft, row.key, replace(row.tick, by=None if now == last else now))


def faulted(draft: Draft, sheet: Sheet, row: Row, fault: Fault) -> Step:
    """不符, with its reason."""
    return _said(draft, sheet, row, mark(draft, row.key, Tick(check=Check.DEFECT, fault=fault)))


def kept_otherwise(draft: Draft, sheet: Sheet, row: Row) -> Step:
    """The next way of keeping; a row that is not in yet is taken in by it."""
    tick = row.tick if row.tick.check is Check.RECEIVED else Tick(check=Check.RECEIVED)
    new = replace(tick, kept=next_kept(tick)) if row.tick.check is Check.RECEIVED else tick
    words = _("第 {n} 项 收取方式 {kept}").format(n=row.number, kept=label(new.kept))
    return words, mark(draft, row.key, new)


def copies_changed(draft: Draft, sheet: Sheet, row: Row, by: int) -> Step:
    """One copy more or fewer; at least one."""
    usual = row.line.material.copies or 1
    tick = row.tick if row.tick.check is Check.RECEIVED else Tick(check=Check.RECEIVED)
    now = max(1, min(MOST_COPIES, (tick.copies or usual) + by))
    words = _("第 {n} 项 份数 {copies}").format(n=row.number, copies=now)
    return words, mark(draft, row.key, replace(tick, copies=0 if now == usual else now))


def pages_told(draft: Draft, row: Row, pages: int) -> Step:
    """How many pages were taken in."""
    tick = row.tick if row.tick.check is Check.RECEIVED else Tick(check=Check.RECEIVED)
    words = _("第 {n} 项 页数 {pages}").format(n=row.number, pages=pages)
    return words, mark(draft, row.key, replace(tick, pages=min(pages, MOST_PAGES)))


STEPS: dict[str, Callable[[Draft, Sheet, Row], Step]] = {
    "toggle": ticked,
    "tick": ticked,
    "exempt": exempted,
    "defer": deferred,
    "kept": kept_otherwise,
    "more_copies": lambda draft, sheet, row: copies_changed(draft, sheet, row, 1),
    "fewer_copies": lambda draft, sheet, row: copies_changed(draft, sheet, row, -1),
}
"""Verbs of the checklist's keys that act at once."""


def _said(draft: Draft, sheet: Sheet, row: Row, new: Draft) -> Step:
    after = replace(row, tick=new.tick(row.key))
    return step_words(row.number, row, after), new
