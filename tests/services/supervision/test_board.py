from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.halls.entries import StationOpened
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.figure import Figure, Waiting
from desktop.domain.supervision.figures.rows import DueDays, Slice
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.services.supervision.figures.board import board, due_days
from desktop.services.supervision.figures.month import month
from desktop.wording.figures.panels import panels
from desktop.wording.figures.words import FIGURES, WAITING, board_title
from tests.offices import CLERK, SUPERVISOR, Clock, whole

TODAY = Slice(first=date(2026, 11, 23), last=date(2026, 11, 23))


def test_due_days_are_working_days(office: Office) -> None:
    found = due_days(office.calendar, date(2026, 11, 27))
    assert found == DueDays(
        date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 2), date(2026, 12, 4)
    )


def test_a_board_of_one_hall_among_two(office: Office) -> None:
    """The other has a station, so it stands beside with nothing; narrowed to it nothing is left."""
    opened = StationOpened(hall="YZ", hall_name="亦庄镇便民服务中心", window="1", device="B01")
    office.store.journal.append([Act(entity="station:B01", payload=opened)], STATION.code)
    acts.finish(office, CLERK, whole(office))
    views = office.store.views
    told = board(office, views, TODAY)
    assert (told.counts[Figure.RECEIVED], told.counts[Figure.ACCEPTED], told.open) == (1, 1, 1)
    assert told.hours == {("10", "7"): 1}
    assert [(one.name, one.counts.get(Figure.RECEIVED, 0)) for one in told.halls] == [
        ("经开区政务服务中心", 1), ("亦庄镇便民服务中心", 0),
    ]  # fmt: skip
    assert [one.key for one in told.months][-2:] == ["2026-10", "2026-11"]
    assert board_title(told).startswith("全部大厅 看板")
    whole_report, own = (
        month(office, SUPERVISOR, views, TODAY.first.replace(day=1), halls)
        for halls in (frozenset[str](), frozenset({"KFQ"}))
    )
    assert (whole_report.several, own.several) == (True, False)
    other = board(office, views, replace(TODAY, halls=frozenset({"YZ"})))
    assert (other.narrowed, other.open, dict(other.counts)) == ("亦庄镇便民服务中心", 0, {})
    assert other.saved == ()


def test_what_waits_is_of_today_and_moves_on_by_itself(office: Office, clock: Clock) -> None:
    acts.finish(office, CLERK, whole(office))
    views = office.store.views
    due = views.figures.open_rows(due_days(office.calendar, office.today()))[0].due
    assert due is not None
    clock.on(days=(due - office.today()).days)
    assert board(office, views, TODAY).waiting == {Waiting.TODAY: 1}
    clock.on(days=1)
    assert board(office, views, TODAY).waiting == {Waiting.OVERDUE: 1}


def test_windows_beyond_the_busiest_share_a_series(office: Office) -> None:
    told = board(office, office.store.views, TODAY)
    many = replace(told, hours={("10", str(n)): n for n in range(1, 10)})
    stacks = panels(many)[1]
    assert [mark.number for mark in stacks.all()] == ["5", "6", "7", "8", "9", "10"]
    assert "其他 4 个窗口" in [mark.word for mark in stacks.all()]


def test_a_month_is_for_those_who_may_see_the_log(office: Office) -> None:
    views, first = office.store.views, date(2026, 11, 1)
    with pytest.raises(Refusal, match="not_allowed"):
        month(office, CLERK, views, first)
    with pytest.raises(Refusal, match="unknown_hall"):
        month(office, SUPERVISOR, views, first, frozenset({"XX"}))
    acts.finish(office, CLERK, whole(office))
    report = month(office, SUPERVISOR, views, first)
    assert [row.item for row in report.rows] == ["SP01"]
    assert report.rows[0].organ
    assert report.total.counts == report.rows[0].counts


def test_every_figure_has_its_word() -> None:
    assert set(FIGURES) == set(Figure)
    assert set(WAITING) == set(Waiting)
