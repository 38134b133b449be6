"""Roles and rights. What a role may not do is not offered, and is refused here as well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.refusal import Refusal


class Role(StrEnum):
    """工作人员 · 主管 · 审批人员 · 首席代表."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    APPROVER = "approver"
    CHIEF = "chief"


class Right(StrEnum):
    SERVE = "serve"
    """Drafts, 收件, 受理, 补正告知, papers."""
    SHIP = "ship"
    REFUSE = "refuse"
    EXPORT_LOG = "export_log"
    EXPORT_PERSONAL = "export_personal"
    MANAGE_CLERKS = "manage_clerks"
    MANAGE_ITEMS = "manage_items"
    CARRIER_EXCEPTION = "carrier_exception"
    PURGE = "purge"
    END_LICENCE = "end_licence"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: frozenset({Right.SERVE, Right.SHIP, Right.REFUSE}),
    Role.APPROVER: frozenset({Right.SERVE, Right.SHIP, Right.REFUSE}),
    Role.CHIEF: frozenset({Right.SERVE, Right.SHIP, Right.REFUSE, Right.EXPORT_LOG}),
    Role.SUPERVISOR: frozenset(Right),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """工作人员 as signed in: `code` is the 工号 that every entry carries."""

    code: str
    name: str
    role: Role = Role.CLERK
    active: bool = True


STATION = Clerk(code="-", name="本机", role=Role.SUPERVISOR)
"""Author of what a windowless command does: the station itself."""


def may(clerk: Clerk, right: Right) -> bool:
    return clerk.active and right in RIGHTS[clerk.role]


def require(clerk: Clerk, right: Right) -> None:
    """Refuse what the clerk's role does not hold."""
    if not may(clerk, right):
        raise Refusal("not_allowed", right=right, role=clerk.role)
