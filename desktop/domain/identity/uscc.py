"""统一社会信用代码 (GB 32100-2015, MOD 31): 1 register, 1 kind, 6 region, 9 body, 1 check.

The alphabet leaves out I, O, S, V and Z. The nine characters of the body carry a check of their
own (GB 11714); real codes break that one, so it only warns, as does an unknown register.
"""

from __future__ import annotations

from desktop.domain.identity.verdict import Level, Verdict, normal

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
REGISTERS = frozenset("123456789ANY")
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def check_uscc(text: str) -> Verdict:
    """The verdict on a credit code.

    Codes: `uscc_ok`; warnings `uscc_register_unknown`, `uscc_body_check`; errors `uscc_empty`,
    `uscc_length`, `uscc_characters` (data `characters`), `uscc_check` (data `expected`).
    """
    value = normal(text)
    if not value:
        return Verdict(Level.ERROR, "uscc_empty", value)
    if len(value) != 18:
        return Verdict(Level.ERROR, "uscc_length", value, {"length": len(value)})
    foreign = "".join(dict.fromkeys(c for c in value if c not in ALPHABET))
    if foreign or not value[2:8].isdigit():
        bad = foreign or value[2:8]
        return Verdict(Level.ERROR, "uscc_characters", value, {"characters": bad})
    expected = check_character(value)
    if value[17] != expected:
        return Verdict(Level.ERROR, "uscc_check", value, {"expected": expected})
    if value[0] not in REGISTERS:
        return Verdict(Level.WARN, "uscc_register_unknown", value, {"register": value[0]})
    if value[16] != body_check(value[8:16]):
        return Verdict(Level.WARN, "uscc_body_check", value, {"body": value[8:17]})
    return Verdict(Level.OK, "uscc_ok", value)


def check_character(value: str) -> str:
    """The check character that the first 17 characters ask for."""
    total = sum(weight * ALPHABET.index(c) for weight, c in zip(WEIGHTS, value[:17], strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def body_check(body: str) -> str:
    """The check character of an organisation code's first eight characters (GB 11714)."""
    total = sum(w * int(c, 36) for w, c in zip(BODY_WEIGHTS, body, strict=True))
    return "0123456789X0"[(11 - total % 11) % 11]
