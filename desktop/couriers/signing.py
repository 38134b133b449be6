"""Signing as the service wants it: MD5 over the very text that is sent, upper-case hexadecimal."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from hashlib import md5


def text_of(param: Mapping[str, object]) -> str:
    """`param` as it is signed and sent: no blanks, no escapes."""
    return json.dumps(param, ensure_ascii=False, separators=(",", ":"))


def sign(*parts: str) -> str:
    """The contract's own; no secret of this program rests on MD5."""
    return md5("".join(parts).encode(), usedforsecurity=False).hexdigest().upper()


def signed_by(told: str, *parts: str) -> bool:
    """Whether the signature is that of these parts; in constant time."""
    return hmac.compare_digest(told.strip().upper().encode(), sign(*parts).encode())
