"""While a long exchange runs, whoever stands at the counter is served: verbs stay fast."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from threading import Event, Thread
from time import perf_counter

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from desktop.domain.cases.entries import CaseSupplemented
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.exchange.membership import Contact
from desktop.domain.halls.station import Station
from desktop.domain.trust.entry import Act
from desktop.services.cases import intake
from desktop.services.exchange import membership, past, syncing
from desktop.services.exchange.round import exchange
from desktop.services.exchange.talk import Talk
from desktop.services.office import Office
from desktop.ui.app import SWITCH
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.exchange.rounds import Exchanger, topics_of
from desktop.ui.status import StatusStrip
from desktop.ui.window import settle_memory
from tests.db.examples import accept, line
from tests.exchange.conftest import Meeting, Member
from tests.offices import CLERK, STATION_HERE, whole

CASES = int(os.environ.get("YICHUANG_EXCHANGE_CASES", "300"))
"""Four entries each: 1 200 come in while the counter works."""
Joined = Callable[[str, str], Member]


@pytest.fixture(autouse=True)
def taking_turns() -> Iterator[None]:
    """Threads take turns as often as in the window that `make_app` makes."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def stations(office_factory: Callable[[Station], Office], meeting: Meeting) -> Joined:
    """A station of this hall with this device code, come into the hub."""

    def make(hall: str, device: str) -> Member:
        return meeting.join(office_factory(replace(STATION_HERE, hall=hall, device=device)), hall)

    return make


@pytest.fixture
def exchanging() -> Iterator[Callable[[Desk], Exchanger]]:
    made: list[Exchanger] = []

    def make(desk: Desk) -> Exchanger:
        made.append(Exchanger(desk))
        return made[-1]

    yield make
    for one in made:
        one.stop()


@pytest.fixture
def desk_of(qtbot: QtBot) -> Iterator[Callable[[Office], Desk]]:
    made: list[Desk] = []

    def make(office: Office) -> Desk:
        made.append(Desk(office))
        made[-1].sign_in(CLERK)
        return made[-1]

    yield make
    for desk in made:
        desk.wait_for_jobs()


def filled(member: Member, cases: int) -> None:
    """Cases of this station at the hub, told three times more after their acceptance."""
    journal = member.office.store.journal
    with journal.transaction():
        for _case in range(cases):
            number = accept(journal)
            told = [CaseSupplemented(lines=(line(n),)) for n in (1, 2)]
            journal.append([Act(entity=f"case:{number}", payload=one) for one in told], "001")
    with member.hub() as hub:
        exchange(Talk(member.office, hub))


class Hands(QObject):
    """Keys that come from outside at their own pace; `took` is from the key to the act done."""

    pressed = Signal(float)

    def __init__(self, verb: Callable[[], object]) -> None:
        super().__init__()
        self._verb, self._over = verb, Event()
        self.took: list[float] = []
        self.pressed.connect(self._act, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._press)

    @property
    def worst(self) -> float:
        """99 % took less."""
        return sorted(self.took)[int(len(self.took) * 0.99)]

    def did(self, number: int) -> bool:
        return len(self.took) >= number

    def __enter__(self) -> Hands:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._over.set()
        self._thread.join()

    def _press(self) -> None:
        while not self._over.wait(0.04):
            self.pressed.emit(perf_counter())

    def _act(self, at: float) -> None:
        self._verb()
        self.took.append(perf_counter() - at)


TRIES, SOON, ALONE = 3, 0.05, 60
"""A shared machine stalls by itself: what the exchange does to the counter shows in the best try,
and beside what the same acts take with nothing else going on.
"""


