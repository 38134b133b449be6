"""One body for several halls: sealed under a key of its own, which is wrapped for each (X25519)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


class ForOthersError(Exception):
    """No key of these is wrapped for this hall."""


class DamagedError(Exception):
    """Altered, or not what it was bound to."""


def new_keys(publics: Iterable[bytes]) -> tuple[bytes, dict[str, bytes]]:
    """A body key, and its wrap for each hall by that hall's public key in hexadecimal."""
    key = secrets.token_bytes(32)
    return key, {public.hex(): _wrapped(public, key) for public in publics}


def seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def unseal(private: bytes, keys: Mapping[str, bytes], sealed: bytes, bound: bytes) -> bytes:
    """Raises `ForOthersError`, `DamagedError`."""
    own = X25519PrivateKey.from_private_bytes(private)
    public = own.public_key().public_bytes_raw()
    wrapped = keys.get(public.hex())
    if wrapped is None:
        raise ForOthersError
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(wrapped[:32]))
        under = AESGCM(_derived(shared, wrapped[:32] + public))
        key = under.decrypt(bytes(NONCE), wrapped[32:], None)
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound)
    except (InvalidTag, ValueError):
        raise DamagedError from None


def _wrapped(public: bytes, key: bytes) -> bytes:
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    head = once.public_key().public_bytes_raw()
    # the wrapping key serves once, so a constant nonce repeats nothing
    return head + AESGCM(_derived(shared, head + public)).encrypt(bytes(NONCE), key, None)


def _derived(secret: bytes, bound: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"yichuang bundle 1" + bound).derive(secret)
