"""投诉、查询, 索赔, 申诉: the act, its term and its letter in one commit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import carrier
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.troubles.compensation import Wanted, wanted
from desktop.domain.courier.troubles.days import Days, day_of
from desktop.domain.courier.troubles.entries import NOTHING, Appealed, Claimed, Complained
from desktop.domain.courier.troubles.facts import Letter, TroubleFacts
from desktop.domain.courier.troubles.followups import Asked
from desktop.domain.courier.troubles.found import Found
from desktop.domain.courier.troubles.kinds import Remedy, Trouble
from desktop.domain.courier.troubles.terms import Terms
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.masking import mask_name
from desktop.domain.refusal import Refusal
from desktop.services.cases.papers import journal_facts
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.troubles.followup import append
from desktop.services.courier.troubles.terms import terms_of
from desktop.services.courier.troubles.worklist import troubles_of
from desktop.services.office import Office

KINDS = {
    Remedy.COMPLAIN: PaperKind.COMPLAINT,
    Remedy.CLAIM: PaperKind.CLAIM,
    Remedy.APPEAL: PaperKind.APPEAL,
}
LAST_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea:
    """What a clerk says in a letter; amounts in yuan, `to` whom an appeal goes to."""

    said: str
    ref: str = ""
    insured: Decimal = NOTHING
    postage: Decimal = NOTHING
    loss: Decimal = NOTHING
    remote: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`paper` is the letter's number."""

    shipment: Shipment
    paper: str
    due: date
    amount: Decimal = NOTHING


def complain(office: Office, clerk: Clerk, number: str, trouble: Trouble, plea: Plea) -> Written:
    """投诉、查询 to the carrier, who answers within seven days (快递暂行条例 28)."""
    return _write(office, clerk, number, trouble, Remedy.COMPLAIN, plea)


def claim(office: Office, clerk: Clerk, number: str, trouble: Trouble, plea: Plea) -> Written:
    """查询、索赔 within a year of the posting, answered in 30 days, remote 60 (邮政法 49)."""
    return _write(office, clerk, number, trouble, Remedy.CLAIM, plea)


def appeal(office: Office, clerk: Clerk, number: str, trouble: Trouble, plea: Plea) -> Written:
    """申诉 to the postal authority, after the carrier was asked (邮政法 65)."""
    return _write(office, clerk, number, trouble, Remedy.APPEAL, plea)


def due_of(office: Office, remedy: Remedy, remote: bool = False) -> date:
    """By when an answer to a letter of today is owed."""
    n = _days(terms_of(office), remedy, remote)
    return Days(office.calendar).answer(office.today(), n)


def _days(terms: Terms, remedy: Remedy, remote: bool) -> int:
    term = terms.answer(remedy)
    return term.remote_days if remote and term.remote_days is not None else term.days


def _write(
    office: Office, clerk: Clerk, number: str, trouble: Trouble, remedy: Remedy, plea: Plea
) -> Written:
    require(clerk, Right.SHIP)
    shipment = load_shipment(office, number)
    found = _found(office, shipment, trouble)
    _check(office, shipment, found, remedy, plea)
    terms, due = terms_of(office), due_of(office, remedy, plea.remote)
    postal = carrier(shipment.carrier).postal
    amount = wanted(terms.compensation, postal, plea.insured, plea.postage, plea.loss)
    about = _about(shipment, found)
    with office.store.journal.transaction():
        paper = _number(office, KINDS[remedy], number)
        told = _told(about, remedy, plea, office.today(), due, paper, amount)
        stands = append(office, clerk, number, told)
        facts = _facts(shipment, found, about, remedy, plea, due, terms, amount)
        journal_facts(
            office,
            clerk,
            PaperFacts(
                kind=KINDS[remedy],
                number=paper,
                issued_at=office.now().isoformat(timespec="seconds"),
                issuer=office.issuer(clerk),
                trouble=facts,
                copies=2,
            ),
            subject=f"shipment:{number}",
        )
    return Written(shipment=stands, paper=paper, due=due, amount=told_amount(told))


