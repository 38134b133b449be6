"""终止, 撤销受理, 转办, 更正, 找一人: what turns a case from its usual way."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases import acts as rules
from desktop.domain.cases import terms
from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery, Draft
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.sheet import lay_out
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling import endings
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ContactSet,
    Terminated,
    Transferred,
)
from desktop.domain.identity.party import Agent, Party, Presence
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.cases.acts import Done, append, load, new_number, with_contact
from desktop.services.forms import forms
from desktop.services.handling.record import record
from desktop.services.office import Office


def terminate(office: Office, clerk: Clerk, number: str, told: Terminated) -> Done:
    """终止, told to the applicant in writing."""
    require(clerk, Right.REVIEW)
    payload = endings.terminated(load(office, number), told)
    return record(office, clerk, number, payload, PaperKind.TERMINATION)


def revoke(office: Office, clerk: Clerk, number: str, told: AcceptanceRevoked) -> Done:
    """撤销受理: materials and the day of receipt stay, the applicant is informed."""
    require(clerk, Right.TURN)
    payload = endings.revoked(load(office, number), told)
    return record(office, clerk, number, payload, PaperKind.REVOCATION)


def transfer(office: Office, clerk: Clerk, number: str, told: Transferred) -> Done:
    """转办. Within the hall a new case takes over materials and day of receipt, in one commit; the
    answer is then the new case, and the old number leads to it.
    """
    require(clerk, Right.TURN)
    with office.store.journal.transaction():
        old = load(office, number)
        payload = endings.transferred(old, told)
        if not told.to_item:
            return record(office, clerk, number, payload, PaperKind.TRANSFER)
        item = office.item(told.to_item)
        new = _taken_over(office, clerk, old, item)
        moved = replace(payload, to_case=new.number, to_item_name=item.name)
        record(office, clerk, number, moved)
        paper = papers.issue(office, clerk, PaperKind.TRANSFER, number)
        receipt = papers.issue(office, clerk, PaperKind.RECEIPT, new.number)
    return Done(load(office, new.number), (paper, receipt))


def _taken_over(office: Office, clerk: Clerk, old: Case, item: ServiceItem) -> Case:
    """The same matter under another item: what lies here of the same documents stays received."""
    draft = Draft(
        id="",
        visit=old.visit,
        item=item.id,
        answers={q: a for q, a in old.answers.items() if _offers(item, q, a)},
        ticks={line.key: line.tick for line in old.lines},
        form=old.form,
        presence=Presence.AGENT if old.agent else Presence.SELF,
        applicant=old.applicant,
        agent=old.agent or Agent(),
        delivery=old.delivery,
        channel=old.channel,
        waybill=old.waybill,
        note=old.note,
        theme=old.theme,
    )
    told = rules.received(
        draft,
        lay_out(item, draft),
        window=office.station.window,
        authority=office.authority(item.id).authority,
        deemed=terms.deemed(item, old.day_zero, office.calendar),
        sources=office.catalogue.sources,
    )
    form = forms.values(office, draft)
    moved = replace(told, origin=old.number, day_zero=old.counted_from, form=form)
    number = new_number(office, office.today())
    return append(office, clerk, number, with_contact(office, clerk, moved), old.received_at)


def _offers(item: ServiceItem, question: str, answer: tuple[str, ...]) -> bool:
    known = next((one for one in item.questions if one.id == question), None)
    return known is not None and all(option in known.options for option in answer)


def amend(
    office: Office,
    clerk: Clerk,
    number: str,
    reason: str,
    applicant: Party | None = None,
    delivery: Delivery | None = None,
) -> Done:
    """更正 of what was written down wrongly; the paper says what it read before and reads now."""
    require(clerk, Right.SERVE)
    payload = endings.amended(load(office, number), reason, office.today(), applicant, delivery)
    return record(office, clerk, number, payload, PaperKind.AMENDMENT)


def set_contact(office: Office, clerk: Clerk, number: str, told: ContactSet) -> Done:
    """找一人: from now on this person is asked about the case."""
    require(clerk, Right.SERVE)
    if not told.name.strip():
        raise Refusal("contact_missing")
    return record(office, clerk, number, told)


def successor(office: Office, number: str) -> str:
    """Where the old barcode leads: the case that took the matter over, through all transfers."""
    seen: set[str] = set()
    while number not in seen:
        seen.add(number)
        case = office.store.views.case(number)
        moved = case.course.transferred if case else None
        if moved is None or not moved.to_case:
            break
        number = moved.to_case
    return number
