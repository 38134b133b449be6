"""What travels as a file where no network is: one station's own entries, and order it knows of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.exchange.batches import Confirmed, Cursor
from desktop.domain.trust.entry import Entry

SIGNED_EVERY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """`entries` are of `device` without a gap; `signatures` are the device's over every
    `SIGNED_EVERY`th of them and the last (`batches.attested`), so that they can be handed on in
    pieces. `order` are places of halls, each hall without a gap, and `cursors` how far the writer
    holds them. `wraps` are case keys for the recipients: subject, fingerprint, key. `public_keys`
    are those of the recipients' halls (X25519), `signer` is the device's own (Ed25519).
    """

    hub: str
    device: str
    hall: str
    made_at: datetime
    entries: tuple[Entry, ...]
    signatures: tuple[tuple[int, bytes], ...]
    cursors: tuple[Cursor, ...] = ()
    order: tuple[Confirmed, ...] = ()
    wraps: tuple[tuple[str, str, bytes], ...] = ()
    recipients: tuple[str, ...] = ()
    public_keys: tuple[bytes, ...] = ()
    signer: bytes = b""
    sha256: str = ""
