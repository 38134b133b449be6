"""What a value must look like, kind by kind, and its normal form.

A value that cannot be read is kept as it was typed and marked; nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.domain.forms.form import Field, FieldKind
from desktop.domain.forms.layout import chosen
from desktop.domain.identity.documents import IdKind, check_document
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level, Verdict

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
MOST = Decimal(10) ** 15
FACTORS: Mapping[str, Decimal] = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4, "": Decimal(1)}
AREA_UNITS = ("平方米", "㎡", "m²", "m2", "M2", "平米", "平")
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)(亿|万)?(?:人民币)?元?")
MOBILE = re.compile(r"1[3-9]\d{9}")
FIXED = re.compile(r"(?:0\d{2,3}-?)?[1-9]\d{6,7}(?:(?:-|转)\d{1,6})?|[48]00-?\d{3}-?\d{4}")
ABROAD = re.compile(r"\+\d{6,15}")


def read(field: Field, text: str, today: date) -> Verdict:
    """The verdict on what stands in the field; `value` is the normal form, or the text as typed.

    Codes: `field_ok`, `field_empty` (open only where required), errors `field_missing`,
    `field_long`, `field_characters`, `field_number`, `field_amount`, `field_area`, `field_date`,
    `field_phone`, `field_option`, `field_one_only`, and those of the documents' own checks.
    """
    value = text.strip()
    if not value:
        code = "field_missing" if field.required else "field_empty"
        return Verdict(Level.ERROR if field.required else Level.OK, code, "")
    if len(value) > field.longest:
        data = {"length": len(value), "longest": field.longest}
        return Verdict(Level.ERROR, "field_long", value, data)
    if any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in value):
        return Verdict(Level.ERROR, "field_characters", value)
    return _READERS.get(field.kind, _text)(field, value, today)


def _text(field: Field, value: str, today: date) -> Verdict:
    if field.kind is not FieldKind.PARAGRAPH:
        value = " ".join(value.split())
    return Verdict(Level.OK, "field_ok", value)


def _number(field: Field, value: str, today: date) -> Verdict:
    """A count, in whole: 1,200 人."""
    told = _folded(value).removesuffix(field.unit).replace(",", "")
    if not re.fullmatch(r"\d{1,12}", told):
        return Verdict(Level.ERROR, "field_number", value, {"unit": field.unit})
    return Verdict(Level.OK, "field_ok", str(int(told)))


def _money(field: Field, value: str, today: date) -> Verdict:
    """An amount in the field's unit; 300万元 is 3000000 in 元 and 300 in 万元.

    A bare number is in the field's unit. Cents and no less.
    """
    found = AMOUNT.fullmatch(_folded(value))
    if found is None:
        return Verdict(Level.ERROR, "field_amount", value, {"unit": field.unit or "元"})
    own = FACTORS["亿" if "亿" in field.unit else "万" if "万" in field.unit else ""]
    amount = Decimal(found[1].replace(",", ""))
    if found[2] or _folded(value).endswith("元"):
        amount = amount * FACTORS[found[2] or ""] / own
    yuan = amount * own
    if yuan > MOST or yuan != yuan.quantize(Decimal("0.01")):
        return Verdict(Level.ERROR, "field_amount", value, {"unit": field.unit or "元"})
    return Verdict(Level.OK, "field_ok", _plain(amount))


def _area(field: Field, value: str, today: date) -> Verdict:
    """Square metres, more than none."""
    told = _folded(value)
    for unit in AREA_UNITS:
        told = told.removesuffix(unit)
    try:
        area = Decimal(told.replace(",", ""))
    except InvalidOperation:
        area = Decimal(0)
    if not re.fullmatch(r"[\d,]+(\.\d{1,4})?", told) or not 0 < area < Decimal(10) ** 9:
        return Verdict(Level.ERROR, "field_area", value)
    return Verdict(Level.OK, "field_ok", _plain(area))


def _date(field: Field, value: str, today: date) -> Verdict:
    found = DATE.fullmatch(_folded(value))
    try:
        parts = [int(part) for part in found.groups() if part] if found else []
        day = date(*parts)
    except (ValueError, TypeError):
        return Verdict(Level.ERROR, "field_date", value)
    if not EARLIEST <= day <= LATEST:
        return Verdict(Level.ERROR, "field_date", value)
    return Verdict(Level.OK, "field_ok", day.isoformat())


def _phone(field: Field, value: str, today: date) -> Verdict:
    told = re.sub(r"[‐–—]", "-", _folded(value)).replace("(", "").replace(")", "-")
    bare = told.replace("-", "").removeprefix("+86")
    if MOBILE.fullmatch(bare):
        return Verdict(Level.OK, "field_ok", bare)
    if FIXED.fullmatch(told) or ABROAD.fullmatch(told):
        return Verdict(Level.OK, "field_ok", told)
    return Verdict(Level.ERROR, "field_phone", value)


def _choice(field: Field, value: str, today: date) -> Verdict:
    picked = chosen(value)
    for option in picked:
        if option not in field.choices:
            return Verdict(Level.ERROR, "field_option", value, {"option": option})
    if len(picked) > 1 and field.kind is not FieldKind.CHOICES:
        return Verdict(Level.ERROR, "field_one_only", value)
    return Verdict(Level.OK, "field_ok", "\n".join(o for o in field.choices if o in picked))


def _document(verdict: Verdict, value: str) -> Verdict:
    """The document's own verdict; what is wrong stays as it was typed."""
    wrong = verdict.level is Level.ERROR
    return Verdict(verdict.level, verdict.code, value if wrong else verdict.value, verdict.data)


_READERS: Mapping[FieldKind, Callable[[Field, str, date], Verdict]] = {
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.AREA: _area,
    FieldKind.DATE: _date,
    FieldKind.PHONE: _phone,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choice,
    FieldKind.YES_NO: _choice,
    FieldKind.PERSON_ID: lambda field, value, today: _document(
        check_document(IdKind.RESIDENT_ID, value, today), value
    ),
    FieldKind.USCC: lambda field, value, today: _document(check_uscc(value), value),
}


def _folded(text: str) -> str:
    """Half-width and without blanks; ㎡ and the like stay."""
    wide = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return "".join(c for c in wide if not c.isspace())


def _plain(amount: Decimal) -> str:
    """Without exponent and without zeros that say nothing."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
