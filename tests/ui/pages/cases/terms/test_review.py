"""待复核: a supervisor looks at a second notice afterwards; nothing was held up by it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.cases.lines import defect_of, open_lines
from desktop.domain.handling.changes import ActReviewed, Finding
from desktop.services.cases import acts
from desktop.ui.pages.cases.lists import OVERSIGHT
from desktop.ui.pages.cases.page import CasesPage, Level
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR
from tests.ui.pages.cases.terms.conftest import OpenCases
from tests.ui.pages.cases.terms.test_clock import lines
from tests.ui.pages.keyboard import CTRL, press, type_text


def reviewing(page: CasesPage) -> bool:
    """Whether the panel is in front; asked anew every time."""
    return page.lists.reviewing


def test_enter_shows_what_was_asked_for_and_what_the_law_says(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.noticed_again(handled.received())
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    assert lines(page.lists.oversight) == [
        ["▲ 再次告知又添内容", "11-23", "0712", case.number, "食品经营许可（新办）"]
    ]
    press(Qt.Key.Key_Return)
    panel = page.lists.review
    assert reviewing(page)
    assert lines(panel.pane) == [
        [case.notices[1].defects[0].name, "过期", "换成在有效期内的", "▲ 没有告知过"]
    ]
    assert panel.article.text().startswith("行政许可法第七十二条第四项")
    page.back()
    assert not reviewing(page)
    assert page.lists.oversight.view.hasFocus()


def test_a_finding_needs_a_word_of_reason_and_is_journalled_once(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.noticed_again(handled.received())
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    assert page.banner.text == "请写明理由。"
    assert reviewing(page)
    page.lists.review.finding.set_value(Finding.IMPROPER)
    press(Qt.Key.Key_Tab)
    type_text("第一次就该告知，已提醒")
    press(Qt.Key.Key_F9)
    assert not reviewing(page)
    assert page.banner.text == "已复核，结论记入日志。"
    facts = handled.office.store.journal.facts(f"case:{case.number}")
    told = facts[-1].payload
    assert isinstance(told, ActReviewed)
    assert (told.finding, told.note) == (Finding.IMPROPER, "第一次就该告知，已提醒")
    page.lists.reload()
    assert lines(page.lists.oversight) == []


def test_nobody_looks_at_an_act_of_their_own(handled: Handled, cases: OpenCases) -> None:
    office, case = handled.office, handled.noticed(handled.received(), slice(1))
    defects = [defect_of(line) for line in open_lines(case)]
    acts.notify(office, SUPERVISOR, case.number, defects)
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    press(Qt.Key.Key_Return)
    page.lists.review.note.set_text("没有问题")
    press(Qt.Key.Key_F9)
    assert page.banner.text == "自己的行为要由别人复核。"


def test_a_late_notice_cites_the_duty_to_notify(handled: Handled, cases: OpenCases) -> None:
    case = handled.received()
    handled.clock.on(days=9)
    handled.noticed(case)
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    press(Qt.Key.Key_Return)
    assert page.lists.review.article.text().startswith("行政许可法第七十二条第三项")
    assert {told[3] for told in lines(page.lists.review.pane)} == {"—"}


def test_what_is_no_licence_is_not_measured_by_the_licensing_law(
    handled: Handled, cases: OpenCases
) -> None:
    other = Handled(handled.office, handled.clock, "KJ02")
    other.noticed_again(other.received())
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    press(Qt.Key.Key_Return)
    assert page.lists.review.article.text().startswith("优化营商环境条例第三十六条")


def test_the_number_opens_the_case(handled: Handled, cases: OpenCases) -> None:
    case = handled.noticed_again(handled.received())
    page = cases("", SUPERVISOR)
    press(Qt.Key.Key_5, CTRL)
    press(Qt.Key.Key_Return)
    page.lists.review.number.click()
    assert (page.level, page.detail.number) == (Level.DETAIL, case.number)


def test_a_clerk_is_not_offered_the_list(handled: Handled, cases: OpenCases) -> None:
    handled.noticed_again(handled.received())
    page = cases("", CLERK)
    press(Qt.Key.Key_5, CTRL)
    assert page.lists.tabs.place != OVERSIGHT
