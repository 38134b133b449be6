"""A restored station: it must not continue the chain of the station that made the backup.

The original may have gone on after the backup; two stations writing one chain would give the
same number twice. So the restored one takes a new device code, and its `StationOpened.follows`
names the old one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain.refusal import Refusal

LONGEST = 8
MARK = "R"
DRAWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`device` is the new code, `follows` the old; counts are rows of journal and projections."""

    device: str
    follows: str
    before: dict[str, int]
    after: dict[str, int]


def successor(device: str, drawn: str) -> str:
    """`A07` → `A07R4KX`, and from there `A07R…` again: the mark is replaced, not repeated.

    `drawn` are three random letters or digits; the same backup may be restored twice.
    """
    if not re.fullmatch(rf"[A-Z0-9]{{{DRAWN}}}", drawn):
        raise Refusal("bad_device_suffix", drawn=drawn)
    base = re.sub(rf"{MARK}[A-Z0-9]{{{DRAWN}}}$", "", device) or device
    return base[: LONGEST - DRAWN - 1] + MARK + drawn
