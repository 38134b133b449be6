"""Documents that say who somebody is, by kind: their code, the fields they need, their number.

`code` is the three-digit one of GA/T 2000.156 where it is known, else None: better none than a
wrong one in an exported table (111 was read, the others are from memory). Only the fields a kind
needs are asked for (个人信息保护法 6).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.identity.person_id import Holder, check_person_id, holder
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level, Verdict, normal
from desktop.domain.refusal import Refusal

LONGEST_NAME = 200


class IdKind(StrEnum):
    """Kinds of document; Chinese names are in `desktop.wording.guidance.items`."""

    RESIDENT_ID = "resident_id"
    TEMPORARY_ID = "temporary_id"
    HOUSEHOLD_REGISTER = "household_register"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    HK_MACAO_TAIWAN_RESIDENCE = "hk_macao_taiwan_residence"
    FOREIGN_RESIDENCE = "foreign_residence"
    OTHER = "other"
    USCC = "uscc"


class Field(StrEnum):
    """A fact that is read off a document."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    NUMBER = "number"
    NATIONALITY = "nationality"
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document. `organisation`: it names an organisation, not a person."""

    kind: IdKind
    code: str | None
    needs: tuple[Field, ...]
    organisation: bool = False


_CHINESE = (Field.NAME, Field.NUMBER)
_FOREIGN = (Field.LATIN_NAME, Field.NUMBER, Field.NATIONALITY, Field.EXPIRY)

DOCUMENTS: Mapping[IdKind, Document] = {
    document.kind: document
    for document in (
        Document(IdKind.RESIDENT_ID, "111", _CHINESE),
        Document(IdKind.TEMPORARY_ID, "112", (*_CHINESE, Field.EXPIRY)),
        Document(IdKind.HOUSEHOLD_REGISTER, "113", _CHINESE),
        Document(IdKind.PASSPORT, "414", _FOREIGN),
        Document(IdKind.HK_MACAO_PERMIT, "516", (*_CHINESE, Field.EXPIRY)),
        Document(IdKind.TAIWAN_PERMIT, "511", (*_CHINESE, Field.EXPIRY)),
        Document(IdKind.HK_MACAO_TAIWAN_RESIDENCE, None, _CHINESE),
        Document(IdKind.FOREIGN_RESIDENCE, "553", _FOREIGN),
        Document(IdKind.OTHER, None, _CHINESE),
        Document(IdKind.USCC, None, _CHINESE, organisation=True),
    )
}

FORMS: Mapping[IdKind, re.Pattern[str]] = {
    IdKind.PASSPORT: re.compile(r"[A-Z0-9]{6,12}"),
    IdKind.HK_MACAO_PERMIT: re.compile(r"[HM](?:[0-9]{8}|[0-9]{10})"),
    IdKind.TAIWAN_PERMIT: re.compile(r"[0-9]{8}|[0-9]{10}"),
    IdKind.OTHER: re.compile(r".{1,40}"),
}
OLD_FOREIGN_RESIDENCE = re.compile(r"[A-Z]{3}[0-9]{12}")


def check_document(kind: IdKind, number: str, today: date) -> Verdict:
    """The verdict on a document's number.

    Besides the codes of `check_person_id` and `check_uscc`: `document_ok`, the warnings
    `document_form_unusual` and `document_kind_doubtful` (the number is of another kind), and the
    error `document_empty`.
    """
    check = _CHECKS.get(kind)
    if check is not None:
        return check(number, today)
    value = normal(number)
    if not value:
        return Verdict(Level.ERROR, "document_empty", value)
    if not FORMS[kind].fullmatch(value):
        return Verdict(Level.WARN, "document_form_unusual", value, {"kind": kind})
    return Verdict(Level.OK, "document_ok", value)


def seen(kind: IdKind, number: str, today: date) -> str:
    """The number, in its normal form, of a document that was looked at; a wrong one is refused."""
    verdict = check_document(kind, number, today)
    if verdict.level is Level.ERROR:
        raise Refusal("document_wrong", verdict=verdict)
    return verdict.value


def check_name(name: str) -> Verdict:
    """The verdict on a name as printed on the document; the document is never argued with.

    Latin names of sixty letters are ordinary. Errors `name_empty`, `name_length` (over 200) and
    `name_characters` (control characters); warning `name_unusual` (digits in it).
    """
    value = " ".join(name.split())
    if not value:
        return Verdict(Level.ERROR, "name_empty", value)
    if len(value) > LONGEST_NAME:
        return Verdict(Level.ERROR, "name_length", value, {"length": len(value)})
    if any(unicodedata.category(c) in {"Cc", "Cs"} for c in value):
        return Verdict(Level.ERROR, "name_characters", value)
    if any(c.isdigit() for c in value):
        return Verdict(Level.WARN, "name_unusual", value)
    return Verdict(Level.OK, "name_ok", value)


def _person(wanted: Holder) -> Callable[[str, date], Verdict]:
    def check(number: str, today: date) -> Verdict:
        verdict = check_person_id(number, today)
        if verdict.level is not Level.ERROR and holder(verdict.value) is not wanted:
            data = {"holder": holder(verdict.value), "wanted": wanted}
            return Verdict(Level.WARN, "document_kind_doubtful", verdict.value, data)
        return verdict

    return check


def _foreign_residence(number: str, today: date) -> Verdict:
    value = normal(number)
    if OLD_FOREIGN_RESIDENCE.fullmatch(value):
        return Verdict(Level.OK, "document_ok", value)
    return _person(Holder.FOREIGNER)(number, today)


_CHECKS: Mapping[IdKind, Callable[[str, date], Verdict]] = {
    IdKind.RESIDENT_ID: _person(Holder.CITIZEN),
    IdKind.TEMPORARY_ID: _person(Holder.CITIZEN),
    IdKind.HOUSEHOLD_REGISTER: _person(Holder.CITIZEN),
    IdKind.HK_MACAO_TAIWAN_RESIDENCE: _person(Holder.HK_MACAO_TAIWAN),
    IdKind.FOREIGN_RESIDENCE: _foreign_residence,
    IdKind.USCC: lambda number, today: check_uscc(number),
}
