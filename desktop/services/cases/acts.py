"""The moves of a case: each loads, asks the rule, appends case and papers in one commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from desktop.domain.cases import acts, terms
from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import (
    CaseAccepted,
    CaseReceived,
    CaseRefused,
    CaseSettled,
    Defect,
    RefusalGround,
)
from desktop.domain.cases.lines import waiting
from desktop.domain.cases.missing import Missing, missing
from desktop.domain.cases.moves import Move, Stage, after
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.sheet import Sheet, lay_out
from desktop.domain.days import BEIJING
from desktop.domain.days.counting import day_zero
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.authority import Authority, final_move
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.clock import silence
from desktop.domain.licences.evidence import still_held
from desktop.domain.packs.versions import SHIPPED
from desktop.domain.promises.deferral import own_days
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases import intake, papers
from desktop.services.courier.arrivals.taken import taken_in
from desktop.services.forms import forms
from desktop.services.licences.renewals import check_renewal
from desktop.services.office import Office
from desktop.services.packs.in_force import item_for, known_item_of
from desktop.services.promises import promising


@dataclass(frozen=True, slots=True)
class Done:
    """What an act left: the case as it stands, and the numbers of the papers it issued."""

    case: Case
    papers: tuple[str, ...]


def receive(office: Office, clerk: Clerk, draft: Draft) -> Done:
    """收件（未受理）: the applicant insists or something is still missing; a receipt is owed."""
    with office.store.journal.transaction():
        case = _receive(office, clerk, draft)
        issued = _receipt(office, clerk, case)
    return Done(case, issued)


def finish(office: Office, clerk: Clerk, draft: Draft) -> Done:
    """F9: 受理, 当场办结 or 代收, as the hall's authority for the item says."""
    draft = still_held(draft, office.today())
    _final(office.authority(draft.item).authority, sheet_of(office, draft).item, at_once=False)
    check_ready(lacking(office, draft))
    with office.store.journal.transaction():
        case, before = _received(office, clerk, draft)
        done = _conclude(office, clerk, case, draft.acted_at)
    return Done(done.case, (*before, *done.papers))


def conclude(office: Office, clerk: Clerk, number: str) -> Done:
    """受理 and its kin for a case that was received earlier and is complete now."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        return _conclude(office, clerk, load(office, number), None)


def supplement(office: Office, clerk: Clerk, draft: Draft) -> Done:
    """补收: what came in after 收件. `draft.case` names the case.

    Where nothing changed, nothing is written: a second press leaves no second receipt.
    """
    require(clerk, Right.SERVE)
    check_time(office, draft)
    with office.store.journal.transaction():
        case = load(office, draft.case)
        sheet = lay_out(known_item_of(office, case), draft)
        instant = final_move(case.authority, sheet.at_once) is Move.SETTLE
        told = acts.supplemented(case, sheet, draft, office.catalogue.sources, instant)
        form = forms.values(office, draft)
        told = replace(told, form={} if form == case.form else form)
        if not told.lines and not told.form and told.answers == case.answers:
            return Done(case, ())
        case = append(office, clerk, case.number, told, draft.happened_at)
        paper = papers.issue(office, clerk, PaperKind.RECEIPT, case.number)
        office.store.local.delete_draft(draft.id)
        taken_in(office, clerk, draft, case.number)
    return Done(case, (paper,))


def notify(
    office: Office,
    clerk: Clerk,
    subject: Draft | str,
    defects: Sequence[Defect],
    taken_home: Sequence[str] = (),
    hand_in: str = "counter",
    by: date | None = None,
) -> Done:
    """补正告知, of a draft (which is received first) or of a case: everything at once."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        case, before = _received(office, clerk, subject)
        told = acts.noticed(case, defects, taken_home, hand_in, by, office.today())
        case = append(office, clerk, case.number, told)
        paper = papers.issue(office, clerk, PaperKind.CORRECTION, case.number)
    return Done(case, (*before, paper))


def refuse(office: Office, clerk: Clerk, subject: Draft | str, told: CaseRefused) -> Done:
    """不予受理 in writing; where no permit is needed (32(1)) the applicant is told so instead."""
    require(clerk, Right.REFUSE)
    kind = PaperKind.NOT_NEEDED if told.ground is RefusalGround.NOT_NEEDED else PaperKind.REFUSAL
    with office.store.journal.transaction():
        case, before = _received(office, clerk, subject)
        case = append(office, clerk, case.number, acts.refused(case, told))
        paper = papers.issue(office, clerk, kind, case.number)
    return Done(case, (*before, paper))


