"""公民身份号码 (GB 11643-1999, ISO 7064 MOD 11-2): 6 region, 8 birth, 3 sequence, 1 check.

The same form serves 港澳台居民居住证 (81, 82, 83) and, beginning with 9, the 2023
外国人永久居留身份证. Lists of regions reject some real numbers, so a doubtful region only warns;
15 digits are the old number and are not accepted for new cases.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from desktop.domain.identity.verdict import Level, Verdict, normal

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
OLDEST_YEARS = 130

REGIONS = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
RESIDENCE_REGIONS = frozenset({"81", "82", "83"})


class Holder(StrEnum):
    """Whose number it is, by its first digits."""

    CITIZEN = "citizen"
    HK_MACAO_TAIWAN = "hk_macao_taiwan"
    FOREIGNER = "foreigner"


def check_person_id(text: str, today: date) -> Verdict:
    """The verdict on a personal number; `today` tells a birth that lies in the future.

    Codes: `person_ok`; warnings `person_region_unknown`, `person_birth_unlikely`; errors
    `person_empty`, `person_old_15`, `person_length`, `person_characters`, `person_birth`,
    `person_check` (data `expected`).
    """
    value = normal(text)
    malformed = _malformed(value)
    if malformed is not None:
        return malformed
    expected = check_character(value)
    if value[17] != expected:
        return Verdict(Level.ERROR, "person_check", value, {"expected": expected})
    born = birth(value)
    if born is None:
        if holder(value) is Holder.FOREIGNER:
            return Verdict(Level.WARN, "person_birth_unlikely", value, {"birth": value[6:14]})
        return Verdict(Level.ERROR, "person_birth", value, {"birth": value[6:14]})
    if born > today:
        return Verdict(Level.ERROR, "person_birth", value, {"birth": value[6:14]})
    if today.year - born.year > OLDEST_YEARS:
        return Verdict(Level.WARN, "person_birth_unlikely", value, {"birth": value[6:14]})
    if holder(value) is not Holder.FOREIGNER and not REGIONS.match(value):
        return Verdict(Level.WARN, "person_region_unknown", value, {"region": value[:6]})
    return Verdict(Level.OK, "person_ok", value, {"holder": holder(value)})


def check_character(value: str) -> str:
    """The check character that the first 17 digits ask for."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, value[:17], strict=True))
    return CHECKS[total % 11]


def birth(value: str) -> date | None:
    """The day of birth in an 18-character number, None where it is no date."""
    try:
        return date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        return None


def holder(value: str) -> Holder:
    """Whose kind of number it is; taken from the first digits alone."""
    if value.startswith("9"):
        return Holder.FOREIGNER
    return Holder.HK_MACAO_TAIWAN if value[:2] in RESIDENCE_REGIONS else Holder.CITIZEN


def _malformed(value: str) -> Verdict | None:
    if not value:
        return Verdict(Level.ERROR, "person_empty", value)
    if re.fullmatch(r"[0-9]{15}", value):
        return Verdict(Level.ERROR, "person_old_15", value)
    if len(value) != 18:
        return Verdict(Level.ERROR, "person_length", value, {"length": len(value)})
    if not re.fullmatch(r"[0-9]{17}[0-9X]", value):
        return Verdict(Level.ERROR, "person_characters", value)
    return None
