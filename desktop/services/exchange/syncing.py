"""A round from beginning to end, with what is remembered of it: for the window's worker and `sync`."""

from __future__ import annotations

from desktop.domain.exchange.entries import HubHealed, OrderRetold
from desktop.domain.exchange.membership import Standing
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange import membership
from desktop.services.exchange.round import Round, exchange
from desktop.services.exchange.talk import InStore, Talk, at_once
from desktop.services.office import Office
from desktop.services.ports import Progress


def due(office: Office) -> bool:
    """Whether this station is in a hub and it is time to try."""
    return membership.membership(office) is not None and membership.standing(office).due(
        office.now()
    )


def sync(office: Office, in_store: InStore = at_once, progress: Progress | None = None) -> Round:
    """Connect, exchange, remember how it went. Refuses what `exchange` and the hub refuse; then
    the standing says why, and when the next round is due.
    """
    told = in_store(membership.member, office)
    try:
        hub = membership.hubs(office).connect(told)
        try:
            done = exchange(Talk(office, hub, in_store, progress))
        finally:
            hub.close()
    except Refusal as refusal:
        in_store(membership.went_wrong, office, refusal)
        raise
    in_store(_settled, office, done)
    return done


def waiting(office: Office) -> tuple[int, Standing]:
    """Own entries that no hub has confirmed, and how exchanging goes."""
    return office.store.exchange.waiting(), membership.standing(office)


def _settled(office: Office, done: Round) -> None:
    membership.remember_directory(office, done.halls, done.devices)
    for hall in done.reordered:
        told = OrderRetold(hall=hall, place=office.store.exchange.cursor(hall).seq)
        office.store.journal.append([Act(entity=f"hall:{hall}", payload=told)], STATION.code)
    if done.healed:
        act = Act(entity=f"hub:{done.hub}", payload=HubHealed(entries=done.healed))
        office.store.journal.append([act], STATION.code)
    membership.went_well(office)
