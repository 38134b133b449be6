"""Invented examples of what a supervisor does: looks, gives away, holds, destroys, answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.cases.entries import PersonalRevealed
from desktop.domain.cases.papers import Outcome, PaperIssued, PaperKind, PaperPrinted
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ShipmentCreated
from desktop.domain.handling.changes import Amended, Finding
from desktop.domain.packs.entries import ProposalSettled
from desktop.domain.supervision.entries import LogExported
from desktop.domain.supervision.retention import entries as retention
from desktop.domain.supervision.review import entries as review
from desktop.domain.trust.entry import Act

DAY = date(2026, 11, 23)
CASE = "KFQ-20261123-A01-0001"
APPROVED = retention.DestructionApproved(
    cases=(CASE,), reason="保存期满", second="0712", alone="", backups_until=date(2027, 2, 21)
)
HELD = retention.HoldSet(held=True, ground=retention.HoldGround.LITIGATION, note="李䶮敏已起诉")
LOOKED = review.ActLookedAt(finding=Finding.REMINDED, note="补打应先收回原件")
PAYLOADS: tuple[Any, ...] = (
    LOOKED,
    review.CaseAssigned(to="0712", before="0711", reason="休假"),
    review.DraftHandled(
        draft="d1", before="0711", reason="人已离岗", to="", item="SP01", case=CASE,
        lost=(("ticks", 3),),
    ),
    HELD,
    retention.RetentionSet(
        years={"SP01": 30}, two_persons=True, backup_days=30, reason="档案主管部门核定"
    ),
    APPROVED,
    retention.PersonAsked(
        wish=retention.PersonWish.CORRECT, outcome=retention.PersonOutcome.DECLINED,
        paper="KFQ-20261123-A01-G0001-XG1", held={"case": 1}, name="李䶮敏",
        id_number="11010519491231002X", cases=(CASE,), said="电话有误", answer="与证件不符",
    ),
)  # fmt: skip


def overseen(case: str) -> tuple[Act, ...]:
    """Of every kind one act that is looked at afterwards, and what a supervisor did about some."""
    shipment, paper = "shipment:KFQ-20261123-A01-K0088", f"paper:{case}-SL1"
    sent = ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="sf", justification="邮政不通达", coverage_reason="急"
    )
    exported = LogExported(
        first=DAY, last=DAY, format="csv", rows=3, sha256="00" * 32, personal=True, reason="审计"
    )
    told: tuple[tuple[str, Any], ...] = (
        (f"case:{case}", PersonalRevealed(field="applicant.phone", reason="")),
        (f"case:{case}", Amended(reason="录入有误", amended_on=DAY)),
        (f"case:{case}", HELD),
        (shipment, sent),
        (shipment, PersonalRevealed(field="sender.phone", reason="")),
        (paper, PaperIssued(kind=PaperKind.ACCEPTANCE, case=case, number=f"{case}-SL1")),
        (paper, PaperPrinted(outcome=Outcome.CONFIRMED, reprint=1)),
        ("pack:9", ProposalSettled(published=True, alone="一人值守")),
        ("export:00", exported),
        ("review:00", LOOKED),
        ("destruction:KFQ-20261123-A01-X0001", APPROVED),
        ("destruction:KFQ-20261123-A01-X0002", replace(APPROVED, second="", alone="一人值守")),
    )
    return tuple(Act(entity=entity, payload=payload) for entity, payload in told)
