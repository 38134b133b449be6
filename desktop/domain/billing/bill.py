"""A bill as it was read: its month, its lines, and what it says they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop.domain.billing.money import ZERO
from desktop.domain.refusal import Refusal

PIECE = 4_000
"""Lines of a piece: below the limit of an entry however they are encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """`row` of the file, from 1; `nth` counts lines of the same waybill, from 1. Grams 0: none
    stated. `place` is the destination down to the district, never a street.
    """

    row: int
    waybill: str
    amount: Decimal
    day: date | None = None
    grams: int = 0
    place: str = ""
    nth: int = 1

    @property
    def key(self) -> str:
        """What a dispute calls the line, also after a corrected bill moved its row."""
        return self.waybill if self.nth == 1 else f"{self.waybill}#{self.nth}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """`stated` is the bill's own 合计, None where it has none."""

    carrier: str
    month: str
    file: str
    sha256: str
    lines: tuple[BillLine, ...]
    stated: Decimal | None = None

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), ZERO)


def bill_id(carrier: str, month: str) -> str:
    return f"{carrier}:{month}"


def pieces(lines: Iterable[BillLine]) -> list[str]:
    """The lines as text, tab by tab, in pieces that an entry can hold; at least one."""
    told = [
        "\t".join(
            (
                str(line.row), line.waybill, str(line.amount), line.day.isoformat() if line.day else "",
                str(line.grams), line.place, str(line.nth),
            )
        )
        for line in lines
    ]  # fmt: skip
    return ["\n".join(told[at : at + PIECE]) for at in range(0, len(told), PIECE)] or [""]


def lines_of(text: str) -> Iterator[BillLine]:
    """The lines of one piece."""
    for told in text.splitlines():
        row, waybill, amount, day, grams, place, nth = told.split("\t")
        yield BillLine(
            row=int(row), waybill=waybill, amount=Decimal(amount), grams=int(grams), place=place,
            day=date.fromisoformat(day) if day else None, nth=int(nth),
        )  # fmt: skip


_MONTH = re.compile(r"(?P<year>20\d\d)[-/.年]?(?P<month>0?[1-9]|1[0-2])月?")


def read_month(text: str) -> str:
    """`2026-11` from that or 2026年11月, 202611; Refusal `month_form`."""
    told = _MONTH.fullmatch(text.strip())
    if told is None:
        raise Refusal("month_form", value=text.strip()[:20])
    return f"{told['year']}-{int(told['month']):02}"


def days_of(month: str) -> tuple[date, date]:
    """First and last day."""
    first = date.fromisoformat(f"{month}-01")
    after = (first + timedelta(days=31)).replace(day=1)
    return first, after - timedelta(days=1)


def month_before(day: date) -> str:
    """The month whose bill is due now: the one before this day's."""
    return f"{day.replace(day=1) - timedelta(days=1):%Y-%m}"
