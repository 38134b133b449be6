"""Amounts of money as people write them, read exactly into yuan.

3,000万 · １２００万元 · 0.5亿 · 1亿2000万元 · ￥5000000 · 三千五百万元. A comma parts thousands and stands
nowhere else. What is not surely an amount is refused: a wrong ceiling is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from desktop.domain.policies.numerals import DIGITS, read_numeral
from desktop.domain.refusal import Refusal

LARGEST = Decimal(10) ** 13
"""Yuan; ten trillion is more than any hall decides on, so it was mistyped."""
LONGEST = 40
"""Characters; nobody writes an amount longer than that."""

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,6})?"
_PARTS = re.compile(
    rf"(?:(?P<yi>{_NUMBER})(?P<yi_by>[十百千万]?)亿)?"
    rf"(?:(?P<wan>{_NUMBER})(?P<wan_by>[十百千]?)万)?"
    rf"(?:(?P<yuan>{_NUMBER})(?P<yuan_by>[百千]?))?"
)
_AROUND = re.compile(r"(?:人民币|RMB|CNY|¥)?(?P<number>.*?)(?:元|圆)?整?")
_BY = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000}
_UNITS = {"yi": Decimal(10) ** 8, "wan": Decimal(10) ** 4, "yuan": Decimal(1)}


def read_amount(text: str) -> Decimal:
    """Yuan, exactly as written; a number without a unit is yuan.

    Refuses `amount_missing`, `amount_negative`, `amount_form` (not surely an amount) and
    `amount_too_large`.
    """
    plain = "".join(unicodedata.normalize("NFKC", text[: LONGEST + 1]).split()).upper()
    if not plain:
        raise Refusal("amount_missing")
    if len(plain) > LONGEST:
        raise Refusal("amount_form", value=f"{text[:20]}…")
    if plain[0] in "-−﹣负" and _yuan(plain[1:]) is not None:
        raise Refusal("amount_negative", value=text.strip())
    found = _yuan(plain)
    if found is None:
        raise Refusal("amount_form", value=text.strip())
    if found >= LARGEST:
        raise Refusal("amount_too_large", value=text.strip())
    return found


def _yuan(plain: str) -> Decimal | None:
    around = _AROUND.fullmatch(plain)
    number = around["number"] if around else ""
    if number and all(one in DIGITS for one in number):
        whole = read_numeral(number)
        return None if whole is None else Decimal(whole)
    parts = _PARTS.fullmatch(number)
    if parts is None or not number:
        return None
    return sum(
        (
            Decimal(parts[name].replace(",", "")) * _BY[parts[f"{name}_by"]] * unit
            for name, unit in _UNITS.items()
            if parts[name] is not None
        ),
        Decimal(0),
    )
