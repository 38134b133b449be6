"""What a check of a number finds: a level and a code with data, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """OK and WARN let the clerk go on; ERROR does not."""

    OK = "ok"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`value` is the number in its normal form: half-width, upper case, no blanks."""

    level: Level
    code: str
    value: str
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def normal(text: str) -> str:
    """Half-width, upper case, without blanks or hyphens: what a scanner would have given."""
    folded = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return "".join(c for c in folded if not c.isspace() and c not in "-‐–—").upper()
