"""`scope.json`: the phrases of 经营范围 that the catalogue knows, decoded strictly."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.domain.guidance.terms import Confidence
from desktop.domain.policies.scope import (
    Registration,
    ScopeKind,
    ScopeList,
    ScopePermit,
    ScopePhrase,
)
from desktop.services.packs.broken import broken
from desktop.services.packs.decode import bases
from desktop.services.packs.pack import decoded, read_bytes
from desktop.services.packs.wire import BasisForm, Id, Strict, Text


class PermitForm(Strict):
    """An item that a phrase leads to."""

    item: Id
    reason: Text
    when: str | None = None
    basis: tuple[BasisForm, ...] = ()


class PhraseForm(Strict):
    """A standard phrase."""

    text: Text
    kind: ScopeKind
    words: tuple[Text, ...] = ()
    permits: tuple[PermitForm, ...] = ()
    outside: tuple[Text, ...] = ()
    registration: Registration | None = None
    note: str | None = None
    confidence: Confidence = Confidence.LOW


class ScopeForm(Strict):
    """The whole file."""

    phrases: tuple[PhraseForm, ...]
    fillers: tuple[Text, ...] = ()
    note: str = ""


_SCOPE = msgspec.json.Decoder(ScopeForm)


def load_scope(file: Path) -> ScopeList:
    """The list in `file`, an empty one where there is no file; Refusal `pack_broken` else."""
    if not file.exists():
        return ScopeList()
    form = decoded(file, read_bytes(file), _SCOPE)
    phrases = tuple(map(_phrase, form.phrases))
    known: set[str] = set()
    for number, phrase in enumerate(phrases):
        if phrase.text in known:
            raise broken(file, f"$.phrases[{number}].text", "repeated_item", name=phrase.text)
        known.add(phrase.text)
    return ScopeList(phrases, tuple(form.fillers), form.note)


def _phrase(form: PhraseForm) -> ScopePhrase:
    return ScopePhrase(
        text=form.text,
        kind=form.kind,
        words=tuple(form.words),
        permits=tuple(
            ScopePermit(one.item, one.reason, one.when, bases(one.basis)) for one in form.permits
        ),
        outside=tuple(form.outside),
        registration=form.registration,
        note=form.note,
        confidence=form.confidence,
    )