def test_verbs_stay_under_50_ms_beside_an_exchange(
    stations: Joined, desk_of: Callable[[Office], Desk], qtbot: QtBot,
    exchanging: Callable[[Desk], Exchanger], capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    other, here = stations("KFQ", "A01"), stations("KFQ", "B02")
    desk = desk_of(here.office)
    verb, exchanger, worst, allowed = acting(here.office), exchanging(desk), 1.0, SOON
    settle_memory()
    for _try in range(TRIES):
        with Hands(verb) as alone:
            qtbot.waitUntil(partial(alone.did, ALONE), timeout=30_000)
        filled(other, CASES)
        with Hands(verb) as hands:
            qtbot.waitUntil(partial(hands.did, 3), timeout=30_000)
            began = perf_counter()
            with qtbot.waitSignal(desk.exchanged, timeout=60_000):
                membership.try_again(here.office)
                exchanger.look()
            seconds = perf_counter() - began
        worst, allowed = hands.worst, max(SOON, 3 * alone.worst)
        with capsys.disabled():
            sys.stdout.write(
                f"\n{CASES * 4} entries in {seconds:.1f} s beside {len(hands.took)} acts: "
                f"99 % under {worst * 1e3:.0f} ms; alone {alone.worst * 1e3:.0f} ms\n"
            )
        assert sum(one.pulled for one in past.rounds(here.office)) >= CASES * 4
        if worst < SOON:
            break
    assert worst < allowed


def acting(office: Office) -> Callable[[], object]:
    """A tick in a draft, saved, and a case accepted."""
    draft = whole(office)
    key = next(iter(draft.ticks))
    states = [Tick(check=Check.RECEIVED), Tick(check=Check.UNCHECKED)]

    def verb() -> None:
        states.append(states.pop(0))
        intake.save(office, CLERK, replace(draft, ticks={**draft.ticks, key: states[0]}))
        accept(office.store.journal)

    return verb


def test_one_round_at_a_time_and_pages_hear_of_what_came(
    stations: Joined,
    desk_of: Callable[[Office], Desk],
    qtbot: QtBot,
    exchanging: Callable[[Desk], Exchanger],
) -> None:
    other, here = stations("KFQ", "A01"), stations("KFQ", "B02")
    filled(other, 2)
    desk = desk_of(here.office)
    exchanger = exchanging(desk)
    told: list[frozenset[Topic]] = []
    desk.changed.connect(told.append)
    with qtbot.waitSignal(desk.exchanged):
        exchanger.look()
        exchanger.look()
        assert desk.working
        assert exchanger.busy
    assert told == [topics_of({"case"})]
    assert Topic.CASES in told[0]
    assert here.office.store.views.case("KFQ-20261123-A01-0001") is not None
    assert syncing.contact(here.office) is Contact.ONLINE
    exchanger.look()
    assert not exchanger.busy, "the next is due in a minute"


def test_a_window_that_goes_waits_for_no_network(
    stations: Joined,
    desk_of: Callable[[Office], Desk],
    qtbot: QtBot,
    exchanging: Callable[[Desk], Exchanger],
) -> None:
    other, here = stations("KFQ", "A01"), stations("KFQ", "B02")
    filled(other, 50)
    desk = desk_of(here.office)
    exchanger = exchanging(desk)
    with qtbot.waitSignal(desk.exchanging):
        exchanger.look()
    began = perf_counter()
    exchanger.stop()
    desk.wait_for_jobs()
    assert perf_counter() - began < 3
    assert membership.standing(here.office).failures == 0, "somebody left, nothing failed"
    sync = syncing.sync(here.office)
    assert here.office.store.views.case("KFQ-20261123-A01-0050") is not None
    assert sync.hub


def test_without_a_network_it_says_so_and_goes_on(
    stations: Joined,
    desk_of: Callable[[Office], Desk],
    qtbot: QtBot,
    exchanging: Callable[[Desk], Exchanger],
) -> None:
    here = stations("KFQ", "A01")
    away = replace(here.membership, address="host=127.0.0.1 port=1 dbname=nowhere")
    membership._remember(here.office, membership.MEMBERSHIP, away)
    desk = desk_of(here.office)
    refused: list[str] = []
    desk.refused.connect(lambda code, *_rest: refused.append(code))
    with qtbot.waitSignal(desk.exchanged):
        exchanging(desk).look()
    assert refused == [], "nobody asked, so nobody is told"
    assert syncing.contact(here.office) is Contact.OFFLINE
    strip = StatusStrip(desk)
    qtbot.addWidget(strip)
    assert "离线 · 1 条待同步" in strip.text
