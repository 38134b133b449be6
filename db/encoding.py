"""Payload dataclass ↔ canonical JSON (sorted keys, no spaces, UTF-8), personal part apart.

What is written is decoded again before it is: so whatever stands in the journal can be read, and
the projections fold exactly what a rebuild would read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec

from desktop.domain.days import BEIJING
from desktop.domain.kinds import KIND_OF, KINDS
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import SEPARATOR
from desktop.domain.trust.entry import ENTRY_LIMIT, personal_fields

_encode = msgspec.json.Encoder(order="sorted").encode


class Encoded(NamedTuple):
    """`payload` is what the JSON decodes to; `personal` is empty where nothing is to be sealed."""

    kind: str
    version: int
    body: str
    personal: bytes
    payload: Any


def encode(payload: Any) -> Encoded:
    """Split and encode a payload.

    Refuses `cannot_encode` with `reason`: unknown_kind, type, surrogate, nul, length, changed
    (it would not decode to what it is; NaN and infinity are of these).
    """
    try:
        kind, version = KIND_OF[type(payload)]
    except KeyError:
        raise _cannot("unknown_kind", type(payload).__name__) from None
    try:
        told = msgspec.to_builtins(payload)
        hidden = personal_fields_of(kind, version)
        personal = {name: told.pop(name) for name in hidden}
        body = _encode(told)
        sealed = b"" if personal == _nothing(kind, version) else _encode(personal)
    except UnicodeEncodeError:
        raise _cannot("surrogate", kind) from None
    except (TypeError, ValueError, OverflowError) as error:
        raise _cannot("type", kind) from error
    if b"\\u0000" in body or b"\\u0000" in sealed:
        _refuse_nul(told, kind)
        _refuse_nul(personal, kind)
    if len(body) + len(sealed) > ENTRY_LIMIT:
        raise _cannot("length", kind)
    text = body.decode()
    try:
        back = decode(kind, version, text, sealed)
    except msgspec.MsgspecError as error:
        raise _cannot("type", kind) from error
    if back != payload:
        raise _cannot("changed", kind)
    return Encoded(kind, version, text, sealed, back)


def decode(kind: str, version: int, body: str, personal: bytes) -> Any:
    """The payload; a kind that a newer program wrote comes as a plain dict, and no fold heeds it."""
    if personal:
        inside = personal.decode()
        if body == "{}":
            body = inside
        elif inside != "{}":
            body = f"{body[:-1]},{inside[1:]}"
    return _decoder(kind, version).decode(body)


@cache
def personal_fields_of(kind: str, version: int) -> frozenset[str]:
    """Names of the kind's sealed fields."""
    return personal_fields(KINDS[kind, version])


@cache
def _nothing(kind: str, version: int) -> dict[str, Any]:
    """The personal part's defaults, as builtins: they need no sealing."""
    return {
        f.name: msgspec.to_builtins(
            f.default if f.default_factory is MISSING else f.default_factory()
        )
        for f in fields(KINDS[kind, version])
        if f.name in personal_fields_of(kind, version)
    }


@cache
def _decoder(kind: str, version: int) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(KINDS.get((kind, version), dict[str, Any]))


def moment(at: datetime, name: str) -> str:
    """ISO 8601 in Beijing, milliseconds, so that text order is time order."""
    if at.tzinfo is None:
        raise _cannot("no_offset", name)
    return at.astimezone(BEIJING).isoformat(timespec="milliseconds")


def check_text(text: str, name: str) -> str:
    """A field of the header: no NUL, no lone surrogate, nothing that could shift the hash."""
    if "\x00" in text or SEPARATOR in text:
        raise _cannot("nul", name)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _cannot("surrogate", name) from None
    return text


def _refuse_nul(value: Any, kind: str) -> None:
    """The quick search also finds a backslash followed by u0000; only a real NUL is refused."""
    match value:
        case str():
            if "\x00" in value:
                raise _cannot("nul", kind)
        case Mapping():
            for key, inner in value.items():
                _refuse_nul(key, kind)
                _refuse_nul(inner, kind)
        case list() | tuple():
            for inner in value:
                _refuse_nul(inner, kind)


def _cannot(reason: str, what: str) -> Refusal:
    return Refusal("cannot_encode", reason=reason, what=what)
