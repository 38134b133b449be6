"""What a form asks, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.cases.case import Case
from desktop.domain.guidance.terms import ItemType
from desktop.domain.halls.roles import Clerk
from desktop.services.cases.acts import Done

Values = Mapping[str, Any]
"""What was filled in, by the name of what was asked."""


class Kind(StrEnum):
    """A line, several lines, one of few, a day, a whole number, yes or no."""

    LINE = "line"
    LONG = "long"
    PICK = "pick"
    DAY = "day"
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to fill in. `when` says whether it is asked at all, from what stands so far;
    `judge` says beside the label what the text typed means.
    """

    name: str
    words: str
    kind: Kind = Kind.LINE
    first: Any = ""
    values: Sequence[tuple[Any, str]] = ()
    hint: str = ""
    when: Callable[[Values], bool] | None = None
    judge: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A move as it is filled in. `told` says what it does and on what article it rests."""

    title: str
    told: str
    asks: tuple[Ask, ...]
    button: str
    perform: Callable[[Clerk, Values], Done]


def long(name: str, words: str, first: str = "", hint: str = "") -> Ask:
    return Ask(name, words, Kind.LONG, first, hint=hint)


def pick(name: str, words: str, values: Sequence[tuple[Any, str]], first: Any = None) -> Ask:
    return Ask(name, words, Kind.PICK, values[0][0] if first is None else first, values)


def day(name: str, words: str, first: date) -> Ask:
    return Ask(name, words, Kind.DAY, first)


def number(name: str, words: str, first: int) -> Ask:
    return Ask(name, words, Kind.NUMBER, first)


def switch(name: str, words: str, first: bool = False) -> Ask:
    return Ask(name, words, Kind.SWITCH, first)


def cited(case: Case, told: str, article: str) -> str:
    """What the form says, with the article of 行政许可法, which is cited for 行政许可 alone."""
    return f"{told}（{article}）" if case.item_type == ItemType.LICENCE else told


FIELD_OF: dict[str, str] = {
    "opinion_missing": "opinion",
    "two_checkers": "persons",
    "reason_missing": "reason",
    "needed_time_missing": "days",
    "procedure_without_basis": "basis",
    "procedures_overlap": "on",
    "suspension_reversed": "on",
    "before_acceptance": "on",
    "in_the_future": "on",
    "result_missing": "result",
    "technical_incomplete": "to",
    "extension_too_long": "days",
    "extension_unapproved": "approver",
    "handler_missing": "handler",
    "denial_without_reasons": "reasons",
    "overdue_reason_missing": "overdue",
    "transfer_where": "item",
    "transfer_to_itself": "item",
    "unknown_item": "item",
    "contact_missing": "name",
    "hand_over_nowhere": "to",
    "nothing_to_hand_in": "materials",
}
"""Which field to go back to after a refusal."""
