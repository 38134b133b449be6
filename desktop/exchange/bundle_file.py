"""A bundle as one file: `magic`, a JSON head, the sealed body, a signature over all of it.

The head says in clear what is in it (hub, device, from and to, for whom), so that a folder of
bundles can be read at a glance and a station without the key knows why. The body is compressed and
sealed (AES-256-GCM) under a key of its own, wrapped for each recipient's hall (X25519).
"""

from __future__ import annotations

import errno
import os
import struct
import zlib
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop.domain.exchange.batches import attested
from desktop.domain.exchange.bundle import Bundle
from desktop.domain.exchange.membership import Membership
from desktop.domain.refusal import Refusal
from desktop.exchange.sealing import DamagedError, ForOthersError, new_keys, seal, unseal
from desktop.exchange.signing import sign, signed
from desktop.wording.log import DISK_FULL, NO_FOLDER, NO_RIGHT

MAGIC = b"YCBUNDLE1\n"
SIGNATURE = 64
LARGEST = 2_000_000_000
"""Bytes a body may unpack to."""
_TOLD_TWICE = ("hub", "hall", "device", "signer", "recipients")
_LENGTHS = struct.Struct(">IQ")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """`keys`: for each recipient hall's public key, ephemeral public key and wrapped body key."""

    hub: str
    hall: str
    device: str
    signer: bytes
    first: int
    last: int
    made_at: str
    recipients: tuple[str, ...]
    keys: dict[str, bytes]


def write(to: Path, bundle: Bundle, membership: Membership) -> str:
    """Beside, synced and renamed; the file's sha256. Refuses `cannot_write` (name, reason)."""
    key, keys = new_keys(bundle.public_keys)
    head = Head(
        hub=bundle.hub, hall=bundle.hall, device=bundle.device, signer=bundle.signer,
        first=bundle.entries[0].seq if bundle.entries else 0,
        last=bundle.entries[-1].seq if bundle.entries else 0,
        made_at=bundle.made_at.isoformat(), recipients=bundle.recipients,
        keys=keys,
    )  # fmt: skip
    told = msgspec.json.encode(head)
    packed = zlib.compress(msgspec.msgpack.encode(bundle), 6)
    body = seal(key, packed, told)
    whole = MAGIC + _LENGTHS.pack(len(told), len(body)) + told + body
    whole += sign(bytes.fromhex(membership.signing_key), sha256(whole).digest())
    _put(to, whole)
    return sha256(whole).hexdigest()


def _put(to: Path, whole: bytes) -> None:
    """An older file of this name stays until the new one is whole."""
    part = to.with_name(to.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        why = {errno.ENOSPC: DISK_FULL, errno.ENOENT: NO_FOLDER}.get(error.errno or 0, NO_RIGHT)
        raise Refusal("cannot_write", name=to.name, reason=why) from error


def read(path: Path, membership: Membership, private: bytes) -> Bundle:
    """Whole or not at all. Refuses `bundle_broken` (reason: magic, truncated, signature, body),
    `bundle_foreign` (hub), `bundle_not_for_us` (recipients), `no_such_file` (path).
    """
    try:
        whole = path.read_bytes()
    except OSError as error:
        raise Refusal("no_such_file", path=path) from error
    head, told, body = _parts(whole)
    if not signed(head.signer, whole[-SIGNATURE:], sha256(whole[:-SIGNATURE]).digest()):
        raise Refusal("bundle_broken", reason="signature")
    if head.hub != membership.hub:
        raise Refusal("bundle_foreign", hub=head.hub)
    bundle = _opened(private, head, told, body)
    fits = all(getattr(bundle, name) == getattr(head, name) for name in _TOLD_TWICE)
    if not fits or not _attested(bundle):
        raise Refusal("bundle_broken", reason="signature")
    return replace(bundle, sha256=sha256(whole).hexdigest())


def _attested(bundle: Bundle) -> bool:
    """Entries of this device alone and without a gap; every signature is its own, and the last
    entry has one: so it covers them all.
    """
    by_seq = {entry.seq: entry for entry in bundle.entries}
    first = min(by_seq, default=1)
    whole = [*by_seq] == [*range(first, first + len(bundle.entries))]
    if not whole or any(entry.device != bundle.device for entry in bundle.entries):
        return False
    told = dict(bundle.signatures)
    if bundle.entries and bundle.entries[-1].seq not in told:
        return False
    return all(
        seq in by_seq and signed(bundle.signer, one, attested(bundle.hub, by_seq[seq]))
        for seq, one in told.items()
    )


def _parts(whole: bytes) -> tuple[Head, bytes, bytes]:
    start = len(MAGIC) + _LENGTHS.size
    if not whole.startswith(MAGIC) or len(whole) < start + SIGNATURE:
        raise Refusal("bundle_broken", reason="magic")
    head_length, body_length = _LENGTHS.unpack_from(whole, len(MAGIC))
    if len(whole) != start + head_length + body_length + SIGNATURE:
        raise Refusal("bundle_broken", reason="truncated")
    told = whole[start : start + head_length]
    try:
        head = msgspec.json.decode(told, type=Head)
    except ValueError:  # which msgspec's own errors are, too
        raise Refusal("bundle_broken", reason="magic") from None
    return head, told, whole[start + head_length : -SIGNATURE]


def _opened(private: bytes, head: Head, told: bytes, body: bytes) -> Bundle:
    try:
        packed = unseal(private, head.keys, body, told)
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(packed, LARGEST)
        if not unpacking.eof:
            raise Refusal("bundle_broken", reason="truncated")
        return msgspec.msgpack.decode(plain, type=Bundle)
    except ForOthersError:
        raise Refusal("bundle_not_for_us", recipients=", ".join(head.recipients)) from None
    except (DamagedError, zlib.error, ValueError):
        raise Refusal("bundle_broken", reason="body") from None
