"""Yuan in exact decimals; a parcel's cost in parts that add up to the 分."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum

FEN = Decimal("0.01")
ZERO = Decimal("0.00")


class Rounding(StrEnum):
    """四舍五入 · 进位 · 舍去."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


_MODES = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.UP: ROUND_UP,
    Rounding.DOWN: ROUND_DOWN,
}


def rounded(amount: Decimal, to: Decimal, how: Rounding) -> Decimal:
    """The multiple of `to` that the contract's rounding makes of the amount, written to the 分."""
    steps = (amount / to).quantize(Decimal(1), rounding=_MODES[how])
    return (steps * to).quantize(FEN)


def shares(amount: Decimal, among: int) -> tuple[Decimal, ...]:
    """The amount in parts that differ by one 分 at most and add up exactly; larger ones first.

    What a bill states below the 分 stays with the first part.
    """
    each = (amount / among).quantize(FEN, rounding=ROUND_DOWN)
    rest = amount - each * among
    one = FEN.copy_sign(rest)
    more = int(rest / one)
    parts = [each + one if place < more else each for place in range(among)]
    parts[0] += rest - one * more
    return tuple(parts)
