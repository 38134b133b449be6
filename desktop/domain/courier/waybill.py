"""Waybill numbers. Only UPU S10 (`AA NNNNNNNN C CC`) has a public check digit.

Numbers of other forms differ by carrier and have none, so the clerk is warned and scans twice;
whether a number was used before for the same carrier is the store's to say.
"""

from __future__ import annotations

import re

from desktop.domain.identity.verdict import Level, Verdict, normal

WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
SHORTEST, LONGEST = 6, 32
S10 = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")


def check_waybill(text: str) -> Verdict:
    """The verdict on a waybill number.

    Codes: `waybill_ok` (the S10 digit agrees); warning `waybill_unchecked` (a form without a
    check digit); errors `waybill_empty`, `waybill_length` (6 to 32), `waybill_characters`,
    `waybill_check` (data `expected`).
    """
    value = normal(text)
    if not value:
        return Verdict(Level.ERROR, "waybill_empty", value)
    if not SHORTEST <= len(value) <= LONGEST:
        return Verdict(Level.ERROR, "waybill_length", value, {"length": len(value)})
    if not re.fullmatch(r"[0-9A-Z]+", value):
        return Verdict(Level.ERROR, "waybill_characters", value)
    if not S10.fullmatch(value):
        return Verdict(Level.WARN, "waybill_unchecked", value)
    expected = check_digit(value[2:10])
    if value[10] != expected:
        return Verdict(Level.ERROR, "waybill_check", value, {"expected": expected})
    return Verdict(Level.OK, "waybill_ok", value)


def check_digit(serial: str) -> str:
    """The S10 check digit of an eight-digit serial number: 10 becomes 0, 11 becomes 5."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, serial, strict=True))
    return {10: "0", 11: "5"}.get(11 - total % 11, str(11 - total % 11))
