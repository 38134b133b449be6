"""Facts as the journal would hand them back, and a case from the real catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.cases import acts, case, terms
from desktop.domain.cases.draft import Delivery, Draft, Way
from desktop.domain.cases.folding.case_fold import fold
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.days import BEIJING
from desktop.domain.halls.authority import Authority
from desktop.domain.identity.party import AGENT_QUESTION, Party, Presence
from desktop.domain.kinds import KIND_OF
from desktop.domain.trust.entry import Entry, Fact
from tests.domain.guidance.shipped import catalogue, work_calendar

AT = datetime(2026, 11, 23, 9, 30, tzinfo=BEIJING)
NUMBER = "KFQ-20261123-A07-0001"
PERSON = Party(name="李晓敏", id_number="11010519491231002X", phone="13800138021")


def fact(
    payload: Any, at: datetime = AT, recorded: datetime | None = None, clerk: str = "0712"
) -> Fact:
    kind, version = KIND_OF.get(type(payload), ("note.unknown", 1))
    moment = recorded or at
    entry = Entry(
        id="0" * 32, device="A07", seq=1, logical=1, happened_at=at.isoformat(),
        recorded_at=moment.isoformat(), clerk=clerk, kind=kind, version=version,
        entity=f"case:{NUMBER}", body="{}", subject="", sealed=b"", previous=b"", hash=b"",
    )  # fmt: skip
    return Fact(entry=entry, payload=payload, happened_at=at, recorded_at=moment)


def draft(item: str = "SP01", check: Check = Check.RECEIVED, **more: Any) -> Draft:
    """Every deciding question answered with its default, every row ticked alike."""
    known = catalogue().items[item]
    plain = Draft(
        id="d1",
        visit="v1",
        item=item,
        answers={q.id: q.default for q in known.questions if q.id != AGENT_QUESTION},
        presence=Presence.SELF,
        applicant=PERSON,
        delivery=Delivery(way=Way.PICKUP),
    )
    plain = replace(plain, **more)
    ticks: Mapping[str, Tick] = {
        row.key: Tick(check=check) for row in lay_out(known, plain).rows if row.key
    }
    return replace(plain, ticks={**ticks, **plain.ticks})


def received(told: Draft, at: datetime = AT) -> Fact:
    item = catalogue().items[told.item]
    payload = acts.received(
        told,
        lay_out(item, told),
        window="7",
        authority=Authority.ACCEPT,
        deemed=terms.deemed(item, at.date(), work_calendar()),
        sources=catalogue().sources,
    )
    return fact(payload, at, at + timedelta(seconds=1))


def folded(*facts: Fact) -> case.Case:
    found = fold(NUMBER, facts)
    assert found is not None
    return found


def standing_at(stage: Stage, told: Draft | None = None) -> case.Case:
    """A received case, set to this stage."""
    return replace(folded(received(told or draft())), stage=stage)
