"""One-time codes of enrolment: what a supervisor reads out, and what is made of it.

The code is 150 random bits. The hub never sees it: its login name and password are derived from it,
and so is the key under which the hall's own key travels to a further device of the same hall.
"""

from __future__ import annotations

import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.domain.refusal import Refusal
from desktop.domain.trust.typed_code import ALPHABET, DRAWN, code_of

NONCE = 12


def new_code() -> str:
    """As it is read out: `XXXX-XXXX-…`."""
    return code_of("".join(secrets.choice(ALPHABET) for _ in range(DRAWN)))


def role_of(code: str) -> str:
    """`code` in its plain form, 32 characters."""
    return "yc_i_" + sha256(b"role" + code.encode()).hexdigest()[:16]


def password_of(code: str) -> str:
    return _derived(code, b"password").hex()


def sealed(code: str, hall_key: bytes) -> bytes:
    """The hall's private key under the code."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_derived(code, b"hall")).encrypt(nonce, hall_key, None)


def unsealed(code: str, told: bytes) -> bytes:
    """Refuses `invite_damaged`."""
    try:
        return AESGCM(_derived(code, b"hall")).decrypt(told[:NONCE], told[NONCE:], None)
    except (InvalidTag, ValueError):
        raise Refusal("invite_damaged") from None


def _derived(code: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"yichuang enrolment 1 " + purpose).derive(
        code.encode()
    )
