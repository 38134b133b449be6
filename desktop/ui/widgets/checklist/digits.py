"""Which row a typed digit means when there are more than nine.

A digit that no two-digit number of this list begins with acts at once. Another one waits for its
second digit; any other key, or a pause, takes it as it stands. `0` always waits: `03` is row 3
without any pause.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """`row` is the number meant, 0 for none yet; `waiting` the digit that may be a beginning."""

    row: int = 0
    waiting: str = ""


def typed(rows: int, waiting: str, digit: str) -> Typed:
    """What `digit` means after `waiting` (a digit or nothing) in a list of `rows` rows."""
    number = int(waiting + digit)
    if waiting:
        return Typed(row=number) if 0 < number <= rows else Typed()
    if (number * 10 <= rows and rows > 9) or (number == 0 and rows > 9):
        return Typed(waiting=digit)
    return Typed(row=number) if 0 < number <= rows else Typed()


def settled(rows: int, waiting: str) -> int:
    """The row that a waiting digit means once nothing follows; 0 for none."""
    return int(waiting) if waiting and 0 < int(waiting) <= rows else 0
