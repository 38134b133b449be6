"""分歧·移交 through the window: read both sides, settle, take a case over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.exchange.taking import entries_of, take
from db.store import Store
from desktop.domain.cases.moves import Stage
from desktop.domain.exchange.handing import HandedToHall
from desktop.domain.halls.roles import Clerk
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.ui import reminders
from desktop.ui.pages.disagreements.page import HANDED, SETTLED, DisagreementsPage, Level
from desktop.ui.shell import Shell
from tests.db.examples import REFUSED
from tests.handled import Handled
from tests.offices import Clock
from tests.stores import Factory
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press

Window = Callable[[Clerk], Shell]
Shoot = Callable[[QWidget, str], None]


@pytest.fixture
def crossed(office: Office, clock: Clock, store_factory: Factory) -> str:
    """A case that this window accepted and another refused."""
    number = Handled(office, clock).received().number
    entity, own, other = f"case:{number}", office.store, store_factory("B02", name="other")
    assert isinstance(own, Store)
    take(other._link, [], {}, loose=entries_of(own._link, "A07"))
    acts.refuse(office, CLERK, number, replace(REFUSED, review_organ="某府", court="某院"))
    told = Act(entity=entity, payload=replace(REFUSED, facts="另一个窗口也不予受理"))
    clock.on(minutes=5)
    other.journal.append([told], "0799")
    take(own._link, [], {}, loose=entries_of(other._link, "B02"))
    return number


def page_of(shell: Shell) -> DisagreementsPage:
    shell.go("disagreements")
    page = shell.front
    assert isinstance(page, DisagreementsPage)
    return page


def test_a_supervisor_reads_both_sides_and_settles(
    window: Window, office: Office, crossed: str, shoot: Shoot
) -> None:
    told = reminders.said(office, SUPERVISOR)
    assert told is not None
    assert "分歧 1 处" in told[1]
    shell = window(SUPERVISOR)
    page = page_of(shell)
    shoot(shell, "disagreements-list")
    press(Qt.Key.Key_Return)
    assert page.level.name == Level.ONE.name
    assert "0799" in page.settling.sides[1].text()
    shoot(shell, "disagreements-one")
    press(Qt.Key.Key_F9)
    assert "请写明已经怎样处理" in page.banner.text
    page.settling.done.set_text("已告知申请人，收回后一份")
    page.settling.reason.set_text("先办的已送达")
    press(Qt.Key.Key_F9)
    assert page.level.name == Level.LISTS.name
    assert office.store.views.count_disagreements() == 0
    page.tabs.choose(SETTLED)
    press(Qt.Key.Key_Return)
    assert "以在先的为准" in page.settling.outcome.text()
    shoot(shell, "disagreements-settled")
    assert acts.load(office, crossed).stage is Stage.REFUSED


def test_a_clerk_takes_over_what_was_handed_here(
    window: Window, office: Office, clock: Clock, shoot: Shoot
) -> None:
    number = Handled(office, clock).accepted().number
    told = HandedToHall(
        sheet="RC1-20261123-R01-H0001", giver="KFQ", hall="KFQ", hall_name="本厅", reason="试"
    )
    office.store.journal.append([Act(entity=f"case:{number}", payload=told)], "0799")
    shell = window(CLERK)
    page = page_of(shell)
    page.tabs.choose(HANDED)
    shoot(shell, "disagreements-handed")
    press(Qt.Key.Key_F5)
    assert acts.load(office, number).handed is None
    assert "已接收" in page.banner.text