def told_amount(told: Complained | Claimed | Appealed) -> Decimal:
    return told.wanted if isinstance(told, Claimed) else NOTHING


def _found(office: Office, shipment: Shipment, trouble: Trouble) -> Found:
    for one in troubles_of(office, shipment.number):
        if one.trouble is trouble:
            return one
    raise Refusal("no_such_trouble", trouble=trouble, shipment=shipment.number)


def _check(office: Office, shipment: Shipment, found: Found, remedy: Remedy, plea: Plea) -> None:
    if not plea.said.strip():
        raise Refusal("nothing_said")
    if any(one.remedy is remedy for one in shipment.followups.open):
        raise Refusal("asked_already", remedy=remedy)
    if remedy is Remedy.APPEAL and not shipment.followups.asked:
        raise Refusal("carrier_not_asked")
    if remedy is Remedy.CLAIM and found.claim_by is not None and office.today() > found.claim_by:
        raise Refusal("claim_too_late", last=found.claim_by.isoformat())


def _about(shipment: Shipment, found: Found) -> Trouble:
    """An appeal for want of an answer is about what the unanswered letter was about."""
    if found.trouble is not Trouble.NO_ANSWER:
        return found.trouble
    return next(one.trouble for one in shipment.followups.open)


def _told(
    trouble: Trouble,
    remedy: Remedy,
    plea: Plea,
    on: date,
    due: date,
    paper: str,
    amount: Wanted,
) -> Complained | Claimed | Appealed:
    said, ref = plea.said.strip(), plea.ref.strip()
    if remedy is Remedy.COMPLAIN:
        return Complained(trouble=trouble, on=on, due=due, paper=paper, ref=ref, said=said)
    if remedy is Remedy.APPEAL:
        return Appealed(
            trouble=trouble, on=on, due=due, paper=paper, ref=ref, said=said, to=plea.to
        )
    return Claimed(
        trouble=trouble, on=on, due=due, paper=paper, ref=ref, said=said, remote=plea.remote,
        insured=plea.insured, postage=plea.postage, loss=plea.loss, wanted=amount.amount,
    )  # fmt: skip


def _facts(
    shipment: Shipment,
    found: Found,
    trouble: Trouble,
    remedy: Remedy,
    plea: Plea,
    due: date,
    terms: Terms,
    amount: Wanted,
) -> TroubleFacts:
    facts = TroubleFacts(
        remedy=remedy,
        trouble=trouble,
        shipment=shipment.number,
        waybill=shipment.waybill,
        carrier=carrier(shipment.carrier).name,
        to=plea.to if remedy is Remedy.APPEAL else carrier(shipment.carrier).name,
        direction=shipment.direction,
        since=found.since,
        due=due,
        days=_days(terms, remedy, plea.remote),
        article=terms.answer(remedy).article,
        posted_on=day_of(shipment.picked_at) if shipment.picked_at else None,
        receiver=mask_name(shipment.receiver.name),
        city=shipment.receiver.city,
        stage=shipment.stage,
        signed_by=shipment.signed_by,
        passed=tuple((at, stage) for stage, at in shipment.history[-LAST_STEPS:]),
        contents=shipment.contents,
        weight=shipment.weight,
        earlier=tuple(_letter(one) for one in shipment.followups.asked),
        said=plea.said.strip(),
    )
    if remedy is not Remedy.CLAIM:
        return facts
    return replace(
        facts, insured=plea.insured, postage=plea.postage, loss=plea.loss, wanted=amount.amount,
        compensation_article=amount.article, capped=amount.capped,
    )  # fmt: skip


def _letter(one: Asked) -> Letter:
    return Letter(remedy=one.remedy, paper=one.paper, on=one.on, due=one.due, answered=one.answered)


def _number(office: Office, kind: PaperKind, shipment: str) -> str:
    ordinal = 1
    while office.store.views.paper_row(paper_number(kind, shipment, ordinal)):
        ordinal += 1
    return paper_number(kind, shipment, ordinal)
