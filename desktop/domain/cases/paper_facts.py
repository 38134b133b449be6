"""Compose what a paper states from the case, its item and who issues it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.cases.acts import Sources, apart_lines, sheet_lines, situation
from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import Issuer, PaperFacts, PaperKind, Step
from desktop.domain.cases.sheet import Sheet
from desktop.domain.guidance.checklist import limits
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.rendition import English, renditions

OF_COURSE = frozenset(
    {
        PaperKind.PROCEDURE, PaperKind.EXTENSION, PaperKind.GRANT, PaperKind.DENIAL,
        PaperKind.DELIVERY, PaperKind.OVERDUE, PaperKind.TERMINATION, PaperKind.REVOCATION,
        PaperKind.TRANSFER, PaperKind.AMENDMENT,
    }
)  # fmt: skip
"""Papers that state what happened after acceptance."""

COPIES = {PaperKind.DEFERRAL: 2}
"""容缺受理通知书 一式两份: the applicant's and the hall's."""


def contact_text(case: Case) -> str:
    """找一人: who is asked about this case, and the telephone."""
    set_later = case.course.contact
    name, phone = (
        (set_later.name, set_later.phone) if set_later else (case.contact, case.contact_phone)
    )
    return "　".join(part for part in (name, phone) if part)


def of_case(
    kind: PaperKind,
    number: str,
    case: Case,
    item: ServiceItem | None,
    issuer: Issuer,
    sources: Sources,
    issued_at: datetime,
) -> PaperFacts:
    """Facts for a paper of a case. An item that was withdrawn since leaves its parts empty."""
    facts = PaperFacts(
        kind=kind,
        number=number,
        issued_at=issued_at.isoformat(timespec="seconds"),
        issuer=issuer,
        case=case.number,
        item=case.item,
        item_name=case.item_name,
        item_type=case.item_type,
        item_approved=case.item_approved,
        situation=case.situation,
        channel=case.channel,
        waybill=case.waybill,
        received_at=case.received_at.isoformat(timespec="seconds"),
        accepted_on=case.accepted_on,
        lines=case.lines,
        listed=case.listed,
        to_submit=case.to_submit,
        deemed=case.deemed,
        statutory=case.statutory,
        promised=case.promised,
        by=case.deferred_until,
        result=case.result,
        refusal=case.refused,
        organ_for=case.collected_for,
        applicant=case.applicant,
        agent=case.agent,
        delivery=case.delivery,
    )
    return _with_item(_with_course(_with_notice(facts, case), case), item, sources)


def _with_course(facts: PaperFacts, case: Case) -> PaperFacts:
    """What happened since, on papers that state it; what was put right, on its own record."""
    return replace(
        facts,
        silent=case.silent,
        route=True,
        deferred_by=case.deferred_by,
        copies=COPIES.get(facts.kind, 1),
        contact=contact_text(case),
        course=case.course if facts.kind in OF_COURSE else None,
        spot=case.spot if facts.kind is PaperKind.SPOT else (),
        supplied=case.supplied if facts.kind is PaperKind.RECEIPT else None,
        savings=case.ledger if facts.kind is PaperKind.RECEIPT else (),
    )


def _with_notice(facts: PaperFacts, case: Case) -> PaperFacts:
    """The last correction notice: all defects, what went home, what stayed, and by when."""
    if facts.kind is not PaperKind.CORRECTION:
        return facts
    notice = case.notices[-1]
    return replace(
        facts,
        defects=notice.defects,
        taken_home=notice.taken_home,
        kept=notice.kept,
        hand_in=notice.hand_in,
        by=notice.by,
        second=notice.second,
    )


def advance(
    sheet: Sheet,
    number: str,
    issuer: Issuer,
    sources: Sources,
    at: datetime,
    english: English | None = None,
) -> PaperFacts:
    """办事清单: what this situation needs, before anything is received. No personal data.

    With `english` in two languages; the texts go along, so that a reprint says the same.
    """
    item, checklist = sheet.item, sheet.checklist
    statutory, promised = limits(item, checklist.answers)
    facts = PaperFacts(
        kind=PaperKind.ADVANCE,
        number=number,
        issued_at=at.isoformat(timespec="seconds"),
        issuer=issuer,
        item=item.id,
        item_name=item.name,
        item_type=item.type,
        item_approved=item.approved,
        situation=_told_situation(sheet),
        assumed=_assumed(sheet),
        bilingual=english is not None,
        english=renditions(checklist, sources, english) if english is not None else (),
        lines=sheet_lines(sheet, sources),
        apart=apart_lines(sheet, sources),
        listed=checklist.listed,
        to_submit=len(sheet.to_hand_in),
        statutory=Term(value=statutory.value, unit=statutory.unit),
        promised=Term(value=promised.value, unit=promised.unit) if item.approved else Term(),
    )
    return _with_item(facts, item, sources)


def _told_situation(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """The questions that matter here: what nobody answered and nothing depends on is left out."""
    shown = {*sheet.given, *sheet.checklist.deciding}
    questions = zip(sheet.item.questions, situation(sheet), strict=True)
    return tuple(told for question, told in questions if question.id in shown)


def _assumed(sheet: Sheet) -> tuple[str, ...]:
    """The texts of questions that count with their default: a suggestion, not an answer."""
    deciding = sheet.checklist.deciding
    return tuple(question.text for question in sheet.item.questions if question.id in deciding)


def _with_item(facts: PaperFacts, item: ServiceItem | None, sources: Sources) -> PaperFacts:
    if item is None:
        return facts
    return replace(
        facts,
        legal_basis=cite_all(item.legal_basis, sources),
        special_procedures=tuple(item.handling.procedures),
        fee={True: "收费", False: "不收费", None: "未核定"}[item.fee.charged],
        steps=tuple(
            Step(name=step.name, limit=_limit(step.limit, step.unit, step.illustrative))
            for step in item.steps
        ),
        result=facts.result or (item.result.name if item.result else ""),
    )


def _limit(value: int | None, unit: str, illustrative: bool) -> str:
    """A step's limit as text; an invented split is never printed as a limit."""
    if illustrative or value is None:
        return ""
    return str(unit) if value == 0 else f"{value} 个{unit}" if unit != "日" else f"{value} 日"
