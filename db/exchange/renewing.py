"""Entries that no hub can take under their old device code, written anew under another.

Two machines wrote one chain (a copied disc), or the code was somebody else's already. What the
hub does not hold of it moves as it is: content, times, clerk and id. A number that was first
given in what moves may be given by the other machine as well, so each gets a new one, wherever
it is mentioned; papers handed out still bear the old one, which the journal goes on to name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db.care.rebuild import refold
from db.care.restore import DEVICE
from db.exchange.taking import entries_of, row_of
from db.facts import bound
from db.journal import INSERT
from db.link import Link
from db.projections.number import parse
from db.schema import JOURNAL_PROTECTED, JOURNAL_UNPROTECTED
from db.vault import seal, unseal, wrap
from desktop.domain.exchange.renewal import Moved
from desktop.domain.refusal import Refusal
from desktop.domain.trust.chain import GENESIS, entry_hash
from desktop.domain.trust.entry import Entry

AT_ONCE = 5_000
_NUMBER = re.compile(r"(?<![0-9A-Za-z-])[^\W_]+-[0-9]{8}-[^\W_]+-[A-Z]?[0-9]{4,}(?![0-9])")
_BEFORE = "SELECT 1 FROM journal WHERE entity = ? AND NOT (device = ? AND seq > ?) LIMIT 1"
_PLACED = """
SELECT c.hall, min(c.hall_seq) FROM confirmed c JOIN journal j ON j.id = c.entry
WHERE j.device = ? AND j.seq > ? GROUP BY c.hall
"""


def placed(link: Link, tails: Mapping[str, int]) -> dict[str, int]:
    """Halls in whose order some of this stands, from which place on: a hub has lost it since."""
    found: dict[str, int] = {}
    for tail in tails.items():
        for hall, place in link.rows(_PLACED, tail):
            found[hall] = min(place, found.get(hall, place))
    return found


def move(link: Link, tails: Mapping[str, int], device: str, given: Mapping[str, str]) -> Moved:
    """`tails` are device codes and the last number the hub has of each; `given` says of which hall a
    device of such a code is at the hub: it may give the same numbers. In the caller's transaction, or one of its own.
    """
    with link.transaction():
        if link.one("SELECT 1 FROM journal WHERE device = ?", (device,)):
            raise Refusal("device_taken")
        found = [one for code, after in tails.items() for one in _beyond(link, code, after)]
        found.sort(key=lambda one: (one.logical, one.device, one.seq))
        numbers = _renumbered(link, found, tails, device, given)
        _Writing(link, device, numbers).write(found, tails)
        link.conn.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (DEVICE, device))
        if found:
            refold(link)
        named = dict.fromkeys(one.entity.partition(":")[::2] for one in found)
        changed = [(type_, numbers[id], id) for type_, id in named if id in numbers]
        told = tuple((f"{type_}:{new}", old) for type_, new, old in changed)
        return Moved(entries=len(found), numbers=told)


def _beyond(link: Link, device: str, after: int) -> Iterable[Entry]:
    while entries := entries_of(link, device, after, AT_ONCE):
        yield from entries
        after = entries[-1].seq


def _renumbered(
    link: Link,
    found: Sequence[Entry],
    tails: Mapping[str, int],
    device: str,
    given: Mapping[str, str],
) -> dict[str, str]:
    """Each number whose entity begins in a tail, in the order of the old ones."""
    begun: set[str] = set()
    for entity, owner in {one.entity: one.device for one in reversed(found)}.items():
        number = parse(entity.partition(":")[2])
        if number is None or number.device != owner or given.get(owner) != number.hall:
            continue
        if link.one(_BEFORE, (entity, owner, tails[owner])) is None:
            begun.add(entity.partition(":")[2])
    told, last = {}, dict[tuple[str, str, str], int]()
    for old in sorted(begun):
        number = parse(old)
        assert number is not None
        series = (number.hall, number.day, number.series)
        last[series] = last.get(series, 0) + 1
        told[old] = f"{number.hall}-{number.day}-{device}-{number.series}{last[series]:04d}"
    return told


class _Writing:
    """One move: the texts with new numbers, the keys under new names, the chain from its start."""

    def __init__(self, link: Link, device: str, numbers: Mapping[str, str]) -> None:
        self._link, self._device, self._numbers = link, device, numbers
        self._keys: dict[str, bytes | None] = {}

    def write(self, found: Sequence[Entry], tails: Mapping[str, int]) -> None:
        conn = self._link.conn
        ready = [self._opened(one) for one in found]
        conn.execute(JOURNAL_UNPROTECTED)
        for tail in tails.items():
            conn.execute("DELETE FROM journal WHERE device = ? AND seq > ?", tail)
        conn.execute(JOURNAL_PROTECTED)
        self._rename()
        previous, logical = GENESIS, 0
        for seq, one in enumerate(ready, 1):
            # entries of two chains may share a moment
            logical = max(one.logical, logical + 1)
            moved = replace(one, device=self._device, seq=seq, logical=logical, previous=previous)
            moved = replace(moved, hash=entry_hash(moved))
            conn.execute(INSERT, row_of(moved))
            previous = moved.hash

    def _opened(self, one: Entry) -> Entry:
        """With new numbers; a sealed part is sealed again where it, or what it is bound to, changed."""
        entity, subject, body = map(self._text, (one.entity, one.subject, one.body))
        sealed, key = one.sealed, self._key(one.subject) if one.sealed else None
        if key is not None:
            plain = unseal(key, sealed, bound(one.id, one.entity, one.kind))
            told = self._text(plain.decode()).encode()
            if told != plain or entity != one.entity:
                sealed = seal(key, told, bound(one.id, entity, one.kind))
        return replace(one, entity=entity, subject=subject, body=body, sealed=sealed)

    def _text(self, text: str) -> str:
        if not self._numbers:
            return text
        return _NUMBER.sub(lambda at: self._numbers.get(at[0], at[0]), text)

    def _key(self, subject: str) -> bytes | None:
        """None where it is gone, or was never ours."""
        if subject not in self._keys:
            vault = self._link.vault
            row = self._link.one(
                "SELECT wrapped FROM case_key WHERE hall = ? AND subject = ?", (vault.hall, subject)
            )
            self._keys[subject] = vault.open(subject, row[0]) if row else None
        return self._keys[subject]

    def _rename(self) -> None:
        """Keys of what has a new number go under its name: the other machine's of the old name is
        another key. What was forgotten is so under the new name.
        """
        link = self._link
        for (subject,) in link.rows(
            "SELECT subject FROM case_key UNION SELECT subject FROM forgotten"
        ):
            name = self._text(subject)
            if name == subject:
                continue
            key = self._key(subject)
            link.conn.execute("DELETE FROM case_key WHERE subject = ?", (subject,))
            if key is not None:
                wrapped = wrap(link.vault.public, name, key)
                link.conn.execute(
                    "INSERT INTO case_key VALUES (?, ?, ?)", (link.vault.hall, name, wrapped)
                )
            link.conn.execute("UPDATE forgotten SET subject = ? WHERE subject = ?", (name, subject))
