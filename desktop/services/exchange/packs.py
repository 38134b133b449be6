"""What the own hall confirmed, given to the hub once more in packs: for those who are days behind."""

from __future__ import annotations

from desktop.domain.exchange.batches import BLOCK
from desktop.services.exchange.talk import Talk

REACH = "packs reach"
"""Under which the store remembers how far they did, so that the hub is asked where it is worth it."""


def give(talk: Talk, hall: str) -> None:
    """Each ends with an entry that its device signed, as a pull does. Belongs into a round that
    moved little: who catches up over a slow line has other things to send.
    """
    remember = talk.office.store.local
    last = talk.in_store(talk.store.cursor, hall).seq
    if last - int(talk.in_store(remember.recall, REACH) or 0) < BLOCK:
        return
    after, several = talk.hub.packed_to(hall), BLOCK
    before = talk.in_store(talk.store.hash_after, hall, after)
    while last - after >= BLOCK:
        rows = talk.in_store(talk.store.order, hall, after, several)
        signed = [place for place, row in enumerate(rows, 1) if row.signature is not None]
        if signed:
            rows = rows[: signed[-1]]
            talk.hub.put_pack(before, rows)
            after, before, several = rows[-1].hall_seq, rows[-1].hall_hash, BLOCK
        elif after + several >= last:
            break
        else:
            several *= 2
        talk.tell(0, 0)
    talk.in_store(remember.remember, REACH, str(after))
