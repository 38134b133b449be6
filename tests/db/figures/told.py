"""Cases that go their ways at random, as entries; and a count of the journal that knows no fold."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from db.store import Store
from desktop.domain.cases import entries as cases
from desktop.domain.handling import entries as handling
from desktop.domain.trust.entry import Act
from tests.db.examples import DAY, DEFECT, EXAMPLES, MORNING, REFUSED, accepted, received

HALLS, WINDOWS, ITEMS = ("KFQ", "YZ", "RH"), ("1", "2", "7"), ("SP01", "SP02", "GS01")
WAYS: dict[str, tuple[str, ...]] = {
    "received": ("accept", "accept", "settle", "notify", "refuse", "withdraw", "terminate", ""),
    "correcting": ("accept", "notify", "settle", "refuse", "terminate", ""),
    "accepted": ("review", "review", "suspend", "revoke", "withdraw", "terminate", ""),
    "reviewing": ("in_time", "in_time", "too_late", "terminate", ""),
    "suspended": ("resume", ""),
    "decided": ("deliver", "deliver", ""),
    "closed": ("reissue", "", ""),
}
LEADS = {
    "accept": "accepted", "settle": "", "notify": "correcting", "review": "reviewing",
    "suspend": "suspended", "resume": "reviewing", "revoke": "received", "in_time": "decided",
    "too_late": "decided", "deliver": "closed", "reissue": "decided",
}  # fmt: skip
ANY: dict[str, Any] = {kind: payload for (kind, _version), payload in EXAMPLES.items()}


def payload(move: str, due: date | None) -> Any:
    """`due` None: an acceptance without a term."""
    told = accepted()
    none = cases.Term()
    term = cases.Term(value=5, unit="工作日", due=due) if due else none
    match move:
        case "accept":
            return replace(told, statutory=term, promised=none, deferred=(), deferred_until=None)
        case "in_time" | "too_late":
            on = (due or DAY) + timedelta(days=1 if move == "too_late" else 0)
            return replace(ANY["case.decided"], decided_on=on)
        case "settle":
            return cases.CaseSettled(accepted_on=DAY, result="营业执照")
        case "notify":
            return cases.CorrectionNoticed(defects=(DEFECT,))
        case "refuse":
            return REFUSED
        case "withdraw":
            return cases.CaseWithdrawn(reason="不办了")
        case "suspend":
            return replace(ANY["case.procedure_started"], statutory=term, promised=none)
        case "resume":
            return handling.ProcedureEnded(ends_on=DAY, result="通过", statutory=term)
    kinds = {
        "terminate": "terminated", "review": "reviewed", "revoke": "acceptance_revoked",
        "deliver": "delivered", "reissue": "reissued",
    }  # fmt: skip
    return ANY[f"case.{kinds[move]}"]


def case_acts(chance: Random, number: int) -> Iterator[Act]:
    """One case from 收件 to wherever chance leads it, at odd hours over some months."""
    entity = f"case:{chance.choice(HALLS)}-20261123-A01-{number:04}"
    at = MORNING + timedelta(days=chance.randrange(-70, 1), hours=chance.randrange(-2, 9))
    due = at.date() + timedelta(days=chance.randrange(1, 20)) if chance.random() < 0.8 else None
    origin = "KFQ-20261101-A01-0001" if chance.random() < 0.1 else ""
    told = received(
        materials=1, item=chance.choice(ITEMS), window=chance.choice(WINDOWS), origin=origin
    )
    yield Act(entity=entity, payload=told, happened_at=at)
    stage = "received"
    for _step in range(12):
        move = chance.choice(WAYS.get(stage, ("",)))
        if not move:
            return
        at += timedelta(hours=chance.randrange(1, 60))
        yield Act(entity=entity, payload=payload(move, due), happened_at=at)
        stage = LEADS.get(move, "")


def tell(store: Store, chance: Random, number: int) -> None:
    """Some cases, entry by entry of each."""
    for n in range(1, number + 1):
        for act in case_acts(chance, n):
            store.journal.append([act], "001")


Key = tuple[str, ...]


BY_KIND: dict[str, tuple[str, ...]] = {
    "case.received": ("received",),
    "case.accepted": ("accepted",),
    "case.settled": ("accepted", "settled", "decided", "on_time", "closed"),
    "case.correction_noticed": ("corrected",),
    "case.decided": ("decided",),
    "case.delivered": ("closed",),
    "case.refused": ("returned",),
    "case.withdrawn": ("returned",),
    "case.terminated": ("returned",),
}


def plainly(store: Store) -> dict[str, dict[str, tuple[datetime, Key]]]:
    """By figure: each case's moment and (hall, window, item), read off the journal's texts."""
    found: dict[str, dict[str, tuple[datetime, Key]]] = defaultdict(dict)
    about: dict[str, Key] = {}
    due: dict[str, str | None] = {}
    text = (
        "SELECT entity, kind, happened_at, body FROM journal WHERE entity LIKE 'case:%' ORDER BY n"
    )
    for entity, kind, happened, body in store._link.rows(text):
        told, case = json.loads(body), entity[5:]
        figures = BY_KIND.get(kind, ())
        if kind == "case.received":
            about[case] = (case.split("-")[0], told["window"], told["item"])
            figures = () if told["origin"] else figures
        elif kind == "case.accepted":
            due[case] = told["statutory"]["due"]
        elif kind == "case.acceptance_revoked":
            del found["accepted"][case]
        elif kind == "case.decided" and (until := due[case]):
            figures = (*figures, "on_time" if told["decided_on"] <= until else "late")
        for figure in figures:
            found[figure].setdefault(case, (datetime.fromisoformat(happened), about[case]))
    return found


def counted(store: Store, first: date, last: date) -> Counter[tuple[str, ...]]:
    """By figure, hour, month, hall, window and item, of these days."""
    return Counter(
        (figure, f"{at:%H}", f"{at:%Y-%m}", *about)
        for figure, cases_ in plainly(store).items()
        for at, about in cases_.values()
        if first <= at.date() <= last
    )
