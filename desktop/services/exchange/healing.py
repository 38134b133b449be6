"""A hub restored from an older backup: what it lost goes back to it, place by place as it was.

Where it has confirmed other entries in the meantime, its order is the order (design: the hub's
order confirms), and the one held here is taken back to where the two agree. No entry is lost: each
device pushes its own again.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.exchange.batches import Cursor, Greeting, HallHead
from desktop.services.exchange.talk import Talk

AT_ONCE = 500


def healed(talk: Talk, hello: Greeting) -> tuple[int, tuple[str, ...]]:
    """How many entries were given back, and the halls whose order was made anew."""
    given, reordered = 0, []
    halls = talk.hub.halls()
    main = any(hall.main and hall.code == hello.hall for hall in halls)
    for hall in halls:
        cursor = talk.in_store(talk.store.cursor, hall.code)
        held = talk.hub.hash_at(hall.code, cursor.seq) if 0 < cursor.seq <= hall.seq else None
        if cursor.seq == 0 or held == cursor.hash:
            continue
        hashes = talk.in_store(talk.store.hashes, hall.code)
        agreed = _agreed(talk, hall, hashes)
        if agreed < hall.seq:
            back = Cursor(hall=hall.code, seq=agreed, hash=hashes[agreed])
            talk.in_store(talk.store.take_back, back)
            reordered.append(hall.code)
        elif main or hello.hall == hall.code:
            given += _given_back(talk, hall)
    return given, tuple(reordered)


def _given_back(talk: Talk, hall: HallHead) -> int:
    after, given = hall.seq, 0
    while rows := talk.in_store(talk.store.order, hall.code, after, AT_ONCE):
        given += talk.hub.give_back(rows)
        after = rows[-1].hall_seq
    return given


def _agreed(talk: Talk, hall: HallHead, hashes: Sequence[bytes]) -> int:
    """The last place at which both hold the same hash, found by halving."""
    low, high = 0, min(hall.seq, len(hashes) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if talk.hub.hash_at(hall.code, middle) == hashes[middle]:
            low = middle
        else:
            high = middle - 1
    return low
