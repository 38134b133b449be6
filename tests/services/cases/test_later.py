"""What follows 收件: 受理 later, 补收, 补正告知, 不予受理, 撤回, and entries made late."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.cases import lines as rules
from desktop.domain.cases.entries import CaseRefused, RefusalGround
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.identity.party import Presence
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, later, papers
from desktop.services.cases.acts import Done
from desktop.services.office import Office
from tests.offices import CLERK, NOW, Clock, answered, whole

GONE = Clerk(code="0799", name="钱离岗", role=Role.CLERK, active=False)
NOT_MET = CaseRefused(ground=RefusalGround.NOT_MET, facts="未达条件", article="某法第一条")


def received(office: Office, item: str = "SP01") -> Done:
    """The applicant insists: nothing is ticked yet."""
    return acts.receive(office, CLERK, answered(office, item))


def entries(office: Office) -> int:
    return office.store.journal.heads()[0].seq


def test_receiving_is_not_accepting(office: Office) -> None:
    done = received(office)
    assert (done.case.stage, done.case.accepted_on) == (Stage.RECEIVED, None)
    assert done.papers == (f"{done.case.number}-SJ1",)


def test_what_came_later_completes_the_case(office: Office, clock: Clock) -> None:
    number = received(office).case.number
    with pytest.raises(Refusal) as refused:
        acts.conclude(office, CLERK, number)
    assert refused.value.code == "materials_open"
    clock.on(days=1)
    draft = later.open_again(office, CLERK, acts.load(office, number))
    full = replace(draft, ticks=whole(office).ticks)
    assert acts.supplement(office, CLERK, full).papers == (f"{number}-SJ2",)
    done = acts.conclude(office, CLERK, number)
    assert (done.case.stage, done.papers) == (Stage.ACCEPTED, (f"{number}-SL1",))
    assert done.case.accepted_on == date(2026, 11, 24)
    assert done.case.received_at == NOW, "the receipt's day stands"


def test_accepting_twice_is_refused(office: Office) -> None:
    number = acts.receive(office, CLERK, whole(office)).case.number
    acts.conclude(office, CLERK, number)
    before = entries(office)
    with pytest.raises(Refusal, match="no_such_move"):
        acts.conclude(office, CLERK, number)
    assert entries(office) == before


def test_a_supplement_of_nothing_writes_nothing(office: Office) -> None:
    number = received(office).case.number
    draft = later.open_again(office, CLERK, acts.load(office, number))
    more = replace(draft, ticks={"BL": Tick(check=Check.RECEIVED)})
    before = entries(office)
    assert acts.supplement(office, CLERK, draft).papers == ()
    assert entries(office) == before
    assert len(acts.supplement(office, CLERK, more).papers) == 1
    assert acts.supplement(office, CLERK, more).papers == (), "a second press"
    assert entries(office) == before + 2


def test_whom_he_sent_home_needs_no_mandate_any_more(office: Office) -> None:
    number = received(office).case.number
    draft = later.open_again(office, CLERK, acts.load(office, number))
    by_agent = replace(draft, presence=Presence.AGENT)
    case = acts.supplement(office, CLERK, by_agent).case
    assert "POA" in {line.key for line in rules.open_lines(case)}
    alone = replace(later.open_again(office, CLERK, case), presence=Presence.SELF)
    case = acts.supplement(office, CLERK, alone).case
    assert "POA" not in {line.key for line in rules.open_lines(case)}


def test_a_notice_names_everything_at_once_and_a_second_is_marked(office: Office) -> None:
    draft = answered(office, ticks={"BL": Tick(check=Check.RECEIVED, kept=Kept.KEPT)})
    rows = acts.sheet_of(office, draft).defects
    lines = {line.key: line for line in acts.receive(office, CLERK, draft).case.lines}
    defects = [rules.defect_of(lines[row.key], "补交") for row in rows]
    other = answered(office, ticks=draft.ticks)
    done = acts.notify(office, CLERK, other, defects, by=date(2026, 12, 1))
    number = done.case.number
    assert done.case.stage is Stage.CORRECTING
    assert done.papers == (f"{number}-SJ1", f"{number}-BZ1")
    notice = done.case.notices[0]
    assert (notice.second, notice.kept, notice.by) == (False, ("BL",), date(2026, 12, 1))
    assert {one.fault for one in notice.defects} == {Fault.MISSING}
    again = acts.notify(office, CLERK, number, defects[:1])
    assert again.papers == (f"{number}-BZ2",)
    assert [one.second for one in again.case.notices] == [False, True]
    paper = papers.facts(office, f"{number}-BZ2")
    assert (paper.second, len(paper.defects)) == (True, 1)
    assert not papers.facts(office, f"{number}-BZ1").second, "a paper never changes"


def test_a_notice_of_nothing_leaves_the_draft_a_draft(office: Office) -> None:
    draft = whole(office)
    before = entries(office)
    with pytest.raises(Refusal, match="nothing_to_correct"):
        acts.notify(office, CLERK, draft, [])
    assert entries(office) == before
    assert office.store.local.draft(draft.id) == draft


@pytest.mark.parametrize(
    ("ground", "paper"), [(RefusalGround.NOT_MET, "BY"), (RefusalGround.NOT_NEEDED, "WX")]
)
def test_refusing_in_writing(office: Office, ground: RefusalGround, paper: str) -> None:
    told = replace(NOT_MET, ground=ground)
    done = acts.refuse(office, CLERK, answered(office), told)
    assert (done.case.stage, done.case.refused) == (Stage.REFUSED, told)
    assert done.papers == (f"{done.case.number}-SJ1", f"{done.case.number}-{paper}1")


def test_a_refusal_without_facts_leaves_the_draft_a_draft(office: Office) -> None:
    draft = answered(office)
    before = entries(office)
    with pytest.raises(Refusal, match="refusal_without_facts"):
        acts.refuse(office, CLERK, draft, replace(NOT_MET, facts=""))
    assert entries(office) == before
    assert office.store.local.draft(draft.id) == draft


def test_withdrawing_sends_home_what_was_handed_in(office: Office) -> None:
    draft = answered(office, ticks={"BL": Tick(check=Check.RECEIVED)})
    number = acts.receive(office, CLERK, draft).case.number
    done = acts.withdraw(office, CLERK, number, "改期再办")
    assert (done.case.stage, done.case.withdrawn) == (Stage.WITHDRAWN, "改期再办")
    told = office.store.journal.facts(f"case:{number}")[-1].payload
    assert told.returned == ("BL",)
    with pytest.raises(Refusal, match="no_such_move"):
        acts.withdraw(office, CLERK, number, "又")


def test_a_late_entry_counts_from_when_it_happened(office: Office, clock: Clock) -> None:
    friday = NOW - timedelta(days=3)
    case = acts.finish(office, CLERK, whole(office, happened_at=friday)).case
    assert case.number == "KFQ-20261120-A07-0001"
    assert (case.received_at, case.late, case.accepted_on) == (friday, True, friday.date())
    assert case.deemed.due == date(2026, 11, 27)
    assert case.statutory.due == date(2026, 12, 4)
    facts = office.store.journal.facts(f"case:{case.number}")
    assert {(fact.happened_at, fact.recorded_at) for fact in facts} == {(friday, NOW)}


def test_what_is_typed_in_at_once_is_not_late(office: Office) -> None:
    case = acts.finish(office, CLERK, whole(office, happened_at=NOW - timedelta(minutes=9))).case
    assert not case.late


def test_nothing_happened_tomorrow(office: Office) -> None:
    draft = whole(office, happened_at=NOW + timedelta(minutes=1))
    with pytest.raises(Refusal, match="in_the_future"):
        acts.finish(office, CLERK, draft)


def test_who_left_the_hall_does_nothing(office: Office) -> None:
    number = acts.receive(office, CLERK, whole(office)).case.number
    draft = whole(office)
    before = entries(office)
    case = acts.load(office, number)
    forbidden: tuple[Callable[[], object], ...] = (
        lambda: acts.receive(office, GONE, draft),
        lambda: acts.finish(office, GONE, draft),
        lambda: acts.conclude(office, GONE, number),
        lambda: acts.supplement(office, GONE, replace(draft, case=number)),
        lambda: acts.notify(office, GONE, number, []),
        lambda: acts.refuse(office, GONE, number, NOT_MET),
        lambda: acts.withdraw(office, GONE, number, ""),
        lambda: later.open_again(office, GONE, case),
        lambda: papers.issue_advance(office, GONE, draft),
    )
    for act in forbidden:
        with pytest.raises(Refusal, match="not_allowed"):
            act()
    assert entries(office) == before


def test_an_unknown_case_is_refused(office: Office) -> None:
    stray = answered(office, case="x")
    unknown: tuple[Callable[[], object], ...] = (
        lambda: acts.conclude(office, CLERK, "x"),
        lambda: acts.withdraw(office, CLERK, "x", ""),
        lambda: acts.refuse(office, CLERK, "x", NOT_MET),
        lambda: acts.supplement(office, CLERK, stray),
    )
    for act in unknown:
        with pytest.raises(Refusal, match="unknown_case"):
            act()


def test_a_case_opened_again_holds_only_the_licences_it_was_spared_by(office: Office) -> None:
    assert later.open_again(office, CLERK, received(office).case).licences == frozenset()
    held = answered(office, licences=frozenset({"E1"}))
    case = acts.receive(office, CLERK, held).case
    assert later.open_again(office, CLERK, case).licences == {"E1"}
