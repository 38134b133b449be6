"""The verdict on a line, as a table. The first rule that holds decides.

A line that repeats another is a duplicate whatever else it says; one of another month does not
belong here; one nobody sent is not ours. Only then weight and amount are looked at, and a weight
that differs stands before an amount that differs: it explains it, and the row carries both figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """一致 · 金额差 · 重量差 · 有单无账 · 有账无单 · 重复 · 非本月."""

    MATCHED = "matched"
    AMOUNT_DIFFERS = "amount_differs"
    WEIGHT_DIFFERS = "weight_differs"
    OURS_ONLY = "ours_only"
    BILL_ONLY = "bill_only"
    DUPLICATE = "duplicate"
    OTHER_MONTH = "other_month"


class Compared(StrEnum):
    """Two figures beside each other; UNKNOWN where one of them is missing."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of a line: billed before, within the month, sent by us, and its two figures.

    An amount without a tariff to hold it against is UNKNOWN, and so is not agreed to.
    """

    repeated: bool = False
    in_month: bool = True
    ours: bool = True
    weight: Compared = Compared.SAME
    amount: Compared = Compared.SAME


RULES: tuple[tuple[Verdict, Callable[[Seen], bool]], ...] = (
    (Verdict.DUPLICATE, lambda seen: seen.repeated),
    (Verdict.OTHER_MONTH, lambda seen: not seen.in_month),
    (Verdict.BILL_ONLY, lambda seen: not seen.ours),
    (Verdict.WEIGHT_DIFFERS, lambda seen: seen.weight is Compared.DIFFERS),
    (Verdict.AMOUNT_DIFFERS, lambda seen: seen.amount is not Compared.SAME),
    (Verdict.MATCHED, lambda _seen: True),
)


def verdict(seen: Seen) -> Verdict:
    return next(one for one, holds in RULES if holds(seen))