def withdraw(office: Office, clerk: Clerk, number: str, reason: str) -> Done:
    """撤回 by the applicant, before the decision."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        told = acts.withdrawn(load(office, number), reason)
        return Done(append(office, clerk, number, told), ())


def load(office: Office, number: str) -> Case:
    case = office.store.views.case(number)
    if case is None:
        raise Refusal("unknown_case", case=number)
    return case


def sheet_of(office: Office, draft: Draft) -> Sheet:
    """The checklist of the draft as it stands now; of a case back at the counter, as its version
    of the item has it.
    """
    return lay_out(item_for(office, draft), draft)


def lacking(office: Office, draft: Draft, materials: bool = True) -> tuple[Missing, ...]:
    """What stands before F9, or, without `materials`, before F6."""
    return missing(draft, sheet_of(office, draft), office.now().date(), materials)


def check_ready(left: tuple[Missing, ...]) -> None:
    """Refuses `not_ready` with the first thing that is missing."""
    if left:
        raise Refusal(
            "not_ready",
            place=left[0].place,
            row=left[0].target,
            number=left[0].number,
            count=len(left),
        )


def _received(office: Office, clerk: Clerk, subject: Draft | str) -> tuple[Case, tuple[str, ...]]:
    """The case itself, or a draft taken in on the way: received, or, of a case that is back at
    the counter, supplemented; with the receipt that is owed for it.
    """
    if isinstance(subject, str):
        return load(office, subject), ()
    if subject.case:
        done = supplement(office, clerk, subject)
        return done.case, done.papers
    case = _receive(office, clerk, subject)
    return case, _receipt(office, clerk, case)


def _receipt(office: Office, clerk: Clerk, case: Case) -> tuple[str, ...]:
    """The receipt, which for a member of a theme is the theme's; and the record of what was put
    right at the counter, where there was (32(3)).
    """
    receipt = () if case.theme else (PaperKind.RECEIPT,)
    kinds = (*receipt, PaperKind.SPOT) if case.spot else receipt
    return tuple(papers.issue(office, clerk, kind, case.number) for kind in kinds)


def _receive(office: Office, clerk: Clerk, draft: Draft) -> Case:
    require(clerk, Right.SERVE)
    check_time(office, draft)
    draft = still_held(draft, office.today())
    known = intake.received_as(office, draft)
    if known:
        raise Refusal("already_received", case=known)
    item = office.item(draft.item)
    authority = office.authority(item.id).authority
    if authority is Authority.ADVISE:
        raise Refusal("advice_only", item=item.name)
    after(Stage.DRAFT, Move.RECEIVE)
    check_ready(lacking(office, draft, materials=False))
    at = draft.happened_at or office.now()
    day, zero = at.astimezone(BEIJING).date(), day_zero(at, office.rule)
    sheet = lay_out(item, draft)
    told = acts.received(
        draft,
        sheet,
        window=office.station.window,
        authority=authority,
        deemed=terms.deemed(item, zero, office.calendar),
        sources=office.catalogue.sources,
        instant=final_move(authority, sheet.at_once) is Move.SETTLE,
    )
    told = replace(
        with_contact(office, clerk, told),
        day_zero=None if zero == day else zero,
        item_version=office.versions.get(item.id, SHIPPED),
        form=forms.values(office, draft),
    )
    number = new_number(office, day)
    case = append(office, clerk, number, told, draft.happened_at)
    intake.mark_received(office, draft, number)
    taken_in(office, clerk, draft, number)
    return case


def with_contact(office: Office, clerk: Clerk, told: CaseReceived) -> CaseReceived:
    """找一人: whoever takes a case in is asked about it, until somebody else is named."""
    who = f"{clerk.name}（{clerk.code}）"
    return replace(told, contact=who, contact_phone=office.station.phone)


def check_time(office: Office, draft: Draft) -> None:
    """A late entry (补录) tells of the past, and so does what a courier brought."""
    at = draft.happened_at
    if at is not None and at > office.now():
        raise Refusal("in_the_future", at=at.isoformat(timespec="minutes"))


def _final(authority: Authority, item: ServiceItem, at_once: bool) -> Move:
    """The move behind F9; refused where the hall only advises."""
    move = final_move(authority, at_once)
    if move is None:
        raise Refusal("advice_only", item=item.name)
    return move


def _conclude(office: Office, clerk: Clerk, case: Case, happened_at: datetime | None) -> Done:
    item = known_item_of(office, case)
    move = _final(case.authority, item, item.instant and not waiting(case))
    check_renewal(office, item, case.answers, case.applicant.id_number, case.day_zero)
    day = (happened_at or office.now()).astimezone(BEIJING).date()
    if move is Move.COLLECT:
        organ = office.authority(item.id).organ
        case = append(office, clerk, case.number, acts.collected(case, organ), happened_at)
        return Done(case, (papers.issue(office, clerk, PaperKind.COLLECTION, case.number),))
    promising.check(office, case, item)
    told: CaseSettled | CaseAccepted
    before = promising.commit(office, clerk, case, item, happened_at)
    if move is Move.SETTLE:
        kind, told = PaperKind.SETTLEMENT, _settled(case, day, item)
    else:
        kind, told = PaperKind.ACCEPTANCE, _accepted(office, case, day, item)
    case = append(office, clerk, case.number, told, happened_at)
    later = promising.deferral_papers(office, clerk, case)
    return Done(case, (papers.issue(office, clerk, kind, case.number), *before, *later))


def _settled(case: Case, day: date, item: ServiceItem) -> CaseSettled:
    return acts.settled(case, day, item.result.name if item.result else "")


def _accepted(office: Office, case: Case, day: date, item: ServiceItem) -> CaseAccepted:
    """受理 from the day the law says: after silence, from the receipt."""
    since = silence(case, day)
    start = since or day
    due = terms.terms(item, case.answers, start, office.calendar)
    own = own_days(item, start, office.calendar)
    return acts.accepted(case, start, *due, silent=since is not None, own=own)


def append(
    office: Office, clerk: Clerk, number: str, told: Any, happened_at: datetime | None = None
) -> Case:
    """Journal one entry of the case; the case as it then stands."""
    entity = f"case:{number}"
    act = Act(entity=entity, payload=told, subject=entity, happened_at=happened_at)
    office.store.journal.append([act], clerk.code)
    return load(office, number)


def new_number(office: Office, day: date, series: str = "") -> str:
    """办件编号 `hall-yyyymmdd-device-seq`; call inside the transaction that uses it."""
    seq = office.store.journal.next_number(series, day)
    return f"{office.station.hall}-{day:%Y%m%d}-{office.station.device}-{series}{seq:04d}"
