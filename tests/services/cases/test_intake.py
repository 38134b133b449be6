from dataclasses import replace

import pytest

from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, intake
from desktop.services.cases.reveal import reveal
from desktop.services.office import Office
from tests.offices import CLERK, NOW, SUPERVISOR, Clock, answered, whole


def test_a_visit_is_journalled_and_its_draft_is_not(office: Office) -> None:
    draft = intake.begin(office, CLERK, " B012 ")
    facts = office.store.journal.facts(f"visit:{draft.visit}")
    assert [(fact.payload.window, fact.payload.ticket) for fact in facts] == [("7", "B012")]
    assert draft.started_at == NOW
    assert intake.drafts(office, CLERK) == []


def test_a_draft_is_saved_held_and_resumed(office: Office, clock: Clock) -> None:
    draft = answered(office)
    assert draft.saved_at == NOW
    clock.on(seconds=5)
    intake.hold(office, CLERK, draft)
    rows = intake.drafts(office, CLERK)
    assert [(row.id, row.held, row.saved_at) for row in rows] == [(draft.id, True, clock.at)]
    assert replace(intake.resume(office, CLERK, draft.id), saved_at=NOW) == draft


def test_an_emptied_draft_is_not_kept(office: Office) -> None:
    draft = answered(office)
    bare = replace(intake.begin(office, CLERK), id=draft.id, item="SP01")
    intake.save(office, CLERK, bare)
    assert intake.drafts(office, CLERK) == []


def test_each_clerk_sees_his_own_drafts(office: Office) -> None:
    answered(office)
    assert intake.drafts(office, SUPERVISOR) == []


def test_the_same_person_has_another_matter(office: Office) -> None:
    draft = whole(office)
    other = intake.another(office, CLERK, draft)
    assert (other.visit, other.applicant, other.delivery) == (
        draft.visit, draft.applicant, draft.delivery,
    )  # fmt: skip
    assert (other.item, other.ticks, other.id != draft.id) == ("", {}, True)


def test_what_was_discarded_cannot_be_resumed(office: Office) -> None:
    draft = answered(office)
    intake.discard(office, CLERK, draft)
    with pytest.raises(Refusal, match="unknown_draft"):
        intake.resume(office, CLERK, draft.id)


def test_a_visit_ends_with_its_cases(office: Office) -> None:
    draft = whole(office)
    number = acts.finish(office, CLERK, draft).case.number
    intake.end(office, CLERK, draft.visit, "served", (number,))
    told = office.store.journal.facts(f"visit:{draft.visit}")[-1].payload
    assert (told.outcome, told.cases) == ("served", (number,))


def test_a_look_at_a_masked_field_is_journalled(office: Office) -> None:
    case = acts.finish(office, CLERK, whole(office)).case
    reveal(office, CLERK, case, "applicant.id_number")
    told = office.store.journal.facts(f"case:{case.number}")[-1]
    assert (told.payload.field, told.entry.clerk) == ("applicant.id_number", CLERK.code)
    with pytest.raises(ValueError, match="shoe_size"):
        reveal(office, CLERK, case, "shoe_size")


def test_what_another_holds_is_neither_overwritten_nor_taken_up(office: Office) -> None:
    draft = answered(office)
    office.store.local.save_draft(replace(draft, held=True), SUPERVISOR.code)
    for verb in (intake.save, intake.hold):
        with pytest.raises(Refusal, match="draft_gone"):
            verb(office, CLERK, replace(draft, answers={}))
    with pytest.raises(Refusal, match="draft_gone"):
        intake.resume(office, CLERK, draft.id)
    assert office.store.local.draft_holder(draft.id) == SUPERVISOR.code
    assert intake.resume(office, SUPERVISOR, draft.id) == draft


def test_what_was_released_does_not_come_back(office: Office) -> None:
    draft = answered(office)
    office.store.local.delete_draft(draft.id)
    with pytest.raises(Refusal, match="draft_gone"):
        intake.save(office, CLERK, draft)
    bare = replace(intake.begin(office, CLERK), item="SP01")
    assert intake.save(office, CLERK, replace(bare, saved_at=None)).saved_at is None
