"""A hub restored from an older backup: what it lost goes back to it, place by place as it was.

Where it has confirmed other entries in the meantime, its order is the order (design: the hub's
order confirms), and the one held here is taken back to where the two agree. No entry is lost: each
device pushes its own again.

An administrator who deletes a tail with all that tells of it makes the same picture: then too what
is gone comes back from whoever holds it, and the journal says how much that was. One who changes
or deletes anything else leaves an order that is not whole: nothing is taken back for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.exchange.batches import Confirmed, Cursor, Greeting, HallHead, advanced
from desktop.domain.refusal import Refusal
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
            _check_anew(talk, hall, back)
            talk.in_store(talk.store.take_back, back)
            reordered.append(hall.code)
        elif main or hello.hall == hall.code:
            given += _given_back(talk, hall)
    return given, tuple(reordered)


def _check_anew(talk: Talk, hall: HallHead, cursor: Cursor) -> None:
    """Before an order is taken back for another: refuses `hub_altered` where that one is not whole,
    or an entry is not the one held here. A restored backup never brings that about.
    """
    while cursor.seq < hall.seq:
        rows = talk.hub.pull(cursor, AT_ONCE)
        if not rows or not talk.in_store(_as_held, talk, rows):
            raise Refusal("hub_altered", hall=hall.code, at=cursor.seq + 1)
        cursor = advanced(cursor, rows)


def _as_held(talk: Talk, rows: Sequence[Confirmed]) -> bool:
    entries = [row.entry for row in rows]
    return all(talk.store.hash_of(e.device, e.seq) in (None, e.hash) for e in entries)


def _given_back(talk: Talk, hall: HallHead) -> int:
    """Up to the last entry that its device signed: others would not believe what comes after."""
    after, given, several = hall.seq, 0, AT_ONCE
    while rows := talk.in_store(talk.store.order, hall.code, after, several):
        signed = [place for place, row in enumerate(rows, 1) if row.signature is not None]
        if signed:
            given += talk.hub.give_back(rows[: signed[-1]])
            after, several = rows[signed[-1] - 1].hall_seq, AT_ONCE
        elif len(rows) == several:
            several *= 2
        else:
            break
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
