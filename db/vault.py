"""Sealing: personal parts under a key per subject, that key wrapped for each entitled hall.

For another hall a wrap is `X`, an ephemeral X25519 public key (32 bytes) and the AES-256-GCM
ciphertext of the subject key under HKDF(shared secret). For the own hall, whose private key is
at hand, it is `S`, nonce and ciphertext under HKDF(private key): that spares each acceptance
0.1 ms. Destroying every wrap of a subject destroys what was sealed.
"""

from __future__ import annotations

import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.keys import KEY, NONCE
from desktop.domain.refusal import Refusal

FOR_OTHERS, FOR_OWN = b"X", b"S"

REMEMBERED = 512
"""Opened subject keys kept in memory, by their wrap."""


def fingerprint(public: bytes) -> str:
    """How a hall's public key is named in `case_key.hall`."""
    return sha256(public).hexdigest()[:16]


def wrap(public: bytes, subject: str, key: bytes) -> bytes:
    """The subject's key for the hall that owns this public key."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    head = once.public_key().public_bytes_raw()
    # the wrapping key serves once, so a constant nonce repeats nothing
    sealing = AESGCM(_derived(shared, head + public))
    return FOR_OTHERS + head + sealing.encrypt(bytes(NONCE), key, subject.encode())


def seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """Random nonce and ciphertext; `bound` must be given again to open it."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Refuses `sealed_part_damaged`: the bytes were altered, or belong to another entry."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound)
    except (InvalidTag, ValueError):
        raise Refusal("sealed_part_damaged") from None


class Vault:
    """The hall's private key, and the subject keys it has opened so far."""

    def __init__(self, private: bytes) -> None:
        self._private = X25519PrivateKey.from_private_bytes(private)
        self.public = self._private.public_key().public_bytes_raw()
        self.hall = fingerprint(self.public)
        self._own = AESGCM(_derived(private, b"own"))
        self._opened: dict[bytes, bytes] = {}

    def new(self, subject: str) -> tuple[bytes, bytes]:
        """A new subject key, and its wrap for this hall."""
        key = secrets.token_bytes(KEY)
        nonce = secrets.token_bytes(NONCE)
        wrapped = FOR_OWN + nonce + self._own.encrypt(nonce, key, subject.encode())
        self._remember(wrapped, key)
        return key, wrapped

    def open(self, subject: str, wrapped: bytes) -> bytes:
        """Refuses `case_key_damaged`."""
        known = self._opened.get(wrapped)
        if known is not None:
            return known
        try:
            key = self._unwrapped(wrapped, subject.encode())
        except (InvalidTag, ValueError):
            raise Refusal("case_key_damaged", subject=subject) from None
        self._remember(wrapped, key)
        return key

    def opens(self, subject: str, wrapped: bytes) -> bool:
        """Whether this wrap is for this hall and this subject."""
        try:
            self.open(subject, wrapped)
        except Refusal:
            return False
        return True

    def forget(self) -> None:
        """Drop every key from memory."""
        self._opened.clear()

    def _unwrapped(self, wrapped: bytes, subject: bytes) -> bytes:
        if wrapped[:1] == FOR_OWN:
            return self._own.decrypt(wrapped[1 : 1 + NONCE], wrapped[1 + NONCE :], subject)
        head, ciphertext = wrapped[1:33], wrapped[33:]
        shared = self._private.exchange(X25519PublicKey.from_public_bytes(head))
        sealing = AESGCM(_derived(shared, head + self.public))
        return sealing.decrypt(bytes(NONCE), ciphertext, subject)

    def _remember(self, wrapped: bytes, key: bytes) -> None:
        if len(self._opened) >= REMEMBERED:
            del self._opened[next(iter(self._opened))]
        self._opened[wrapped] = key


def _derived(secret: bytes, bound: bytes) -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=b"yichuang case key 1" + bound).derive(secret)
