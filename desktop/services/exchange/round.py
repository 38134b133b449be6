"""One round: push what is new here, pull what others confirmed, heal a hub that forgot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from desktop.domain.exchange.batches import (
    BLOCK,
    Batch,
    Confirmed,
    Cursor,
    DeviceHead,
    Greeting,
    HallHead,
    Held,
    advanced,
    attested,
)
from desktop.domain.exchange.handing import subjects_of
from desktop.domain.exchange.membership import Directory
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Entry
from desktop.services.exchange import keys, membership, notices, packs, relay
from desktop.services.exchange.chains import own_chains
from desktop.services.exchange.healing import healed
from desktop.services.exchange.talk import Talk
from desktop.services.office import Office
from desktop.services.published import take_published

PUSHED = PULLED = 1_000
LARGEST = 4_000_000
"""Characters of one push, so that on a slow line it is over before the watchdog ends it."""
PUBLISHED = ("item", "part.", "calendar.", "licence.category", "courier.", "tariff.")
"""Kinds after which catalogue, calendar and settings are read anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round moved. `healed`: given back to a hub that had lost it; `reordered`: halls
    whose order a restored hub made anew; `disagreements` that nobody settled yet; `published`:
    catalogue, calendar or settings came; `touched`: what the entries that came are about (`case`,
    `shipment`, …).
    """

    pushed: int = 0
    pulled: int = 0
    healed: int = 0
    reordered: tuple[str, ...] = ()
    disagreements: int = 0
    published: bool = False
    touched: frozenset[str] = frozenset()
    hub: str = ""
    halls: tuple[HallHead, ...] = ()
    devices: tuple[DeviceHead, ...] = ()


def exchange(talk: Talk) -> Round:
    """May take long; the store is touched in slices of at most `SLICE` entries.

    Refuses `cloned` where another station goes on with this device's chain, `hub_altered` where
    what comes from the hub is not what was confirmed, `cancelled`, and what `Hub` refuses.
    """
    hello, disagreements = _greeted(talk)
    talk.in_store(_check_own, talk.office, hello)
    given, reordered = healed(talk, hello)
    if given:
        hello, disagreements = _greeted(talk)
    _check_left_behind(talk)
    keys.give_again(talk, hello)
    own = _Pushing(talk, hello)
    pushed = relay.hand_on(talk, own.upto) + own.upto(own.last)
    if pushed:
        keys.mark(talk, hello.hall)
    done = Round(
        hub=hello.hub,
        healed=given,
        reordered=reordered,
        pushed=pushed,
        disagreements=disagreements,
        halls=tuple(talk.hub.halls()),
        devices=tuple(talk.hub.devices()),
    )
    total = sum(hall.seq - talk.in_store(talk.store.cursor, hall.code).seq for hall in done.halls)
    for hall in done.halls:
        done = _pulled(talk, hall, done, total)
    if done.pushed + done.pulled < BLOCK:
        packs.give(talk, hello.hall)
    keys.ask_again(talk)
    keys.forget_there(talk)
    if done.published:
        talk.in_store(take_published, talk.office)
    notices.exchange(talk, hello.hall, done.halls)
    _hello, disagreements = _greeted(talk)
    return replace(done, disagreements=disagreements)


def _greeted(talk: Talk) -> tuple[Greeting, int]:
    """The hub's answer to how things stand here, and how many disagreements are open."""
    disagreements = talk.in_store(talk.office.store.views.count_disagreements)
    waiting = talk.in_store(talk.store.waiting)
    return talk.hub.hello(waiting, 0, disagreements), disagreements


def _check_own(office: Office, hello: Greeting) -> None:
    """The hub's head of our chain must be one of our own entries."""
    seq, _head = office.store.exchange.head()
    device = office.store.journal.device
    if hello.seq > seq or office.store.exchange.hash_of(device, hello.seq) != hello.head:
        raise Refusal("cloned", device=device, at=hello.seq)


def _check_left_behind(talk: Talk) -> None:
    """What a restored copy signed for its predecessor, the hub takes only while that is not revoked."""
    held = talk.in_store(relay.carried, talk.office)
    mine = set(talk.in_store(lambda: list(own_chains(talk.office)))) if held else set()
    signed = {one.device: one.seq for one in held if one.device in mine}
    known = talk.hub.devices() if signed else ()
    for one in known:
        if one.revoked and signed.get(one.code, 0) > one.seq:
            raise Refusal("renew_instead", device=one.code, n=signed[one.code] - one.seq)


