"""移交, 代收 and the alone rule from the window, beside a real hub."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.halls.station import Station
from desktop.services.cases import acts
from desktop.services.exchange.crossing import handing
from desktop.services.exchange.syncing import sync
from desktop.services.halls import alone
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.moves.table import offered
from desktop.ui.pages.exchange.page import ExchangePage
from desktop.ui.shell import Shell
from tests.exchange.conftest import Meeting
from tests.offices import CLERK, STATION_HERE, SUPERVISOR, whole
from tests.ui.pages.cases.test_moves import choose, field, more, page_of
from tests.ui.pages.keyboard import press

K = Qt.Key
Open = Callable[..., Shell]


@pytest.fixture
def sub(desk: Desk, meeting: Meeting, office_factory: Callable[[Station], Office]) -> Office:
    """A sub-hall that the window's own hall knows."""
    meeting.join(desk.office)
    made = office_factory(replace(STATION_HERE, hall="RC1", hall_name="荣昌分厅", device="R01"))
    made.store.exchange.adopt_hall(secrets.token_bytes(32))
    meeting.join(made, "RC1")
    meet(desk.office, made)
    return made


def meet(*offices: Office) -> None:
    for _ in range(2):
        for office in offices:
            sync(office)


def test_a_case_is_handed_over_and_its_sheet_is_there(
    window: Open, desk: Desk, sub: Office
) -> None:
    number = acts.finish(desk.office, CLERK, whole(desk.office, "SP01")).case.number
    page = page_of(window(SUPERVISOR), number)
    more(page, "hand_over")
    press(K.Key_F9)
    assert page.banner.isVisible(), "it asks why"
    choose(page, "to", "RC1")
    field(page, "reason", "属地办理")
    press(K.Key_F9)
    handed = acts.load(desk.office, number).handed
    assert handed is not None
    assert [offer.verb for offer in offered(desk, acts.load(desk.office, number))].count(
        "hand_over"
    ) == 0, "it is on its way"
    meet(desk.office, sub)
    assert [one.number for one in handing.waiting(sub)] == [number]


def test_materials_are_collected_for_another_halls_case(
    window: Open, desk: Desk, sub: Office
) -> None:
    number = acts.finish(sub, CLERK, whole(sub, "SP01")).case.number
    meet(sub, desk.office)
    page = page_of(window(CLERK), number)
    more(page, "collect_for")
    press(K.Key_F9)
    assert page.banner.isVisible(), "it asks what"
    field(page, "materials", "营业执照原件\n\n承租合同")
    press(K.Key_F9)
    case = acts.load(desk.office, number)
    told = [fact.payload for fact in desk.office.store.views.case_history(number)]
    assert ("营业执照原件", "承租合同") in [getattr(one, "materials", None) for one in told]
    assert case.hall == "RC1"


def test_the_main_hall_says_which_hall_may_go_on_alone(
    window: Open, desk: Desk, sub: Office
) -> None:
    shell = window(SUPERVISOR)
    shell.go("exchange", "halls")
    page = shell.front
    assert isinstance(page, ExchangePage)
    page.halls.halls.take_focus()
    while page.halls.hall is None or page.halls.hall.hall.code != "RC1":
        press(K.Key_Down)
    press(K.Key_F10)
    assert alone.rule(desk.office).halls == ("RC1",)
    assert page.halls.hall.alone
    meet(desk.office, sub)
    assert alone.allowed(sub)
    press(K.Key_F10)
    assert alone.rule(desk.office).halls == ()
