"""The station's keys, and the credential file that holds them.

Two secrets: the file's raw key, and the hall's X25519 private key under which case keys are
wrapped. They stand in a file that its owner alone may read (mode 0600), beside the store. That
protects backups, sticks and discs that leave the house without it, and lets a purge destroy one
case for good. It does NOT protect against somebody who takes the whole station, or who can sign
in as its user: for that the disc itself has to be encrypted.

`escrow` is both secrets sealed under the recovery code; it travels at the head of every backup.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.recovery import new_code, plain_code
from desktop.domain.refusal import Refusal

CREDENTIAL = "station.key"
FORMAT = "yichuang credential 1"
KEY = 32
NONCE = 12


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """`file` opens the database, `hall` (X25519, raw) the case keys; `credential` holds both."""

    file: bytes
    hall: bytes
    escrow: bytes
    credential: Path


def create_keys(credential: Path) -> tuple[Keys, str]:
    """New keys in a new credential file, and the recovery code to print and seal.

    The code is not kept anywhere. Refuses `credential_exists` rather than overwrite keys.
    """
    if credential.exists():
        raise Refusal("credential_exists", path=str(credential))
    code = new_code()
    keys = _with_escrow(secrets.token_bytes(KEY), secrets.token_bytes(KEY), code, credential)
    write_credential(keys)
    return keys, code


def open_keys(credential: Path) -> Keys:
    """The keys of this station; tightens the file's mode where others could read it.

    Refuses `no_credential` and `credential_damaged`.
    """
    try:
        told = json.loads(credential.read_text("ascii"))
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        file, hall, escrow = (bytes.fromhex(told[name]) for name in ("file", "hall", "escrow"))
        if len(file) != KEY or len(hall) != KEY:
            raise ValueError("length")
    except FileNotFoundError:
        raise Refusal("no_credential", path=str(credential)) from None
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("credential_damaged", path=str(credential)) from error
    if os.name == "posix" and credential.stat().st_mode & 0o077:
        credential.chmod(0o600)
    return Keys(file, hall, escrow, credential)


def renew_recovery(keys: Keys) -> tuple[Keys, str]:
    """The same keys under a new recovery code; older backups still open with the older code."""
    code = new_code()
    renewed = _with_escrow(keys.file, keys.hall, code, keys.credential)
    write_credential(renewed)
    return renewed, code


def open_escrow(escrow: bytes, typed: str, credential: Path) -> Keys:
    """The keys that a backup carries. Refuses `recovery_code_mistyped` and `…_wrong`."""
    secret = _under(plain_code(typed))
    try:
        both = AESGCM(secret).decrypt(escrow[:NONCE], escrow[NONCE:], FORMAT.encode())
    except (InvalidTag, ValueError):
        raise Refusal("recovery_code_wrong") from None
    return Keys(both[:KEY], both[KEY:], escrow, credential)


def adopt_hall(own: Keys, theirs: Keys, typed: str) -> Keys:
    """This station's file key with another's hall key, under the recovery code that opened it."""
    if own.hall == theirs.hall:
        return own
    return _with_escrow(own.file, theirs.hall, typed, own.credential)


def write_credential(keys: Keys) -> None:
    """Beside, synced and renamed: a power cut leaves the old file or the new one."""
    told = {
        "format": FORMAT,
        "file": keys.file.hex(),
        "hall": keys.hall.hex(),
        "escrow": keys.escrow.hex(),
    }
    keys.credential.parent.mkdir(parents=True, exist_ok=True)
    part = keys.credential.with_name(keys.credential.name + ".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(keys.credential)
    sync_folder(keys.credential.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename outlive a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _with_escrow(file: bytes, hall: bytes, code: str, credential: Path) -> Keys:
    nonce = secrets.token_bytes(NONCE)
    sealed = AESGCM(_under(plain_code(code))).encrypt(nonce, file + hall, FORMAT.encode())
    return Keys(file, hall, nonce + sealed, credential)


def _under(code: str) -> bytes:
    """150 random bits need no slow derivation."""
    return HKDF(SHA256(), KEY, salt=None, info=b"yichuang recovery 1").derive(code.encode())


def keys_in(folder: Path) -> Keys:
    """The keys of the station that lives in this data folder, made where it has none yet."""
    credential = folder / CREDENTIAL
    return open_keys(credential) if credential.exists() else create_keys(credential)[0]


def new_recovery(folder: Path) -> str:
    """A new recovery code for the station in this folder, to be shown once and sealed."""
    return renew_recovery(keys_in(folder))[1]
