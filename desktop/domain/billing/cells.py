"""Cells of a bill → values. A cell that is not surely one raises `WrongCell` with a reason."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from desktop.domain.billing.labels import GRAMS, YUAN, plain
from desktop.domain.billing.money import FEN
from desktop.domain.courier.waybill import LONGEST, SHORTEST

_EXPONENT = re.compile(r"[0-9.]+E\+?[0-9]+", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,6})?")
_YEAR = r"(?P<y>20[0-9]{2})"
_DAYS = (
    re.compile(_YEAR + r"[-/.年](?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?(?![0-9])"),
    re.compile(_YEAR + r"(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9])"),
    re.compile(r"(?P<y>)(?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?"),
)
_PLACE = re.compile(r"(?:[^\W\d]{1,10}?(?:自治区|特别行政区|自治州|地区|省|市|区|县|旗|盟|州))+")
_SERIAL = range(36_526, 73_051)
"""Days since 1899-12-30 of the years 2000 to 2099, as a spreadsheet counts them."""
LARGEST = Decimal(10) ** 8
HEAVIEST = 1_000_000
"""Grams: a tonne was mistyped."""


class WrongCell(Exception):
    """`reason` is a code that `desktop.wording.billing` has words for."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def waybill_of(cell: str) -> str:
    text = plain(cell).lstrip("'`").upper().replace("-", "")
    if not text:
        raise WrongCell("empty")
    if _EXPONENT.fullmatch(text):
        raise WrongCell("digits_lost")
    if not SHORTEST <= len(text) <= LONGEST or not re.fullmatch(r"[0-9A-Z]+", text):
        raise WrongCell("no_waybill")
    return text


def amount_of(cell: str, unit: str) -> Decimal:
    """Yuan. The cell may name its own unit; a bracketed number is a negative one."""
    text = plain(cell).replace("¥", "").replace("￥", "").removeprefix("RMB")
    if text[:1] == "(" and text[-1:] == ")":
        text = f"-{text[1:-1]}"
    own = text[-1:] if text[-1:] in YUAN else ""
    number = _number(text[:-1] if own else text)
    value = number * YUAN[own or unit or "元"]
    if abs(value) >= LARGEST:
        raise WrongCell("too_large")
    if value != value.quantize(Decimal("0.0001")):
        raise WrongCell("too_fine")
    fen = value.quantize(FEN)
    return fen if fen == value else value


def grams_of(cell: str, unit: str) -> int:
    """Whole grams; nothing written is 0, not weighed."""
    text = plain(cell).lower()
    if text in {"", "-", "--", "—"}:
        return 0
    own = next((one for one in GRAMS if text.endswith(one)), "")
    value = _number(text.removesuffix(own)) * GRAMS[own or unit or "kg"]
    if value < 0:
        raise WrongCell("negative")
    if value > HEAVIEST:
        raise WrongCell("too_heavy")
    return int(value.to_integral_value())


def day_of(cell: str, month: str) -> date | None:
    """A day as people and spreadsheets write it; without a year it is in the bill's own year."""
    words = unicodedata.normalize("NFKC", cell).split()
    if not words:
        return None
    text = words[0]
    if text.isdecimal() and len(text) == 5 and int(text) in _SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(text))
    told = _DAYS[0].match(text) or _DAYS[1].match(text) or _DAYS[2].fullmatch(text)
    if told is None:
        raise WrongCell("not_a_day")
    try:
        return date(int(told["y"] or month[:4]), int(told["m"]), int(told["d"]))
    except ValueError:
        raise WrongCell("not_a_day") from None


@lru_cache(maxsize=4096)
def place_of(cell: str) -> str:
    """The destination down to the district: streets and names are not a bill's business here."""
    text = re.sub(r"[\t\n]", "", plain(cell))
    told = _PLACE.match(text)
    return told[0][:30] if told else re.split(r"[\d,，、;；(（-]", text)[0][:8]


def _number(text: str) -> Decimal:
    if not text:
        raise WrongCell("empty")
    if _EXPONENT.fullmatch(text):
        raise WrongCell("digits_lost")
    if not _NUMBER.fullmatch(text):
        raise WrongCell("no_number")
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise WrongCell("no_number") from None
