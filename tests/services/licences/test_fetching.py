"""调取: with consent alone, from the register, into the draft and onto the case."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check
from desktop.domain.guidance.checklist import Need
from desktop.domain.licences.consent import ConsentGiven, ConsentHow, LicenceFetched
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.evidence import still_held
from desktop.domain.licences.fetched import Outcome
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, later
from desktop.services.licences import consent, fetching, register
from desktop.services.office import Office
from tests.licensing.hall import HOLDER, agreed, fetched
from tests.offices import CLERK, PERSON, SUPERVISOR, answered, whole

UNTIL = date(2031, 11, 23)


def stock(office: Office, item: str = "QY05", until: date = UNTIL) -> str:
    """A business licence of `PERSON`, issued at this hall; its id."""
    valid = (date(2024, 1, 1), until)
    told = register.by_hand(office, item, "92110302MA01ABCD5E", HOLDER, valid, "既有证照登记")
    return register.enter(office, CLERK, told).id


def test_nothing_is_asked_without_the_holder_s_consent(office: Office) -> None:
    query = agreed(office, "E1")
    other = replace(HOLDER, id_number="110105194912310038")
    for lacking in (
        replace(query, consent="nothing"),
        replace(query, categories=("E1", "E2")),
        replace(query, holder=other),
    ):
        with pytest.raises(Refusal, match="consent_missing"):
            fetching.fetch(office, CLERK, lacking)
    assert len(office.store.journal.facts(f"consent:{query.consent}")) == 1


def test_consent_needs_a_purpose_and_a_holder(office: Office) -> None:
    told = ConsentGiven(about="v", categories=("E1",), purpose=" ", how=ConsentHow.ORAL)
    with pytest.raises(Refusal, match="consent_incomplete"):
        consent.give(office, CLERK, told)


def test_the_hall_s_own_result_spares_its_material(office: Office) -> None:
    stock(office)
    draft = fetched(office, whole(office), "E1", "E2")
    assert draft.licences == {"E1"}
    spared = [
        row for row in lay_out(office.item("SP01"), draft).rows if row.line.need is Need.EXEMPT
    ]
    assert [row.line.reason.licence for row in spared] == ["E1"]


def test_every_query_is_journalled_and_its_finding_sealed(office: Office) -> None:
    stock(office)
    query = agreed(office, "E1", "E2")
    fetching.fetch(office, CLERK, query)
    told = office.store.journal.facts(f"consent:{query.consent}")
    first, second = (fact.payload for fact in told[1:])
    assert isinstance(first, LicenceFetched)
    assert isinstance(second, LicenceFetched)
    assert (first.outcome, second.outcome) == (Outcome.FOUND, Outcome.NONE)
    assert len(first.digests[0]) == 64
    assert first.licences[0].holder == HOLDER
    assert first.licences[0].issuer == office.station.organ
    for fact in told:
        assert PERSON.name not in fact.entry.body
        assert PERSON.id_number not in fact.entry.body


def test_an_expired_or_ended_licence_spares_nothing(office: Office) -> None:
    id = stock(office, until=date(2026, 11, 22))
    assert fetched(office, whole(office), "E1").licences == set()
    register.end(office, SUPERVISOR, id, EndWhy.STRIPPED, date(2026, 11, 1), "处罚决定")
    assert fetched(office, whole(office), "E1").licences == set()


def test_an_entry_that_was_a_mistake_was_never_a_licence(office: Office) -> None:
    register.end(office, SUPERVISOR, stock(office), EndWhy.MISTAKEN, date(2026, 11, 1), "录错")
    (told,) = fetching.fetch(office, CLERK, agreed(office, "E1"))
    assert told.outcome is Outcome.NONE


def test_another_applicant_drops_what_was_fetched(office: Office) -> None:
    stock(office)
    draft = fetched(office, whole(office), "E1")
    assert still_held(draft, office.today()) == draft
    other = replace(draft, applicant=replace(PERSON, id_number="110105194912310038"))
    assert still_held(other, office.today()).licences == set()
    assert still_held(other, office.today()).evidence.answers == ()


def test_what_ran_out_meanwhile_spares_no_longer(office: Office) -> None:
    stock(office, until=date(2026, 12, 1))
    draft = fetched(office, whole(office), "E1")
    assert still_held(draft, date(2026, 12, 2)).licences == set()


def test_the_case_says_what_spared_the_material(office: Office) -> None:
    stock(office)
    done = acts.finish(office, CLERK, fetched(office, whole(office), "E1"))
    (line,) = (one for one in done.case.lines if one.licence)
    assert line.licence is not None
    assert (line.need, line.licence.source) == (Need.EXEMPT, "register")
    assert line.licence.number == "921***********CD5E"
    assert line.licence.valid_until == UNTIL
    assert line.licence.fetched_at == office.now()
    assert not line.licence.unverified


def test_a_supplement_keeps_what_spared_the_material(office: Office) -> None:
    stock(office)
    case = acts.receive(office, CLERK, fetched(office, answered(office), "E1")).case
    before = [line for line in case.lines if line.licence]
    again = later.open_again(office, CLERK, case)
    sheet = lay_out(office.item("SP01"), again)
    open_row = sheet.open_rows[0]
    ticked = replace(again, ticks={open_row.key: replace(open_row.tick, check=Check.RECEIVED)})
    case = acts.supplement(office, CLERK, ticked).case
    assert before
    assert [line for line in case.lines if line.licence] == before


def test_a_draft_keeps_its_evidence(office: Office) -> None:
    from desktop.services.cases import intake

    stock(office)
    saved = intake.save(office, CLERK, fetched(office, whole(office), "E1"))
    assert intake.resume(office, CLERK, saved.id) == saved
