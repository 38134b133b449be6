"""个人信息查阅、更正 (个人信息保护法 44–46): what this hall holds of one person, and the paper for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import PersonalRevealed
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.party import Agent, Party
from desktop.domain.identity.verdict import normal
from desktop.domain.licences.consent import LicenceFetched
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import PersonAsked, PersonOutcome, PersonWish
from desktop.domain.supervision.retention.facts import HeldCase, HeldThing, Look, PersonFacts
from desktop.domain.trust.entry import Act, Fact
from desktop.services.cases.papers import UNNUMBERED, journal_facts
from desktop.services.office import Office
from desktop.services.supervision.retention.destroying import keep_until

APPLICANT, AGENT = "applicant", "agent"
OF_PARTY = ("name", "id_number", "phone", "address", "legal_representative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """By document number, or by name and one case in which they stand. `proof`: how they proved it."""

    name: str = ""
    id_number: str = ""
    case: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`said` is what is to be corrected, `text` what they are told."""

    wish: PersonWish = PersonWish.SEE
    outcome: PersonOutcome = PersonOutcome.DONE
    said: str = ""
    text: str = ""


def collect(office: Office, clerk: Clerk, who: Who, answer: Answer = Answer()) -> PersonFacts:
    """Everything held of this person. Refuses `person_unproved`, `person_unnamed` where neither a
    number nor a name with a case is given, and `person_not_in_case` for a case of somebody else.
    """
    require(clerk, Right.OVERSEE)
    if not who.proof.strip():
        raise Refusal("person_unproved")
    name, number = _known(office, who)
    cases = [case for case in _cases(office, name, number) if _role(case, name, number)]
    asked = who.case.strip()
    if asked and not any(case.number == asked for case in cases):
        cases.append(_own(_case(office, asked), name, number))
    name = name or next(iter(_names(cases, number)), "")
    facts = [fact for case in cases for fact in office.store.views.case_history(case.number)]
    return PersonFacts(
        wish=answer.wish, outcome=answer.outcome, name=name, id_number=number,
        proof=who.proof.strip(),
        cases=tuple(_held(office, case, name, number) for case in cases),
        things=tuple(_things(office, cases, name, number)),
        looks=tuple(_looks(facts)),
        said=answer.said.strip(), answer=answer.text.strip(),
    )  # fmt: skip


def tell(office: Office, clerk: Clerk, told: PersonFacts) -> str:
    """Journal the request and its paper in one commit; the answer is the paper's number.

    Refuses `correction_untold`, and `reason_missing` where nothing is done or it is passed on.
    """
    require(clerk, Right.OVERSEE)
    check(told)
    with office.store.journal.transaction():
        day, station = office.today(), office.station
        seq = office.store.journal.next_number("G", day)
        number = f"{station.hall}-{day:%Y%m%d}-{station.device}-G{seq:04d}"
        facts = sheet(office, clerk, told, paper_number(kind_of(told.wish), number, 1))
        asked = PersonAsked(
            wish=told.wish, outcome=told.outcome, paper=facts.number, held=counts(told),
            name=told.name, id_number=told.id_number,
            cases=tuple(one.case for one in told.cases), said=told.said, answer=told.answer,
        )  # fmt: skip
        entity = f"person:{number}"
        office.store.journal.append([Act(entity=entity, payload=asked)], clerk.code)
        return journal_facts(office, clerk, facts, subject=entity)


def check(told: PersonFacts) -> None:
    """A correction says what, a refusal why (个人信息保护法 50)."""
    if told.wish is PersonWish.CORRECT and not told.said:
        raise Refusal("correction_untold")
    if told.outcome is not PersonOutcome.DONE and not told.answer:
        raise Refusal("reason_missing")


def sheet(office: Office, clerk: Clerk, told: PersonFacts, number: str = UNNUMBERED) -> PaperFacts:
    """个人信息查阅告知书 or 更正答复书, as it would be issued now."""
    return PaperFacts(
        kind=kind_of(told.wish),
        number=number,
        issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk),
        copies=2,
        person=told,
    )


def kind_of(wish: PersonWish) -> PaperKind:
    return PaperKind.PERSON_SEES if wish is PersonWish.SEE else PaperKind.PERSON_CORRECTS


def counts(told: PersonFacts) -> dict[str, int]:
    """How much is held, by kind: no word of whom."""
    things = Counter(one.kind for one in told.things)
    return {"case": len(told.cases), "look": len(told.looks), **dict(sorted(things.items()))}


def _known(office: Office, who: Who) -> tuple[str, str]:
    """Name and number as they are to be looked for; by a case, the number that stands in it."""
    name, number = who.name.strip(), normal(who.id_number)
    if number:
        return name, number
    if not (name and who.case.strip()):
        raise Refusal("person_unnamed")
    case = _case(office, who.case.strip())
    for one in (case.applicant, case.agent):
        if one is not None and one.name == name:
            return name, normal(one.id_number)
    raise Refusal("person_not_in_case", case=case.number)


