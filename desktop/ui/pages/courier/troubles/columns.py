"""How troubles look, what stands in the rows of 要处理, and the key of each next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.domain.courier.troubles.found import Found
from desktop.domain.courier.troubles.kinds import Trouble
from desktop.services.courier.troubles.worklist import Troubled
from desktop.ui.keys.table import key_of
from desktop.ui.pages.cases.columns import WAYS
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word

TONES: dict[Trouble, tuple[str, str]] = {
    Trouble.LOST: ("×", "bad"),
    Trouble.NO_ANSWER: ("▲", "bad"),
    Trouble.RESULT_LATE: ("▲", "bad"),
    Trouble.TOTAL_DELAY: ("×", "bad"),
    Trouble.ORIGINALS_AWAY: ("▲", "bad"),
    Trouble.REJECTED: ("×", "bad"),
    Trouble.RETURNED: ("×", "warn"),
    Trouble.PROBLEM: ("▲", "bad"),
    Trouble.BY_OTHER: ("◆", "warn"),
    Trouble.LOCKER: ("◆", "warn"),
    Trouble.STILL: ("‖", "warn"),
    Trouble.NOT_PICKED_UP: ("○", "warn"),
    Trouble.ABORTED: ("‖", "warn"),
    Trouble.UNKNOWN_CODE: ("？", "info"),
    Trouble.RETURNING: ("▲", "warn"),
}
"""Glyph and token: a trouble is told by form, word and colour."""


def trouble_text(trouble: Trouble) -> str:
    """`‖ 没有动静`."""
    return f"{TONES[trouble][0]} {word(trouble)}"


def due_text(due: date, today: date) -> str:
    """`今天`, `已过 3 天`, `11-26`."""
    if due == today:
        return _("今天")
    if due < today:
        return _("已过 {n} 天").format(n=(today - due).days)
    return f"{due:%m-%d}"


def due_tone(due: date, today: date) -> str:
    return "bad" if due < today else "warn" if due == today else ""


def step_text(found: Found) -> str:
    """`F4 催问承运人`; what waits says for what."""
    if found.waiting:
        return _("等答复")
    return f"{key_of('next_step')} {word(found.step)}"


def rows(today: Callable[[], date]) -> tuple[Column, ...]:
    """What is wrong, since when, until when, what next and whose it is; then whose parcel."""
    return (
        Column(
            _("问题"), _wrong, 9,
            tone=lambda one: "quiet" if not one.first.calls else TONES[one.first.trouble][1],
        ),
        Column(
            _("应于"), lambda one: _due(one, today()), 6,
            tone=lambda one: due_tone(one.first.due, today()) if one.first.calls else "quiet",
        ),
        Column(_("下一步"), lambda one: step_text(one.first), 8),
        Column(_("谁办"), lambda one: word(one.first.owner), 4),
        Column(_("申请人"), lambda one: one.seen.row.party or "—"),
        Column(_("方向"), lambda one: WAYS[one.seen.row.direction], 3, spare=True),
        Column(_("承运人"), lambda one: carrier_label(one.seen.row.carrier), 7, spare=True),
        Column(_("运单号"), lambda one: one.seen.row.waybill or _("待填"), 9, spare=True),
        Column(_("自"), lambda one: f"{one.first.since:%m-%d}", 4),
    )  # fmt: skip


def _wrong(one: Troubled) -> str:
    """The first trouble, and how many there are beside it."""
    more = sum(found.calls for found in one.found) - 1
    return trouble_text(one.first.trouble) + (
        _(" 等 {n} 项").format(n=more + 1) if more > 0 else ""
    )


def _due(one: Troubled, today: date) -> str:
    until = one.first.quiet_until
    if until is not None:
        return _("缓至 {day}").format(day=f"{until:%m-%d}")
    return due_text(one.first.due, today)
