"""Numbers `hall-yyyymmdd-device-[K|J|B|C|P]nnnn` in use, whatever they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.projections.projection import Projection, Row
from desktop.domain.trust.entry import Fact

NUMBER = re.compile(r"([^-]+)-([0-9]{8})-([^-]+)-([A-Z]?)([0-9]{4,})")


class Number(NamedTuple):
    """`day` is yyyymmdd; `series` is empty for cases, K for shipments, J for hand-over sheets,
    B for batches of materials, C for what was worked out of a policy, P for pieces in custody.
    """

    hall: str
    day: str
    device: str
    series: str
    seq: int


def parse(id: str) -> Number | None:
    """The parts of an entity's id that is a number; None for every other id."""
    found = NUMBER.fullmatch(id)
    if not found:
        return None
    return Number(found[1], found[2], found[3], found[4], int(found[5]))


def fold(id: str, facts: Sequence[Fact]) -> list[Row]:
    """A number once given stays given, whatever becomes of what it names."""
    number = parse(id)
    return [(id, number.device, number.day, number.series, number.seq)] if number and facts else []


NUMBERS = Projection(
    "numbers",
    "",
    ("number", "device", "day", "series", "seq"),
    fold,
    """
CREATE TABLE numbers (
    number TEXT NOT NULL,
    device TEXT NOT NULL,
    day TEXT NOT NULL,
    series TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (device, day, series, seq, number)
) STRICT, WITHOUT ROWID;
""",
)
