"""One submission for all; later stages when the results before them are there; what holds back."""

from dataclasses import replace
from random import Random

import pytest

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.guidance.catalogue import Member, Theme
from desktop.domain.guidance.catalogue import Stage as ThemeStage
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.identity.party import Presence
from desktop.domain.refusal import Refusal
from desktop.domain.savings.saving import Measure
from desktop.domain.themes.progress import Progress, Standing, State, days_used
from desktop.domain.themes.sheet import lay_out
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.services.themes import papers, stages
from desktop.services.themes.planning import lacking, plan_of
from desktop.services.themes.stages import ThemeDone
from tests.courses import TECHNICAL
from tests.domain.themes.generated import made
from tests.offices import CLERK, Clock
from tests.services.themes.theme_drafts import brought, started, whole_theme


def at_work(office: Office) -> ThemeDone:
    """The third stage of ZT02: the first two are settled on the spot."""
    number = started(office).progress.theme.number
    stages.begin_next(office, CLERK, number)
    return stages.begin_next(office, CLERK, number)


def slow(office: Office) -> ThemeDone:
    """A theme whose first stage takes its time."""
    orders = {1: ("SP01", "JS03"), 2: ("QY07",)}
    made = tuple(
        ThemeStage(order, "并联", tuple(Member(item, {}, False, None) for item in items))
        for order, items in orders.items()
    )
    theme = Theme("ZT90", "慢的主题", made)
    office.catalogue = replace(office.catalogue, themes={theme.id: theme})
    return started(office, theme.id)


def standings(found: Progress) -> dict[str, Standing]:
    return {one.member.key: one.standing for one in found.members}


def test_one_submission_files_the_first_stage_and_only_that(office: Office) -> None:
    done = started(office)
    theme = done.progress.theme
    assert theme.number == "KFQ-20261123-A07-Z0001"
    assert [case.item for case in done.cases] == ["QY01"]
    assert done.cases[0].theme == theme.number
    assert done.progress.state is State.READY
    assert standings(done.progress)["QY01"] is Standing.DONE
    assert standings(done.progress)["SP01"] is Standing.WAITING
    materials = next(f for f in theme.told.savings if f.measure is Measure.MATERIALS)
    assert materials.before == 24


def test_it_is_one_commit(office: Office) -> None:
    """A member that is refused leaves nothing: no theme, no case, no number used up."""
    told = AuthoritySet(item="QY01", authority=Authority.ADVISE)
    office.store.journal.append([Act(entity="authority:QY01", payload=told)], "0700")
    draft = whole_theme(office)
    before = office.store.journal.heads()
    with pytest.raises(Refusal) as caught:
        stages.finish(office, CLERK, draft)
    assert caught.value.code == "advice_only"
    assert office.store.journal.heads() == before
    assert stages.listed(office) == []


def test_a_document_for_a_later_stage_is_waited_for_as_well(office: Office) -> None:
    whole = whole_theme(office)
    ticks = {key: tick for key, tick in whole.ticks.items() if key != "DRAIN_MAP"}
    draft = replace(whole, ticks=ticks)
    sheet = lay_out(plan_of(office, draft), draft)
    assert [one.target for one in lacking(office, draft, sheet)] == ["DRAIN_MAP"]
    with pytest.raises(Refusal) as caught:
        stages.finish(office, CLERK, draft)
    assert caught.value.code == "not_ready"


def test_a_second_press_files_nothing_twice(office: Office) -> None:
    draft = whole_theme(office)
    number = stages.finish(office, CLERK, draft).progress.theme.number
    with pytest.raises(Refusal) as caught:
        stages.finish(office, CLERK, draft)
    assert caught.value.data["case"] == number


def test_the_next_stage_begins_on_the_results_before_it(office: Office, clock: Clock) -> None:
    number = started(office).progress.theme.number
    clock.on(days=2)
    second = stages.begin_next(office, CLERK, number)
    assert [case.item for case in second.cases] == ["QY07", "RS03"]
    assert {case.day_zero for case in second.cases} == {office.today()}
    licence = next(line for line in second.cases[0].lines if line.key == "BL")
    assert licence.tick.check is Check.EXEMPT
    assert licence.tick.note == "营业执照 KFQ-20261123-A07-0001"


def test_a_stage_at_work_keeps_the_next_waiting(office: Office) -> None:
    first = slow(office)
    assert first.progress.state is State.RUNNING
    with pytest.raises(Refusal) as caught:
        stages.begin_next(office, CLERK, first.progress.theme.number)
    assert caught.value.code == "theme_running"


