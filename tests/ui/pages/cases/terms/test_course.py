"""办理: what was done since acceptance, in order, to be read by everybody and written by nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Reissued,
    ReissueGround,
    Terminated,
    TerminationGround,
)
from desktop.services.handling import decision, delivery, turns
from desktop.ui.pages.cases.detail import COURSE, HISTORY
from desktop.ui.pages.cases.terms.course import Step, steps
from tests.courses import APPROVER, CHIEF, TECHNICAL
from tests.handled import OPINION, Handled
from tests.offices import CLERK
from tests.ui.pages.cases.terms.conftest import OpenCases
from tests.ui.pages.keyboard import CTRL, press


def told(handled: Handled, number: str) -> list[Step]:
    return list(steps(handled.office.store.journal.facts(f"case:{number}")))


def test_every_step_stands_in_order_with_what_came_of_it(handled: Handled) -> None:
    case = handled.delivered()
    assert [(one.day, one.name, one.conclusion) for one in told(handled, case.number)] == [
        ("2026-11-24", "委托技术审查", "已委托"),
        ("2026-11-24", "特别程序开始", "检验"),
        ("2026-11-26", "出具技术意见", "▲ 附条件符合"),
        ("2026-11-26", "特别程序结束", "恢复计时"),
        ("2026-11-27", "审查（现场核查）", "✓ 符合"),
        ("2026-11-27", "延长期限", "延长 5 个工作日"),
        ("2026-11-27", "作出决定", "✓ 准予"),
        ("2026-11-27", "制证", "JY11115000000001"),
        ("2026-11-27", "送达办结", "当面送达"),
    ]
    persons = {one.name: one.persons for one in told(handled, case.number)}
    assert persons["审查（现场核查）"] == "钱审（0720）、吴同行（0721）"
    assert persons["出具技术意见"] == TECHNICAL.code
    assert persons["延长期限"] == "管委会主任"
    assert persons["作出决定"] == "经办 钱审（0720），签发 孙批（0730）"


def test_a_denial_says_why(handled: Handled) -> None:
    case = handled.decided(granted=False)
    last = told(handled, case.number)[-1]
    assert (last.conclusion, last.tone, last.text) == ("× 不予", "bad", "经营场所不符合要求")
    assert last.whole.endswith("经营场所不符合要求")


def test_what_turned_a_case_is_told_too(handled: Handled) -> None:
    office, today = handled.office, handled.office.today()
    old, new = handled.transferred()
    assert [one.conclusion for one in told(handled, old.number)] == [new.number]
    ended = Terminated(ground=TerminationGround.MATTER_GONE, reason="店已关", terminated_on=today)
    turns.terminate(office, APPROVER, new.number, ended)
    assert [one.text for one in told(handled, new.number)] == ["店已关"]
    number = handled.delivered().number
    again = Reissued(ground=ReissueGround.LOST, reason="遗失声明", reissued_on=office.today())
    delivery.reissue(office, CLERK, number, again)
    assert told(handled, number)[-1].conclusion == "遗失"


def test_a_revoked_acceptance_takes_nothing_away(handled: Handled) -> None:
    number = handled.examined().number
    before = told(handled, number)
    revoked = AcceptanceRevoked(reason="误受理", revoked_on=handled.office.today())
    turns.revoke(handled.office, CHIEF, number, revoked)
    after = told(handled, number)
    assert after[: len(before)] == before
    assert (after[-1].name, after[-1].text) == ("撤销受理", "误受理")


def test_a_reason_for_lateness_is_told(handled: Handled) -> None:
    number = handled.accepted().number
    handled.clock.on(days=20)
    decision.explain(handled.office, CLERK, number, "系统故障")
    last = told(handled, number)[-1]
    assert (last.conclusion, last.text) == ("法定办理期限", "系统故障")


def test_a_long_opinion_is_read_whole_and_cannot_be_changed(
    handled: Handled, cases: OpenCases
) -> None:
    case = handled.examined()
    page = cases(case.number, APPROVER)
    press(Qt.Key.Key_3, CTRL)
    assert page.detail.panes[COURSE].model.rowCount() == 5
    assert not page.detail.whole.isHidden()
    for _step in range(2):
        press(Qt.Key.Key_Down)
    assert page.detail.whole.toPlainText().endswith(OPINION)
    assert page.detail.whole.isReadOnly()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_X)
    assert page.detail.whole.toPlainText().endswith(OPINION)


def test_only_a_list_of_long_texts_has_its_line_written_out(
    handled: Handled, cases: OpenCases
) -> None:
    page = cases(handled.accepted().number)
    assert page.detail.whole.isHidden()
    page.detail.tabs.choose(COURSE)
    assert page.detail.whole.isHidden(), "nothing was done yet"
    page.detail.tabs.choose(HISTORY)
    assert page.detail.whole.toPlainText().startswith("收件：")
