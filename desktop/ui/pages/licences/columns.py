"""Columns of the register, and how the state of a renewal looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.domain.licences.renewal import RenewalState
from desktop.domain.licences.rows import Watched
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.licences.register import CLOSING, sign, state_text, until_text, window_text

TONES: dict[str, str] = {
    RenewalState.EARLY: "quiet",
    RenewalState.OPEN: "good",
    CLOSING: "warn",
    RenewalState.LATE: "bad",
    RenewalState.EXPIRED: "bad",
}


def tone(one: Watched, today: date) -> str:
    """Token of the theme for the state's words."""
    if one.row.ended is not None:
        return "quiet"
    found = sign(one, today)
    if found:
        return TONES[found]
    until = one.row.valid_until
    return "bad" if until is not None and until < today else "good"


def columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """The day is asked for at each drawing: the window may stay open over midnight."""
    return (
        Column(_("证照"), lambda one: one.row.name),
        Column(_("编号"), lambda one: one.row.number, 10),
        Column(_("持有人"), lambda one: one.row.holder),
        Column(_("有效期至"), lambda one: until_text(one.row.valid_until), 6),
        Column(_("可申请续期"), window_text, 15),
        Column(
            _("状态"),
            lambda one: state_text(one, today()),
            5,
            tone=lambda one: tone(one, today()),
        ),
    )
