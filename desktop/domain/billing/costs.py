"""What the courier cost: by item, hall, direction and month; a parcel's cost shared among its cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.billing.money import ZERO, shares
from desktop.domain.billing.rows import CaseInside, Row
from desktop.domain.billing.verdicts import Verdict


class By(StrEnum):
    """事项 · 大厅 · 方向."""

    ITEM = "item"
    HALL = "hall"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One case's part of one line; the case is empty where the line is for none."""

    row: Row
    case: CaseInside
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """`key` is an item's id, a hall's code or a direction; empty where nobody bears it yet."""

    key: str
    name: str
    parcels: int
    amount: Decimal


def shared(rows: Iterable[Row]) -> Iterator[Share]:
    """Every line of the bill in parts; the parts of all lines come to the bill's total."""
    for row in rows:
        if row.verdict is Verdict.OURS_ONLY:
            continue
        cases = row.cases or (CaseInside(""),)
        for case, amount in zip(cases, shares(row.amount, len(cases)), strict=True):
            yield Share(row=row, case=case, amount=amount)


def costs(rows: Iterable[Row], by: By) -> list[Cost]:
    """The dearest first; what belongs to nobody last."""
    key = _KEYS[by]
    amounts: dict[str, Decimal] = defaultdict(lambda: ZERO)
    lines: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for share in shared(rows):
        id, name = key(share)
        names[id] = names.get(id) or name
        amounts[id] += share.amount
        lines[id].add(share.row.key)
    found = [
        Cost(key=id, name=names[id], parcels=len(lines[id]), amount=amount)
        for id, amount in amounts.items()
    ]
    return sorted(found, key=lambda one: (not one.key, -one.amount, one.key))


def _item(share: Share) -> tuple[str, str]:
    return share.case.item, share.case.item_name


def _hall(share: Share) -> tuple[str, str]:
    """The hall whose parcel it is: numbers begin with its code."""
    return share.row.shipment.partition("-")[0], ""


def _direction(share: Share) -> tuple[str, str]:
    return share.row.direction or "", ""


_KEYS: dict[By, Callable[[Share], tuple[str, str]]] = {
    By.ITEM: _item,
    By.HALL: _hall,
    By.DIRECTION: _direction,
}
