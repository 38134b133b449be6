"""The troubles a parcel may have, who owns them, and what is done about them."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.courier.steps import ShipmentStage


class Trouble(StrEnum):
    """In the order of what stands first where two are due on one day."""

    LOST = "lost"
    NO_ANSWER = "no_answer"
    RESULT_LATE = "result_late"
    TOTAL_DELAY = "total_delay"
    ORIGINALS_AWAY = "originals_away"
    REJECTED = "rejected"
    RETURNED = "returned"
    PROBLEM = "problem"
    BY_OTHER = "by_other"
    LOCKER = "locker"
    STILL = "still"
    NOT_PICKED_UP = "not_picked_up"
    ABORTED = "aborted"
    UNKNOWN_CODE = "unknown_code"
    RETURNING = "returning"


ORDER = {trouble: place for place, trouble in enumerate(Trouble)}


class Owner(StrEnum):
    """经办 · 窗口 · 主管 · 承运人: who has to move next."""

    CLERK = "clerk"
    WINDOW = "window"
    SUPERVISOR = "supervisor"
    CARRIER = "carrier"


class Remedy(StrEnum):
    """What is done next. COMPLAIN, CLAIM and APPEAL are asked in writing and wait for an answer."""

    CALL = "call"
    ASK = "ask"
    COMPLAIN = "complain"
    CLAIM = "claim"
    APPEAL = "appeal"
    RESEND = "resend"
    DELIVER = "deliver"
    STEP = "step"
    SETTLE = "settle"


WRITTEN = frozenset({Remedy.COMPLAIN, Remedy.CLAIM, Remedy.APPEAL})


class Whom(StrEnum):
    """承运人 · 收件人 · 寄件人 · 其他."""

    CARRIER = "carrier"
    RECEIVER = "receiver"
    SENDER = "sender"
    OTHER = "other"


class Ending(StrEnum):
    """How a trouble ended; RECEIVED: the receiver has it after all."""

    RECEIVED = "received"
    RESENT = "resent"
    COMPENSATED = "compensated"
    MADE_ANEW = "made_anew"
    CAME_BACK = "came_back"
    UNFOUNDED = "unfounded"
    LET_BE = "let_be"


_S = ShipmentStage
MOVING = frozenset({_S.PICKED_UP, _S.IN_TRANSIT, _S.OUT_FOR_DELIVERY})
OF_STAGE: dict[ShipmentStage, Trouble] = {
    _S.LOST: Trouble.LOST,
    _S.REJECTED: Trouble.REJECTED,
    _S.RETURNING: Trouble.RETURNING,
    _S.RETURNED: Trouble.RETURNED,
    _S.TROUBLE: Trouble.PROBLEM,
}
"""Stages that are a trouble by themselves."""
COVERS: dict[Trouble, frozenset[Trouble]] = {
    Trouble.LOST: frozenset({Trouble.ORIGINALS_AWAY, Trouble.UNKNOWN_CODE, Trouble.ABORTED}),
    Trouble.TOTAL_DELAY: frozenset({Trouble.STILL, Trouble.ABORTED}),
    Trouble.PROBLEM: frozenset({Trouble.ABORTED}),
    Trouble.STILL: frozenset({Trouble.ABORTED}),
}
"""What the one says as well: the other is not said beside it."""
