"""The state of a theme from its members' standings; the picture's geometry; days used."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.days import BEIJING
from desktop.domain.themes.entries import ThemeMember, ThemeReceived
from desktop.domain.themes.gantt import gantt
from desktop.domain.themes.progress import (
    MemberState,
    Progress,
    Standing,
    State,
    ThemeCase,
    days_used,
    progress,
    working_days,
)
from tests.domain.guidance.shipped import work_calendar

MEMBERS = st.lists(
    st.builds(
        lambda order, days, optional: (order, days, optional),
        st.integers(1, 4),
        st.integers(0, 30),
        st.booleans(),
    ),
    max_size=8,
)


def members(told: list[tuple[int, int, bool]]) -> tuple[ThemeMember, ...]:
    return tuple(
        ThemeMember(key=f"M{n}", item=f"M{n}", item_name=f"事项{n}", order=order, days=days,
                    optional=optional)
        for n, (order, days, optional) in enumerate(told)
    )  # fmt: skip


def theme(*stages: int, ended: str | None = None) -> ThemeCase:
    """Two stages of one member each; `stages` have begun."""
    told = ThemeReceived(
        theme="ZT99", name="试", visit="v", window="1",
        members=members([(1, 5, False), (2, 3, False)]),
        lines=(), savings=(), cases={},
    )  # fmt: skip
    begun = {order: date(2026, 11, 23) for order in stages}
    at = datetime(2026, 11, 23, 9, tzinfo=BEIJING)
    return ThemeCase("Z1", told, "0712", at, {}, begun, ended)


@given(MEMBERS)
def test_the_critical_path_is_the_longest_of_each_stage(told: list[tuple[int, int, bool]]) -> None:
    picture = gantt(members(told))
    assert picture.total <= picture.serial <= picture.span or picture.span == 1
    assert sum(bar.days for bar in picture.bars if bar.critical) == picture.total
    for bar in picture.bars:
        assert bar.start + bar.days <= picture.total
    orders = [bar.order for bar in picture.bars]
    assert orders == sorted(orders)


def test_a_theme_of_nothing_still_has_a_day_to_draw() -> None:
    assert gantt(()).span == 1


@pytest.mark.parametrize(
    ("begun", "ended", "wanted"),
    [((1,), None, State.READY), ((1, 2), None, State.CLOSED), ((1,), "不办了", State.WITHDRAWN)],
)
def test_without_a_running_member(begun: tuple[int, ...], ended: str | None, wanted: State) -> None:
    assert progress(theme(*begun, ended=ended), lambda _number: None).state is wanted


def test_working_days_after_the_first_to_the_last() -> None:
    monday, next_monday = date(2026, 11, 23), date(2026, 11, 30)
    assert working_days(work_calendar(), monday, next_monday) == 5
    assert working_days(work_calendar(), monday, monday) == 0
    assert working_days(work_calendar(), next_monday, monday) == 0


def test_days_of_a_running_stage_go_on_and_of_another_have_not_begun() -> None:
    case = theme(1)
    states = tuple(
        MemberState(member, standing, None, None, None)
        for member, standing in zip(
            case.told.members, (Standing.RUNNING, Standing.WAITING), strict=True
        )
    )
    found = Progress(case, states, State.RUNNING, 2, ())
    first, second = days_used(found, work_calendar(), date(2026, 11, 26))
    assert (first.promised, first.used, first.running) == (5, 3, True)
    assert (second.promised, second.used) == (3, None)
