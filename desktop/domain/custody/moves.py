"""Where a piece is, and the moves between: the hall answers for it from the first to the last."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.refusal import Refusal


class Whereabouts(StrEnum):
    """申请人 窗口 封袋 快递 大厅 后台 归还 误投 丢失. `hall` is what came in by courier and lies
    where parcels are opened; `astray` is with somebody whom it does not concern.
    """

    APPLICANT = "applicant"
    WINDOW = "window"
    BAG = "bag"
    COURIER = "courier"
    HALL = "hall"
    BACK_OFFICE = "back_office"
    RETURNED = "returned"
    ASTRAY = "astray"
    LOST = "lost"


class Motion(StrEnum):
    """收下 到厅 制成 送窗口 送后台 封袋 拆封 交寄 归还 误投 丢失 找到."""

    TAKE_IN = "take_in"
    ARRIVE = "arrive"
    MAKE = "make"
    TO_WINDOW = "to_window"
    TO_BACK_OFFICE = "to_back_office"
    SEAL = "seal"
    UNSEAL = "unseal"
    SEND = "send"
    GIVE_BACK = "give_back"
    STRAY = "stray"
    LOSE = "lose"
    FIND = "find"


_W, _M = Whereabouts, Motion
_FROM_SHELF = {_M.SEAL: _W.BAG, _M.SEND: _W.COURIER, _M.GIVE_BACK: _W.RETURNED, _M.LOSE: _W.LOST}
MOVES: dict[Whereabouts, dict[Motion, Whereabouts]] = {
    _W.APPLICANT: {_M.TAKE_IN: _W.WINDOW, _M.ARRIVE: _W.HALL, _M.MAKE: _W.WINDOW},
    _W.WINDOW: {_M.TO_BACK_OFFICE: _W.BACK_OFFICE, **_FROM_SHELF},
    _W.HALL: {_M.TO_WINDOW: _W.WINDOW, _M.TO_BACK_OFFICE: _W.BACK_OFFICE, **_FROM_SHELF},
    _W.BACK_OFFICE: {_M.TO_WINDOW: _W.WINDOW, _M.LOSE: _W.LOST},
    _W.BAG: {_M.UNSEAL: _W.WINDOW, _M.SEND: _W.COURIER, _M.LOSE: _W.LOST},
    _W.COURIER: {
        _M.ARRIVE: _W.HALL, _M.GIVE_BACK: _W.RETURNED, _M.STRAY: _W.ASTRAY, _M.LOSE: _W.LOST,
    },
    _W.RETURNED: {_M.TAKE_IN: _W.WINDOW, _M.STRAY: _W.ASTRAY},
    _W.ASTRAY: {_M.ARRIVE: _W.HALL, _M.GIVE_BACK: _W.RETURNED, _M.LOSE: _W.LOST},
    _W.LOST: {_M.FIND: _W.WINDOW, _M.GIVE_BACK: _W.RETURNED},
}  # fmt: skip
"""What is given back is what the register told wrongly where a parcel went to somebody else."""

STARTS = frozenset(MOVES[_W.APPLICANT])
"""The moves by which a piece comes under the hall's care for the first time."""
BY_PARCEL = frozenset({_M.SEAL, _M.UNSEAL, _M.SEND, _M.ARRIVE, _M.STRAY})
"""Moves that only sealing, handing over, opening or 错寄 make, never a hand alone."""
AT_HAND = frozenset({_W.WINDOW, _W.HALL})
"""Where a piece can be put into a bag from."""
HOME = frozenset({_W.APPLICANT, _W.RETURNED})


def moved(at: Whereabouts, motion: Motion) -> Whereabouts:
    """Where the move leads; refuses one that the table does not hold."""
    after = MOVES[at].get(motion)
    if after is None:
        raise Refusal("no_such_motion", at=at, motion=motion)
    return after


def by_hand(at: Whereabouts) -> tuple[Motion, ...]:
    """The moves that a clerk may tell of a piece here, in the order of the table."""
    return tuple(motion for motion in MOVES[at] if motion not in BY_PARCEL)
