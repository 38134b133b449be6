"""日结 with keys alone, as somebody does it who never did it before: what the screen says, no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.cases.papers import Outcome
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk
from desktop.domain.supervision.closing.checks import Check
from desktop.domain.supervision.closing.entries import DayClosed
from desktop.services.cases import papers
from desktop.services.courier import shipments
from desktop.services.halls import clerks
from desktop.services.office import Office
from desktop.services.supervision.closing import day as closing
from desktop.services.supervision.closing import schedule, shift
from desktop.ui import reminders
from desktop.ui.pages.closing.clockwork import Clockwork
from desktop.ui.pages.closing.page import DAY, EXPORT, SHIFT, ClosingPage
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.banner import Tone
from tests.offices import NOW, Clock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)


@pytest.fixture
def left(day: Day) -> Day:
    """A draft, two cases, a paper that nobody confirmed, a parcel that nobody fetched."""
    day.held()
    day.received()
    day.received()
    accepted = day.accepted()
    papers.printed(day.office, CLERK, f"{accepted.number}-SL1", Outcome.SPOOLED)
    told = shipments.suggest(day.office, accepted.number, Direction.OUTBOUND)
    shipments.create(day.office, CLERK, replace(told, waybill="EA966331020CN"))
    return day


def front(shell: Shell) -> ClosingPage:
    page = shell.front
    assert isinstance(page, ClosingPage)
    return page


def told(office: Office) -> list[DayClosed]:
    facts = office.store.journal.facts(f"day:KFQ-{office.today():%Y%m%d}")
    return [one.payload for one in facts]


def digit(qtbot: QtBot, page: ClosingPage, key: Qt.Key) -> None:
    """A digit waits a moment, for it may be the first of a scan."""
    line = page.day.pane.current
    before = page.day.reason_of(line)
    press(key)
    qtbot.waitUntil(lambda: page.day.reason_of(line) != before)


def test_a_new_supervisor_closes_the_day_by_what_stands_on_the_screen(
    left: Day, window: Window, qtbot: QtBot
) -> None:
    shell = window(SUPERVISOR)
    press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)  # 「5 日志」 in the navigation
    assert shell.front is not None
    doors = [one.text() for one in shell.front.findChildren(QPushButton) if one.isVisible()]
    assert "F6  日结·交班" in doors
    press(Qt.Key.Key_F6)
    page = front(shell)
    found = [line.check for line in page.day.looked.lines] if page.day.looked else []
    assert found == [Check.DRAFT, Check.PRINT, Check.INTAKE, Check.INTAKE, Check.PARCEL]
    assert "收件 3" in page.day._figures.text()
    assert page.day._digits.text().startswith("1 等申请人补材料")
    digit(qtbot, page, Qt.Key.Key_1)
    digit(qtbot, page, Qt.Key.Key_2)
    assert page.day.pane.current.check is Check.INTAKE, "each digit steps on"
    press(Qt.Key.Key_F3)
    type_text("等承办机构回电")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    assert "还有 2 项没有写结转理由" in page.banner.text
    assert told(left.office) == []
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F9)
    assert isinstance(shell.front, PapersPage)
    (entry,) = told(left.office)
    assert [one.reason for one in entry.carried] == [
        "等申请人补材料", "已打好，忘记确认", "等承办机构回电", "明日续办", "明日续办",
    ]  # fmt: skip
    press(Qt.Key.Key_Escape)
    page = front(shell)
    assert page.day.button.text().endswith("再次日结")
    assert "上次日结 11-23 10:41，赵一鸣，结转 5 项" in page.day._state.text()


def test_it_warns_and_never_blocks(left: Day, window: Window) -> None:
    shell = window(SUPERVISOR)
    shell.go("closing")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    (entry,) = told(left.office)
    assert [one.reason for one in entry.carried] == [""] * 5


def test_enter_leads_to_what_is_open(left: Day, window: Window) -> None:
    shell = window(SUPERVISOR)
    shell.go("closing")
    page = front(shell)
    press(Qt.Key.Key_Return)
    assert "别人的草稿" in page.banner.text
    leads = {Check.PRINT: "papers", Check.INTAKE: "cases", Check.PARCEL: "courier"}
    for line in page.day.looked.lines[1:] if page.day.looked else ():
        shell.go("closing")
        page.day.pane.seek(line.id)
        page.day.take_focus()
        press(Qt.Key.Key_Return)
        assert shell._front == leads[line.check], line


def test_the_checks_choose_what_is_listed(left: Day, window: Window, qtbot: QtBot) -> None:
    shell = window(SUPERVISOR)
    shell.go("closing")
    page = front(shell)
    page.day.checks.take_focus()
    for _time in range(3):
        press(Qt.Key.Key_Down)
    assert page.day.checks.current.check is Check.INTAKE
    assert page.day.pane.model.rowCount() == 2
    press(Qt.Key.Key_Return)
    digit(qtbot, page, Qt.Key.Key_2)
    digit(qtbot, page, Qt.Key.Key_2)
    assert (page.day.checks.current.open, page.day.checks.current.said) == (2, 2)


def test_reasons_outlive_other_work(left: Day, window: Window, qtbot: QtBot) -> None:
    shell = window(SUPERVISOR)
    shell.go("closing")
    page = front(shell)
    digit(qtbot, page, Qt.Key.Key_1)
    shell.go("cases")
    left.received()
    shell.go("closing")
    assert list(page.day.reasons.values()) == ["等申请人补材料"]


def test_a_clerk_closes_the_own_window_from_the_palette(left: Day, window: Window) -> None:
    shell = window(CLERK)
    press(Qt.Key.Key_K, CTRL)
    type_text("日结")
    press(Qt.Key.Key_Return)
    page = front(shell)
    assert "7 号窗口" in page.day._title.text()
    assert page.tabs.buttons[EXPORT].isHidden()
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F9)
    assert [one.window for one in told(left.office)] == ["7"]


def test_a_shift_is_handed_over_by_keyboard(left: Day, window: Window) -> None:
    heir = ClerkSet(code="0713", name="孙接班", role=CLERK.role)
    clerks.set_clerk(left.office, SUPERVISOR, heir, PASSWORD)
    shell = window(CLERK)
    shell.go("closing")
    press(Qt.Key.Key_2, CTRL)
    page = front(shell)
    assert page.tabs.place == SHIFT
    assert page.shift.pane.model.rowCount() == 6
    press(Qt.Key.Key_F9)
    assert "请选接班人" in page.banner.text
    for _time in range(2):
        press(Qt.Key.Key_Down)  # the choice of successors has the focus
    page.shift.secret.line.setFocus()
    type_text("wrong")
    press(Qt.Key.Key_Return)
    assert "密码不对" in page.banner.text
    assert page.shift.to.value == "0713", "nothing is lost"
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    assert isinstance(shell.front, PapersPage)
    assert shift.held(left.office, CLERK.code) == ()
    assert len(shift.held(left.office, "0713")) == 6


@pytest.fixture
def clockwork(left: Day, window: Window) -> Iterator[Callable[[], tuple[Clockwork, list[str]]]]:
    made: list[Clockwork] = []

    def make() -> tuple[Clockwork, list[str]]:
        said: list[str] = []
        shell = window(SUPERVISOR)
        made.append(Clockwork(shell.desk, lambda _tone, text: said.append(text)))
        return made[0], said

    yield make
    for one in made:
        one.stop()


def test_the_log_exports_itself_and_tells_when_it_could_not(
    left: Day,
    clockwork: Callable[[], tuple[Clockwork, list[str]]],
    clock: Clock,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    work, said = clockwork()
    desk, folder = work._desk, tmp_path / "share"

    def look() -> None:
        work.look()
        qtbot.waitUntil(lambda: not desk.working)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not desk.working)

    schedule.set_schedule(left.office, SUPERVISOR, "17:00", str(folder), "xlsx")
    look()
    assert said == [], "not yet"
    clock.at = NOW.replace(hour=17, minute=1)
    look()
    assert len(said) == 1
    assert "11-23 的日志还没有导出（试了 1 次）：找不到文件夹" in said[0]
    clock.on(minutes=1)
    look()
    assert len(said) == 1, "once, however often it is tried"
    reminded = reminders.said(left.office, SUPERVISOR)
    assert reminded is not None
    assert reminded[0] is Tone.WARN
    assert "试了 2 次" in reminded[1]
    assert reminders.SEE_CLOSING in reminded[2]
    folder.mkdir()
    clock.on(minutes=5)
    look()
    name = "日志 经开区政务服务中心 2026-11-23.xlsx"
    assert {path.name for path in folder.iterdir()} == {name, f"{name}.manifest.json"}
    assert "已经补上" in said[1]
    assert schedule.note(left.office) is None


def test_a_schedule_is_set_and_stopped_by_keyboard(
    left: Day, window: Window, tmp_path: Path
) -> None:
    shell = window(SUPERVISOR)
    shell.go("closing", "export")
    page = front(shell)
    press(Qt.Key.Key_F9)
    assert "导出时刻「」不对" in page.banner.text
    page.export.at.line.setFocus()
    type_text("17.30")
    page.export.place.field.set_text(str(tmp_path))
    press(Qt.Key.Key_F9)
    assert "写成 17:00 这样" in page.banner.text
    assert page.export.at.text == "17.30", "nothing is lost"
    page.export.at.line.selectAll()
    type_text("17:30")
    press(Qt.Key.Key_Return)
    known = schedule.schedule(left.office)
    assert known is not None
    assert (f"{known.at:%H:%M}", known.folder) == ("17:30", str(tmp_path))
    press(Qt.Key.Key_F8)
    assert schedule.schedule(left.office) is None


def test_signing_in_reminds_of_a_day_that_nobody_closed(left: Day, clock: Clock) -> None:
    clock.on(days=1)
    said = reminders.said(left.office, SUPERVISOR)
    assert said is not None
    assert "11-23 没有日结（Ctrl+K 日结）。" in said[1]
    assert reminders.SEE_CLOSING in said[2]
    other = reminders.said(left.office, CLERK)
    assert other is None or "没有日结" not in other[1]
    closing.close(left.office, SUPERVISOR)
    clock.on(days=1)
    said = reminders.said(left.office, SUPERVISOR)
    assert said is None or "没有日结" not in said[1], "nobody worked on the day that was closed"


def test_another_window_than_the_usual_one_is_told(office: Office, clock: Clock) -> None:
    clock.on(days=-30)
    assert reminders.said(office, replace(CLERK, window="7")) is None
    said = reminders.said(office, replace(CLERK, window="3"))
    assert said is not None
    assert "默认窗口是 3 号，现在是 7 号" in said[1]


@pytest.mark.parametrize(
    ("theme", "px"), [(Theme.LIGHT, 15), (Theme.LIGHT, 22), (Theme.DARK, 15), (Theme.CONTRAST, 22)]
)
def test_nothing_is_cut_off(
    left: Day, window: Window, clock: Clock, dressed: QApplication, tmp_path: Path,
    shoot: Callable[[QWidget, str], None], theme: Theme, px: int,
) -> None:  # fmt: skip
    clock.on(days=-3)
    left.received()
    closing.close(left.office, SUPERVISOR)
    clock.on(days=3)
    dress(dressed, theme, px)
    told_of = schedule.set_schedule(left.office, SUPERVISOR, "09:00", str(tmp_path / "gone"), "csv")
    assert told_of.since == NOW.date()
    owed = schedule.due(left.office)
    assert owed is not None
    schedule.failed(left.office, owed, "找不到文件夹。请接好移动盘或连上共享，会自动再试。")
    shell = window(SUPERVISOR)
    shell.go("closing")
    page = front(shell)
    for n, place in enumerate((DAY, SHIFT, EXPORT)):
        page.tabs.choose(place)
        dressed.processEvents()
        shoot(shell, f"closing-{n}-{theme}-{px}")
        assert not list(cut_off(shell)), place
    page.tabs.choose(DAY)
    page.day.usual(1)
    page.day.close_day()
    dressed.processEvents()
    shoot(shell, f"closing-warn-{theme}-{px}")
    page.day.write_reason()
    dressed.processEvents()
    shoot(shell, f"closing-ask-{theme}-{px}")
    assert not list(cut_off(shell))
