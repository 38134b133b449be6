"""Columns of theme cases and of their members, and how a state looks."""

from __future__ import annotations

from desktop.domain.identity.masking import mask_name
from desktop.domain.identity.party import PartyKind
from desktop.domain.themes.progress import MemberState, Progress, Standing, State
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

STATES = {
    State.RUNNING: "text",
    State.READY: "warn",
    State.HELD: "bad",
    State.CLOSED: "good",
    State.WITHDRAWN: "quiet",
}
STANDINGS = {
    Standing.WAITING: "quiet",
    Standing.RUNNING: "text",
    Standing.DONE: "good",
    Standing.FAILED: "bad",
}


def applicant(found: Progress) -> str:
    """Masked, as in every list; empty where it was purged."""
    case = next((one.case for one in found.members if one.case), None)
    if case is None or case.purged:
        return ""
    who = case.applicant
    return who.name if who.kind is PartyKind.ORGANISATION else mask_name(who.name)


def done_text(found: Progress) -> str:
    """已有结果 2 / 6."""
    done = sum(one.standing is Standing.DONE for one in found.members)
    return f"{done} / {len(found.members)}"


CASES: tuple[Column, ...] = (
    Column(_("编号"), lambda one: one.theme.number, 12),
    Column(_("一件事"), lambda one: one.theme.told.name),
    Column(_("申请人"), applicant, 6),
    Column(_("受理"), lambda one: f"{one.theme.received_at:%m-%d}", 4, spare=True),
    Column(_("有结果"), done_text, 4),
    Column(_("状态"), lambda one: word(one.state), 9, tone=lambda one: STATES[one.state]),
)


def due_of(one: MemberState) -> str:
    due = one.case.due if one.case else None
    if due is None or due.due is None or one.standing is not Standing.RUNNING:
        return ""
    return f"{due.due:%Y-%m-%d}"


MEMBERS: tuple[Column, ...] = (
    Column(_("阶段"), lambda one: str(one.member.order), 2),
    Column(_("事项"), lambda one: one.member.item_name),
    Column(_("进度"), lambda one: word(one.standing), 5, tone=lambda one: STANDINGS[one.standing]),
    Column(_("到期"), due_of, 6, spare=True),
    Column(_("办件编号"), lambda one: one.case.number if one.case else "", 12, spare=True),
)
