"""The JSON of the contract, both ways. Pure: bytes in, answers out."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import TypeVar

import msgspec

from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.fetched import (
    CodeAnswer,
    CodeFault,
    Fetched,
    LicenceAnswer,
    LicenceQuery,
    LicenceStatus,
    Outcome,
    Silence,
)
from desktop.domain.licences.sparing import same_holder

VERSION = 1
MOST = 100
"""Licences that one answer may hold; more is no answer to a question about one holder."""
STATUS = {
    "有效": LicenceStatus.VALID,
    "注销": LicenceStatus.CANCELLED,
    "吊销": LicenceStatus.REVOKED,
    "暂扣": LicenceStatus.SUSPENDED,
    "过期": LicenceStatus.EXPIRED,
}
_FAULTS = {"used": CodeFault.USED, "expired": CodeFault.EXPIRED}


class _Holder(msgspec.Struct):
    name: str
    id_number: str
    kind: PartyKind = PartyKind.PERSON
    id_kind: IdKind = IdKind.RESIDENT_ID


class _Licence(msgspec.Struct):
    name: str
    number: str
    issuer: str
    holder: _Holder
    status: str
    category: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    link: str | None = None


class _Answer(msgspec.Struct):
    category: str
    licences: list[msgspec.Raw]


class _Answers(msgspec.Struct):
    answers: list[_Answer]


class _Shown(msgspec.Struct):
    holder: _Holder
    licences: list[msgspec.Raw]


class _Fault(msgspec.Struct):
    error: str = ""


T = TypeVar("T")


class UnreadableError(ValueError):
    """The bytes are not what the contract says."""


def question(query: LicenceQuery) -> bytes:
    """The body of a query."""
    return msgspec.json.encode(
        {
            "version": VERSION,
            "categories": query.categories,
            "holder": query.holder,
            "purpose": query.purpose,
            "consent": query.consent,
        }
    )


def code_question(code: str) -> bytes:
    """The body that redeems a 亮证码."""
    return msgspec.json.encode({"version": VERSION, "code": code})


def parse(raw: bytes, query: LicenceQuery, source: str, at: datetime) -> tuple[LicenceAnswer, ...]:
    """One answer per category asked for; a category left out, or about another holder, is none.

    Raises `UnreadableError`.
    """
    told = {one.category: one.licences for one in _decoded(raw, _Answers).answers}
    return tuple(
        _answer(category, told[category], query, source, at)
        if category in told
        else silent(category, Silence.UNREADABLE, source, at)
        for category in query.categories
    )


def parse_code(raw: bytes, source: str, at: datetime) -> CodeAnswer:
    """Whose code it was and what it shows; a licence of anybody else in it refuses all of it."""
    shown = _decoded(raw, _Shown)
    holder = _holder(shown.holder)
    licences = tuple(_licence(one, "", source, at) for one in _few(shown.licences))
    if not holder.id_number or not all(one.category for one in licences):
        raise UnreadableError("holder or category missing")
    if not all(same_holder(one.holder, holder) for one in licences):
        return CodeAnswer(source=source, at=at, why=Silence.OTHER_HOLDER)
    return CodeAnswer(source=source, at=at, holder=holder, licences=licences)


def code_fault(raw: bytes) -> CodeFault:
    """Why the code opens nothing, from the body of a 410."""
    try:
        return _FAULTS.get(_decoded(raw, _Fault).error, CodeFault.EXPIRED)
    except UnreadableError:
        return CodeFault.EXPIRED


def silent(category: str, why: Silence, source: str, at: datetime) -> LicenceAnswer:
    """No answer that can be used."""
    return LicenceAnswer(
        category=category, outcome=Outcome.UNAVAILABLE, source=source, at=at, why=why
    )


def _answer(
    category: str, records: list[msgspec.Raw], query: LicenceQuery, source: str, at: datetime
) -> LicenceAnswer:
    licences = tuple(_licence(one, category, source, at) for one in _few(records))
    if not all(same_holder(one.holder, query.holder) for one in licences):
        return silent(category, Silence.OTHER_HOLDER, source, at)
    outcome = Outcome.FOUND if licences else Outcome.NONE
    return LicenceAnswer(
        category=category, outcome=outcome, source=source, at=at, licences=licences
    )


def _licence(record: msgspec.Raw, category: str, source: str, at: datetime) -> Fetched:
    told = _decoded(bytes(record), _Licence)
    if told.status not in STATUS or not told.number.strip():
        raise UnreadableError("status or number")
    return Fetched(
        category=category or told.category,
        name=told.name,
        number=told.number.strip(),
        holder=_holder(told.holder),
        issuer=told.issuer,
        issued_on=told.issued_on,
        valid_from=told.valid_from,
        valid_until=told.valid_until,
        status=STATUS[told.status],
        source=source,
        fetched_at=at,
        digest=sha256(bytes(record)).hexdigest(),
        link=told.link or "",
    )


def _holder(told: _Holder) -> LicenceHolder:
    return LicenceHolder(
        kind=told.kind, name=told.name.strip(), id_kind=told.id_kind, id_number=told.id_number
    )


def _few(records: list[msgspec.Raw]) -> list[msgspec.Raw]:
    if len(records) > MOST:
        raise UnreadableError("too many licences")
    return records


def _decoded(raw: bytes, type_: type[T]) -> T:
    """Nothing that the journal could not keep: no NUL, no lone surrogate."""
    try:
        if "\\u0000" in raw.decode():
            raise UnreadableError("NUL")
        return msgspec.json.decode(raw, type=type_)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
