from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from desktop.domain.days import BEIJING
from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Unit
from desktop.domain.halls.roles import Clerk
from desktop.domain.licences.entries import EndWhy, LicenceHolder, LicenceIssued
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.licences import register
from desktop.services.office import Office
from tests.offices import CLERK, PERSON, SUPERVISOR, whole

FROM = date(2026, 11, 24)
UNTIL = date(2031, 11, 23)
HOLDER = LicenceHolder(name=PERSON.name, id_number=PERSON.id_number)


def told(office: Office, item: str = "SP01", number: str = "JY1", **more: Any) -> LicenceIssued:
    plain = register.by_hand(office, item, number, HOLDER, (FROM, UNTIL), "既有证照登记")
    return replace(plain, **more)


def test_a_licence_from_before_is_entered_by_hand(office: Office) -> None:
    licence = register.enter(office, CLERK, told(office, number=" jy 1"))
    assert (licence.id, licence.name, licence.case) == ("SP01:JY1", "食品经营许可证", "")
    assert licence.holder == HOLDER
    assert licence.renewal is not None
    assert licence.renewal.opens == Lead(90, Unit.WORKING_DAY)
    assert licence.renewal.basis == ("《食品经营许可和备案管理办法》第三十二条",)
    (fact,) = office.store.journal.facts("licence:SP01:JY1")
    assert (fact.entry.clerk, fact.entry.subject) == (CLERK.code, "licence:SP01:JY1")
    assert PERSON.name not in fact.entry.body


def test_what_cannot_be_entered_is_not(office: Office) -> None:
    with pytest.raises(Refusal, match="reason_missing"):
        register.enter(office, CLERK, told(office, reason=" "))
    with pytest.raises(Refusal, match="unknown_item"):
        register.enter(office, CLERK, replace(told(office), item="none"))
    with pytest.raises(Refusal, match="licence_without_item"):
        told(office, item="")
    idle = replace(CLERK, active=False)
    with pytest.raises(Refusal, match="not_allowed"):
        register.enter(office, idle, told(office))
    assert office.store.views.count_licences(LicenceFilter()) == 0


def test_the_same_twice_is_refused(office: Office) -> None:
    register.enter(office, CLERK, told(office))
    with pytest.raises(Refusal, match="licence_known"):
        register.enter(office, CLERK, told(office))
    again = register.enter(office, CLERK, told(office, valid_until=date(2036, 11, 23)))
    assert (again.editions, again.valid_until) == (2, date(2036, 11, 23))


def test_the_result_of_a_case_enters_with_its_act(office: Office) -> None:
    case = acts.finish(office, CLERK, whole(office)).case
    at = datetime(2026, 11, 23, 10, 0, tzinfo=BEIJING)
    issued = register.of_case(office, case, "JY1", FROM, FROM, UNTIL)
    with office.store.journal.transaction():
        office.store.journal.append(register.register(office, issued, at), CLERK.code)
    licence = register.load(office, "SP01:JY1")
    assert (licence.case, licence.holder) == (case.number, HOLDER)
    assert office.store.journal.facts("licence:SP01:JY1")[0].happened_at == at
    kinds = [fact.entry.kind for fact in office.store.views.case_history(case.number)]
    assert "licence.issued" in kinds


def test_a_renewed_licence_takes_the_place_of_the_old_one(office: Office) -> None:
    register.enter(office, CLERK, told(office))
    new = register.enter(office, CLERK, told(office, item="SP03"))
    old = register.load(office, "SP01:JY1")
    assert old.ended is not None
    assert (old.ended.why, old.ended.successor) == (EndWhy.REPLACED, new.id)
    rows = office.store.views.licences(LicenceFilter(in_force=True))
    assert [row.id for row in rows] == ["SP03:JY1"]


def test_a_licence_of_another_number_is_replaced_by_its_id(office: Office) -> None:
    register.enter(office, CLERK, told(office))
    made = register.register(office, told(office, number="JY2"), replaces="SP01:JY1")
    assert [act.entity for act in made] == ["licence:SP01:JY2", "licence:SP01:JY1"]
    with pytest.raises(Refusal, match="unknown_licence_number"):
        register.register(office, told(office, number="JY2"), replaces="SP01:JY9")


def test_a_supervisor_ends_a_licence_and_says_why(office: Office) -> None:
    register.enter(office, CLERK, told(office))
    ended = register.end(office, SUPERVISOR, "SP01:JY1", EndWhy.REVOKED, FROM, " 提供虚假材料 ")
    assert ended.ended is not None
    assert (ended.ended.why, ended.ended.reason) == (EndWhy.REVOKED, "提供虚假材料")
    with pytest.raises(Refusal, match="licence_ended"):
        register.end(office, SUPERVISOR, "SP01:JY1", EndWhy.REVOKED, FROM, "再次")


@pytest.mark.parametrize(
    ("clerk", "id", "reason", "code"),
    [
        (CLERK, "SP01:JY1", "x", "not_allowed"),
        (SUPERVISOR, "SP01:JY9", "x", "unknown_licence_number"),
        (SUPERVISOR, "SP01:JY1", " ", "reason_missing"),
    ],
)
def test_an_end_that_is_refused_changes_nothing(
    office: Office, clerk: Clerk, id: str, reason: str, code: str
) -> None:
    register.enter(office, CLERK, told(office))
    with pytest.raises(Refusal, match=code):
        register.end(office, clerk, id, EndWhy.CANCELLED, FROM, reason)
    assert register.load(office, "SP01:JY1").in_force


def test_what_ended_by_mistake_is_entered_again(office: Office) -> None:
    register.enter(office, CLERK, told(office))
    register.end(office, SUPERVISOR, "SP01:JY1", EndWhy.MISTAKEN, FROM, "录错")
    assert register.enter(office, CLERK, told(office)).in_force


def test_an_item_whose_licence_does_not_end_has_no_rule(office: Office) -> None:
    assert register.renewal_of(office, "QY01") is None
    general = register.renewal_of(office, "JS03")
    assert general is not None
    assert general.basis == ("《行政许可法》第五十条",)
