"""The tab 日历: import, edit and publish a year by keyboard; the rule; the ends of years."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.days import BEIJING
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.edit_year import edited
from desktop.domain.days.working_days import DayWhy, WorkCalendar
from desktop.domain.halls.roles import Clerk
from desktop.services.office import Office
from desktop.ui.desk import Topic
from desktop.ui.pages.hall.days.pane import CalendarPane
from desktop.ui.pages.hall.page import HallPage
from desktop.ui.shell import Shell
from resources import ROOT
from tests.offices import Clock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text

DOC_NO = "国办发明电〔2026〕1号"
Open = Callable[[], HallPage]
KEY = Qt.Key


@pytest.fixture
def opened(window: Callable[[Clerk], Shell]) -> Open:
    """The tab in front of a supervisor."""

    def make() -> HallPage:
        shell = window(SUPERVISOR)
        shell.go("hall")
        page = shell.front
        assert isinstance(page, HallPage)
        press(KEY.Key_5, CTRL)
        return page

    return make


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """2027 as a notice might have it: 4 January off for 9 January worked."""
    form = json.loads((ROOT / "calendar/2027.json").read_text("utf-8"))
    form |= {"status": "official", "doc_no": DOC_NO}
    form["off_days"].append({"date": "2027-01-04", "name": "元旦"})
    form["adjusted_workdays"].append({"date": "2027-01-09", "name": "元旦"})
    file = tmp_path / "2027.json"
    file.write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    return file


def import_file(file: Path) -> None:
    press(KEY.Key_F5)
    type_text(str(file))
    press(KEY.Key_Return)


def words(pane: CalendarPane) -> list[list[str]]:
    """What the list of changes says."""
    model = pane.proposal.pane.model
    return [
        [str(model.index(line, place).data()) for place in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def test_a_clerk_is_not_offered_the_calendar(window: Callable[[Clerk], Shell]) -> None:
    shell = window(CLERK)
    shell.go("hall")
    page = shell.front
    assert isinstance(page, HallPage)
    press(KEY.Key_5, CTRL)
    assert page.panes.currentWidget() is page.look


def test_years_and_days_are_listed(opened: Open) -> None:
    pane = opened().calendar
    years = pane.overview.years.model
    assert [years.index(0, place).data() for place in range(3)] == [
        "2027", "254", "未公布，暂按推算",
    ]  # fmt: skip
    assert years.index(1, 2).data() == "国办发明电〔2025〕7号"
    press(KEY.Key_Down)
    days = pane.overview.days.model
    assert days.index(0, 0).data() == "2026-01-01 周四"
    assert days.index(0, 1).data() == "法定节假日 元旦"
    assert days.index(3, 1).data() == "调休补班 元旦"


def test_a_missing_notice_is_said_above(opened: Open, office: Office) -> None:
    pane = opened().calendar
    assert pane.overview.missing.isVisible()
    assert pane.overview.missing.text == "2027 年放假安排未公布，到期日暂按推算。"


def test_a_year_is_imported_seen_and_published(opened: Open, office: Office, notice: Path) -> None:
    page = opened()
    import_file(notice)
    assert page.calendar.writing
    assert words(page.calendar) == [
        ["2027-01-04 周一", "工作日", "调休放假 元旦", "有变"],
        ["2027-01-09 周六", "周末", "调休补班 元旦", "有变"],
    ]
    assert office.store.views.published_years() == []
    press(KEY.Key_F9)
    assert page.banner.text == "2027 年已发布，变更 2 天，改期办件 0 件。"
    (told,) = office.store.views.published_years()
    assert (told.doc_no, told.reason) == (DOC_NO, "导入 2027.json")
    assert not office.calendar.provisional(date(2027, 3, 1))
    assert page.calendar.overview.isVisible()
    assert page.calendar.overview.chosen == 2027
    assert page.calendar.overview.years.model.index(0, 2).data() == DOC_NO
    assert page.calendar.overview.missing.isHidden()


def test_the_same_year_again_is_not_published(opened: Open, office: Office) -> None:
    page = opened()
    import_file(ROOT / "calendar/2026.json")
    assert page.calendar.proposal.pane.empty.isVisible()
    press(KEY.Key_F9)
    assert page.banner.text == "与现行安排相同，没有发布。"
    assert office.store.views.published_years() == []


@pytest.mark.parametrize("text", ["{", "[]"])
def test_a_broken_file_is_refused_in_place(opened: Open, tmp_path: Path, text: str) -> None:
    page = opened()
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    import_file(file)
    assert page.banner.isVisible()
    assert "这个文件不能用" in page.banner.text
    assert not page.calendar.writing
    assert page.calendar.overview.file.isVisible()


def test_esc_puts_the_question_away_and_the_rule_comes_back(opened: Open) -> None:
    page = opened()
    press(KEY.Key_F5)
    assert page.calendar.overview.rule.isHidden()
    press(KEY.Key_Escape)
    assert page.calendar.overview.file.isHidden()
    assert page.calendar.overview.rule.isVisible()


def write_day(pane: CalendarPane, day: date, why: DayWhy | str, name: str = "") -> None:
    pane.proposal.day.set_day(day)
    pane.proposal.kind.set_value(why)
    pane.proposal.name.set_text(name)
    press(KEY.Key_F7)


def test_days_are_changed_by_hand_and_published_together(opened: Open, office: Office) -> None:
    page = opened()
    press(KEY.Key_Down)
    press(KEY.Key_F6)
    pane = page.calendar
    write_day(pane, date(2026, 12, 31), DayWhy.SWAPPED_HOLIDAY, "元旦")
    write_day(pane, date(2026, 12, 26), DayWhy.ADJUSTED_WORKDAY, "元旦")
    write_day(pane, date(2026, 10, 10), "")
    assert [row[0] for row in words(pane)] == [
        "2026-10-10 周六", "2026-12-26 周六", "2026-12-31 周四",
    ]  # fmt: skip
    press(KEY.Key_F9)
    assert page.banner.text == "请写明理由。"
    assert pane.writing
    pane.proposal.reason.line.setFocus()
    type_text("补充通知")
    press(KEY.Key_F9)
    assert office.calendar.why(date(2026, 12, 31)) is DayWhy.SWAPPED_HOLIDAY
    assert office.calendar.why(date(2026, 10, 10)) is DayWhy.WEEKEND
    (told,) = office.store.views.published_years()
    assert (told.year, told.reason, told.doc_no) == (2026, "补充通知", "国办发明电〔2025〕7号")


@pytest.mark.parametrize(
    ("day", "why", "name", "said"),
    [
        (date(2027, 3, 1), DayWhy.SWAPPED_HOLIDAY, "", "没有写是哪个节日"),
        (date(2027, 3, 1), DayWhy.ADJUSTED_WORKDAY, "春节", "不是周六或周日"),
        (date(2028, 1, 1), DayWhy.LEGAL_HOLIDAY, "元旦", "不属于 2027 年"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_once(
    opened: Open, day: date, why: DayWhy, name: str, said: str
) -> None:
    page = opened()
    press(KEY.Key_F6)
    write_day(page.calendar, day, why, name)
    assert said in page.banner.text
    assert words(page.calendar) == []


def test_a_notice_wants_its_number_or_address(opened: Open, office: Office) -> None:
    page = opened()
    press(KEY.Key_F6)
    proposal = page.calendar.proposal
    proposal.notice.setChecked(True)
    proposal.reason.set_text("通知已公布")
    press(KEY.Key_F9)
    assert "网址或文号" in page.banner.text
    proposal.papers.set_text("https://www.gov.cn/a.htm  https://www.gov.cn/b.htm")
    press(KEY.Key_F9)
    (told,) = office.store.views.published_years()
    assert told.papers == ("https://www.gov.cn/a.htm", "https://www.gov.cn/b.htm")
    assert told.notice


def test_what_was_written_waits_behind_esc_and_is_dropped_by_f8(
    opened: Open, office: Office
) -> None:
    page = opened()
    press(KEY.Key_F6)
    write_day(page.calendar, date(2027, 1, 4), DayWhy.SWAPPED_HOLIDAY, "元旦")
    page.calendar.proposal.reason.set_text("想想再说")
    press(KEY.Key_Escape)
    assert not page.calendar.writing
    press(KEY.Key_F6)
    assert [row[0] for row in words(page.calendar)] == ["2027-01-04 周一"]
    assert page.calendar.proposal.reason.text == "想想再说"
    press(KEY.Key_F8)
    assert not page.calendar.writing
    press(KEY.Key_F6)
    assert words(page.calendar) == []
    assert office.store.views.published_years() == []


def test_the_rule_is_saved_with_its_reason(opened: Open, office: Office) -> None:
    page = opened()
    rule = page.calendar.overview.rule
    press(KEY.Key_F9)
    assert page.banner.text == "规则没有改动。"
    rule.adjusted.setChecked(False)
    rule.next_day.setChecked(True)
    rule.closes.line.setFocus()
    type_text("17:00")
    press(KEY.Key_F9)
    assert page.banner.text == "请写明理由。"
    rule.reason.line.setFocus()
    type_text("本厅规定")
    press(KEY.Key_Return)
    assert office.rule == CountingRule(False, "17:00", True)
    assert office.calendar.why(date(2026, 2, 14)) is DayWhy.UNCOUNTED_WORKDAY
    assert page.banner.text == "规则已保存，改期办件 0 件。"
    assert rule.reason.isHidden()


def test_a_closing_time_goes_with_its_switch(opened: Open, office: Office) -> None:
    page = opened()
    rule = page.calendar.overview.rule
    assert rule.closes.isHidden()
    rule.next_day.setChecked(True)
    assert rule.closes.isVisible()
    rule.reason.set_text("本厅规定")
    press(KEY.Key_F9)
    assert "17:00 这样" in page.banner.text
    assert office.rule == CountingRule()


@pytest.mark.parametrize(
    ("moment", "missing"),
    [
        (datetime(2026, 12, 31, 23, 59, tzinfo=BEIJING), "2027"),
        (datetime(2027, 1, 1, tzinfo=BEIJING), "2027、2028"),
        (datetime(2027, 12, 31, 23, 59, tzinfo=BEIJING), "2027、2028"),
        (datetime(2030, 6, 1, tzinfo=BEIJING), "2030、2031"),
    ],
)
@pytest.mark.parametrize("files", [True, False])
def test_the_end_of_a_year_and_years_without_files(
    opened: Open, office: Office, clock: Clock, moment: datetime, missing: str, files: bool
) -> None:
    if not files:
        office.calendar = WorkCalendar(year for year in office.calendar.years if year.notice)
    clock.at = moment
    page = opened()
    told = f"{missing} 年放假安排未公布，到期日暂按推算。"
    assert page.calendar.overview.missing.text == told
    assert page.calendar.overview.chosen == moment.year + 1
    press(KEY.Key_F6)
    assert page.calendar.proposal.year.year == moment.year + 1
    assert QApplication.focusWidget() is page.calendar.proposal.day.edit
    assert words(page.calendar) == []


def test_what_happens_elsewhere_leaves_what_is_being_written(opened: Open, office: Office) -> None:
    page = opened()
    rule = page.calendar.overview.rule
    rule.adjusted.setChecked(False)
    rule.reason.set_text("本厅规")
    press(KEY.Key_F6)
    write_day(page.calendar, date(2027, 1, 4), DayWhy.SWAPPED_HOLIDAY, "元旦")
    known = office.calendar.year(2027)
    assert known is not None
    office.calendar = office.calendar.with_year(
        edited(known, date(2027, 1, 5), DayWhy.SWAPPED_HOLIDAY, "元旦")
    )
    page.reload({Topic.CALENDAR})
    assert [row[0] for row in words(page.calendar)] == ["2027-01-04 周一", "2027-01-05 周二"]
    assert (rule.adjusted.isChecked(), rule.reason.text) == (False, "本厅规")


def test_f9_reads_the_file_while_it_is_asked_for(opened: Open, notice: Path) -> None:
    page = opened()
    press(KEY.Key_F5)
    type_text(str(notice))
    press(KEY.Key_F9)
    assert page.calendar.writing
