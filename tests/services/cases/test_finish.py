"""受理, 当场办结, 代收 on the real store, and what stands in their way."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.draft import Draft, mark
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.cases.tick import Check, Fault, Tick
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.party import Party
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake, later, papers
from desktop.services.office import Office
from desktop.wording.refusals import sentence
from tests.offices import CLERK, Clock, answered, whole

FIRST = "KFQ-20261123-A07-0001"


def entries(office: Office) -> int:
    return office.store.journal.heads()[0].seq


def kinds(office: Office, number: str) -> list[str]:
    return [fact.entry.kind for fact in office.store.views.case_history(number)]


def authorise(office: Office, item: str, authority: Authority, organ: str = "") -> None:
    told = AuthoritySet(item=item, authority=authority, organ=organ)
    office.store.journal.append([Act(entity=f"authority:{item}", payload=told)], "0700")


def test_f9_accepts(office: Office) -> None:
    done = acts.finish(office, CLERK, whole(office))
    case = done.case
    assert (case.number, case.stage, case.clerk) == (FIRST, Stage.ACCEPTED, CLERK.code)
    assert done.papers == (f"{FIRST}-SJ1", f"{FIRST}-SL1")
    assert (case.accepted_on, case.deemed.due) == (date(2026, 11, 23), date(2026, 11, 30))
    assert (case.statutory.due, case.promised.due) == (date(2026, 12, 7), None)
    assert kinds(office, FIRST) == [
        "case.received", "paper.issued", "case.accepted", "paper.issued",
    ]  # fmt: skip


def test_f9_settles_an_item_that_is_decided_at_once(office: Office) -> None:
    done = acts.finish(office, CLERK, whole(office, "SP06"))
    assert (done.case.stage, done.papers[-1]) == (Stage.CLOSED, f"{FIRST}-BJ1")
    assert done.case.closed_at == office.now()
    assert done.case.deemed.due is None, "no 行政许可"
    result = office.item("SP06").result
    assert done.case.result == (result.name if result else "")


def test_f9_collects_where_the_hall_may_only_collect(office: Office) -> None:
    authorise(office, "SP01", Authority.COLLECT, "某市场监管局")
    done = acts.finish(office, CLERK, whole(office))
    assert (done.case.stage, done.case.collected_for) == (Stage.COLLECTED, "某市场监管局")
    assert done.papers[-1] == f"{FIRST}-DS1"
    assert done.case.statutory.due is None, "the other organ accepts"


@pytest.mark.parametrize("act", [acts.finish, acts.receive])
def test_a_hall_that_only_advises_takes_nothing_in(office: Office, act: Any) -> None:
    authorise(office, "SP01", Authority.ADVISE)
    draft = whole(office)
    before = entries(office)
    with pytest.raises(Refusal, match="advice_only"):
        act(office, CLERK, draft)
    assert entries(office) == before
    assert office.store.local.draft(draft.id) == draft


@pytest.mark.parametrize(
    "spoilt",
    [
        {"ticks": {"BL": Tick(check=Check.DEFECT, fault=Fault.EXPIRED)}},
        {"answers": {}},
        {"applicant": Party()},
    ],
)
def test_a_refusal_writes_nothing_and_leaves_the_draft(
    office: Office, spoilt: dict[str, Any]
) -> None:
    draft = whole(office, **spoilt)
    before = entries(office)
    with pytest.raises(Refusal) as refused:
        acts.finish(office, CLERK, draft)
    assert refused.value.code == "not_ready"
    assert refused.value.data["count"] == len(acts.lacking(office, draft))
    assert entries(office) == before
    assert office.store.local.draft(draft.id) == draft
    assert office.store.views.count_cases(CaseFilter()) == 0
    with office.store.journal.transaction():
        assert office.store.journal.next_number("", date(2026, 11, 23)) == 1


def test_a_bug_half_way_writes_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    draft, before = whole(office), entries(office)
    issue = papers.issue

    def fails(office: Office, clerk: Clerk, kind: PaperKind, number: str) -> str:
        if kind is PaperKind.ACCEPTANCE:
            raise RuntimeError("the paper's facts")
        return issue(office, clerk, kind, number)

    monkeypatch.setattr(papers, "issue", fails)
    with pytest.raises(RuntimeError):
        acts.finish(office, CLERK, draft)
    assert entries(office) == before
    assert office.store.local.draft(draft.id) == draft
    monkeypatch.undo()
    assert acts.finish(office, CLERK, draft).case.number == FIRST


def test_the_draft_vanishes_with_the_receipt(office: Office) -> None:
    draft = whole(office)
    acts.finish(office, CLERK, draft)
    assert office.store.local.draft(draft.id) is None
    assert intake.drafts(office, CLERK) == []


@pytest.mark.parametrize("again", [acts.finish, acts.receive])
def test_a_double_click_is_one_case(office: Office, again: Any) -> None:
    draft = whole(office)
    acts.finish(office, CLERK, draft)
    before = entries(office)
    with pytest.raises(Refusal) as refused:
        again(office, CLERK, draft)
    assert (refused.value.code, refused.value.data["case"]) == ("already_received", FIRST)
    assert FIRST in sentence(refused.value)
    assert entries(office) == before


def test_a_late_save_does_not_bring_a_received_draft_back(office: Office) -> None:
    draft = whole(office)
    acts.finish(office, CLERK, draft)
    intake.save(office, CLERK, draft)
    intake.hold(office, CLERK, draft)
    assert intake.drafts(office, CLERK) == []


def test_a_draft_of_a_case_is_no_new_case(office: Office) -> None:
    """Back at the counter, it is taken into its case and concluded in one commit."""
    case = acts.receive(office, CLERK, whole(office)).case
    again = later.open_again(office, CLERK, case)
    done = acts.finish(office, CLERK, again)
    assert done.case.number == case.number
    assert done.case.stage is Stage.ACCEPTED
    with pytest.raises(Refusal, match="no_such_move"):
        acts.finish(office, CLERK, again)


def test_another_draft_of_the_visit_is_another_case(office: Office) -> None:
    draft = whole(office)
    acts.finish(office, CLERK, draft)
    twin = replace(draft, id=intake.another(office, CLERK, draft).id)
    assert acts.finish(office, CLERK, twin).case.number.endswith("-0002")


def test_numbers_are_gapless_per_day_whatever_was_refused(office: Office, clock: Clock) -> None:
    def received(draft: Draft) -> str:
        return acts.receive(office, CLERK, draft).case.number

    numbers = [received(whole(office))]
    with pytest.raises(Refusal):
        received(whole(office, answers={}))
    numbers.append(received(answered(office, "SP06")))
    clock.on(days=1)
    numbers.append(received(whole(office)))
    yesterday = whole(office, happened_at=clock.at.replace(day=23))
    numbers.append(received(yesterday))
    assert numbers == [
        FIRST, "KFQ-20261123-A07-0002", "KFQ-20261124-A07-0001", "KFQ-20261123-A07-0003",
    ]  # fmt: skip


def test_what_was_spared_at_the_counter_is_not_handed_in(office: Office) -> None:
    """免交 by the holder's e-licence: the journal counts what the screen counted."""
    draft = whole(office)
    spared = mark(draft, "BL", Tick(check=Check.EXEMPT, note="持有电子证照"))
    before, after = (
        acts.finish(office, CLERK, one).case for one in (draft, replace(spared, id="2"))
    )
    assert after.to_submit == before.to_submit - 1
    assert after.listed == before.listed
