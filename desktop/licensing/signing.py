"""Who asks: HMAC-SHA256 over time, nonce and body, so that nothing can be altered or replayed."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime
from hashlib import sha256


def headers(body: bytes, credential: str, at: datetime) -> dict[str, str]:
    """What goes with the body; a new nonce at every call."""
    time, nonce = str(int(at.timestamp())), secrets.token_hex(16)
    return {
        "Content-Type": "application/json",
        "X-Yichuang-Timestamp": time,
        "X-Yichuang-Nonce": nonce,
        "X-Yichuang-Signature": signature(body, credential, time, nonce),
    }


def signature(body: bytes, credential: str, time: str, nonce: str) -> str:
    """Lower-case hexadecimal."""
    signed = f"{time}\n{nonce}\n".encode() + body
    return hmac.new(credential.encode(), signed, sha256).hexdigest()
