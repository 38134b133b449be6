"""联网 in the window: alone, joined, what waits, bundles, codes, a revoked station."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.exchange.door import PgHubs
from desktop.services.exchange import membership, syncing
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.entry.recovery import SEALED, Recovery
from desktop.ui.pages.exchange.invitation import Invitation
from desktop.ui.pages.exchange.page import HALLS, ExchangePage
from desktop.ui.pages.exchange.rounds import Exchanger
from desktop.ui.shell import Shell
from tests.db.examples import accept
from tests.exchange.conftest import Meeting
from tests.offices import CLERK, STATION_HERE, SUPERVISOR
from tests.ui.pages.keyboard import press

K = Qt.Key
Open = Callable[..., Shell]
Make = Callable[[Station], Office]


def page_of(shell: Shell) -> ExchangePage:
    shell.go("exchange")
    page = shell.front
    assert isinstance(page, ExchangePage)
    return page


def no_card(page: ExchangePage) -> bool:
    return page.card is None


def test_a_station_in_no_hub_is_quiet(window: Open) -> None:
    shell = window(CLERK)
    assert "○ 未联网" in shell.status.text
    assert shell.status.exchange.property("role") == "foot-quiet"
    shell.status.exchange.click()
    page = shell.front
    assert isinstance(page, ExchangePage)
    assert page.stack.currentWidget() is page.joining
    assert not page.joining.host.isVisible(), "a clerk is not offered what a supervisor does"


def test_a_supervisor_joins_and_the_round_begins(
    window: Open, desk: Desk, meeting: Meeting, qtbot: QtBot
) -> None:
    desk.office.hubs = PgHubs()
    exchanger = Exchanger(desk)
    shell = window(SUPERVISOR)
    press(K.Key_F11)
    page = page_of(shell)
    joining = page.joining
    assert joining.host.line.hasFocus()
    joining.host.set_text("127.0.0.1")
    joining.port.set_text(str(meeting.server.port))
    joining.database.set_text(meeting.database)
    press(K.Key_F9)
    assert "请填全" in page.banner.text
    joining.code.set_text(meeting.code)
    with qtbot.waitSignal(desk.exchanged, timeout=20_000):
        press(K.Key_F9)
        press(K.Key_F9)
    assert membership.member(desk.office).hall == "KFQ"
    assert "● 在线 · 已同步" in shell.status.text
    assert page.joining.code.text == ""
    assert page.halls.devices.model.rowCount() == 1
    assert page.outbox.waiting.model.rowCount() == 0
    exchanger.stop()


def test_a_second_device_of_a_hall_seals_a_new_recovery_code(
    window: Open, desk: Desk, meeting: Meeting, office_factory: Make, qtbot: QtBot
) -> None:
    first = office_factory(replace(STATION_HERE, device="B02"))
    first.store.exchange.adopt_hall(b"k" * 32)
    meeting.join(first)
    desk.office.hubs = PgHubs()
    desk.office.store.local.remember(SEALED, "1")
    code = membership.issue_code(first, SUPERVISOR, "KFQ", "经开区")
    page = page_of(window(SUPERVISOR))
    page.joining.host.set_text(meeting.address)
    page.joining.code.set_text(code)
    with qtbot.waitSignal(page.talks.joined, timeout=20_000):
        page.joining.join()
    assert isinstance(page.card, Recovery)
    assert desk.office.store.local.recall(SEALED) == "", "shown anew until it is kept"
    assert not page.leave()
    assert "恢复码" in page.banner.text
    page.card.sealed.setChecked(True)
    press(K.Key_F9, at=page)
    assert no_card(page)
    assert desk.office.store.local.recall(SEALED) == "1"
    assert page.leave()


@pytest.fixture
def joined(window: Open, desk: Desk, meeting: Meeting) -> Shell:
    meeting.join(desk.office)
    return window(SUPERVISOR)


def test_what_waits_stands_by_kind_and_case(joined: Shell, desk: Desk) -> None:
    number = accept(desk.office.store.journal)
    page = page_of(joined)
    rows = page.outbox.waiting.model
    shown = [rows.row_at(n) for n in range(rows.rowCount())]
    assert [row.kind for row in shown if row.case == number] == ["case.received", "case.accepted"]
    assert shown == sorted(shown, key=lambda row: row.since)
    opened: list[tuple[str, str]] = []
    page.wanted.connect(lambda *told: opened.append(told))
    page.outbox.waiting.opened.emit(shown[-1])
    assert opened == [("cases", number)]


def test_why_it_did_not_go_and_when_again(joined: Shell, desk: Desk, qtbot: QtBot) -> None:
    office = desk.office
    away = replace(membership.member(office), address="host=127.0.0.1 port=1 dbname=nowhere")
    membership._remember(office, membership.MEMBERSHIP, away)
    exchanger = Exchanger(desk)
    page = page_of(joined)
    with qtbot.waitSignal(desk.exchanged):
        press(K.Key_F5, at=page)
    assert "◐ 离线" in page.outbox.state.text()
    assert "连不上联网中心" in page.outbox.why.text()
    assert "10:41:15 自动再试" in page.outbox.why.text()
    assert "连不上" in page.outbox.past.model.columns[1].text(page.outbox.past.model.row_at(0))
    exchanger.stop()


def test_a_code_is_shown_once_and_kept_nowhere(joined: Shell, desk: Desk, qtbot: QtBot) -> None:
    syncing.sync(desk.office)
    page = page_of(joined)
    press(K.Key_F3, at=page)
    assert page.tabs.place == HALLS
    page.invite.hall.set_text("rc1")
    page.invite.name.set_text("荣昌分厅")
    with qtbot.waitSignal(page.talks.invited, timeout=20_000) as told:
        press(K.Key_F9, at=page)
    code = told.args[0]
    assert isinstance(page.card, Invitation)
    press(K.Key_F4, at=page)
    assert QApplication.clipboard().text() == code
    press(K.Key_F2, at=page)
    assert "抄写" in page.card.banner.text
    assert page.back()
    assert no_card(page)
    facts = desk.office.store.journal.facts(f"hub:{membership.member(desk.office).hub}")
    assert code not in str(facts)


def test_a_revoked_station_is_told_calmly_and_for_as_long(
    joined: Shell, desk: Desk, meeting: Meeting, office_factory: Make, qtbot: QtBot
) -> None:
    other = meeting.join(office_factory(replace(STATION_HERE, device="B02")))
    syncing.sync(desk.office)
    page = page_of(joined)
    page.tabs.choose(HALLS)
    page.halls.devices.seek("B02")
    press(K.Key_F8, at=page)
    press(K.Key_F9, at=page)
    qtbot.waitUntil(lambda: "理由" in page.banner.text)
    page.reason.field.set_text("电脑丢失")
    with qtbot.waitSignal(page.talks.revoked, timeout=20_000):
        press(K.Key_F9, at=page)
    assert "B02 已停用" in page.banner.text
    membership.went_wrong(other.office, Refusal("hub_revoked"))
    desk.office = other.office
    page.reload(page.topics)
    assert page.state.isVisible()
    assert "停用" in page.state.text
    page.back()
    page.back()
    assert page.state.isVisible(), "it stays as long as it is so"


def test_a_bundle_is_written_and_taken_by_the_window(
    joined: Shell, desk: Desk, meeting: Meeting, office_factory: Make, tmp_path: Path
) -> None:
    other = meeting.join(office_factory(replace(STATION_HERE, device="B02")))
    syncing.sync(desk.office)
    number = accept(desk.office.store.journal)
    page = page_of(joined)
    press(K.Key_F6, at=page)
    page.writing.place.field.set_text(str(tmp_path / "nowhere"))
    press(K.Key_F9, at=page)
    assert "文件夹不存在" in page.banner.text
    page.writing.place.field.set_text(str(tmp_path))
    press(K.Key_F9, at=page)
    assert "已写出" in page.banner.text
    (file,) = tmp_path.glob("*.ycb")
    syncing.sync(other.office)
    desk.office = other.office
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    dropped = QDropEvent(
        QPoint(9, 9).toPointF(), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.dropEvent(dropped)
    assert "已收入：来自设备 A07" in page.banner.text
    assert other.office.store.views.case(number) is not None
    QApplication.clipboard().setText(f'"{file}"')
    press(K.Key_F7, at=page)
    assert page.taking.field.text == str(file)
    press(K.Key_F9, at=page)
    assert "以前收过" in page.banner.text
    page.ask_take()
    page.taking.field.set_text(str(tmp_path / "gone.ycb"))
    page.taking.answer()
    assert "没有这个文件" in page.banner.text
