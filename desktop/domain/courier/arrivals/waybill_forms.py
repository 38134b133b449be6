"""Which carrier a waybill number looks like. A suggestion: forms overlap and carriers change them."""

from __future__ import annotations

import re

from desktop.domain.courier.waybill import S10
from desktop.domain.identity.verdict import normal

FORMS: tuple[tuple[str, str], ...] = (
    ("ems", S10.pattern),
    ("ems", r"(?:10|11|12|13|50|95|97|98|99)\d{11}"),
    ("shunfeng", r"SF\d{12,13}"),
    ("jd", r"JD[A-Z]{0,2}\d{10,14}"),
    ("zhongtong", r"(?:7[3-8]\d{12}|ZTO?\d{10,13})"),
    ("yunda", r"4[2-6]\d{11}|3[1-3]\d{13}"),
)
"""The first that fits a number whole is suggested; a row for each form seen at the counter."""


def likely_carrier(waybill: str) -> str:
    """Code of the carrier, or empty where no form fits."""
    value = normal(waybill)
    return next((code for code, form in FORMS if re.fullmatch(form, value)), "")
