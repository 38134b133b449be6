"""期限: every clock of a case, and the days of the chosen one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.cases.papers import PaperKind
from desktop.domain.handling.alert import Alert
from desktop.domain.handling.changes import AcceptanceRevoked
from desktop.domain.handling.entries import Clock as Runs
from desktop.services.cases import acts
from desktop.services.handling import turns
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.detail import TERMS
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.theme.dress import colour
from desktop.ui.widgets.alerts import ALERTS
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.rows import RowsModel
from tests.courses import CHIEF
from tests.handled import Handled
from tests.offices import CLERK, whole
from tests.ui.pages.cases.terms.conftest import OpenCases
from tests.ui.pages.keyboard import CTRL, press

TONE = Qt.ItemDataRole.ForegroundRole


def line(pane: RowsPane, row: int) -> list[str]:
    """What stands in the row, hidden columns included."""
    model: RowsModel = pane.model
    return [str(model.data(model.index(row, n))) for n in range(model.columnCount(QModelIndex()))]


def lines(pane: RowsPane) -> list[list[str]]:
    return [line(pane, row) for row in range(pane.model.rowCount())]


def look(page: CasesPage) -> dict[str, str]:
    """Every clock with its state."""
    return {told[0]: told[1] for told in lines(page.detail.terms.clocks)}


def test_a_key_leads_to_the_clocks_and_the_one_that_runs_is_chosen(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.accepted()
    handled.clock.on(days=1)
    page = cases(case.number)
    press(Qt.Key.Key_2, CTRL)
    terms = page.detail.terms
    assert page.detail.tabs.place == TERMS
    assert lines(terms.clocks) == [
        ["补正告知期限", "✓ 按期", "2026-11-23", "5 个工作日", "2026-11-30", "2026-11-23"],
        ["法定办理期限", "● 正常", "2026-11-23", "10 个工作日", "2026-12-07", "—"],
    ]
    assert terms.clocks.current.clock is Runs.DECISION
    assert terms.said.full == (
        "自受理之日 2026-11-23 周一 起，当日不计；10 个工作日，至 2026-12-07 周一 届满。"
        "今天是第 1 日，还剩 9 个工作日。"
    )
    assert terms.basis.full == (
        "依据：行政许可法第四十二条、第八十二条；民法典第二百零一条（开始当日不计入）。"
    )


def test_each_day_says_whether_it_counts_why_and_what_was_done(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.accepted()
    handled.clock.on(days=2)
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    days = lines(page.detail.terms.days)
    assert days[0] == ["2026-11-23 周一", "○ 不计", "第 0 日，当日不计", "收件、受理"]
    assert days[2] == ["2026-11-25 周三 今天", "✓ 第 2 日", "工作日", ""]
    assert days[5] == ["2026-11-28 周六", "○ 不计", "周末", ""]
    assert days[-1] == ["2026-12-07 周一", "✓ 第 10 日", "工作日", "▲ 期限届满"]
    assert page.detail.terms.days.current.date == date(2026, 11, 25)


def test_a_holiday_is_called_by_its_name(handled: Handled, cases: OpenCases) -> None:
    handled.clock.on(days=-60)  # 24 September 2026: 中秋 and 国庆 lie ahead
    page = cases(handled.accepted().number)
    page.detail.tabs.choose(TERMS)
    told = {day[0][:10]: day[1:3] for day in lines(page.detail.terms.days)}
    assert told["2026-10-01"] == ["○ 不计", "法定节假日·国庆节"]
    assert any(why.startswith("调休补班") for counts, why in told.values() if "第" in counts)


def test_enter_leads_to_the_days_of_the_chosen_clock(handled: Handled, cases: OpenCases) -> None:
    page = cases(handled.accepted().number)
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_Up)
    assert page.detail.terms.clocks.current.clock is Runs.NOTICE
    assert len(lines(page.detail.terms.days)) == 8
    press(Qt.Key.Key_Return)
    assert page.detail.terms.days.view.hasFocus()


def test_a_special_procedure_stops_the_clock(handled: Handled, cases: OpenCases) -> None:
    case = handled.suspended()
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    assert look(page)["法定办理期限"] == "‖ 暂停计时"
    assert look(page)["特别程序·检验"] == "● 正常"
    assert page.detail.terms.said.full.startswith(
        "自程序开始之日 2026-11-24 周二 起，当日计入；10 个工作日，至 2026-12-07 周一 届满。"
    )
    assert page.detail.terms.basis.full == "依据：行政许可法第四十五条。"
    press(Qt.Key.Key_Up)
    assert page.detail.terms.said.full.endswith("今天在特别程序中，不计入期限。")
    assert lines(page.detail.terms.days)[1][1:3] == ["○ 不计", "特别程序，不计入期限"]


def test_an_extension_stands_beside_the_term(handled: Handled, cases: OpenCases) -> None:
    page = cases(handled.extended().number)
    page.detail.tabs.choose(TERMS)
    told = line(page.detail.terms.clocks, 1)
    assert told[3] == "10＋5 个工作日"
    assert "10 个工作日，延长 5 个工作日，至 2026-12-17 周四 届满" in page.detail.terms.said.full


def test_what_was_done_too_late_is_told_in_words_and_red(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.received()
    handled.clock.on(days=10)
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    terms = page.detail.terms
    assert look(page) == {"补正告知期限": "× 已超期"}
    assert terms.said.full.endswith("今天 2026-12-03 周四，已逾期 3 个工作日。")
    model = terms.days.model
    late = [row for row in range(model.rowCount()) if line(terms.days, row)[1] == "✓ 第 6 日"]
    assert model.data(model.index(late[0], 1), TONE) == colour("bad")
    acts.conclude(handled.office, CLERK, case.number)
    page.detail.show_case(case.number)
    assert look(page)["补正告知期限"] == "× 逾期"
    terms.clocks.seek(f"{Runs.NOTICE}  2026-11-23")
    assert terms.said.full.endswith("2026-12-03 周四 完成，第 8 日。已逾期。")


def test_alarm_from_the_third_day(handled: Handled, cases: OpenCases) -> None:
    """Of the five days to notify the third is amber and the fourth red (许可法 32(4))."""
    page = cases(handled.received().number)
    page.detail.tabs.choose(TERMS)
    seen = []
    for _day in range(5):
        seen.append(look(page)["补正告知期限"])
        handled.clock.on(days=1)
        page.detail.show_case(page.detail.number)
    assert seen == ["● 正常", "● 正常", "● 正常", "▲ 将到期", "◆ 紧急"]


def test_while_it_is_corrected_no_term_runs(handled: Handled, cases: OpenCases) -> None:
    """Two notices of one day are one period."""
    page = cases(handled.noticed_again(handled.received()).number)
    page.detail.tabs.choose(TERMS)
    assert look(page) == {"补正告知期限": "✓ 按期", "补正": "‖ 补正中"}
    assert page.detail.terms.said.full.endswith("补正期间，审批的期限没有起算。")
    assert page.detail.terms.basis.full.count("民法典") == 0
    acts.withdraw(handled.office, CLERK, page.detail.number, "不办了")
    page.detail.show_case(page.detail.number)
    assert look(page)["补正"] == "○ 随办件终结"


def test_no_article_of_the_licensing_law_for_what_is_no_licence(
    handled: Handled, cases: OpenCases
) -> None:
    case = acts.finish(handled.office, CLERK, whole(handled.office, "KJ02")).case
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    assert page.detail.terms.basis.full == (
        "依据：本事项规定的办理期限；民法典第二百零一条至第二百零三条（开始当日不计入，末日逢休顺延）。"
    )
    assert line(page.detail.terms.clocks, 0)[3] == "30 日"


def test_a_due_day_of_a_year_without_a_notice_says_so(handled: Handled, cases: OpenCases) -> None:
    handled.clock.on(days=30)
    page = cases(handled.accepted().number)
    page.detail.tabs.choose(TERMS)
    assert line(page.detail.terms.clocks, 1)[4].endswith(" 暂")
    assert "（暂按推算，放假安排公布后重算）" in page.detail.terms.said.full


def test_where_no_term_runs_the_tab_says_so(handled: Handled, cases: OpenCases) -> None:
    draft = whole(handled.office, "KJ01")
    case = acts.finish(handled.office, CLERK, draft).case
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    terms = page.detail.terms
    assert terms.clocks.currentWidget() is terms.clocks.empty
    assert terms.days.isHidden()
    assert not terms.printable
    press(Qt.Key.Key_P)
    assert page.detail.tabs.place == TERMS


def test_p_prints_the_ledger_as_a_paper(handled: Handled, desk: Desk, qtbot: QtBot) -> None:
    case = handled.accepted()
    desk.sign_in(CLERK)
    page = CasesPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_what(case.number)
    press(Qt.Key.Key_P)
    assert not [row for row in desk.office.store.views.papers(case.number) if "QX" in row.number]
    press(Qt.Key.Key_2, CTRL)
    with qtbot.waitSignal(page.wanted) as asked:
        press(Qt.Key.Key_P)
    number = f"{case.number}-QX1"
    assert asked.args == ["papers", f"cases|{number}"]
    facts = desk.office.store.views.paper(number)
    assert facts is not None
    assert facts.kind is PaperKind.LEDGER
    assert [one.clock for one in facts.sections] == [Runs.NOTICE, Runs.DECISION]


def test_a_revoked_acceptance_takes_its_clock_along(handled: Handled, cases: OpenCases) -> None:
    case = handled.accepted()
    told = AcceptanceRevoked(reason="误受理", revoked_on=handled.office.today())
    turns.revoke(handled.office, CHIEF, case.number, told)
    page = cases(case.number)
    page.detail.tabs.choose(TERMS)
    assert look(page) == {}


@pytest.mark.parametrize("alert", list(Alert))
def test_every_state_has_a_glyph_and_a_colour_of_the_theme(alert: Alert) -> None:
    glyph, tone = ALERTS[alert]
    assert len(glyph) == 1
    assert colour(tone).isValid()
