"""一次受理 and what follows it: the members of the first stage are filed with the theme, those of
a later one when the results before them are there. Each is a case with its own number and clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.moves import MOVES, Move
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.party import Agent, Presence
from desktop.domain.refusal import Refusal
from desktop.domain.themes import received
from desktop.domain.themes.entries import ThemeEnded, ThemeStageBegun
from desktop.domain.themes.plan import Plan, Planned
from desktop.domain.themes.progress import Progress, State, progress
from desktop.domain.themes.sheet import lay_out, member_draft
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake
from desktop.services.office import Office
from desktop.services.themes import papers
from desktop.services.themes.planning import lacking, plan_of

SERIES = "Z"
"""A theme's number is a case's with this letter before its sequence."""


@dataclass(frozen=True, slots=True)
class ThemeDone:
    """What an act left: the theme as it stands, the cases it filed, the papers it issued."""

    progress: Progress
    cases: tuple[Case, ...]
    papers: tuple[str, ...]


def load(office: Office, number: str) -> Progress:
    """The theme with its members as they stand now; refuses `unknown_theme_case`."""
    found = office.store.views.theme(number)
    if found is None:
        raise Refusal("unknown_theme_case", number=number)
    return progress(found, office.store.views.case)


def listed(office: Office, offset: int = 0, limit: int = 50) -> list[Progress]:
    """Theme cases, newest first."""
    return [load(office, number) for number in office.store.views.themes(offset, limit)]


def ready(office: Office, most: int = 200) -> list[Progress]:
    """可以开始下一阶段: those among the last `most` whose next stage waits for nothing."""
    return [found for found in listed(office, 0, most) if found.state is State.READY]


def finish(office: Office, clerk: Clerk, draft: Draft) -> ThemeDone:
    """F9: one submission. The theme and a case for every member of the first stage, in one commit.

    Refuses what a single case would be refused for, naming the member; then nothing is written.
    """
    require(clerk, Right.SERVE)
    acts.check_time(office, draft)
    known = intake.received_as(office, draft)
    if known:
        raise Refusal("already_received", case=known)
    plan = plan_of(office, draft)
    if not plan.members:
        raise Refusal("theme_without_members", theme=plan.theme.name)
    sheet = lay_out(plan, draft)
    acts.check_ready(lacking(office, draft, sheet))
    with office.store.journal.transaction():
        day = (draft.happened_at or office.now()).astimezone(BEIJING).date()
        number = acts.new_number(office, day, SERIES)
        first = plan.stage(plan.orders[0])
        done = _filed(office, clerk, plan, first, draft, number, {})
        told = received.received(
            plan,
            sheet,
            draft,
            window=office.station.window,
            sources=office.catalogue.sources,
            cases={key: one.case.number for key, one in done.items()},
        )
        _append(office, clerk, number, told, draft)
        intake.mark_received(office, draft, number)
        paper = papers.issue(office, clerk, load(office, number))
    return _done(office, number, done, paper)


def begin_next(office: Office, clerk: Clerk, number: str) -> ThemeDone:
    """File the members of the next stage: day 0 is today, the materials are in, what was produced
    stands for itself. Refuses while a member before has no result, or has failed.
    """
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        before = load(office, number)
        _check_next(before)
        draft = _draft_again(office, before)
        plan = plan_of(office, draft)
        wanted = {member.key for member in before.theme.stage(before.next)}
        stage = [member for member in plan.stage(before.next) if member.key in wanted]
        if len(stage) < len(wanted):
            raise Refusal("theme_changed", theme=before.theme.told.name)
        done = _filed(office, clerk, plan, stage, draft, number, _results(before))
        cases = {key: one.case.number for key, one in done.items()}
        _append(office, clerk, number, ThemeStageBegun(order=before.next, cases=cases))
    return _done(office, number, done)


def withdraw(office: Office, clerk: Clerk, number: str, reason: str) -> ThemeDone:
    """撤回 the whole: every member that can still be withdrawn, and what has not begun."""
    require(clerk, Right.SERVE)
    if not reason.strip():
        raise Refusal("reason_missing")
    with office.store.journal.transaction():
        before = load(office, number)
        if before.theme.ended is not None or before.state is State.CLOSED:
            raise Refusal("theme_over", theme=before.theme.told.name)
        done = {
            one.member.key: acts.withdraw(office, clerk, one.case.number, reason.strip())
            for one in before.members
            if one.case is not None and Move.WITHDRAW in MOVES.get(one.case.stage, {})
        }
        _append(office, clerk, number, ThemeEnded(reason=reason.strip()))
    return _done(office, number, done)


def _filed(
    office: Office,
    clerk: Clerk,
    plan: Plan,
    stage: Sequence[Planned],
    draft: Draft,
    number: str,
    results: Mapping[str, str],
) -> dict[str, acts.Done]:
    """Each member as a case of its own: received, and accepted, settled or collected."""
    done: dict[str, acts.Done] = {}
    for member in stage:
        own = member_draft(plan, member, draft, number, results)
        try:
            done[member.key] = acts.finish(office, clerk, own)
        except Refusal as refusal:
            if refusal.code != "not_ready":
                raise
            raise Refusal("member_not_ready", item=member.part.item.name) from refusal
    return done


def _check_next(found: Progress) -> None:
    match found.state:
        case State.READY:
            return
        case State.HELD:
            names = [one.member.item_name for one in found.failed]
            raise Refusal("theme_held", names=names)
        case State.RUNNING:
            raise Refusal("theme_running", theme=found.theme.told.name)
        case _:
            raise Refusal("theme_over", theme=found.theme.told.name)


def _draft_again(office: Office, found: Progress) -> Draft:
    """The one submission as a draft again. People and delivery stand in the members' cases."""
    theme = found.theme
    case = next((one.case for one in found.members if one.case and not one.case.purged), None)
    if case is None:
        raise Refusal("theme_forgotten", number=theme.number)
    told = theme.told
    return Draft(
        id=f"{theme.number}.{found.next}",
        visit=told.visit,
        item=told.theme,
        answers=told.answers,
        ticks={line.line.key: line.line.tick for line in told.lines if not line.producer},
        licences=frozenset(told.licences),
        presence=Presence.AGENT if case.agent else Presence.SELF,
        applicant=case.applicant,
        agent=case.agent or Agent(),
        delivery=case.delivery,
        channel=told.channel,
        note=case.note,
    )


def _results(found: Progress) -> dict[str, str]:
    """What each member's result is called, with its number."""
    told: dict[str, str] = {}
    for one in found.members:
        if one.case is not None:
            made = one.case.course.produced
            words = (made.name, made.number) if made else (one.case.result, one.case.number)
            told[one.member.key] = " ".join(word for word in words if word)
    return told


def _append(
    office: Office, clerk: Clerk, number: str, told: Any, draft: Draft | None = None
) -> None:
    at = draft.happened_at if draft else None
    act = Act(entity=f"theme:{number}", payload=told, happened_at=at)
    office.store.journal.append([act], clerk.code)


def _done(office: Office, number: str, done: Mapping[str, acts.Done], *before: str) -> ThemeDone:
    issued = tuple(paper for one in done.values() for paper in one.papers)
    cases = tuple(one.case for one in done.values())
    return ThemeDone(load(office, number), cases, (*before, *issued))
