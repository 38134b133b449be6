"""实施编码: the credit code of the 实施主体, the level, the 基本编码 (GB/T 39554; 31 characters).

Codes are text of no fixed length, so what looks odd is for a person to look at, never refused.
"""

from __future__ import annotations

from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level

USCC = 18
LENGTHS = (31, 33)
"""An 实施编码, and a 业务办理项编码 with its two further characters."""


def odd_code(id: str) -> str:
    """The credit code in an 实施编码 where its check does not hold; empty where nothing is odd."""
    if len(id) not in LENGTHS:
        return ""
    part = id[:USCC]
    return part if check_uscc(part).level is Level.ERROR else ""
