"""Two sub-halls and a bundle: one serves for days without a network, the other carries its work to
the hub, the main hall sees it, the answer goes back the same way, and all come to the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import main
from db.keys import new_recovery
from desktop import settings
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.exchange import admin
from desktop.services.exchange import membership, syncing
from desktop.services.halls.opening import open_station
from desktop.services.office import Office
from desktop.ui.pages.exchange.page import ExchangePage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.walkthrough import counter
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.morning import sign_in
from desktop.ui.walkthrough.people import APPLICANT, STATION, SUPERVISOR
from desktop.ui.window import Window, make_window
from tests.exchange.postgres import Server
from tests.offices import STATION_HERE, Clock

K = Qt.Key
MAIN = Clerk(code="0700", name="赵一鸣", role=Role.SUPERVISOR)
NOWHERE = "host=127.0.0.1 port=1 dbname=nowhere"
"""Nothing listens there: the cable is out."""


@dataclass(frozen=True, slots=True)
class Hall:
    """A sub-hall: its code, its device, its data folder."""

    code: str
    device: str
    home: Path

    @contextmanager
    def opened(self) -> Iterator[Counter]:
        """Its window, somebody signed in."""
        office = main.open_office(self.home)
        keep = partial(settings.save, folder=self.home)
        window = make_window(office, keep, partial(new_recovery, self.home))
        hands = Hands(window.shell, self.home / "pictures", lambda: window.desk.working)
        try:
            window.shell.resize(1280, 800)
            window.shell.show()
            window.shell.activateWindow()
            if office.station.unnamed:
                self._first_run(hands, window)
            sign_in(hands, window)
            yield Counter(office, window, hands)
        finally:
            window.close()
            # what was posted to the window happens before its store is gone
            QApplication.processEvents()
            office.store.close()

    def _first_run(self, hands: Hands, window: Window) -> None:
        hands.until(lambda: window.door.first_run.isVisible(), "the first-run form")
        fields = window.door.first_run.fields
        answers = dict(zip(fields, (*STATION, *SUPERVISOR), strict=True))
        answers |= {"hall": self.code, "device": self.device, "hall_name": f"{self.code}分厅"}
        for name, text in answers.items():
            fields[name].line.setText(text)
        fields["pin"].line.clear()
        fields["pin"].line.setFocus()
        hands.type(answers["pin"])
        hands.press(K.Key_F9)
        recovery = window.door.recovery
        hands.until(lambda: recovery is not None and recovery.isVisible(), "the recovery code")
        hands.press(K.Key_Space)
        hands.press(K.Key_F9)


@dataclass(frozen=True, slots=True)
class Counter:
    """Somebody at the window of a sub-hall."""

    office: Office
    window: Window
    hands: Hands

    @property
    def strip(self) -> str:
        return self.window.shell.status.exchange.text()

    def exchange(self) -> ExchangePage:
        """F11."""
        self.hands.press(K.Key_F11)
        page = self.window.shell.front
        assert isinstance(page, ExchangePage)
        return page

    def join(self, server: Server, database: str, code: str) -> None:
        joining = self.exchange().joining
        for field, text in (
            (joining.host, "127.0.0.1"), (joining.port, str(server.port)),
            (joining.database, database), (joining.code, code),
        ):  # fmt: skip
            field.line.setFocus()
            field.line.clear()
            self.hands.type(text)
        self.hands.press(K.Key_F9)
        self.hands.until(lambda: "● 在线 · 已同步" in self.strip, "the hub")

    def serve(self) -> str:
        """食品经营许可（注销）, decided at once; the case's number."""
        self.window.shell.go("intake")
        page = self.window.shell.front
        assert isinstance(page, IntakePage)
        counter.begin(self.hands, page, "食品经营许可（注销）")
        counter.tick_all(self.hands, page)
        counter.people(self.hands, page, APPLICANT)
        number = counter.finish(self.hands, page).case.number
        self.hands.letter("n")
        return number

    def write(self, stick: Path) -> Path:
        """F6, the folder, F9."""
        page, before = self.exchange(), set(stick.iterdir())
        self.hands.press(K.Key_F6)
        page.writing.place.field.line.clear()
        self.hands.type(str(stick))
        self.hands.press(K.Key_F9)
        assert "已写出" in page.banner.text
        (file,) = set(stick.iterdir()) - before
        return file

    def take(self, file: Path) -> str:
        """F7, the file, F9; what the window says."""
        page = self.exchange()
        self.hands.press(K.Key_F7)
        page.taking.field.line.clear()
        self.hands.type(str(file))
        self.hands.press(K.Key_F9)
        return page.banner.text

    def sync(self) -> None:
        """F5, until it says that nothing waits."""
        self.exchange()
        self.hands.press(K.Key_F5)
        self.hands.until(lambda: "● 在线 · 已同步" in self.strip, "an exchange")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(main, "now", made)
    return made


