"""A round from beginning to end, with what is remembered of it: for the window's worker and `sync`."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.exchange.entries import HubHealed, OrderRetold
from desktop.domain.exchange.membership import Contact, Standing
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange import membership, past
from desktop.services.exchange.round import Round, exchange
from desktop.services.exchange.talk import InStore, Pace, Talk, at_once
from desktop.services.office import Office
from desktop.services.ports import Hub, Progress


def due(office: Office) -> bool:
    """Whether this station is in a hub and it is time to try."""
    return membership.membership(office) is not None and membership.standing(office).due(
        office.now()
    )


def sync(
    office: Office,
    in_store: InStore = at_once,
    progress: Progress | None = None,
    seconds: float = 0.0,
    met: Callable[[Hub], object] = bool,
) -> Round:
    """Connect, exchange, remember how it went. Refuses what `exchange` and the hub refuse; then
    the standing says why, and when the next round is due.

    `seconds` is what one slice may take of the store's thread (`Pace`); `met` is given the hub, so
    that somebody else's thread can `cut` a call that hangs.
    """
    told = in_store(membership.member, office)
    try:
        hub = membership.hubs(office).connect(told)
        met(hub)
        try:
            done = exchange(Talk(office, hub, in_store, progress, Pace(seconds)))
        finally:
            hub.close()
    except Refusal as refusal:
        if refusal.code != "cancelled":
            in_store(_failed, office, refusal)
        raise
    except Exception:
        in_store(_failed, office, Refusal("exchange_failed"))
        raise
    in_store(_settled, office, done)
    return done


def contact(office: Office) -> Contact:
    """How this station stands with its hub, in one word."""
    if membership.membership(office) is None:
        return Contact.ALONE
    return membership.standing(office).contact


def waiting(office: Office) -> tuple[int, Standing]:
    """Own entries that no hub has confirmed, and how exchanging goes."""
    return office.store.exchange.waiting(), membership.standing(office)


def waiting_cases(office: Office) -> frozenset[str]:
    """Cases with entries of this station that no hub has confirmed; none where there is no hub."""
    if membership.membership(office) is None:
        return frozenset()
    return office.store.exchange.waiting_cases()


def _settled(office: Office, done: Round) -> None:
    membership.remember_directory(office, done.halls, done.devices)
    for hall in done.reordered:
        told = OrderRetold(hall=hall, place=office.store.exchange.cursor(hall).seq)
        office.store.journal.append([Act(entity=f"hall:{hall}", payload=told)], STATION.code)
    if done.healed:
        act = Act(entity=f"hub:{done.hub}", payload=HubHealed(entries=done.healed))
        office.store.journal.append([act], STATION.code)
    membership.went_well(office)
    past.keep(office, done)


def _failed(office: Office, refusal: Refusal) -> None:
    membership.went_wrong(office, refusal)
    past.keep(office, refusal)
