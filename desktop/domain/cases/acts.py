"""What each move says: pure functions from what is known to the payload of the entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import (
    CaseAccepted,
    CaseCollected,
    CaseReceived,
    CaseRefused,
    CaseSettled,
    CaseSupplemented,
    CaseWithdrawn,
    CorrectionNoticed,
    Defect,
    RefusalGround,
    SheetLine,
    Term,
)
from desktop.domain.cases.lines import inside, open_lines, waiting
from desktop.domain.cases.moves import Move, after
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import Check, Kept, Tick
from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.checklist import ChecklistLine, Need
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.terms import ItemType
from desktop.domain.halls.authority import Authority
from desktop.domain.identity.party import Agent, Presence
from desktop.domain.licences.evidence import licence_of
from desktop.domain.licences.sparing import NOTHING, Evidence
from desktop.domain.promises import deferral
from desktop.domain.refusal import Refusal
from desktop.domain.savings.case_ledger import savings

Sources = Mapping[str, Source]
NO_DAYS: Mapping[str, date] = MappingProxyType({})


def sheet_line(line: ChecklistLine, sources: Sources, tick: Tick, number: int = 0) -> SheetLine:
    """One line as it stands now, with its reason as `kind` or `kind:licence`."""
    material, reason = line.material, line.reason
    spared = f":{reason.licence}" if reason.licence else ""
    return SheetLine(
        key=material.key,
        name=material.name,
        type=material.type,
        need=line.need,
        reason=reason.kind + spared,
        basis=cite_all(material.legal_source, sources),
        tick=tick,
        number=number,
        copies=material.copies or 1,
        form=material.form,
        source=material.source_channel,
    )


def sheet_lines(
    sheet: Sheet, sources: Sources, evidence: Evidence = NOTHING
) -> tuple[SheetLine, ...]:
    """Every row of the sheet with what was found of it, and the e-licence that spared it."""
    return tuple(
        replace(
            sheet_line(row.line, sources, _found(row), row.number),
            licence=licence_of(evidence, row),
        )
        for row in sheet.rows
    )


def apart_lines(sheet: Sheet, sources: Sources) -> tuple[SheetLine, ...]:
    """What this situation does not need."""
    return tuple(sheet_line(line, sources, Tick()) for line in sheet.apart)


def situation(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Questions and answers as text, in the item's order, defaults included."""
    answers = sheet.checklist.answers
    return tuple(
        (question.text, "、".join(answers.get(question.id, ())))
        for question in sheet.item.questions
    )


def received(
    draft: Draft,
    sheet: Sheet,
    *,
    window: str,
    authority: Authority,
    deemed: Term,
    sources: Sources,
    instant: bool = False,
) -> CaseReceived:
    """收件: what was handed in, for whom, in which situation. `instant`: this hall settles it."""
    item = sheet.item
    return CaseReceived(
        item=item.id,
        item_name=item.name,
        item_type=item.type,
        item_approved=item.approved,
        visit=draft.visit,
        window=window,
        authority=authority,
        channel=draft.channel,
        answers=dict(sheet.checklist.answers),
        situation=situation(sheet),
        lines=sheet_lines(sheet, sources, draft.evidence),
        listed=sheet.checklist.listed,
        to_submit=len(sheet.to_hand_in),
        waybill=draft.waybill,
        deemed=deemed,
        spot=draft.spot,
        theme=draft.theme,
        committed=draft.committed,
        savings=savings(sheet, draft, sources, instant),
        applicant=draft.applicant,
        agent=agent_of(draft),
        delivery=draft.delivery,
        note=draft.note,
    )


def supplemented(
    case: Case, sheet: Sheet, draft: Draft, sources: Sources, instant: bool = False
) -> CaseSupplemented:
    """补收: only the lines that differ from what the case holds.

    A line that the answers no longer ask for is told as not applicable, so that it stops lacking.
    """
    after(case.stage, Move.SUPPLEMENT)
    known = {line.key: line for line in case.lines}
    dropped = (
        replace(line, tick=known[line.key].tick)
        for line in apart_lines(sheet, sources)
        if line.key in known
    )
    lines = (*_kept(sheet_lines(sheet, sources, draft.evidence), known), *dropped)
    ledger = savings(sheet, replace(draft, channel=case.channel), sources, instant)
    return CaseSupplemented(
        lines=tuple(line for line in lines if known.get(line.key) != line),
        channel=draft.channel,
        waybill=draft.waybill,
        answers=dict(sheet.checklist.answers),
        spot=draft.spot,
        savings=() if ledger == case.savings else ledger,
    )