def test_a_theme_to_its_end(office: Office, clock: Clock) -> None:
    done = started(office)
    number = done.progress.theme.number
    while done.progress.next:
        clock.on(days=1)
        done = stages.begin_next(office, CLERK, number)
    for case in done.cases:
        if case.stage is not Stage.CLOSED:
            brought(office, case)
    found = stages.load(office, number)
    assert found.state is State.CLOSED
    assert set(standings(found).values()) == {Standing.DONE}
    used = days_used(found, office.calendar, office.today())
    assert [one.promised for one in used] == [1, 0, 7]
    assert not any(one.running for one in used)


@pytest.mark.parametrize("denied", [False, True], ids=["withdrawn", "denied"])
def test_what_failed_holds_back_and_says_so(office: Office, denied: bool) -> None:
    done = slow(office)
    number = done.progress.theme.number
    brought(office, done.cases[1])
    if denied:
        brought(office, done.cases[0], granted=False)
    else:
        acts.withdraw(office, CLERK, done.cases[0].number, "改主意了")
    found = stages.load(office, number)
    assert found.state is State.HELD
    assert [one.member.key for one in found.failed] == ["SP01"]
    with pytest.raises(Refusal) as caught:
        stages.begin_next(office, CLERK, number)
    assert caught.value.code == "theme_held"
    assert caught.value.data["names"] == [one.member.item_name for one in found.failed]


def test_the_whole_is_withdrawn_at_once(office: Office) -> None:
    number = at_work(office).progress.theme.number
    after = stages.withdraw(office, CLERK, number, "不开了").progress
    assert after.state is State.WITHDRAWN
    stages_now = {one.case.stage for one in after.members if one.case}
    assert stages_now == {Stage.CLOSED, Stage.WITHDRAWN}
    with pytest.raises(Refusal) as caught:
        stages.begin_next(office, CLERK, number)
    assert caught.value.code == "theme_over"
    with pytest.raises(Refusal) as caught:
        stages.withdraw(office, CLERK, number, "再撤")
    assert caught.value.code == "theme_over"


def test_instant_members_are_settled(office: Office) -> None:
    done = started(office, "ZT01")
    instant = [case for case in done.cases if office.item(case.item).instant]
    assert all(case.stage is Stage.CLOSED for case in instant)


def test_members_have_their_own_acceptance_and_no_receipt_of_their_own(office: Office) -> None:
    done = at_work(office)
    kinds = {row.kind for row in office.store.views.papers(done.cases[0].number)}
    assert PaperKind.ACCEPTANCE in kinds
    assert PaperKind.RECEIPT not in kinds


def test_who_may_not_serve_may_not_begin(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        stages.begin_next(office, TECHNICAL, started(office).progress.theme.number)
    assert caught.value.code == "not_allowed"


def test_an_agent_answers_for_every_member(office: Office) -> None:
    draft = whole_theme(office, presence=Presence.AGENT)
    agent = replace(draft.agent, name="王代理", id_number="110105194912310038")
    done = stages.finish(office, CLERK, replace(draft, agent=agent))
    assert done.cases[0].answers["q_agent"] == ("是",)


@pytest.mark.parametrize("theme", ["ZT01", "ZT02", "ZT03", "ZT04", "ZT06", "ZT07"])
def test_every_theme_that_ships_can_be_taken_in(office: Office, theme: str) -> None:
    done = started(office, theme)
    first = done.progress.theme.orders[0]
    assert len(done.cases) == len(done.progress.theme.stage(first))


def test_a_tick_of_the_form_serves_every_form(office: Office) -> None:
    draft = whole_theme(office, "ZT04")
    done = stages.finish(office, CLERK, draft)
    forms = [
        line.tick for case in done.cases for line in case.lines if line.key.startswith("APPLY_")
    ]
    assert forms
    assert all(tick == Tick(check=Check.RECEIVED) for tick in forms)


def test_unknown_numbers_are_refused(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        stages.load(office, "KFQ-20261123-A07-Z0009")
    assert caught.value.code == "unknown_theme_case"


@pytest.mark.parametrize("seed", range(8))
def test_a_theme_never_seen_before_is_taken_in_or_refused_in_words(
    office: Office, seed: int
) -> None:
    theme, known = made(Random(seed))
    office.catalogue = replace(known, themes={theme.id: theme})
    draft = whole_theme(office, theme.id)
    if not plan_of(office, draft).members:
        with pytest.raises(Refusal) as caught:
            stages.finish(office, CLERK, draft)
        assert caught.value.code == "theme_without_members"
        return
    found = stages.finish(office, CLERK, draft).progress
    while found.state is State.READY:
        found = stages.begin_next(office, CLERK, found.theme.number).progress
    assert found.state in (State.RUNNING, State.CLOSED)
    assert office.renderer.paper(papers.preview(office, theme))
