from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged
from desktop.domain.halls.roles import Clerk
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.profiles import Span
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import LogFilter
from desktop.services.advice.consultations import log_question
from desktop.services.cases import acts
from desktop.services.supervision.log import exporting
from desktop.services.supervision.log.profiles import kept, named
from desktop.ui.pages.log.columns import Line, Value
from desktop.ui.pages.log.page import Level, LogPage
from desktop.ui.shell import Shell
from tests.offices import Clock
from tests.ui.conftest import CLERK, NOW, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import CTRL, press

Window = Callable[[Clerk], Shell]
TODAY = LogFilter(first=NOW.date(), last=NOW.date())


def open_page(window: Window, folder: Path) -> LogPage:
    shell = window(SUPERVISOR)
    shell.go("log")
    page = shell.front
    assert isinstance(page, LogPage)
    page.export.place.field.set_text(str(folder))
    return page


def test_a_clerk_is_not_offered_the_log(window: Window) -> None:
    shell = window(CLERK)
    assert "log" not in [entry.id for entry in shell.offered()]


def settled(page: LogPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.reader.busy)


def figure(page: LogPage, by: By, key: str = "") -> Line:
    found = (line for line in page._lines if (line.figure.by, line.figure.key) == (by, key))
    return next(found)


def test_every_act_is_a_row_and_counted(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    settled(page, qtbot)
    number = day.office.store.views.count_log(TODAY)
    assert page.lists.pane.model.rowCount() == number
    assert figure(page, By.ROWS).figure.count == number
    assert figure(page, By.ACT, "case.accepted").figure.count == 1
    press(Qt.Key.Key_2, CTRL)
    assert page.lists.first.day.weekday() == 0


def test_consultations_are_told_by_what_was_asked_most(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    told = ConsultationLogged(by=AskedBy.PHONE, answered=Answered.OPEN, asked="养蜂场")
    log_question(day.office, CLERK, told)
    page = open_page(window, tmp_path)
    page.lists.view.set_value("consultations")
    page.lists.view.picked.emit("consultations")
    qtbot.waitUntil(lambda: page.lists.counts.text().startswith("咨询 1 次"))
    assert page.lists.counts.text().endswith("目录里没有的：　1 养蜂场")
    assert page.lists.pane.model.rowCount() == 1
    assert figure(page, By.SUBJECT, "nothing:").figure.count == 1


def test_a_figure_opens_its_rows_and_a_row_its_entry(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    case = day.accepted()
    page = open_page(window, tmp_path)
    settled(page, qtbot)
    everything = page.lists.pane.model.rowCount()
    page.lists.figures.seek("act:case.accepted:")
    page.lists.figures.take_focus()
    press(Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.lists.pane.model.rowCount() == 1
    assert "行为 受理" in page.lists.narrowed.text()
    press(Qt.Key.Key_Return)
    assert page.stack.currentIndex() == Level.ENTRY
    shown = [one.text() for one in page.entry.findChildren(QLabel)]
    assert {"发生时刻", "记录时刻", case.number} <= set(shown)
    row = page.lists.pane.current
    entry = day.office.store.views.book.entry(row.device, row.seq)
    assert entry is not None
    assert " ".join(entry.hash[at : at + 8] for at in range(0, 64, 8)) in shown
    press(Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == Level.LISTS
    press(Qt.Key.Key_Escape)
    settled(page, qtbot)
    assert page.lists.pane.model.rowCount() == everything


def test_a_late_entry_shows_both_times(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot, clock: Clock
) -> None:
    draft = replace(day.draft(), happened_at=clock.at)
    clock.on(hours=3, minutes=5)
    acts.finish(day.office, CLERK, draft)
    page = open_page(window, tmp_path)
    settled(page, qtbot)
    assert figure(page, By.LATE, "late").figure.count == 2
    page._open_figure(figure(page, By.LATE, "late"))
    settled(page, qtbot)
    page._open_row(page.lists.pane.model.row_at(0))
    shown = "　".join(one.text() for one in page.entry.findChildren(QLabel))
    assert "2026-11-23 10:41:00" in shown
    assert "2026-11-23 13:46:00　补录，晚 3 小时 5 分钟" in shown


def test_several_of_a_kind_are_ticked(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F3)
    assert page.stack.currentIndex() == Level.NARROWING
    for word in ("收件", "受理"):
        page.narrowing.search.set_text(word)
        page.narrowing.reload()
        page.narrowing.pane.seek(f"act:case.{'received' if word == '收件' else 'accepted'}")
        page.narrowing.pane.take_focus()
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    settled(page, qtbot)
    assert page.lists.pane.model.rowCount() == 2
    assert "行为 受理、收件" in page.lists.narrowed.text()
    press(Qt.Key.Key_0, CTRL)
    settled(page, qtbot)
    assert page.lists.pane.model.rowCount() > 2


def test_a_profile_is_kept_offered_and_used(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    page.narrowing.take(replace(TODAY, kinds=frozenset({"case.accepted"})))
    page.lists.view.set_value("day")
    press(Qt.Key.Key_F9)
    page.export.format.set_value("csv")
    press(Qt.Key.Key_S, CTRL)
    assert "名字" in page.banner.text
    page.export.name.set_text("每日受理")
    press(Qt.Key.Key_S, CTRL)
    assert "每日受理" in page.banner.text
    page.narrowing.clear()
    page.lists.view.set_value("all")
    page._use_profile("每日受理")
    settled(page, qtbot)
    assert (page.lists.view.value, page.lists.pane.model.rowCount()) == ("day", 1)
    told = named(day.office, "每日受理")
    assert (told.format, told.folder, told.span) == ("csv", str(tmp_path), Span.TODAY)
    press(Qt.Key.Key_R, CTRL)
    assert kept(day.office) == ()


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_an_export_stands_and_is_journalled(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F9)
    page.export.format.set_value(format)
    with qtbot.waitSignal(page.export.told):
        press(Qt.Key.Key_F9)
    (path,) = tmp_path.glob(f"*.{format}")
    assert path.with_name(path.name + ".manifest.json").exists()
    assert path.stat().st_size
    assert path.name in page.banner.text
    kinds = [row.kind for row in day.office.store.views.log(TODAY)]
    assert kinds[-1] == "log.exported"


def test_unmasked_wants_a_reason(day: Day, window: Window, tmp_path: Path) -> None:
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F9)
    page.export.personal.setChecked(True)
    assert page.export.reason.isVisible()
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    assert not page.export.running


def test_a_cancelled_export_leaves_no_file(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(3):
        day.accepted()
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F9)
    with qtbot.waitSignal(page.export.told):
        press(Qt.Key.Key_F9)
        press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not list(tmp_path.glob("*.part"))
    assert not page.export.running


def test_cancelled_when_the_file_stood_already_it_goes(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    """The worker is done, its answer on the way to the window, when somebody cancels."""
    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F9)
    page.export.format.set_value("csv")
    with qtbot.waitSignal(page.export.told):
        press(Qt.Key.Key_F9)
        page.desk._pool.waitForDone()
        assert list(tmp_path.glob("*.csv"))
        page.export.cancel()
    assert not list(tmp_path.glob("日志*"))
    assert not page.export.running


def test_an_export_that_cannot_be_journalled_ends_and_leaves_nothing(
    day: Day,
    window: Window,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_given: object) -> None:
        raise Refusal("busy")

    page = open_page(window, tmp_path)
    press(Qt.Key.Key_F9)
    monkeypatch.setattr(exporting, "journal", refused)
    with qtbot.waitSignal(page.desk.refused):
        press(Qt.Key.Key_F9)
    assert not list(tmp_path.glob("日志*"))
    assert not page.export.running


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    page = open_page(window, tmp_path / "file" / "inside")
    press(Qt.Key.Key_F9)
    with qtbot.waitSignal(page.desk.refused) as said:
        press(Qt.Key.Key_F9)
    assert said.args is not None
    assert said.args[0] == "cannot_write"
    assert not page.export.running


def test_scrolling_goes_on_in_what_stands_in_the_list(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    """Whatever was asked for meanwhile is not shown yet."""
    day.accepted()
    page = open_page(window, tmp_path)
    settled(page, qtbot)
    everything = day.office.store.views.count_log(TODAY)
    page.reader.rows, page.reader._whole = page.reader.rows[:2], False  # of a log much longer
    page.narrowing.take(replace(TODAY, kinds=frozenset({"case.accepted"})))
    page._anew()
    assert page.reader.busy
    assert len(page.reader.fetch(0, 500)) == everything
    settled(page, qtbot)
    assert [one.kind for one in page.reader.fetch(0, 500)] == ["case.accepted"]


def test_a_tick_counts_although_a_figure_was_open(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    day.accepted()
    page = open_page(window, tmp_path)
    settled(page, qtbot)
    page._open_figure(figure(page, By.ACT, "case.accepted"))
    press(Qt.Key.Key_F3)
    page.narrowing.pane.seek("act:case.received")
    page.narrowing.tick()
    press(Qt.Key.Key_Escape)
    settled(page, qtbot)
    assert [one.kind for one in page.reader.rows] == ["case.received"]


def test_what_can_be_chosen_is_read_once_and_called_by_its_name(
    day: Day, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(window, tmp_path)
    reads: list[str] = []
    read = page.narrowing._read

    def counted() -> Iterator[Value]:
        reads.append("")
        return read()

    monkeypatch.setattr(page.narrowing, "_read", counted)
    press(Qt.Key.Key_F3)
    for text in ("收", "收件", ""):
        page.narrowing.search.set_text(text)
        page.narrowing.reload()
    page.narrowing.pane.seek(f"clerk:{CLERK.code}")
    page.narrowing.tick()
    assert len(reads) == 1
    assert f"{CLERK.name}（{CLERK.code}）" in page.narrowing.told.text()