def _kept(lines: Iterable[SheetLine], known: Mapping[str, SheetLine]) -> Iterable[SheetLine]:
    """A material that is spared still keeps the licence that spared it at 收件."""
    for line in lines:
        before = known.get(line.key)
        spared = line.need == Need.EXEMPT and line.licence is None and before is not None
        yield replace(line, licence=before.licence) if spared and before else line


def accepted(
    case: Case,
    on: date,
    statutory: Term,
    promised: Term,
    silent: bool = False,
    own: Mapping[str, date] = NO_DAYS,
) -> CaseAccepted:
    """受理. Complete and in form must be accepted (许可法 32(5)); an open line refuses it, unless
    the hall was `silent` too long: then it is accepted by law (32(4)) and only confirmed here.
    `own` are the days that the pack sets for materials which may follow later.
    """
    after(case.stage, Move.ACCEPT)
    if not silent:
        _check_complete(case)
    days = deferral.agreed(case.lines, own, deferral.furthest(statutory, promised), on)
    return CaseAccepted(
        accepted_on=on,
        statutory=statutory,
        promised=promised,
        deferred=tuple(days),
        deferred_until=max(days.values(), default=None),
        deferred_by=days,
        silent=silent,
    )


def settled(case: Case, on: date, result: str) -> CaseSettled:
    """当场办结 (许可法 34(2)): what can be decided at once is decided at once."""
    after(case.stage, Move.SETTLE)
    _check_complete(case)
    if waiting(case):
        raise Refusal("deferred_not_settled", names=[line.name for line in waiting(case)])
    return CaseSettled(accepted_on=on, result=result)


def collected(case: Case, organ: str) -> CaseCollected:
    after(case.stage, Move.COLLECT)
    return CaseCollected(organ=organ)


def noticed(
    case: Case,
    defects: Sequence[Defect],
    taken_home: Iterable[str],
    hand_in: str,
    by: date | None,
    on: date,
) -> CorrectionNoticed:
    """补正告知: everything at once. A later notice, or one after the term, is marked and not
    refused: a gate would make clerks tell it by mouth (许可法 32(4), 72(4)).
    """
    after(case.stage, Move.NOTIFY)
    if not defects:
        raise Refusal("nothing_to_correct", article=_licensing(case, "第三十二条第一款第五项"))
    home = tuple(taken_home)
    told_before = {defect.key for notice in case.notices for defect in notice.defects}
    added = (defect.key for defect in defects if defect.key not in told_before)
    return CorrectionNoticed(
        defects=tuple(defects),
        taken_home=home,
        kept=tuple(key for key in inside(case) if key not in home),
        hand_in=hand_in,
        by=by,
        second=bool(case.notices),
        added=tuple(added) if case.notices else (),
        late=case.deemed.due is not None and on > case.deemed.due,
    )


def refused(case: Case, told: CaseRefused) -> CaseRefused:
    """不予受理 with reasons (许可法 32(1), (2), 38); another organ must be named for 32(2)."""
    after(case.stage, Move.REFUSE)
    if not told.facts.strip():
        raise Refusal("refusal_without_facts", article=_licensing(case, "第三十八条"))
    if told.ground is RefusalGround.NO_JURISDICTION and not told.competent_organ.strip():
        article = _licensing(case, "第三十二条第一款第二项")
        raise Refusal("refusal_without_organ", article=article)
    return told


def withdrawn(case: Case, reason: str) -> CaseWithdrawn:
    after(case.stage, Move.WITHDRAW)
    return CaseWithdrawn(reason=reason, returned=inside(case))


def agent_of(draft: Draft) -> Agent | None:
    return draft.agent if draft.presence is Presence.AGENT else None


def _found(row: Row) -> Tick:
    """A spared material is journalled as 免交 though nobody ticked it."""
    if row.tick.check is Check.UNCHECKED and row.check is Check.EXEMPT:
        return Tick(check=Check.EXEMPT, kept=Kept.ELECTRONIC)
    return row.tick


def _check_complete(case: Case) -> None:
    lacking = open_lines(case)
    if lacking:
        raise Refusal(
            "materials_open",
            names=[line.name for line in lacking],
            row=lacking[0].key,
            number=lacking[0].number,
            article=_licensing(case, "第三十二条第一款第五项"),
        )


def _licensing(case: Case, article: str) -> str:
    """行政许可法 governs, and is cited, where the item is 行政许可; nothing elsewhere."""
    return f"行政许可法 {article}" if case.item_type == ItemType.LICENCE else ""
