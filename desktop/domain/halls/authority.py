"""What a hall may do for an item; it decides what F9 does."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.cases.moves import Move


class Authority(StrEnum):
    """受理 · 代收 · 咨询."""

    ACCEPT = "accept"
    COLLECT = "collect"
    ADVISE = "advise"


def final_move(authority: Authority, instant: bool) -> Move | None:
    """The move behind F9: 受理, 当场办结 for an 即办件, 代收; None where the hall only advises."""
    match authority:
        case Authority.ACCEPT:
            return Move.SETTLE if instant else Move.ACCEPT
        case Authority.COLLECT:
            return Move.COLLECT
        case Authority.ADVISE:
            return None
