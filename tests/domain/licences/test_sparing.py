"""What the answers of the sources spare: the holder's own, in force, and nobody else's."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from desktop.domain.cases.sheet import lay_out
from desktop.domain.days import BEIJING
from desktop.domain.guidance.checklist import Need
from desktop.domain.identity.party import Presence
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.fetched import (
    Fetched,
    LicenceAnswer,
    LicenceStatus,
    Outcome,
    Silence,
)
from desktop.domain.licences.sparing import (
    Evidence,
    Standing,
    best,
    joined,
    spared,
    standing,
    used,
)
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import draft

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 10, 41, tzinfo=BEIJING)
HOLDER = LicenceHolder(name="李晓敏", id_number="11010519491231002X")
GOOD = Fetched(
    category="E1", name="营业执照", number="91110302MA01ABCD5E", holder=HOLDER, issuer="某局",
    valid_from=date(2020, 1, 1), valid_until=date(2030, 1, 1),
)  # fmt: skip


def answer(*licences: Fetched, outcome: Outcome = Outcome.FOUND, **more: Any) -> LicenceAnswer:
    told = LicenceAnswer(
        category="E1", outcome=outcome, source="register", at=AT, licences=licences
    )
    return replace(told, **more)


def evidence(*answers: LicenceAnswer) -> Evidence:
    return Evidence(consent="c", holder=HOLDER, answers=answers)


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, Standing.GOOD),
        ({"valid_until": TODAY}, Standing.GOOD),
        ({"valid_until": None, "valid_from": None}, Standing.GOOD),
        ({"valid_until": date(2026, 11, 22)}, Standing.EXPIRED),
        ({"valid_from": date(2026, 11, 24)}, Standing.NOT_YET),
        ({"status": LicenceStatus.REVOKED}, Standing.REVOKED),
        ({"status": LicenceStatus.SUSPENDED}, Standing.SUSPENDED),
        ({"status": LicenceStatus.CANCELLED}, Standing.CANCELLED),
        ({"status": LicenceStatus.EXPIRED}, Standing.EXPIRED),
        ({"holder": replace(HOLDER, id_number="110105194912310038")}, Standing.OTHER_HOLDER),
        ({"holder": replace(HOLDER, name="李小敏")}, Standing.OTHER_HOLDER),
        ({"holder": replace(HOLDER, name=" 李 晓敏")}, Standing.GOOD),
        ({"holder": replace(HOLDER, id_number="")}, Standing.OTHER_HOLDER),
    ],
)
def test_a_licence_stands_for_its_holder_on_a_day(change: dict[str, Any], wanted: Standing) -> None:
    assert standing(replace(GOOD, **change), HOLDER, TODAY) is wanted
    spares = wanted is Standing.GOOD
    assert spared(evidence(answer(replace(GOOD, **change))), TODAY) == ({"E1"} if spares else set())


def test_of_several_the_one_in_force_longest_is_taken() -> None:
    void = replace(GOOD, number="1", status=LicenceStatus.REVOKED)
    endless = replace(GOOD, number="2", valid_until=None)
    assert best(answer(void, GOOD, endless), HOLDER, TODAY) == endless
    assert best(answer(void, GOOD), HOLDER, TODAY) == GOOD
    assert best(answer(outcome=Outcome.NONE), HOLDER, TODAY) is None


def test_an_outage_spares_and_is_checked_later() -> None:
    silent = answer(outcome=Outcome.UNAVAILABLE, why=Silence.TIMED_OUT)
    told = used(evidence(silent), "E1")
    assert spared(evidence(silent), TODAY) == {"E1"}
    assert told is not None
    assert (told.unverified, told.why, told.number) == (True, Silence.TIMED_OUT, "")


@pytest.mark.parametrize(
    "told",
    [
        answer(outcome=Outcome.NONE),
        answer(outcome=Outcome.UNAVAILABLE, why=Silence.OTHER_HOLDER),
        answer(outcome=Outcome.UNAVAILABLE, why=Silence.FAILED, spares=False),
    ],
)
def test_no_licence_another_s_and_a_record_only_planned_spare_nothing(told: LicenceAnswer) -> None:
    assert spared(evidence(told), TODAY) == set()
    assert used(evidence(told), "E1") is None


def test_the_line_says_what_was_used_with_its_number_masked() -> None:
    told = used(evidence(answer(GOOD)), "E1")
    assert told is not None
    assert (told.name, told.issuer, told.valid_until) == ("营业执照", "某局", date(2030, 1, 1))
    assert told.number == "911***********CD5E"
    assert used(evidence(answer(GOOD)), "E2") is None


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    silent = answer(outcome=Outcome.UNAVAILABLE, why=Silence.FAILED)
    assert joined(evidence(silent), [answer(GOOD)]).answers == (answer(GOOD),)


def test_what_is_the_applicant_s_spares_no_document_of_the_agent() -> None:
    own = replace(GOOD, category="E2", name="居民身份证", number=HOLDER.id_number)
    told = evidence(replace(answer(own), category="E2"))
    item = catalogue().items["SP01"]
    by_agent = replace(draft("SP01"), ticks={}, presence=Presence.AGENT)
    fetched = lay_out(item, replace(by_agent, evidence=told, licences=frozenset({"E2"})))
    row = fetched.row("ID_JB")
    assert row is not None
    assert row.line.need is Need.SUBMIT
    # what the clerk vouches for by hand stands as the catalogue has it
    vouched = lay_out(item, replace(by_agent, licences=frozenset({"E2"}))).row("ID_JB")
    assert vouched is not None
    assert vouched.line.need is Need.EXEMPT
