"""The last rounds, remembered for whoever asks how the exchange went lately."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from desktop.domain.exchange.rows import PastRound
from desktop.domain.refusal import Refusal
from desktop.services.exchange.round import Round
from desktop.services.office import Office

PAST = "hub rounds"
KEPT = 50


def rounds(office: Office) -> tuple[PastRound, ...]:
    """The newest first."""
    told = office.store.local.recall(PAST)
    return msgspec.json.decode(told, type=tuple[PastRound, ...]) if told else ()


def keep(office: Office, told: Round | Refusal) -> None:
    """Rounds without news stand together as one row that counts them."""
    now, held = office.now(), rounds(office)
    if isinstance(told, Refusal):
        data = {key: str(value) for key, value in told.data.items()}
        new = PastRound(at=now, why=told.code, data=data)
    else:
        new = PastRound(at=now, pushed=told.pushed, pulled=told.pulled)
    if held and _same(held[0], new):
        new, held = replace(new, times=held[0].times + 1), held[1:]
    kept = (new, *held)[:KEPT]
    office.store.local.remember(PAST, msgspec.json.encode(kept).decode())


def _same(before: PastRound, now: PastRound) -> bool:
    quiet = not (before.pushed or before.pulled or now.pushed or now.pulled)
    return quiet and (before.why, before.data) == (now.why, now.data)
