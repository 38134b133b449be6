"""What is found wrong in an exported file, or in the journal behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """In the order in which they are looked for."""

    NO_MANIFEST = "no_manifest"
    MANIFEST = "manifest"
    FILE = "file"
    UNKNOWN = "unknown"
    CHAIN = "chain"
    HEAD = "head"
    FIGURE = "figure"
    DAMAGED = "damaged"
    ROW = "row"
    MISSING_ROW = "missing_row"
    EXTRA_ROW = "extra_row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One thing that is wrong. `where` names it (`device:seq`, a figure), `told` is what the file
    says and `holds` what the journal says; `column` the key of a ledger column.
    """

    fault: Fault
    where: str = ""
    column: str = ""
    told: str = ""
    holds: str = ""
