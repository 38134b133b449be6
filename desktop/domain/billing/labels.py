"""What the labels of a bill mean: synonyms as data, units in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Column(StrEnum):
    """运单号 · 日期 · 金额 · 重量 · 目的地."""

    WAYBILL = "waybill"
    DAY = "day"
    AMOUNT = "amount"
    WEIGHT = "weight"
    PLACE = "place"


NEEDED = (Column.WAYBILL, Column.AMOUNT)
YUAN: Mapping[str, Decimal] = {"元": Decimal(1), "角": Decimal("0.1"), "分": Decimal("0.01")}
GRAMS: Mapping[str, int] = {
    "千克": 1000, "公斤": 1000, "kg": 1000, "kgs": 1000, "克": 1, "g": 1, "斤": 500,
}  # fmt: skip
_UNIT = re.compile(
    r"[(\[【/:_-]*(?:单位[:为]?)?(?P<unit>人民币|元|角|分|千克|公斤|kgs?|斤|克|g)[)\]】]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Synonyms by column, earlier ones preferred; beginnings of totals rows; names of carriers."""

    columns: Mapping[Column, Sequence[str]]
    totals: tuple[str, ...]
    subtotals: tuple[str, ...]
    carriers: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a column stands, from 1, and the unit that its label names (empty: none)."""

    place: int
    unit: str


def plain(text: str) -> str:
    """A cell without blanks, in the half-wide forms of its characters."""
    whole = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(whole.split())


def find_columns(cells: Sequence[str], labels: Labels) -> dict[Column, Found]:
    """What this row labels; of several columns that could be one the earliest synonym wins."""
    told = [_label(cell) for cell in cells]
    found: dict[Column, Found] = {}
    for column, synonyms in labels.columns.items():
        for synonym in synonyms:
            places = [at for at, names in enumerate(told) if synonym in names]
            if places:
                found[column] = Found(places[0] + 1, told[places[0]][synonym])
                break
    return found


def carrier_in(text: str, labels: Labels) -> str:
    """The carrier that the text names first, empty where it names none."""
    upper = text.upper()
    places = {
        code: min(at for at in map(upper.find, names) if at >= 0)
        for code, names in labels.carriers.items()
        if any(name in upper for name in names)
    }
    return min(places, key=lambda code: places[code]) if places else ""


def _label(cell: str) -> dict[str, str]:
    """The names a label may go by, each with its unit: as it stands, and without its unit."""
    text = plain(cell)[:40].rstrip("*:")
    names = {text: ""}
    unit = _UNIT.search(text.lower())
    if unit is not None:
        names[text[: unit.start()]] = unit["unit"].replace("人民币", "元")
    bare = re.sub(r"[(\[【].*?[)\]】]", "", text)
    names.setdefault(bare, names.get(text[: unit.start()], "") if unit else "")
    return names