@pytest.fixture
def center(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """The main hall's station, without a window; its clock is everybody's."""
    assert clock.at == main.now()
    folder = tmp_path / "KFQ"
    office = main.open_office(folder)
    person = ClerkSet(code=MAIN.code, name=MAIN.name, role=MAIN.role)
    keep: Callable[..., None] = partial(settings.save, folder=folder)
    open_station(office, replace(STATION_HERE), person, "yizhuang-2026", "2580", keep)
    yield office
    office.store.close()


def told(office: Office) -> list[tuple[object, ...]]:
    """What a station says of every case, who it is apart: that only its own hall can read."""
    rows = office.store.views.cases(CaseFilter())
    return sorted((row.number, row.item, row.stage, row.due, row.received_at) for row in rows)


def heads(office: Office) -> dict[str, tuple[int, str]]:
    return {one.device: (one.seq, one.hash) for one in office.store.journal.heads()}


def test_two_sub_halls_and_a_bundle(
    server: Server, tmp_path: Path, center: Office, clock: Clock
) -> None:
    database = server.database("two_halls")
    _hub, first = admin.init(server.dsn(database), "KFQ", "经开区政务服务中心")
    membership.join(center, MAIN, server.address(database), first)
    codes = [membership.issue_code(center, MAIN, hall, f"{hall}分厅") for hall in ("RC1", "RC2")]
    one, other = (Hall(f"RC{n}", f"R0{n}", tmp_path / f"RC{n}") for n in (1, 2))
    stick = tmp_path / "stick"
    stick.mkdir()

    with other.opened() as at:
        at.join(server, database, codes[1])

    with one.opened() as at:
        at.join(server, database, codes[0])
        near = membership.member(at.office)
        membership._remember(at.office, membership.MEMBERSHIP, replace(near, address=NOWHERE))
        numbers = []
        for _day in range(2):
            clock.on(days=1)
            numbers.append(at.serve())
        at.exchange()
        at.hands.press(K.Key_F5)
        at.hands.until(lambda: "◐ 离线" in at.strip, "the strip to say that it is offline")
        assert "条待同步" in at.strip
        file = at.write(stick)

    with other.opened() as at:
        at.sync()  # who is in the hub by now, and with which keys
        numbers.append(at.serve())
        assert "已收入：来自设备 R01" in at.take(file)
        assert "以前收过" in at.take(file)
        at.sync()
        answer = at.write(stick)

    syncing.sync(center)
    assert [row[0] for row in told(center)] == sorted(numbers)

    with one.opened() as at:
        assert "已收入：来自设备 R02" in at.take(answer)
        assert [row[0] for row in told(at.office)] == sorted(numbers)
        membership._remember(at.office, membership.MEMBERSHIP, near)
        at.sync()
        ends = {"RC1": (told(at.office), heads(at.office))}
    syncing.sync(center)
    with other.opened() as at:
        at.sync()
        at.office.store.keeping.verify()
        ends["RC2"] = told(at.office), heads(at.office)
    syncing.sync(center)
    assert ends["RC1"][0] == ends["RC2"][0] == told(center)
    assert ends["RC2"][1]["R01"] == heads(center)["R01"]
    assert center.store.keeping.verify().ok
