"""个人信息查阅、更正: everything of one person, nothing of another, nothing in clear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.courier.carriers import Direction
from desktop.domain.identity.party import Agent, Party, Presence
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import PersonAsked, PersonOutcome, PersonWish
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake, reveal
from desktop.services.courier import shipments
from desktop.services.office import Office
from desktop.services.supervision.retention import persons
from desktop.services.supervision.retention.persons import Answer, Who
from tests.db.examples import EXAMPLES
from tests.offices import CLERK, PERSON, SUPERVISOR, whole
from tests.services.supervision.conftest import Ended

PROOF = "查验身份证原件"
NAMESAKE = Party(name=PERSON.name, id_number="110105198001010032", phone="13900139000")
FIRM = Party(name="某餐饮店", id_number="110105197503030012", phone="13700137000")
ME = Who(id_number=PERSON.id_number, proof=PROOF)


def test_all_of_one_and_nothing_of_a_namesake(office: Office, ended: Ended) -> None:
    own, other = ended(), ended(applicant=NAMESAKE)
    agent = Agent(name=PERSON.name, id_number=PERSON.id_number, phone=PERSON.phone)
    as_agent = ended(applicant=FIRM, presence=Presence.AGENT, agent=agent)
    courier = Delivery(way=Way.COURIER, receiver=PERSON.name, phone=PERSON.phone, address="一号")
    sent = acts.finish(office, CLERK, whole(office, delivery=courier)).case
    told = replace(
        shipments.suggest(office, sent.number, Direction.OUTBOUND), waybill="EA966331020CN"
    )
    shipments.create(office, SUPERVISOR, told)
    reveal.reveal(office, CLERK, sent, "applicant.phone", "打电话")
    intake.hold(office, CLERK, whole(office))
    fetched = Act(entity=f"visit:{own.visit}", payload=EXAMPLES["licence.fetched", 1])
    office.store.journal.append([fetched], CLERK.code)
    found = persons.collect(office, SUPERVISOR, ME)
    assert [(one.case, one.role) for one in found.cases] == [
        (own.number, "applicant"), (as_agent.number, "agent"), (sent.number, "applicant")
    ]  # fmt: skip
    assert found.name == PERSON.name
    assert [one.open for one in found.cases] == [False, False, True]
    assert other.number not in repr(found)
    assert [(one.clerk, one.field, one.reason) for one in found.looks] == [
        (CLERK.code, "applicant.phone", "打电话")
    ]
    assert persons.counts(found) == {
        "case": 3,
        "look": 1,
        "draft": 1,
        "parcel": 1,
        "query": 1,
        "visit": 3,
    }


def test_a_name_needs_a_case_and_the_case_the_name(office: Office, ended: Ended) -> None:
    own, second = ended(), ended()
    found = persons.collect(office, SUPERVISOR, Who(name=PERSON.name, case=own.number, proof=PROOF))
    assert [one.case for one in found.cases] == [own.number, second.number]
    for who, code in (
        (Who(name=PERSON.name, proof=PROOF), "person_unnamed"),
        (Who(name="周若溪", case=own.number, proof=PROOF), "person_not_in_case"),
        (Who(name=PERSON.name, case="KFQ-1", proof=PROOF), "unknown_case"),
        (replace(ME, proof=" "), "person_unproved"),
    ):
        with pytest.raises(Refusal, match=code):
            persons.collect(office, SUPERVISOR, who)
    with pytest.raises(Refusal, match="not_allowed"):
        persons.collect(office, CLERK, ME)


def test_a_case_of_somebody_else_is_refused_beside_a_number(office: Office, ended: Ended) -> None:
    own, other = ended(), ended(applicant=NAMESAKE)
    found = persons.collect(office, SUPERVISOR, replace(ME, case=f" {own.number} "))
    assert [one.case for one in found.cases] == [own.number]
    for name in ("", PERSON.name):
        with pytest.raises(Refusal, match="person_not_in_case"):
            persons.collect(office, SUPERVISOR, replace(ME, name=name, case=other.number))


def test_nothing_personal_of_a_request_stands_in_clear(office: Office, ended: Ended) -> None:
    number = ended().number
    answer = Answer(wish=PersonWish.CORRECT, said="电话应为 13800138022", text="")
    found = persons.collect(office, SUPERVISOR, ME, answer)
    with pytest.raises(Refusal, match="correction_untold"):
        persons.tell(office, SUPERVISOR, replace(found, said=""))
    with pytest.raises(Refusal, match="reason_missing"):
        persons.tell(office, SUPERVISOR, replace(found, outcome=PersonOutcome.DECLINED))
    paper = persons.tell(office, SUPERVISOR, found)
    (fact,) = office.store.journal.facts(f"person:{paper.removesuffix('-XG1')}")
    assert isinstance(fact.payload, PersonAsked)
    assert fact.payload.said == "电话应为 13800138022"
    for secret in (PERSON.name, PERSON.id_number, "13800138022", number):
        assert secret not in fact.entry.body
    facts = office.store.views.paper(paper)
    assert facts is not None
    assert facts.person == found