class _Pushing:
    """The own chain on its way to the hub, each batch signed: so nobody can write in its name."""

    def __init__(self, talk: Talk, hello: Greeting) -> None:
        self._talk, self._hub, self._after, self._pushed = talk, hello.hub, hello.seq, 0
        self._member = talk.in_store(membership.member, talk.office)
        self.last = talk.in_store(talk.store.head)[0]
        self._waiting = self.last - self._after

    def upto(self, last: int) -> int:
        """How many were new there."""
        talk, before = self._talk, self._pushed
        device = talk.office.store.journal.device
        while self._after < last:
            most = min(PUSHED, last - self._after)
            entries = _light(talk.in_store(talk.store.entries, device, self._after, most))
            keys.give(talk, subjects_of(entries))
            about = attested(self._hub, entries[-1])
            signature = membership.hubs(talk.office).sign(self._member, about)
            batch = Batch(device=device, entries=tuple(entries), signature=signature)
            self._after, taken = talk.hub.push(batch)
            self._pushed += taken
            talk.tell(self._pushed, self._waiting)
        return self._pushed - before


@dataclass(frozen=True, slots=True)
class _Fetched:
    """Entries in their hall's order, the keys that came for them, and subjects without one."""

    rows: Sequence[Confirmed]
    wraps: Mapping[str, bytes]
    keyless: Sequence[str]


def _pulled(talk: Talk, hall: HallHead, done: Round, total: int) -> Round:
    for fetched in _fetched(talk, hall, done):
        rows, start = fetched.rows, 0
        if hall.code == talk.office.station.hall:
            keys.await_also(talk, set(fetched.keyless) - set(fetched.wraps))
        while piece := rows[start : start + talk.pace.size]:
            start += len(piece)
            cursor = Cursor(hall=hall.code, seq=piece[-1].hall_seq, hash=piece[-1].hall_hash)
            own = subjects_of(row.entry for row in piece)
            told = {subject: key for subject, key in fetched.wraps.items() if subject in own}
            new = talk.in_slice(len(piece), talk.store.take, piece, told, cursor)
            done = replace(done, pulled=done.pulled + new)
            talk.tell(done.pulled, total)
        about = frozenset(row.entry.entity.partition(":")[0] for row in rows)
        came = any(row.entry.kind.startswith(PUBLISHED) for row in rows)
        done = replace(done, touched=done.touched | about, published=done.published or came)
    return done


def _fetched(talk: Talk, hall: HallHead, done: Round) -> Iterator[_Fetched]:
    """Checked, and while one part is taken in, the next is on its way: never two calls at once."""
    cursor, coming = talk.in_store(talk.store.cursor, hall.code), None
    with ThreadPoolExecutor(1) as ahead:
        while cursor.seq < hall.seq:
            wanted = _wanted(talk, hall, done, cursor)
            rows = coming.result() if coming else talk.hub.pull(cursor, *wanted)
            if not rows:
                raise Refusal("hub_altered", hall=hall.code, at=cursor.seq + 1)
            cursor = advanced(cursor, rows)
            if any(row.carried_by for row in rows):
                relay.check(talk, done.hub, Directory(devices=done.devices), rows)
            subjects = subjects_of(row.entry for row in rows)
            keyless = talk.in_store(talk.store.keyless, subjects) if subjects else []
            wraps = talk.hub.wraps_of(keyless) if keyless else {}
            limit, held = _wanted(talk, hall, done, cursor)
            coming = ahead.submit(talk.hub.pull, cursor, limit) if limit and not held else None
            yield _Fetched(rows, wraps, keyless)


def _wanted(talk: Talk, hall: HallHead, done: Round, cursor: Cursor) -> tuple[int, Held | None]:
    """How many to pull next. Of what was pushed just now, which stands at the end of the own hall's
    order, places alone.
    """
    left = hall.seq - cursor.seq
    if done.pushed < BLOCK or hall.code != talk.office.station.hall:
        return min(PULLED, left), None
    if left > done.pushed:
        return min(PULLED, left - done.pushed), None
    return min(PULLED, left), lambda places: talk.in_store(talk.store.held, places)


def _light(entries: list[Entry]) -> list[Entry]:
    """As many as fit into one push, at least one."""
    size = 0
    for place, entry in enumerate(entries):
        size += len(entry.body) + len(entry.sealed)
        if size > LARGEST and place:
            return entries[:place]
    return entries
