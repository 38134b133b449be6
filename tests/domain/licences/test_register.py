from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Late, Unit
from desktop.domain.identity.party import Party, PartyKind
from desktop.domain.licences.entries import (
    EndWhy,
    LicenceEnded,
    LicenceHolder,
    LicenceIssued,
    Renewal,
    holder_of,
)
from desktop.domain.licences.finding import judged, renewed_by
from desktop.domain.licences.licence import Licence, fold, licence_id, number_key
from desktop.domain.licences.register import ended, issued, replaced
from desktop.domain.licences.renewal import RenewalState, Window
from desktop.domain.licences.rows import LicenceRow, Watched
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import fact

ON = date(2026, 11, 23)
HOLDER = LicenceHolder(name="李晓敏", id_number="11010519491231002X")
RULE = Renewal(closes=Lead(30, Unit.WORKING_DAY), late=Late.REFUSE, basis=("某办法第十六条",))
TOLD = LicenceIssued(
    item="SP01", name="食品经营许可证", number="JY1", issued_on=ON, valid_from=ON,
    valid_until=date(2031, 11, 22), renewal=RULE, holder=HOLDER,
)  # fmt: skip
OVER = LicenceEnded(why=EndWhy.CANCELLED, on=ON, reason="申请注销")


def licence(*payloads: Any) -> Licence:
    told = fold("SP01:JY1", map(fact, payloads))
    assert told is not None
    return told


def test_the_last_edition_stands() -> None:
    assert fold("SP01:JY1", [fact(OVER)]) is None
    again = replace(TOLD, valid_until=date(2036, 11, 22), case="K-2")
    found = licence(TOLD, again)
    assert (found.valid_until, found.case, found.editions) == (again.valid_until, "K-2", 2)
    assert found.in_force


def test_what_is_ended_stands_again_only_when_issued_again() -> None:
    assert licence(TOLD, OVER).ended == OVER
    assert not licence(TOLD, OVER).in_force
    assert licence(TOLD, OVER, TOLD).in_force


def test_a_number_is_compared_by_what_it_says() -> None:
    assert number_key("京 （2026）第００1号") == number_key("京(2026)第001号")
    assert licence_id("SP01", " jy1 1 ") == "SP01:JY11"
    assert number_key("2026-1-11") != number_key("2026-11-1")


def test_what_enters_is_tidied() -> None:
    told = issued(replace(TOLD, number=" JY1 ", holder=replace(HOLDER, id_number="1 1x")), None)
    assert (told.number, told.holder.id_number) == ("JY1", "11X")


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(TOLD, number="　"),
        replace(TOLD, name=" "),
        replace(TOLD, holder=LicenceHolder(id_number="1")),
    ],
)
def test_number_name_and_holder_are_needed(spoilt: LicenceIssued) -> None:
    with pytest.raises(Refusal, match="licence_incomplete"):
        issued(spoilt, None)


def test_validity_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refusal, match="dates_reversed"):
        issued(replace(TOLD, valid_until=date(2026, 11, 22)), None)
    assert issued(replace(TOLD, valid_until=ON), None).valid_until == ON
    assert issued(replace(TOLD, valid_until=None), None).valid_until is None


def test_the_same_twice_is_refused_and_what_differs_is_an_edition() -> None:
    known = licence(TOLD)
    with pytest.raises(Refusal, match="licence_known"):
        issued(TOLD, known)
    assert issued(replace(TOLD, valid_until=None), known).valid_until is None
    assert issued(TOLD, licence(TOLD, OVER)) == TOLD


def test_a_licence_ends_once_and_for_a_reason() -> None:
    assert ended(licence(TOLD), OVER) == OVER
    with pytest.raises(Refusal, match="reason_missing"):
        ended(licence(TOLD), replace(OVER, reason=" "))
    with pytest.raises(Refusal, match="licence_ended"):
        ended(licence(TOLD, OVER), OVER)


def test_the_same_number_of_the_same_holder_is_the_same_licence() -> None:
    renewed = replace(TOLD, item="SP03", case="K-9")
    (end,) = replaced(renewed, [licence(TOLD)]).items()
    assert end[0] == "SP01:JY1"
    assert (end[1].why, end[1].successor, end[1].case) == (EndWhy.REPLACED, "SP03:JY1", "K-9")
    somebody = replace(TOLD, item="SP03", holder=LicenceHolder(name="李晓敏", id_number="9"))
    assert not replaced(somebody, [licence(TOLD)])
    assert not replaced(TOLD, [licence(TOLD)]), "its own next edition"
    assert not replaced(renewed, [licence(TOLD, OVER)]), "ended before"


def test_without_documents_the_name_tells_who_it_is() -> None:
    named = replace(TOLD, item="SP03", holder=LicenceHolder(name="李晓敏"))
    assert set(replaced(named, [licence(TOLD)])) == {"SP01:JY1"}
    other = replace(named, holder=LicenceHolder(name="王小满"))
    assert not replaced(other, [licence(TOLD)])


def test_the_holders_own_code_as_a_number_tells_nothing() -> None:
    firm = LicenceHolder(kind=PartyKind.ORGANISATION, name="某公司", id_number="91110000600037341L")
    told = replace(TOLD, item="RS03", number=firm.id_number, holder=firm)
    assert not replaced(told, [licence(replace(TOLD, number=firm.id_number, holder=firm))])


def test_a_licence_with_another_number_is_replaced_where_it_is_named() -> None:
    assert set(replaced(replace(TOLD, number="JY2"), [], licence(TOLD))) == {"SP01:JY1"}


def test_the_applicant_becomes_the_holder() -> None:
    assert holder_of(Party(name="李晓敏", id_number=HOLDER.id_number)) == HOLDER


def held(state: RenewalState, number: str = "JY1", late: Late = Late.REFUSE) -> Watched:
    row = LicenceRow(
        id=f"YX02:{number}", item="YX02", name="医疗器械经营许可证", number=number, holder="李*敏",
        issued_on=ON, valid_from=ON, valid_until=ON, ended=None, case="",
        renewal=replace(RULE, late=late),
    )  # fmt: skip
    return Watched(row, Window(None, ON, ON), state)


@pytest.mark.parametrize("state", [RenewalState.LATE, RenewalState.EXPIRED])
def test_late_is_refused_where_the_rule_says_so(state: RenewalState) -> None:
    with pytest.raises(Refusal, match="renewal_late") as refused:
        judged([held(state)])
    assert refused.value.data["article"] == "某办法第十六条"
    warned = held(state, late=Late.WARN)
    assert judged([warned]) is warned


def test_the_licence_that_stands_best_decides() -> None:
    late, early = held(RenewalState.LATE), held(RenewalState.EARLY, "JY2")
    open_ = held(RenewalState.OPEN, "JY3")
    assert judged([late, early, open_]) is open_
    assert judged([late, early]) is early
    assert judged([]) is None
    assert judged([Watched(late.row, None, None)]) is None


def test_an_item_renews_in_its_situation() -> None:
    items = catalogue().items
    assert renewed_by(items["SP03"], {}) >= {"SP01", "SP03"}
    assert renewed_by(items["HB02"], {"q_sit": ("延续",)}) == {"HB02"}
    assert renewed_by(items["HB02"], {"q_sit": ("变更",)}) == frozenset()
    assert renewed_by(items["SP01"], {}) == frozenset()
