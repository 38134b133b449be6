"""Roles and rights. What a role may not do is not offered, and is refused here as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.refusal import Refusal


class Role(StrEnum):
    """工作人员 · 主管 · 审批人员 · 首席代表 · 技术审查人员."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    APPROVER = "approver"
    CHIEF = "chief"
    TECHNICAL = "technical"


class Right(StrEnum):
    LOOK = "look"
    """To see cases, their materials and terms."""
    SERVE = "serve"
    """Drafts, 收件, 受理, 补正告知, papers."""
    SHIP = "ship"
    REFUSE = "refuse"
    REVIEW = "review"
    """审查, 特别程序, 委托技术审查, 终止."""
    TECHNICAL = "technical"
    DECIDE = "decide"
    EXTEND = "extend"
    TURN = "turn"
    """撤销受理, 转办."""
    OVERSEE = "oversee"
    """复核 of acts that ask for it afterwards."""
    EXPORT_LOG = "export_log"
    EXPORT_PERSONAL = "export_personal"
    MANAGE_CLERKS = "manage_clerks"
    MANAGE_ITEMS = "manage_items"
    MANAGE_CALENDAR = "manage_calendar"
    CARRIER_EXCEPTION = "carrier_exception"
    MANAGE_HUB = "manage_hub"
    """Coming into a hub, letting devices in, revoking them."""
    COVERAGE = "coverage"
    """免费寄递范围: to set it, and to send what lies outside."""
    RECONCILE = "reconcile"
    """对账 and the tariff."""
    PURGE = "purge"
    END_LICENCE = "end_licence"


_COUNTER = frozenset({Right.LOOK, Right.SERVE, Right.SHIP, Right.REFUSE})
_JUDGING = frozenset({Right.REVIEW, Right.TECHNICAL, Right.DECIDE, Right.EXTEND})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: _COUNTER,
    Role.APPROVER: _COUNTER | {Right.REVIEW},
    Role.CHIEF: _COUNTER | {Right.REVIEW, Right.DECIDE, Right.EXTEND, Right.TURN, Right.EXPORT_LOG},
    Role.TECHNICAL: frozenset({Right.LOOK, Right.TECHNICAL}),
    Role.SUPERVISOR: frozenset(Right) - _JUDGING,
}
"""A supervisor runs the hall and judges no application: 审批 and 监督 are two hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """工作人员 as signed in: `code` is the 工号 that every entry carries. `window` is where they
    usually sit; on leave from `leave_first` to `leave_last`, both included.
    """

    code: str
    name: str
    role: Role = Role.CLERK
    active: bool = True
    window: str = ""
    leave_first: date | None = None
    leave_last: date | None = None


STATION = Clerk(code="-", name="本机", role=Role.SUPERVISOR)
"""Author of what a windowless command does: the station itself."""


def on_leave(clerk: Clerk, day: date) -> bool:
    """Whether the clerk is on leave that day; without a last day it has no end."""
    first, last = clerk.leave_first, clerk.leave_last
    return first is not None and first <= day and (last is None or day <= last)


def may(clerk: Clerk, right: Right) -> bool:
    return clerk.active and right in RIGHTS[clerk.role]


def require(clerk: Clerk, right: Right) -> None:
    """Refuse what the clerk's role does not hold."""
    if not may(clerk, right):
        raise Refusal("not_allowed", right=right, role=clerk.role)
