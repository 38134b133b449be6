"""What asks for a supervisor's look afterwards: found in the entries of one entity, gates nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.cases.draft import Channel
from desktop.domain.cases.entries import CorrectionNoticed, PersonalRevealed
from desktop.domain.cases.papers import Outcome, PaperIssued, PaperKind, PaperPrinted
from desktop.domain.courier.entries import ShipmentAmended, ShipmentCreated
from desktop.domain.custody.entries import (
    AloneReviewed,
    ParcelOpened,
    ParcelSealed,
    ParcelUnsealed,
)
from desktop.domain.handling.changes import ActReviewed, Amended, Finding
from desktop.domain.handling.oversight import asked
from desktop.domain.packs.entries import ProposalSettled
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.retention.entries import DestructionApproved
from desktop.domain.supervision.review.entries import CaseAssigned
from desktop.domain.trust.entry import Fact


class Watch(StrEnum):
    """再次告知又添内容 · 逾期告知 · 单人审查 · 单人封拆 · 单人发布 · 不交邮政 · 范围外免费寄 ·
    集中查看个人信息 · 导出未掩码日志 · 补打有法律效力的文书 · 超过一日补录 · 更正 · 单人销毁.
    """

    ADDED = "added"
    LATE = "late"
    ALONE = "alone"
    ALONE_PARCEL = "alone_parcel"
    ALONE_PUBLISHED = "alone_published"
    CARRIER = "carrier"
    OUTSIDE = "outside"
    REVEALED = "revealed"
    EXPORTED = "exported"
    REPRINTED = "reprinted"
    LATE_ENTRY = "late_entry"
    AMENDED = "amended"
    ALONE_DESTROYED = "alone_destroyed"


LEGAL = frozenset(
    {
        PaperKind.ACCEPTANCE, PaperKind.CORRECTION, PaperKind.REFUSAL, PaperKind.NOT_NEEDED,
        PaperKind.SETTLEMENT, PaperKind.PROCEDURE, PaperKind.EXTENSION, PaperKind.GRANT,
        PaperKind.DENIAL, PaperKind.DELIVERY, PaperKind.TERMINATION, PaperKind.REVOCATION,
        PaperKind.TRANSFER, PaperKind.AMENDMENT, PaperKind.DEFERRAL, PaperKind.COMMITMENT,
    }
)  # fmt: skip
"""文书 that decide or oblige; printing one again is looked at, a checklist or a label is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """`told` says in a few words what was done; nobody's name stands in it."""

    entry: str
    why: Watch
    at: datetime
    recorded_at: datetime
    clerk: str
    told: str = ""
    finding: Finding | None = None
    note: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRow:
    """`key` is what a review of it names; `entity` where its entries stand; `case` may be empty."""

    key: str
    entity: str
    entry: str
    why: Watch
    at: datetime
    recorded_at: datetime
    clerk: str
    told: str
    case: str
    item_name: str
    finding: Finding | None
    note: str
    reviewer: str
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchFilter:
    """`done`: what was looked at, else what nobody looked at yet. `why` None: every kind.

    More than `reveals` looks of one clerk within an hour, and what was recorded more than
    `late_hours` after it happened, are listed. A clock's hour of looks is a row once it is over at
    `now`: a look at it while it runs would hide what follows. None: every hour.
    """

    done: bool = False
    why: Watch | None = None
    reveals: int = 20
    late_hours: int = 24
    now: datetime | None = None


