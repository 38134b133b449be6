"""Several things told in one cell, one a line or numbered."""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"(?:^|[\n；;])\s*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])?\s*"
)
_INNER = re.compile(
    r"(?<=[。；;])\s*(?=[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.、．])"
)


def parts(told: str) -> list[str]:
    """What a cell lists, without its numbers: lines, and what stands between 1. and 2."""
    return [part.strip() for part in _PARTS.split(_INNER.sub("\n", told)) if part.strip()]
