"""Which move a case may make in which stage. The table is the rule; buttons read it too."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.refusal import Refusal


class Stage(StrEnum):
    """Where a case stands. `DRAFT` is local: the journal begins with 收件."""

    DRAFT = "draft"
    RECEIVED = "received"
    CORRECTING = "correcting"
    ACCEPTED = "accepted"
    REVIEWING = "reviewing"
    SUSPENDED = "suspended"
    DECIDED = "decided"
    PRODUCED = "produced"
    CLOSED = "closed"
    COLLECTED = "collected"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    TRANSFERRED = "transferred"


class Move(StrEnum):
    """收件 补收 受理 当场办结 代收 补正告知 不予受理 撤回 审查 特别程序 恢复计时 委托技术审查
    技术意见 延期 决定 制证 送达 终止 撤销受理 转办 更正 补办.
    """

    RECEIVE = "receive"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"
    SETTLE = "settle"
    COLLECT = "collect"
    NOTIFY = "notify"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    REVIEW = "review"
    SUSPEND = "suspend"
    RESUME = "resume"
    COMMISSION = "commission"
    OPINE = "opine"
    EXTEND = "extend"
    DECIDE = "decide"
    PRODUCE = "produce"
    DELIVER = "deliver"
    TERMINATE = "terminate"
    REVOKE = "revoke"
    TRANSFER = "transfer"
    AMEND = "amend"
    REISSUE = "reissue"


_INTAKE = {
    Move.ACCEPT: Stage.ACCEPTED,
    Move.SETTLE: Stage.CLOSED,
    Move.COLLECT: Stage.COLLECTED,
    Move.NOTIFY: Stage.CORRECTING,
    Move.REFUSE: Stage.REFUSED,
    Move.WITHDRAW: Stage.WITHDRAWN,
    Move.TERMINATE: Stage.TERMINATED,
    Move.TRANSFER: Stage.TRANSFERRED,
}
_ENDS = {Move.WITHDRAW: Stage.WITHDRAWN, Move.TERMINATE: Stage.TERMINATED}
_UNDER_WAY = {
    Move.REVIEW: Stage.REVIEWING,
    Move.SUSPEND: Stage.SUSPENDED,
    Move.REVOKE: Stage.RECEIVED,
    Move.TRANSFER: Stage.TRANSFERRED,
    **_ENDS,
}


def _stay(stage: Stage, *moves: Move) -> dict[Move, Stage]:
    return dict.fromkeys(moves, stage)


_M, _S = Move, Stage
_TAKEN = (_M.SUPPLEMENT, _M.AMEND)
_WORK = (*_TAKEN, _M.COMMISSION, _M.OPINE)

MOVES: dict[Stage, dict[Move, Stage]] = {
    _S.DRAFT: {_M.RECEIVE: _S.RECEIVED},
    _S.RECEIVED: {**_stay(_S.RECEIVED, *_TAKEN), **_INTAKE},
    _S.CORRECTING: {**_stay(_S.CORRECTING, *_TAKEN), **_INTAKE},
    _S.ACCEPTED: {**_stay(_S.ACCEPTED, *_WORK, _M.EXTEND), **_UNDER_WAY},
    _S.REVIEWING: {
        **_stay(_S.REVIEWING, *_WORK, _M.EXTEND),
        **_UNDER_WAY,
        _M.DECIDE: _S.DECIDED,
    },
    _S.SUSPENDED: {**_stay(_S.SUSPENDED, *_WORK), _M.RESUME: _S.REVIEWING, **_ENDS},
    _S.DECIDED: {
        **_stay(_S.DECIDED, _M.AMEND),
        _M.PRODUCE: _S.PRODUCED,
        _M.DELIVER: _S.CLOSED,
    },
    _S.PRODUCED: {**_stay(_S.PRODUCED, _M.PRODUCE, _M.AMEND), _M.DELIVER: _S.CLOSED},
    _S.CLOSED: {**_stay(_S.CLOSED, _M.AMEND), _M.REISSUE: _S.DECIDED},
    _S.COLLECTED: {**_stay(_S.COLLECTED, *_TAKEN), _M.WITHDRAW: _S.WITHDRAWN},
    _S.REFUSED: {},
    _S.WITHDRAWN: {},
    _S.TERMINATED: {},
    _S.TRANSFERRED: {},
}
OPEN = frozenset(
    {
        _S.RECEIVED, _S.CORRECTING, _S.ACCEPTED, _S.REVIEWING, _S.SUSPENDED, _S.DECIDED,
        _S.PRODUCED, _S.COLLECTED,
    }
)  # fmt: skip
"""Stages in which somebody still owes the applicant something."""


def after(stage: Stage, move: Move) -> Stage:
    """The stage that follows; refuses a move that the table does not hold."""
    try:
        return MOVES[stage][move]
    except KeyError:
        raise Refusal("no_such_move", stage=stage, move=move) from None


def follows(stage: Stage, move: Move) -> Stage:
    """The same for a fold: what was journalled is never refused, it leaves the stage as it is."""
    return MOVES[stage].get(move, stage)


def possible(stage: Stage) -> frozenset[Move]:
    return frozenset(MOVES[stage])