def of_case(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """Notices and reviews by one person, amendments, and each time that something was entered late."""
    return tuple(sorted((*_asked(facts), *_amended(facts), *_late(facts)), key=lambda one: one.at))


def of_parcel(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """Sealings and openings alone; other carriers than the post and the free service's outside."""
    seen = {f.payload.entry: f for f in facts if isinstance(f.payload, AloneReviewed)}
    found = []
    for fact in facts:
        told = fact.payload
        if isinstance(told, ParcelSealed | ParcelUnsealed | ParcelOpened) and told.alone:
            look = seen.get(fact.entry.id)
            found.append(_one(fact, Watch.ALONE_PARCEL, told.alone, look))
        elif isinstance(told, ShipmentCreated | ShipmentAmended):
            found += [
                _one(fact, why, said.strip())
                for why, said in (
                    (Watch.CARRIER, told.justification), (Watch.OUTSIDE, told.coverage_reason)
                )
                if said.strip()
            ]  # fmt: skip
    return tuple(found)


def of_paper(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """Each reprint of a paper with legal effect once, however it was tried again."""
    issued = next((f.payload for f in facts if isinstance(f.payload, PaperIssued)), None)
    if issued is None or issued.kind not in LEGAL:
        return ()
    found: dict[int, Watched] = {}
    for fact in facts:
        told = fact.payload
        if isinstance(told, PaperPrinted) and told.reprint and told.outcome in _OUT:
            said = f"{issued.kind.value} {told.reprint}"
            found.setdefault(told.reprint, _one(fact, Watch.REPRINTED, said))
    return tuple(found.values())


def of_pack(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """Published by who proposed it, where the hall may act alone."""
    return tuple(
        _one(fact, Watch.ALONE_PUBLISHED, fact.payload.alone)
        for fact in facts
        if isinstance(fact.payload, ProposalSettled) and fact.payload.alone
    )


def of_export(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """A log that left with everybody's data unmasked."""
    return tuple(
        _one(fact, Watch.EXPORTED, fact.payload.reason)
        for fact in facts
        if isinstance(fact.payload, LogExported) and fact.payload.personal
    )


def of_destruction(facts: Sequence[Fact]) -> tuple[Watched, ...]:
    """Approved by one person, where the hall may act alone."""
    return tuple(
        _one(fact, Watch.ALONE_DESTROYED, fact.payload.alone)
        for fact in facts
        if isinstance(fact.payload, DestructionApproved) and fact.payload.alone
    )


def looks(facts: Iterable[Fact]) -> Iterator[Fact]:
    """查看个人信息: each is lawful by itself; many in an hour are looked at together."""
    return (fact for fact in facts if isinstance(fact.payload, PersonalRevealed))


OF: dict[str, Callable[[Sequence[Fact]], tuple[Watched, ...]]] = {
    "case": of_case,
    "shipment": of_parcel,
    "paper": of_paper,
    "pack": of_pack,
    "export": of_export,
    "destruction": of_destruction,
}
"""By the type of the entity."""
_OUT = (Outcome.SPOOLED, Outcome.CONFIRMED)
_REVIEWS = (ActReviewed, AloneReviewed, CaseAssigned)


def _one(fact: Fact, why: Watch, told: str, look: Fact | None = None) -> Watched:
    return Watched(
        entry=fact.entry.id, why=why, at=fact.happened_at, recorded_at=fact.recorded_at,
        clerk=fact.entry.clerk, told=told,
        finding=Finding.PROPER if look else None,
        note=look.payload.note if look else "",
        reviewer=look.entry.clerk if look else "",
    )  # fmt: skip


def _asked(facts: Sequence[Fact]) -> Iterator[Watched]:
    by_id = {fact.entry.id: fact for fact in facts}
    for one in asked(facts):
        fact, review = by_id[one.entry], one.review
        told = fact.payload
        said = str(len(told.added or told.defects)) if isinstance(told, CorrectionNoticed) else ""
        yield Watched(
            entry=one.entry, why=Watch(one.why.value), at=one.at, recorded_at=fact.recorded_at,
            clerk=one.clerk, told=said,
            finding=review.finding if review else None,
            note=review.note if review else "", reviewer=one.reviewer,
        )  # fmt: skip


def _amended(facts: Sequence[Fact]) -> Iterator[Watched]:
    for fact in facts:
        if isinstance(fact.payload, Amended):
            yield _one(fact, Watch.AMENDED, fact.payload.reason)


def _late(facts: Sequence[Fact]) -> Iterator[Watched]:
    """补录: what one hand entered in one minute is one row. By courier is not late: day 0 is when
    the hall signed.
    """
    known: set[tuple[str, str]] = set()
    for fact in facts:
        by_post = getattr(fact.payload, "channel", None) is Channel.COURIER
        if not fact.late or by_post or isinstance(fact.payload, _REVIEWS):
            continue
        place = (fact.entry.clerk, f"{fact.recorded_at:%Y-%m-%d %H:%M}")
        if place not in known:
            known.add(place)
            yield _one(fact, Watch.LATE_ENTRY, fact.entry.kind)
