"""Profiles: kept, used on whatever day it is, forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.profiles import Profile, Span
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.supervision.log import profiles
from tests.offices import CLERK, SUPERVISOR

TOLD = Profile(
    name="每周 窗口", view="day", span=Span.WEEK, format="csv", folder="D:/日志",
    wanted=LogFilter(
        first=date(2026, 1, 1), last=date(2026, 1, 2), windows=frozenset({"7"}), late=True
    ),
)  # fmt: skip


def test_what_was_kept_is_found_as_it_was(office: Office) -> None:
    profiles.keep(office, SUPERVISOR, replace(TOLD, name="  每周   窗口 "))
    assert profiles.named(office, "每周 窗口") == TOLD
    assert profiles.kept(office) == (TOLD,)
    profiles.drop(office, SUPERVISOR, "每周 窗口")
    assert profiles.kept(office) == ()


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.TODAY, date(2026, 11, 26), date(2026, 11, 26)),
        (Span.WEEK, date(2026, 11, 23), date(2026, 11, 26)),
        (Span.MONTH, date(2026, 11, 1), date(2026, 11, 26)),
        (Span.DAYS, date(2026, 1, 1), date(2026, 1, 2)),
    ],
)
def test_a_span_means_the_days_of_the_day_it_is_used(span: Span, first: date, last: date) -> None:
    wanted = replace(TOLD, span=span).on(date(2026, 11, 26))
    assert (wanted.first, wanted.last, wanted.windows) == (first, last, frozenset({"7"}))


def test_what_is_no_name_and_who_may_not(office: Office) -> None:
    for name in ("", "  ", "字" * 31):
        with pytest.raises(Refusal, match="profile_name"):
            profiles.keep(office, SUPERVISOR, replace(TOLD, name=name))
    with pytest.raises(Refusal, match="not_allowed"):
        profiles.keep(office, CLERK, TOLD)
    with pytest.raises(Refusal, match="unknown_profile"):
        profiles.named(office, "没有")
