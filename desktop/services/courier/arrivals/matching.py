"""认领: which cases and drafts a parcel may belong to, with the reason; a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.moves import Move, Stage, after
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.courier.arrivals.arrival import Arrival
from desktop.domain.courier.arrivals.entries import (
    MatchReason,
    ParcelMatched,
    ParcelUnmatched,
)
from desktop.domain.courier.entries import Address
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.duties import outstanding
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import load
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.courier.loading import load_shipment
from desktop.services.office import Office

WAITS = frozenset({Stage.RECEIVED, Stage.CORRECTING, Stage.ACCEPTED, Stage.REVIEWING})
"""Stages in which materials may still be expected (补正, 容缺)."""
MOST = 50
TAIL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A case (or a draft) that a parcel may belong to; `expected` are the materials it waits for."""

    case: str = ""
    draft: str = ""
    item_name: str = ""
    applicant: str = ""
    stage: Stage = Stage.DRAFT
    reasons: tuple[MatchReason, ...] = ()
    expected: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.case or self.draft


def candidates(office: Office, clerk: Clerk, number: str) -> list[Candidate]:
    """Those with most reasons first, and before others those that wait for something."""
    arrival, parcel = load_arrival(office, number), load_shipment(office, number)
    taken = {claim.case or claim.draft for claim in arrival.claims}
    found = [*_cases(office, arrival, parcel.cases), *_drafts(office, clerk, arrival.sender)]
    fitting = [one for one in found if one.reasons and one.key not in taken]
    return sorted(
        fitting,
        key=lambda one: (
            MatchReason.ANNOUNCED not in one.reasons,
            -len(one.reasons),
            not one.expected,
        ),
    )


def of_case(office: Office, number: str, case_number: str) -> Candidate:
    """The case a clerk names, with the reasons there are; refused where nothing more comes in."""
    arrival, case = load_arrival(office, number), load(office, case_number)
    after(case.stage, Move.SUPPLEMENT)
    return _of_case(case, arrival.sender, announced=False)


def match_case(office: Office, clerk: Clerk, number: str, case_number: str) -> Arrival:
    """The parcel belongs to this case. Refused where it was sent on, or claimed for it already."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        arrival = check_here(load_arrival(office, number))
        if case_number in arrival.cases:
            raise Refusal("already_claimed", shipment=number, case=case_number)
        case = load(office, case_number)
        after(case.stage, Move.SUPPLEMENT)
        announced = case_number in load_shipment(office, number).cases
        reasons = _of_case(case, arrival.sender, announced).reasons or (MatchReason.CHOSEN,)
        tell(office, clerk, number, ParcelMatched(case=case_number, reasons=reasons))
    return load_arrival(office, number)


def match_draft(office: Office, clerk: Clerk, number: str, draft: Draft) -> Arrival:
    """The parcel belongs to what is being taken in; the draft becomes the case later."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        arrival = check_here(load_arrival(office, number))
        if any(draft.id == claim.draft for claim in arrival.claims):
            return arrival
        reasons = tuple(_reasons(arrival.sender, _ends(draft))) or (MatchReason.CHOSEN,)
        tell(office, clerk, number, ParcelMatched(draft=draft.id, reasons=reasons))
    return load_arrival(office, number)


def unmatch(office: Office, clerk: Clerk, number: str, key: str, reason: str = "") -> Arrival:
    """撤销认领 of a case or draft whose contents have not been taken in."""
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        arrival = load_arrival(office, number)
        claim = next((one for one in arrival.claims if key in (one.case, one.draft)), None)
        if claim is None or claim.taken:
            raise Refusal("not_claimed", shipment=number, key=key)
        told = ParcelUnmatched(case=claim.case, draft=claim.draft, reason=reason.strip())
        tell(office, clerk, number, told)
    return load_arrival(office, number)


def check_here(arrival: Arrival) -> Arrival:
    """Refuses what was sent back or passed on."""
    if arrival.sent_on is not None:
        raise Refusal("parcel_gone", shipment=arrival.number, way=arrival.sent_on.way)
    return arrival


def tell(office: Office, clerk: Clerk, number: str, *told: object) -> None:
    """Journal entries of the parcel."""
    entity = f"shipment:{number}"
    acts = [Act(entity=entity, payload=one, subject=entity) for one in told]
    office.store.journal.append(acts, clerk.code)


def expected(case: Case) -> tuple[SheetLine, ...]:
    """What still has to come: what a notice or an acceptance 容缺 left open."""
    later = set(outstanding(case))
    lines = [line for line in case.lines if line.key in later]
    if case.accepted_on is None:
        lines += [line for line in open_lines(case) if line.key not in later]
    return tuple(lines)


def _cases(office: Office, arrival: Arrival, told: tuple[str, ...]) -> Iterator[Candidate]:
    """Asked by name, agent's name and the telephone's tail, which the search knows."""
    numbers = dict.fromkeys(told)
    phone = _digits(arrival.sender.phone)
    for text in (arrival.sender.name.strip(), phone[-TAIL:] if len(phone) > TAIL else ""):
        if text:
            wanted = CaseFilter(text=text, stages=WAITS)
            rows = office.store.views.cases(wanted, limit=MOST)
            numbers.update(dict.fromkeys(row.number for row in rows))
    for number in numbers:
        case = office.store.views.case(number)
        if case is not None and case.stage in WAITS:
            yield _of_case(case, arrival.sender, announced=number in told)


def _of_case(case: Case, sender: Address, announced: bool) -> Candidate:
    ends = [(case.applicant.name, case.applicant.phone)]
    if case.agent is not None:
        ends.append((case.agent.name, case.agent.phone))
    first = (MatchReason.ANNOUNCED,) if announced else ()
    return Candidate(
        case=case.number,
        item_name=case.item_name,
        applicant=case.applicant.name,
        stage=case.stage,
        reasons=(*first, *_reasons(sender, ends)),
        expected=tuple(line.name for line in expected(case)),
    )


def _drafts(office: Office, clerk: Clerk, sender: Address) -> Iterator[Candidate]:
    for row in office.store.local.drafts(clerk.code):
        draft = office.store.local.draft(row.id)
        if draft is None or draft.case or draft.item not in office.catalogue.items:
            continue
        yield Candidate(
            draft=draft.id,
            item_name=office.item(draft.item).name,
            applicant=draft.applicant.name,
            reasons=tuple(_reasons(sender, _ends(draft))),
        )


def _ends(draft: Draft) -> list[tuple[str, str]]:
    return [
        (draft.applicant.name, draft.applicant.phone),
        (draft.agent.name, draft.agent.phone),
    ]


def _reasons(sender: Address, ends: list[tuple[str, str]]) -> Iterator[MatchReason]:
    name, phone = sender.name.strip(), _digits(sender.phone)
    if name and any(name == other.strip() for other, _phone in ends):
        yield MatchReason.NAME
    if len(phone) > TAIL and any(phone == _digits(other) for _name, other in ends):
        yield MatchReason.PHONE


def _digits(phone: str) -> str:
    """A telephone by its digits, without the country's code."""
    return re.sub(r"^(?:\+?86|0086)(?=1\d{10}$)", "", re.sub(r"[^\d+]", "", phone))
