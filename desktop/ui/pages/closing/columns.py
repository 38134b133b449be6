"""Columns of the checks, of what is open, and of what passes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.supervision.closing.checks import Check, Line
from desktop.domain.supervision.closing.entries import Held
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.closing.lines import held_text, line_text
from desktop.wording.labels import label as word


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check, or all of them together (`check` None): how much is open, how much has a reason."""

    check: Check | None
    open: int
    said: int

    @property
    def key(self) -> str:
        return str(self.check or "")


def _state(one: CheckRow) -> str:
    if not one.open:
        return _("✓ 无")
    return _("✓ 已写") if one.said == one.open else _("○ 缺 {n}").format(n=one.open - one.said)


def _tone(one: CheckRow) -> str:
    return "good" if one.said == one.open else "warn"


CHECKS: tuple[Column, ...] = (
    Column(_("检查"), lambda one: word(one.check) if one.check else _("全部")),
    Column(_("未完"), lambda one: str(one.open), 3, right=True),
    Column(_("理由"), _state, 4, tone=_tone),
)
HELD: tuple[Column, ...] = (
    Column(_("类别"), lambda one: word(one.holding), 7),
    Column(_("事项"), held_text),
    Column(_("自"), lambda one: f"{one.since:%m-%d}", 4),
)


def lines_columns(reason: Callable[[Line], str], name: Callable[[str], str]) -> tuple[Column, ...]:
    """`reason` of the line as it stands on the screen, `name` of a clerk by the code."""
    return (
        Column(_("类别"), lambda one: word(one.check), 6),
        Column(_("事项"), line_text),
        Column(_("申请人"), lambda one: one.person or "—", 4, spare=True),
        Column(_("经办"), lambda one: name(one.clerk) or "—", 4, spare=True),
        Column(_("自"), lambda one: f"{one.since:%m-%d}", 3, spare=True),
        Column(
            _("结转理由"), lambda one: reason(one) or _("○ 未写"), 9,
            tone=lambda one: "" if reason(one) else "warn",
        ),
    )  # fmt: skip


def held_key(one: Held) -> str:
    return f"{one.holding} {one.key}"
