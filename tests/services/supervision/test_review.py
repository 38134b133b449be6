"""复核·督办: everything that asks for a look in one list; work given to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.cases.draft import Channel
from desktop.domain.cases.papers import Outcome
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Role
from desktop.domain.handling.changes import Finding
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.review.watch import Watch, WatchFilter, WatchRow
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake, papers, reveal
from desktop.services.courier import shipments
from desktop.services.office import Office
from desktop.services.supervision.review import giving, looking
from tests.examples.oversight import overseen
from tests.offices import CLERK, SUPERVISOR, Clock, whole

OPEN, DONE = WatchFilter(), WatchFilter(done=True)
OTHER = ClerkSet(code="0713", name="周若溪", role=Role.CLERK)


@pytest.fixture
def other(office: Office) -> str:
    office.store.journal.append([Act(entity="clerk:0713", payload=OTHER)], "-")
    return OTHER.code


def whys(office: Office, wanted: WatchFilter = OPEN) -> list[Watch]:
    return [row.why for row in looking.watched(office, wanted)]


def accepted(office: Office) -> str:
    return acts.finish(office, CLERK, whole(office)).case.number


def test_every_kind_stands_in_one_list_and_goes_quiet(office: Office) -> None:
    number = accepted(office)
    told = [act for act in overseen(number) if act.entity != f"paper:{number}-SL1"]
    told = [act for act in told if "A01" not in act.entity]
    office.store.journal.append(told, CLERK.code)
    assert sorted(whys(office)) == [Watch.ALONE_PUBLISHED, Watch.AMENDED, Watch.EXPORTED]
    for row in looking.watched(office, OPEN):
        looking.look(office, SUPERVISOR, row, Finding.REMINDED, "下次注意")
    assert whys(office) == []
    rows = looking.watched(office, DONE)
    assert {(row.finding, row.note, row.reviewer) for row in rows} == {
        (Finding.REMINDED, "下次注意", SUPERVISOR.code)
    }
    assert looking.count(office, DONE) == {
        Watch.ALONE_PUBLISHED: 1, Watch.AMENDED: 1, Watch.EXPORTED: 1
    }  # fmt: skip
    assert whys(office, WatchFilter(done=True, why=Watch.AMENDED)) == [Watch.AMENDED]


def test_a_look_is_once_by_another_and_with_words(office: Office) -> None:
    number = accepted(office)
    office.store.journal.append(overseen(number)[1:2], SUPERVISOR.code)
    (row,) = looking.watched(office, OPEN)
    with pytest.raises(Refusal, match="own_act"):
        looking.look(office, SUPERVISOR, row, Finding.PROPER, "好")
    other = replace(SUPERVISOR, code="0701")
    with pytest.raises(Refusal, match="reason_missing"):
        looking.look(office, other, row, Finding.PROPER, " ")
    with pytest.raises(Refusal, match="not_allowed"):
        looking.look(office, CLERK, row, Finding.PROPER, "好")
    looking.look(office, other, row, Finding.PROPER, "录入有误，已更正")
    with pytest.raises(Refusal, match="nothing_to_review"):
        looking.look(office, other, row, Finding.IMPROPER, "再看")


def test_a_reprint_of_a_decision_is_listed_once_and_of_a_receipt_never(office: Office) -> None:
    number = accepted(office)
    for paper in (f"{number}-SL1", f"{number}-SJ1"):
        if office.store.views.paper_row(paper) is None:
            continue
        for outcome, reprint in (
            (Outcome.CONFIRMED, 0), (Outcome.SPOOLED, 1), (Outcome.CONFIRMED, 1),
        ):  # fmt: skip
            papers.printed(office, CLERK, paper, outcome, reprint=reprint)
    (row,) = looking.watched(office, OPEN)
    assert (row.why, row.told, row.case) == (Watch.REPRINTED, "SL 1", number)


def test_another_carrier_than_the_post_is_listed(office: Office) -> None:
    told = replace(
        shipments.suggest(office, accepted(office), Direction.OUTBOUND),
        carrier="shunfeng", justification="邮政不通达",
    )  # fmt: skip
    shipments.create(office, SUPERVISOR, told)
    assert Watch.CARRIER in whys(office)


def test_many_looks_in_an_hour_are_one_row(office: Office, clock: Clock) -> None:
    case = acts.load(office, accepted(office))
    most = looking.bounds(office).reveals
    for _ in range(most):
        reveal.reveal(office, CLERK, case, "applicant.phone")
        clock.on(seconds=30)
    assert whys(office) == []
    clock.on(hours=3)
    for _ in range(most + 2):
        reveal.reveal(office, CLERK, case, "applicant.phone")
        clock.on(seconds=10)
    assert whys(office) == [], "the hour still runs: more may follow"
    clock.on(hours=1)
    (row,) = looking.watched(office, OPEN)
    assert (row.why, row.count, row.clerk) == (Watch.REVEALED, most + 2, CLERK.code)
    assert len(looking.told_of(office, row)) == most + 2
    looking.look(office, SUPERVISOR, row, Finding.PROPER, "批量寄递前核对电话")
    assert whys(office) == []


def test_an_hour_may_lie_across_two_on_the_clock(office: Office, clock: Clock) -> None:
    case = acts.load(office, accepted(office))
    clock.at = clock.at.replace(hour=11, minute=50)
    for _ in range(looking.bounds(office).reveals + 1):
        reveal.reveal(office, CLERK, case, "applicant.phone")
        clock.on(minutes=1)
    clock.on(hours=1)
    (row,) = looking.watched(office, OPEN)
    assert row.count == looking.bounds(office).reveals + 1


@pytest.mark.parametrize(
    ("late", "channel", "wanted"),
    [
        (timedelta(hours=2), Channel.LATE_ENTRY, 0),
        (timedelta(days=3), Channel.LATE_ENTRY, 1),
        (timedelta(days=3), Channel.COURIER, 0),
    ],
)
def test_what_was_entered_long_after_is_one_row(
    office: Office, clock: Clock, late: timedelta, channel: Channel, wanted: int
) -> None:
    at = clock.at - late
    waybill = "EA966331047CN" if channel is Channel.COURIER else ""
    draft = whole(office, channel=channel, happened_at=at, waybill=waybill)
    acts.receive(office, CLERK, draft)
    assert whys(office).count(Watch.LATE_ENTRY) == wanted


def test_a_case_is_given_to_another(office: Office, other: str) -> None:
    number = accepted(office)
    told = giving.give_case(office, SUPERVISOR, number, other, "王小满休假")
    assert (told.before, told.to) == (CLERK.code, other)
    assert acts.load(office, number).clerk == other
    for to, reason, code in (
        (other, "再给", "given_already"), ("9999", "休假", "unknown_clerk"),
        (CLERK.code, "", "reason_missing"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=code):
            giving.give_case(office, SUPERVISOR, number, to, reason)
    with pytest.raises(Refusal, match="not_allowed"):
        giving.give_case(office, CLERK, number, CLERK.code, "要回来")


def test_a_draft_is_given_or_released_and_the_entry_says_what_is_lost(
    office: Office, other: str
) -> None:
    draft = intake.hold(office, CLERK, whole(office))
    (row,) = giving.drafts(office, SUPERVISOR)
    assert (row.clerk, row.held) == (CLERK.code, True)
    giving.give_draft(office, SUPERVISOR, draft.id, other, "王小满外出")
    assert [one.id for one in office.store.local.drafts(other)] == [draft.id]
    assert office.store.local.drafts(CLERK.code) == []
    told = giving.release(office, SUPERVISOR, draft.id, "申请人不来了")
    assert dict(told.lost)["ticks"] == len(draft.ticks)
    assert giving.drafts(office, SUPERVISOR) == []
    kinds = [fact.entry.kind for fact in office.store.journal.facts(f"visit:{draft.visit}")]
    assert kinds[-2:] == ["draft.handled", "draft.handled"]
    with pytest.raises(Refusal, match="unknown_draft"):
        giving.release(office, SUPERVISOR, draft.id, "再来")


def test_the_row_leads_to_its_entry(office: Office) -> None:
    number = accepted(office)
    office.store.journal.append(overseen(number)[1:2], CLERK.code)
    row: WatchRow = looking.watched(office, OPEN)[0]
    (fact,) = looking.told_of(office, row)
    assert (fact.entry.kind, fact.entry.entity) == ("case.amended", f"case:{number}")