def _own(case: Case, name: str, number: str) -> Case:
    if _role(case, name, number) is None:
        raise Refusal("person_not_in_case", case=case.number)
    return case


def _case(office: Office, number: str) -> Case:
    case = office.store.views.case(number)
    if case is None:
        raise Refusal("unknown_case", case=number)
    return case


def _cases(office: Office, name: str, number: str) -> list[Case]:
    """By number first; the name that stands beside it then finds where they were an agent."""
    views = office.store.views
    found = {one: _case(office, one) for one in views.person_cases(number, name)}
    if not name and number:
        for one in _names(list(found.values()), number):
            found |= {n: _case(office, n) for n in views.person_cases("", one)}
    return [found[one] for one in sorted(found)]


def _names(cases: list[Case], number: str) -> list[str]:
    """As what the holder of the number stands in these cases."""
    roles = (_role(case, "", number) for case in cases)
    return sorted({told[1] for told in roles if told and told[1]})


def _role(case: Case, name: str, number: str) -> tuple[str, str] | None:
    """Role and name in this case; None where it is somebody else, also of the same name."""
    people: tuple[tuple[str, Party | Agent | None], ...] = (
        (APPLICANT, case.applicant), (AGENT, case.agent),
    )  # fmt: skip
    for role, one in people:
        if one is None or not (one.name or one.id_number):
            continue
        own = normal(one.id_number)
        if (own == number) if number else (one.name == name and not own):
            return role, one.name
    return None


def _held(office: Office, case: Case, name: str, number: str) -> HeldCase:
    role = (_role(case, name, number) or (APPLICANT, name))[0]
    one = case.agent if role == AGENT else case.applicant
    kept = [part for part in OF_PARTY if getattr(one, part, "")]
    if role == APPLICANT:
        kept += [
            part
            for part, there in (
                ("delivery", case.delivery.address or case.delivery.phone),
                ("form", case.form), ("note", case.note), ("materials", case.lines),
            )
            if there
        ]  # fmt: skip
    ended = office.store.views.ended_on(case.number)
    return HeldCase(
        case=case.number, item_name=case.item_name, received_on=case.received_at.date(),
        role=role, kept=tuple(kept), open=ended is None,
        until=keep_until(office, case.item, ended) if ended else None,
    )  # fmt: skip


def _things(office: Office, cases: list[Case], name: str, number: str) -> Iterator[HeldThing]:
    views = office.store.views
    parcels = {
        row.number: row
        for case in cases
        for row in views.shipments(ShipmentFilter(case=case.number))
    }
    for row in parcels.values():
        told = " ".join(part for part in (row.carrier, row.waybill) if part)
        yield HeldThing(kind="parcel", number=row.number, told=told)
    for licence in views.licences(LicenceFilter(holder_id=number)) if number else ():
        yield HeldThing(kind="licence", number=licence.number, told=licence.name)
    phones = {case.applicant.phone for case in cases} | {
        case.agent.phone for case in cases if case.agent
    }
    for one in views.addresses(name) if name else ():
        if one.address.name == name and one.address.phone in phones - {""}:
            yield HeldThing(kind="address", number="", told=one.address.whole)
    for visit in sorted({case.visit for case in cases if case.visit}):
        yield HeldThing(kind="visit", number=visit[-12:], told="")
        yield from _queries(office, f"visit:{visit}")
    for case in cases:
        yield from _queries(office, f"case:{case.number}")
    for draft_row in office.store.local.drafts():
        draft = office.store.local.draft(draft_row.id)
        if draft is None:
            continue
        own = {normal(draft.applicant.id_number), normal(draft.agent.id_number)} - {""}
        if number in own or (not number and name == draft.applicant.name):
            yield HeldThing(kind="draft", number=draft.case, told=draft.item)


def _queries(office: Office, about: str) -> Iterator[HeldThing]:
    """E-licences that were asked for under a consent: which category, of whom."""
    for fact in office.store.journal.facts(about):
        if isinstance(fact.payload, LicenceFetched):
            told = fact.payload
            yield HeldThing(kind="query", number=told.category, told=told.source)


def _looks(facts: list[Fact]) -> Iterator[Look]:
    seen: set[str] = set()
    for fact in facts:
        told = fact.payload
        if isinstance(told, PersonalRevealed) and fact.entry.id not in seen:
            seen.add(fact.entry.id)
            yield Look(
                at=fact.happened_at, clerk=fact.entry.clerk,
                case=fact.entry.entity.partition(":")[2], field=told.field, reason=told.reason,
            )  # fmt: skip
