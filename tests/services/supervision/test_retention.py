"""保存期: terms, holds, and a list of destruction from approval to paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.cases.entries import CasePurged
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import STATION, Role
from desktop.domain.handling.changes import Finding
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import HoldGround, HoldSet, RetentionSet
from desktop.domain.supervision.retention.rows import Keeps
from desktop.domain.supervision.retention.terms import due_since
from desktop.domain.supervision.review.watch import Watch, WatchFilter
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake
from desktop.services.courier import shipments
from desktop.services.custody.rule import Signature
from desktop.services.halls import alone
from desktop.services.halls.clerks import set_pin
from desktop.services.office import Office
from desktop.services.supervision.retention import destroying, terms
from desktop.services.supervision.review import looking
from tests.offices import CLERK, PERSON, SUPERVISOR, Clock, whole
from tests.services.cases.test_finish import authorise
from tests.services.supervision.conftest import DAYS, PIN, Ended

TECHNICAL = ClerkSet(code="0713", name="周若溪", role=Role.TECHNICAL)
BESIDE = Signature(CLERK.code, PIN)


def approved(office: Office, cases: list[str], signature: Signature = BESIDE) -> str:
    return destroying.approve(
        office, SUPERVISOR, cases, "保存期满", destroying.words(cases), signature
    )


def logged(office: Office) -> list[tuple[str, str]]:
    wanted = LogFilter(first=date(2026, 1, 1), last=date(2099, 1, 1))
    return [(row.kind, row.case) for row in office.store.views.log(wanted)]


@pytest.mark.parametrize(
    ("ended", "years", "since"),
    [
        (date(2026, 11, 23), 10, date(2036, 11, 24)),
        (date(2024, 2, 29), 1, date(2025, 3, 2)),
        (date(2024, 2, 29), 4, date(2028, 3, 1)),
        (date(2026, 11, 23), 0, None),
    ],
)
def test_a_term_counts_from_the_day_of_the_end(ended: date, years: int, since: date | None) -> None:
    assert due_since(ended, years) == since


def test_the_list_and_the_rule_agree_about_the_day(
    office: Office, ended: Ended, clock: Clock
) -> None:
    case = ended()
    years = next(one.years for one in terms.item_terms(office) if one.item == "SP01")
    since = due_since(date(2026, 11, 23), years)
    assert since is not None
    clock.at = clock.at.replace(year=since.year, month=since.month, day=since.day - 1)
    assert destroying.purgeable(office) == []
    clock.on(days=1)
    (row,) = destroying.purgeable(office)
    assert (row.case, row.since, row.years) == (case.number, since, years)


def test_a_supervisors_own_term_goes_before(office: Office, over: list[str]) -> None:
    assert [row.case for row in destroying.purgeable(office)] == over
    told = RetentionSet(years={"SP01": 30}, backup_days=30, reason="档案主管部门核定")
    assert terms.set_rule(office, SUPERVISOR, told)
    assert not terms.set_rule(office, SUPERVISOR, told)
    assert destroying.purgeable(office) == []
    terms.set_rule(office, SUPERVISOR, replace(told, years={"SP01": 0}))
    assert destroying.count(office) == (0, 0)
    for wrong, code in (
        (replace(told, years={"SP01": 200}), "retention_years"),
        (replace(told, years={"XX99": 2}), "unknown_item"),
        (replace(told, backup_days=0), "retention_backups"),
        (replace(told, reason=" "), "reason_missing"),
    ):
        with pytest.raises(Refusal, match=code):
            terms.set_rule(office, SUPERVISOR, wrong)
    with pytest.raises(Refusal, match="not_allowed"):
        terms.set_rule(office, CLERK, told)


def test_what_is_open_around_a_case_holds_it(office: Office, ended: Ended, clock: Clock) -> None:
    free, held, travelling = ended(), ended(), ended()
    told = replace(
        shipments.suggest(office, travelling.number, Direction.OUTBOUND), waybill="EA966331020CN"
    )
    parcel = shipments.create(office, SUPERVISOR, told)
    clock.on(days=DAYS)
    hold = HoldSet(held=True, ground=HoldGround.LITIGATION, note="李晓敏起诉")
    destroying.set_hold(office, SUPERVISOR, held.number, hold)
    assert [row.case for row in destroying.purgeable(office)] == [free.number]
    whys = {
        row.case: [(one.why, one.told) for one in row.holds]
        for row in destroying.purgeable(office, held=True)
    }
    assert [why for why, _told in whys[held.number]] == [Keeps.LITIGATION]
    assert (Keeps.PARCEL, parcel.shipment.number) in whys[travelling.number]
    with pytest.raises(Refusal, match="not_to_destroy"):
        approved(office, [held.number])
    destroying.set_hold(office, SUPERVISOR, held.number, replace(hold, held=False, note="已结案"))
    assert held.number in [row.case for row in destroying.purgeable(office)]


def test_a_list_needs_typed_words_a_reason_and_two_persons(office: Office, over: list[str]) -> None:
    def ask(**more: object) -> None:
        told = {
            "cases": over, "reason": "保存期满", "typed": "销毁3件", "signature": BESIDE, **more
        }  # fmt: skip
        destroying.approve(office, SUPERVISOR, **told)  # type: ignore[arg-type]

    office.store.journal.append([Act(entity="clerk:0713", payload=TECHNICAL)], "-")
    set_pin(office, TECHNICAL.code, PIN)
    for more, code in (
        ({"typed": "销毁2件"}, "destruction_unconfirmed"),
        ({"reason": " "}, "reason_missing"),
        ({"cases": []}, "nothing_to_destroy"),
        ({"cases": ["KFQ-20200101-A07-0001"]}, "destruction_unconfirmed"),
        ({"signature": Signature()}, "second_needed"),
        ({"signature": Signature(SUPERVISOR.code, PIN)}, "second_is_first"),
        ({"signature": Signature(CLERK.code, "0000")}, "wrong_password"),
        ({"signature": Signature("0713", PIN)}, "not_allowed"),
    ):
        with pytest.raises(Refusal, match=code):
            ask(**more)
    with pytest.raises(Refusal, match="not_allowed"):
        destroying.approve(office, CLERK, over, "满", "销毁3件", BESIDE)
    with pytest.raises(Refusal, match="first_needed"):
        destroying.approve(office, STATION, over, "满", "销毁3件", BESIDE)
    assert office.store.views.destructions() == []
    alone.set_rule(office, SUPERVISOR, (office.station.hall,))
    number = approved(office, over, Signature(alone="一人值守"))
    assert destroying.load(office, number).alone == "一人值守"
    (row,) = looking.watched(office, WatchFilter(why=Watch.ALONE_DESTROYED))
    assert (row.entity, row.told) == (f"destruction:{number}", "一人值守")
    with pytest.raises(Refusal, match="own_act"):
        looking.look(office, SUPERVISOR, row, Finding.PROPER, "无误")


def test_afterwards_the_log_counts_the_same_and_names_are_gone(
    office: Office, over: list[str], ended: Ended
) -> None:
    kept = ended()
    before = logged(office)
    number = approved(office, over)
    paper = destroying.run(office, SUPERVISOR, number)
    after = logged(office)
    purges = [("case.purged", case) for case in sorted(over)]
    assert [one for one in after if one in before] == before
    assert sorted(one for one in after if one not in before and one[1]) == purges
    for case in over:
        found = office.store.views.case(case)
        assert found is not None
        assert (found.purged, found.applicant.name) == (True, "")
        told = [fact.payload for fact in office.store.journal.facts(f"case:{case}")]
        assert told[-1] == CasePurged(reason="保存期满", destruction=number)
    assert [row.number for row in office.store.views.cases(CaseFilter(text=PERSON.name))] == [
        kept.number
    ]
    assert office.store.keeping.verify().ok
    counted, again = office.store.keeping.rebuild()
    assert counted == again
    row = destroying.load(office, number)
    assert (row.done, row.cases, row.paper) == (3, 3, paper)
    assert destroying.issue(office, SUPERVISOR, number) == paper
    facts = office.store.views.paper(paper)
    assert facts is not None
    assert facts.destruction is not None
    assert len(facts.destruction.destroyed) == 3
    assert facts.destruction.backups_until == office.today() + timedelta(days=90)


def test_a_list_that_was_cut_short_goes_on(office: Office, over: list[str]) -> None:
    number = approved(office, over)
    assert destroying.run(office, SUPERVISOR, number, lambda done, total: done < 1) == ""
    row = destroying.load(office, number)
    assert (row.done, row.cases, row.paper) == (1, 3, "")
    left = destroying.open_cases(office, number)
    hold = HoldSet(held=True, ground=HoldGround.COMPLAINT, note="来信投诉")
    destroying.set_hold(office, SUPERVISOR, left[0], hold)
    assert not destroying.destroy(office, SUPERVISOR, number, left[0])
    paper = destroying.run(office, SUPERVISOR, number)
    facts = office.store.views.paper(paper)
    assert facts is not None
    assert facts.destruction is not None
    assert [(one.case, one.left) for one in facts.destruction.cases if one.left] == [
        (left[0], "complaint")
    ]
    with pytest.raises(Refusal, match="not_on_list"):
        destroying.destroy(office, SUPERVISOR, number, "KFQ-20200101-A07-0001")


def test_an_issued_list_destroys_nothing_more(office: Office, over: list[str]) -> None:
    number = approved(office, over)
    hold = HoldSet(held=True, ground=HoldGround.COMPLAINT, note="来信投诉")
    destroying.set_hold(office, SUPERVISOR, over[0], hold)
    paper = destroying.run(office, SUPERVISOR, number)
    destroying.set_hold(office, SUPERVISOR, over[0], replace(hold, held=False))
    assert destroying.open_cases(office, number) == []
    with pytest.raises(Refusal, match="destruction_issued"):
        destroying.destroy(office, SUPERVISOR, number, over[0])
    assert destroying.run(office, SUPERVISOR, number) == paper
    assert [row.case for row in destroying.purgeable(office)] == over[:1]


def test_what_was_added_at_the_counter_goes_along(
    office: Office, ended: Ended, clock: Clock, over: list[str]
) -> None:
    draft = replace(whole(office), case=over[0], id="added")
    office.store.local.save_draft(draft, CLERK.code)
    number = approved(office, over[:1])
    destroying.run(office, SUPERVISOR, number)
    assert office.store.local.draft("added") is None


def test_what_was_collected_for_another_organ_is_offered_too(office: Office, clock: Clock) -> None:
    authorise(office, "SP01", Authority.COLLECT, "某市场监管局")
    case = acts.finish(office, CLERK, whole(office)).case
    clock.on(days=DAYS)
    assert [row.case for row in destroying.purgeable(office)] == [case.number]


def test_an_open_case_is_never_offered(office: Office, clock: Clock) -> None:
    acts.finish(office, CLERK, whole(office))
    intake.hold(office, CLERK, whole(office))
    clock.on(days=DAYS * 3)
    assert destroying.count(office) == (0, 0)
