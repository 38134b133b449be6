"""What stands in each field, where it came from, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.forms.known import WORDS, Known
from desktop.domain.forms.layout import Asked, Layout, Values
from desktop.domain.forms.reading import read
from desktop.domain.identity.verdict import Level, Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with its value. What was typed goes before what is known, and never loses it."""

    asked: Asked
    known: str
    typed: str
    verdict: Verdict

    @property
    def id(self) -> str:
        return self.asked.id

    @property
    def value(self) -> str:
        """The value in its normal form; one that cannot be read, as it was typed."""
        return self.verdict.value

    @property
    def prefilled(self) -> bool:
        """Filled without anybody's typing."""
        return bool(self.known) and not self.typed

    @property
    def differs(self) -> bool:
        """Something else was typed than what is known: it is shown, not decided here."""
        return bool(self.known) and bool(self.typed) and self.verdict.value != self.known

    @property
    def open(self) -> bool:
        """Missing though required, or wrong."""
        return self.verdict.level is Level.ERROR


def prefilled(layout: Layout, known: Known) -> dict[str, str]:
    """What need not be typed: field id → value."""
    told = ((one.id, known_of(one, known)) for one in layout.asked)
    return {id: value for id, value in told if value}


def known_of(asked: Asked, known: Known) -> str:
    """What is known of the field; `<item> <source>` goes before `<source>`, which is everybody's."""
    source = asked.field.source
    own = (known.get(f"{item} {source}", "") for item in asked.items)
    return next((value for value in own if value), known.get(source, ""))


def fill(layout: Layout, known: Known, typed: Values, today: date) -> tuple[Entry, ...]:
    """Every field that applies with what stands in it, in order."""
    return tuple(_entry(asked, known, typed, today) for asked in layout.asked)


def gaps(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What still stands before the signature."""
    return tuple(entry for entry in entries if entry.open)


def values_of(entries: Iterable[Entry]) -> dict[str, str]:
    """What the form holds: field id → value; empty ones are left out."""
    return {entry.id: entry.value for entry in entries if entry.value}


def _entry(asked: Asked, known: Known, typed: Values, today: date) -> Entry:
    told, own = known_of(asked, known), typed.get(asked.id, "").strip()
    own = "" if own == told else own
    if told and not own and asked.field.source in WORDS:
        return Entry(asked, told, own, Verdict(Level.OK, "field_ok", told))
    return Entry(asked, told, own, read(asked.field, own or told, today))
