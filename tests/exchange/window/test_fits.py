"""联网 at the smallest and the largest letters, in every theme: nothing is cut off."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.exchange import membership, syncing
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.entry.recovery import Recovery
from desktop.ui.pages.exchange.invitation import Invitation
from desktop.ui.pages.exchange.page import HALLS, OUTBOX, ExchangePage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.db.examples import accept
from tests.exchange.conftest import Meeting
from tests.offices import STATION_HERE, SUPERVISOR, Clock
from tests.ui.pages.test_pages_fit import cut_off

CODE = "7K2M-9QXC-4D8T-WZ3H-0R5V-J6NA-BYE1-GF7P"
MORE = ((Theme.DARK, 15), (Theme.CONTRAST, 22), (Theme.LIGHT, 15), (Theme.CONTRAST, 15))
LOOKS = ((Theme.LIGHT, 22), *(MORE if "YICHUANG_SHOTS" in os.environ else ()))
"""The largest letters are the narrowest; all of them where somebody wants to look."""


def test_nothing_is_cut_off(
    window: Callable[[Clerk], Shell], desk: Desk, meeting: Meeting, dressed: QApplication,
    office_factory: Callable[[Station], Office], clock: Clock, qtbot: QtBot,
    shoot: Callable[[QWidget, str], None],
) -> None:  # fmt: skip
    told = desk.office.store.local
    joined = _joined(desk.office, meeting, office_factory, clock)
    for theme, px in LOOKS:
        dress(dressed, theme, px)
        told.remember(membership.MEMBERSHIP, "")
        told.remember(membership.STANDING, "")
        shell = window(SUPERVISOR)
        shell.go("exchange")
        page = shell.front
        assert isinstance(page, ExchangePage)
        for name in _scenes(page, joined):
            shell.status.refresh()
            dressed.processEvents()
            shoot(shell, f"exchange-{name}-{theme}-{px}")
            assert not list(cut_off(shell)), name
        shell.hide()


def _joined(
    office: Office, meeting: Meeting, make: Callable[[Station], Office], clock: Clock
) -> str:
    """A station with everything to be seen on the page; its membership as it is remembered."""
    meeting.join(office)
    for device in ("B02", "B03"):
        other = meeting.join(make(replace(STATION_HERE, device=device)))
        accept(other.office.store.journal)
        syncing.sync(other.office)
    membership.revoke(office, SUPERVISOR, "B03", "报废")
    syncing.sync(office)
    for _case in range(4):
        accept(office.store.journal)
    clock.on(minutes=40)
    membership.went_wrong(office, Refusal("hub_unreachable", why=""))
    return office.store.local.recall(membership.MEMBERSHIP)


def _scenes(page: ExchangePage, joined: str) -> Iterator[str]:
    office = page.desk.office
    page.enter()
    yield "alone"
    office.store.local.remember(membership.MEMBERSHIP, joined)
    membership.went_wrong(office, Refusal("hub_unreachable", why=""))
    page.enter()
    yield "outbox"
    page.ask_write()
    page.outbox._move(1200, 20_000)
    page.desk.exchanging.emit(1200, 20_000)
    yield "write"
    page.desk.exchanged.emit()
    page.ask_take()
    yield "take"
    page.back()
    page.tabs.choose(HALLS)
    yield "halls"
    page.ask_invite()
    yield "invite"
    page.back()
    page.halls.devices.seek("B02")
    page.ask_revoke()
    yield "revoke"
    page.back()
    page.talks.invited.emit(CODE, "荣昌分厅")
    assert isinstance(page.card, Invitation)
    yield "code"
    page.back()
    page.talks.joined.emit(CODE)
    assert isinstance(page.card, Recovery)
    yield "recovery"
    page.card.done.emit()
    page.tabs.choose(OUTBOX)
    membership.went_wrong(office, Refusal("cloned", device="A07", at=812))
    page.enter()
    yield "cloned"
    page.wanted.emit("cases", "")
    yield "cases"
