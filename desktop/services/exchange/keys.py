"""Case keys that a hub lost with a backup, or did not have yet when their entries came."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

import msgspec

from desktop.domain.exchange.batches import Greeting
from desktop.services.exchange.talk import Talk

AT_ONCE = 1_000
HEALED, AWAITED, FORGOTTEN = "hub healed", "keys awaited", "forgotten at the hub"
GIVEN, UNMARKED = "keys given", "unmarked"
"""Under which the store remembers the healing it has given keys for, and the subjects whose keys
this hall should have, and until when the hub was told of what is forgotten.
"""


def give(talk: Talk, subjects: Iterable[str]) -> None:
    """Until it is marked, this station takes the hub to lack what it gives now."""
    if talk.in_store(remembered, talk)[1] != UNMARKED:
        talk.in_store(talk.office.store.local.remember, GIVEN, UNMARKED)
    talk.hub.put_wraps(talk.in_store(talk.store.wraps, subjects))


def give_again(talk: Talk, hello: Greeting) -> None:
    """Where the hub was given back entries, it has none of their keys: whoever is of the hall gives
    those it holds. Where it has forgotten this station's last giving, it may lack keys of entries
    it holds. Given once too often does no harm.
    """
    own = next(hall for hall in talk.hub.halls() if hall.code == hello.hall)
    healed, given = talk.in_store(remembered, talk)
    places = [own.healed_from] if own.healed != healed else []
    if hello.keys_given != given:
        places.append(int(hello.keys_given.partition(":")[0] or 0))
    if not places:
        return
    subjects = talk.in_store(talk.store.subjects, own.code, min(places))
    for start in range(0, len(subjects), AT_ONCE):
        give(talk, subjects[start : start + AT_ONCE])
    mark(talk, own.code)
    talk.in_store(talk.office.store.local.remember, HEALED, own.healed)


def remembered(talk: Talk) -> tuple[str, str]:
    recall = talk.office.store.local.recall
    return recall(HEALED) or "", recall(GIVEN) or ""


def mark(talk: Talk, hall: str) -> None:
    """Keys were given: the hub and this station remember the same name for it. The hall's place is
    part of it, for what was given before that was marked then.
    """
    given = f"{talk.in_store(talk.store.cursor, hall).seq}:{uuid4().hex}"
    talk.hub.mark_keys(given)
    talk.in_store(talk.office.store.local.remember, GIVEN, given)


def forget_there(talk: Talk) -> None:
    """What was purged here is purged at the hub: parcels and visits too, which no entry names."""
    recall, remember = talk.office.store.local.recall, talk.office.store.local.remember
    since = talk.in_store(recall, FORGOTTEN) or ""
    told = talk.in_store(talk.store.forgotten, since)
    told = [] if told and told[-1][1] == since else told
    for start in range(0, len(told), AT_ONCE):
        talk.hub.forget(subject for subject, _ in told[start : start + AT_ONCE])
    if told:
        talk.in_store(remember, FORGOTTEN, told[-1][1])


def awaited(talk: Talk) -> list[str]:
    told = talk.in_store(talk.office.store.local.recall, AWAITED)
    return msgspec.json.decode(told, type=list[str]) if told else []


def await_also(talk: Talk, subjects: Iterable[str]) -> None:
    """Entries of the own hall came without their keys."""
    more = [one for one in subjects if one]
    if more:
        told = msgspec.json.encode(sorted({*awaited(talk), *more})).decode()
        talk.in_store(talk.office.store.local.remember, AWAITED, told)


def ask_again(talk: Talk) -> None:
    """What has come in the meantime is taken; the rest is asked for in the next round."""
    waited = awaited(talk)
    if not waited:
        return
    still = talk.in_store(talk.store.keyless, waited)
    for start in range(0, len(still), AT_ONCE):
        wraps = talk.hub.wraps_of(still[start : start + AT_ONCE])
        if wraps:
            talk.in_store(talk.store.take_loose, [], wraps)
    left = talk.in_store(talk.store.keyless, still)
    told = msgspec.json.encode(left).decode() if left else ""
    talk.in_store(talk.office.store.local.remember, AWAITED, told)
