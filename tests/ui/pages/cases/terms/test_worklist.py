"""待办: what is due first stands first; and how near a case is to its day, on every list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.domain.cases.moves import Stage
from desktop.domain.handling.alert import Alert
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.rows import DutyRow
from desktop.services.handling.duties import Watched
from desktop.ui.pages.cases.detail import TERMS
from desktop.ui.pages.cases.lists import ALL_CASES, DRAFTS, DUTIES, OVERSIGHT, TODAY
from desktop.ui.pages.cases.page import CasesPage, Level
from desktop.ui.pages.cases.terms.alerts import day_text, left_text
from desktop.ui.theme.dress import colour
from tests.courses import TECHNICAL
from tests.handled import Handled
from tests.offices import SUPERVISOR
from tests.ui.pages.cases.terms.conftest import OpenCases
from tests.ui.pages.cases.terms.test_clock import TONE, lines
from tests.ui.pages.keyboard import CTRL, press, type_text

Looked = tuple[Alert, int]


def watched(alert: Alert, left: int) -> Watched:
    day = date(2026, 11, 23)
    row = DutyRow(
        case="KFQ-20261123-A07-0001", item_name="食品经营许可", stage=Stage.ACCEPTED,
        applicant="李*敏", clerk="0712", duty=Duty.DECIDE, start=day, due=day,
        provisional=False, paused=False,
    )  # fmt: skip
    return Watched(row, alert, left)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((Alert.GREEN, 7), "还剩 7 个工作日"),
        ((Alert.RED, 0), "今天到期"),
        ((Alert.OVERDUE, -3), "已超 3 个工作日"),
        ((Alert.OVERDUE, 0), "已过到期日"),
    ],
)
def test_how_far_off_a_day_is(told: Looked, words: str) -> None:
    assert left_text(watched(*told)) == words


def test_a_day_tells_its_year_once_it_could_be_another_s() -> None:
    today = date(2026, 11, 23)
    assert day_text(date(2027, 1, 5), today) == "01-05"
    assert day_text(date(2028, 1, 5), today) == "2028-01-05"


def test_what_is_due_first_stands_first_and_stopped_clocks_last(
    handled: Handled, cases: OpenCases
) -> None:
    late = handled.received().number
    stopped = handled.suspended().number
    handled.clock.on(days=9)
    near = handled.accepted().number
    handled.clock.on(days=6)
    page = cases()
    press(Qt.Key.Key_4, CTRL)
    assert page.lists.tabs.place == DUTIES
    told = lines(page.lists.duties)
    assert [(one[0], one[2], one[3]) for one in told] == [
        ("× 已超期", "受理或告知补正", late.removeprefix("KFQ-")),
        ("× 已超期", "特别程序到期", stopped.removeprefix("KFQ-")),
        ("● 正常", "作出决定", near.removeprefix("KFQ-")),
        ("‖ 暂停计时", "作出决定", stopped.removeprefix("KFQ-")),
    ]
    assert told[0][1] == "11-30 已超 7 个工作日"
    assert told[0][4:] == ["食品经营许可（新办）", "李*敏", "已收件"]
    model = page.lists.duties.model
    assert model.data(model.index(0, 0), TONE) == colour("bad")


def test_the_search_finds_in_the_worklist(handled: Handled, cases: OpenCases) -> None:
    handled.received()
    other = Handled(handled.office, handled.clock, "SP07").received()
    page = cases()
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_F, CTRL)
    assert page.lists.tabs.place == DUTIES
    type_text("小餐")
    assert [one[3] for one in lines(page.lists.duties)] == [other.number.removeprefix("KFQ-")]
    type_text("查无此项")
    assert page.lists.duties.currentWidget() is page.lists.duties.empty


def test_enter_opens_the_case_at_its_terms_and_escape_comes_back(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.accepted()
    page = cases()
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_Return)
    assert page.level is Level.DETAIL
    assert (page.detail.number, page.detail.tabs.place) == (case.number, TERMS)
    assert page.detail.terms.clocks.view.hasFocus()
    page.back()
    assert (page.level, page.lists.tabs.place) == (Level.LISTS, DUTIES)
    assert page.lists.duties.view.hasFocus()


def test_open_cases_show_how_near_they_are_and_ended_ones_do_not(
    handled: Handled, cases: OpenCases
) -> None:
    numbers = [
        handled.suspended().number,
        handled.delivered().number,
        handled.received().number,
        handled.accepted().number,
    ]
    handled.clock.on(days=11)
    page = cases()
    page.lists.tabs.choose(ALL_CASES)
    due = {one[0]: one[5] for one in lines(page.lists.cases)}
    assert [due[number].partition(" ")[0] for number in numbers] == [
        "‖", "2026-12-18", "—", "▲",
    ]  # fmt: skip
    row = page.lists.cases.model.place_of(numbers[3])
    model = page.lists.cases.model
    assert model.data(model.index(row, 5), TONE) == colour("warn")


def test_every_role_has_its_own_lists(handled: Handled, cases: OpenCases) -> None:
    handled.accepted()
    page = cases("", TECHNICAL)
    assert offered(page) == {TODAY, ALL_CASES, DUTIES}
    page.desk.sign_in(SUPERVISOR)
    assert offered(page) == {DRAFTS, TODAY, ALL_CASES, DUTIES, OVERSIGHT}
    page.lists.tabs.choose(OVERSIGHT)
    page.desk.sign_in(TECHNICAL)
    assert page.lists.tabs.place == TODAY, "nobody stays on a list that is not theirs"


def offered(page: CasesPage) -> set[int]:
    """Places of the tabs that are shown."""
    buttons = page.lists.tabs.buttons
    return {place for place, button in enumerate(buttons) if button.isVisible()}
