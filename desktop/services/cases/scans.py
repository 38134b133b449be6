"""What a scanned number leads to: the case it is of, or the one that took the matter over."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.naming.papers import read_number
from desktop.domain.cases.papers import PaperKind
from desktop.services.handling.turns import successor
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class Scan:
    """`scanned` is the case that was read, `case` where it leads today.

    `row` is the first line that a scanned correction notice asks for and that is still open; empty
    for every other paper, and once nothing is waited for.
    """

    scanned: str
    case: str
    row: str = ""


def read(office: Office, text: str) -> Scan | None:
    """None where the text is no number of a case known here."""
    number, kind, ordinal = read_number(text)
    case = office.store.views.case(number)
    if case is None:
        return None
    row = _asked_for(case, ordinal) if kind is PaperKind.CORRECTION else ""
    return Scan(number, successor(office, number), row)


def _asked_for(case: Case, ordinal: int) -> str:
    """The applicant comes back with the notice in hand: where ticking goes on."""
    if case.stage is not Stage.CORRECTING:
        return ""
    asked = {one.key for notice in case.notices[ordinal - 1 : ordinal] for one in notice.defects}
    return next((line.key for line in open_lines(case) if line.key in asked), "")
