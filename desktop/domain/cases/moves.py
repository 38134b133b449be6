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
    COLLECTED = "collected"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Move(StrEnum):
    """收件 补收 受理 当场办结 代收 补正告知 不予受理 撤回."""

    RECEIVE = "receive"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"
    SETTLE = "settle"
    COLLECT = "collect"
    NOTIFY = "notify"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


MOVES: dict[Stage, dict[Move, Stage]] = {
    Stage.DRAFT: {Move.RECEIVE: Stage.RECEIVED},
    Stage.RECEIVED: {
        Move.SUPPLEMENT: Stage.RECEIVED,
        Move.ACCEPT: Stage.ACCEPTED,
        Move.SETTLE: Stage.CLOSED,
        Move.COLLECT: Stage.COLLECTED,
        Move.NOTIFY: Stage.CORRECTING,
        Move.REFUSE: Stage.REFUSED,
        Move.WITHDRAW: Stage.WITHDRAWN,
    },
    Stage.CORRECTING: {
        Move.SUPPLEMENT: Stage.CORRECTING,
        Move.ACCEPT: Stage.ACCEPTED,
        Move.SETTLE: Stage.CLOSED,
        Move.COLLECT: Stage.COLLECTED,
        Move.NOTIFY: Stage.CORRECTING,
        Move.REFUSE: Stage.REFUSED,
        Move.WITHDRAW: Stage.WITHDRAWN,
    },
    Stage.ACCEPTED: {Move.SUPPLEMENT: Stage.ACCEPTED, Move.WITHDRAW: Stage.WITHDRAWN},
    Stage.COLLECTED: {Move.SUPPLEMENT: Stage.COLLECTED, Move.WITHDRAW: Stage.WITHDRAWN},
    Stage.REFUSED: {},
    Stage.WITHDRAWN: {},
    Stage.CLOSED: {},
}


def after(stage: Stage, move: Move) -> Stage:
    """The stage that follows; refuses a move that the table does not hold."""
    try:
        return MOVES[stage][move]
    except KeyError:
        raise Refusal("no_such_move", stage=stage, move=move) from None


def possible(stage: Stage) -> frozenset[Move]:
    return frozenset(MOVES[stage])
