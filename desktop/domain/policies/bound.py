"""Numbers at a limit: 以上、以下 include it, 超过、不满 do not (民法典 1259)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

Figure = Decimal | date
"""What is entered for a policy: an amount in yuan, or a day."""


class Bound(StrEnum):
    """Each value is the word that the law and the policies use."""

    AT_LEAST = "以上"
    AT_MOST = "以下"
    MORE_THAN = "超过"
    LESS_THAN = "不满"


ORDERS: dict[Bound, frozenset[int]] = {
    Bound.AT_LEAST: frozenset({0, 1}),
    Bound.AT_MOST: frozenset({-1, 0}),
    Bound.MORE_THAN: frozenset({1}),
    Bound.LESS_THAN: frozenset({-1}),
}
"""How a figure may stand to its limit: below (-1), at (0), above (1)."""


def within(bound: Bound, figure: Figure, limit: Figure) -> bool:
    """Whether the figure keeps the bound; both are amounts or both are days, else TypeError."""
    if isinstance(figure, Decimal) and isinstance(limit, Decimal):
        return (figure > limit) - (figure < limit) in ORDERS[bound]
    if isinstance(figure, date) and isinstance(limit, date):
        return (figure > limit) - (figure < limit) in ORDERS[bound]
    raise TypeError(f"{figure!r} and {limit!r} cannot be compared")
