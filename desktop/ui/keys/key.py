"""A key, and where it acts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.wording import _


class Context(StrEnum):
    """Keys act by focus, so one key may stand in several contexts, but in one only once."""

    WINDOW = "window"
    INTAKE = "intake"
    SEARCH = "search"
    QUESTION = "question"
    FORM = "form"
    CHECKLIST = "checklist"
    FAULT = "fault"
    RESULT = "result"
    CASES = "cases"
    DELIVERY = "delivery"
    COURIER = "courier"
    CUSTODY = "custody"
    BILLING = "billing"
    EXCHANGE = "exchange"
    ARRIVALS = "arrivals"
    LOG = "log"
    BOARD = "board"
    MONTH = "month"
    LICENCES = "licences"
    THEMES = "themes"
    HALL = "hall"
    PAPERS = "papers"
    POLICIES = "policies"
    ITEMS = "items"
    DISAGREEMENTS = "disagreements"
    CLOSING = "closing"
    REVIEW = "review"
    RETENTION = "retention"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Key:
    """`keys` as Qt's portable text (`Ctrl+K`), `short` what the status strip says, if anything."""

    keys: str
    context: Context
    verb: str
    words: str
    short: str = ""


def tabs(context: Context, number: int) -> tuple[Key, ...]:
    """Ctrl+1 … for the page's tabs."""
    told = _("选第几个标签")
    return tuple(Key(f"Ctrl+{n}", context, f"tab_{n}", told) for n in range(1, number + 1))
