"""Codes that people copy by hand: recovery codes, and one-time codes of enrolment.

Eight groups of four characters from Crockford's alphabet (no I, L, O, U): 30 characters carry
150 random bits, the last two are a checksum that tells a slip of the pen from a wrong code.
"""

from __future__ import annotations

from hashlib import sha256

from desktop.domain.refusal import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN, CHECKED = 30, 2
_READ_AS = str.maketrans("OIL", "011", " -‐–—\t\r\n")


def code_of(drawn: str) -> str:
    """`XXXX-XXXX-…`, eight groups, of `DRAWN` random characters."""
    whole = drawn + _checksum(drawn)
    return "-".join(whole[i : i + 4] for i in range(0, len(whole), 4))


def plain_code(typed: str) -> str:
    """The 32 characters without groups, O read as 0, I and L as 1.

    Refuses `recovery_code_mistyped` where length, alphabet or checksum disagree.
    """
    code = typed.upper().translate(_READ_AS)
    fits = len(code) == DRAWN + CHECKED and set(code) <= set(ALPHABET)
    if not fits or _checksum(code[:DRAWN]) != code[DRAWN:]:
        raise Refusal("recovery_code_mistyped")
    return code


def _checksum(drawn: str) -> str:
    value = int.from_bytes(sha256(drawn.encode()).digest()[:2])
    return ALPHABET[value >> 11] + ALPHABET[(value >> 6) & 31]
