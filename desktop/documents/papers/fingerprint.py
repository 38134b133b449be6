"""The content hash that stands on a paper, so that a paper can be held against its facts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from desktop.domain.cases.papers import PaperFacts

LENGTH = 16


def fingerprint(facts: PaperFacts) -> str:
    """The first 16 hexadecimal digits of the sha256 of the canonical facts."""
    return mark_of(facts)


def mark_of(told: object) -> str:
    """The same of any record."""
    return hashlib.sha256(canonical(told).encode()).hexdigest()[:LENGTH]


def code_text(number: str, mark: str, enquiry: str = "") -> str:
    """What a QR says: number and hash; with an address to enquire at, that address with both."""
    if not enquiry:
        return f"{number} {mark}"
    joint = "&" if "?" in enquiry else "?"
    return f"{enquiry}{joint}{urlencode({'n': number, 'h': mark})}"


def canonical(facts: object) -> str:
    """The facts as JSON: keys sorted, no blanks, fields at their default left out.

    So a field that a later release adds does not change what a reprint shows.
    """
    return json.dumps(_plain(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(one) for field, one in told if one != _default(field)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING
