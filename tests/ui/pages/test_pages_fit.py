"""Every page at the largest letters, in every theme: no button and no table is cut off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.entries import Relation
from desktop.domain.identity.party import Agent, Power, Presence
from desktop.services.cases import acts
from desktop.services.courier import shipments
from desktop.services.handling import batches
from desktop.ui.pages.cases.detail import COURSE, TERMS
from desktop.ui.pages.cases.lists import ALL_CASES, DUTIES, OVERSIGHT
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.lists import Tab
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.delivery.page import DeliveryPage
from desktop.ui.pages.entry.door import Door
from desktop.ui.pages.hall.page import HallPage
from desktop.ui.pages.items.page import ItemsPage
from desktop.ui.pages.licences.page import LicencesPage
from desktop.ui.pages.log.page import LogPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from resources import ROOT
from tests.courses import decided, produced
from tests.handled import Handled
from tests.offices import Clock
from tests.services.courier.arrivals.arriving import OTHER, SENDER, WAYBILL, arrive
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press
from tests.ui.pages.licences.stock import stock

CODE = "7K2M-9QXC-4D8T-WZ3H-0R5V-J6NA-BYE1-GF7P"
Scene = tuple[str, QWidget]


@pytest.mark.parametrize(
    ("theme", "px"), [(Theme.LIGHT, 22), (Theme.DARK, 15), (Theme.CONTRAST, 22)]
)
def test_nothing_is_cut_off(
    day: Day, clock: Clock, window: Callable[[Clerk], Shell], dressed: QApplication, qtbot: QtBot,
    shoot: Callable[[QWidget, str], None], tmp_path: Path, theme: Theme, px: int,
) -> None:  # fmt: skip
    dress(dressed, theme, px)
    shell = window(SUPERVISOR)
    for name, scene in scenes(day, clock, shell, tmp_path):
        dressed.processEvents()
        shoot(scene, f"{name}-{theme}-{px}")
        assert not list(cut_off(scene)), name


def cut_off(scene: QWidget) -> Iterator[str]:
    """What is narrower than its words; a list that scrolls sideways; a form that is wider than the
    place it scrolls in, which hides its right edge.
    """
    for button in scene.findChildren(QPushButton):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            yield button.text()
    for table in scene.findChildren(QTableView):
        if table.isVisible() and table.horizontalScrollBar().maximum() > 0:
            yield table.accessibleName()
    for area in scene.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside and inside.width() > area.viewport().width():
            yield f"{type(inside).__name__} in {type(area.parent()).__name__}"


def scenes(day: Day, clock: Clock, shell: Shell, tmp_path: Path) -> Iterator[Scene]:
    accepted, received = day.accepted(), day.received()
    told = shipments.suggest(day.office, accepted.number, Direction.OUTBOUND)
    shipments.create(day.office, SUPERVISOR, replace(told, waybill="EA966331020CN"))
    yield from _cases(shell, accepted.number, received.number)
    yield from _terms(Handled(day.office, clock), shell)
    yield from _courier(shell, accepted.number)
    shell.go("papers", f"{accepted.number}-SL1")
    yield "papers", shell
    yield from _log(shell)
    yield from _licences(day, shell)
    yield from _policies(shell)
    yield from _items(shell, tmp_path)
    yield from _hall(shell)
    shell.go("help", "keys")
    yield "help", shell
    yield from _delivery(day, shell, accepted.number)
    yield from _door(day, shell)


def _policies(shell: Shell) -> Iterator[Scene]:
    shell.go("policies", "KC03")
    yield "policies", shell
    shell.go("policies", "scope:餐饮服务；超市；三类医疗器械销售；餐饮管理；火星旅游")
    yield "policies-scope", shell


def _cases(shell: Shell, accepted: str, received: str) -> Iterator[Scene]:
    shell.go("cases")
    yield "cases", shell
    shell.go("cases", accepted)
    page = shell.front
    assert isinstance(page, CasesPage)
    for place in range(6):
        page.detail.tabs.choose(place)
        yield f"case-{place}", shell
    shell.go("cases", received)
    for verb in ("supplement", "notify", "refuse"):
        page.verbs()[verb]()
        yield f"case-{verb}", shell
        page.step_back()
    page.verbs()["withdraw"]()
    yield "case-withdraw", shell
    page.step_back()
    page.step_back()


def _terms(handled: Handled, shell: Shell) -> Iterator[Scene]:
    """From the third day of a notice to a delivered case, long opinions and two lists of what is due."""
    page = shell.page("cases")
    assert isinstance(page, CasesPage)
    told = {
        "silent": handled.received().number,
        "noticed": handled.noticed_again(handled.received()).number,
        "transferred": handled.transferred()[0].number,
        "suspended": handled.suspended().number,
        "extended": handled.extended().number,
        "delivered": handled.delivered().number,
    }
    handled.clock.on(days=8)
    for name, number in told.items():
        shell.go("cases", number)
        for place in (TERMS, COURSE):
            page.detail.tabs.choose(place)
            yield f"case-{name}-{place}", shell
    page.step_back()
    page.lists.tabs.choose(DUTIES)
    yield "duties", shell
    page.lists.tabs.choose(ALL_CASES)
    yield "cases-all", shell
    page.lists.tabs.choose(OVERSIGHT)
    yield "oversight", shell
    press(Qt.Key.Key_Return)
    yield "oversight-review", shell
    page.step_back()
    shell.desk.sign_in(CLERK)
    yield "reminders", shell
    shell.desk.sign_in(SUPERVISOR)


def _courier(shell: Shell, case: str) -> Iterator[Scene]:
    shell.go("courier")
    yield "courier", shell
    page = shell.front
    assert isinstance(page, CourierPage)
    page.new(case)
    yield "courier-new", shell
    page.step_back()
    page.lists.tabs.choose(Tab.UNDER_WAY)
    yield "courier-under-way", shell
    page.verbs()["move_parcel"]()
    yield "courier-step", shell
    page.step_back()
    page.step_back()
    page.verbs()["handover"]()
    yield "courier-handover", shell
    page.step_back()
    yield from _arrivals(shell, page, case)


def _arrivals(shell: Shell, page: CourierPage, case: str) -> Iterator[Scene]:
    """One parcel of last Friday, one that just came, and what the first may belong to."""
    office = shell.desk.office
    sender = replace(SENDER, name=acts.load(office, case).applicant.name)
    number = arrive(office, "EA966331047CN", sender=sender).number
    arrive(office, OTHER, sender=replace(SENDER, name="北京某某餐饮管理有限公司"), signed_at=None)
    page.scanned(WAYBILL)
    assert page.level is Level.ARRIVALS
    yield "arrivals", shell
    page.show_what(f"arrival:{number}")
    yield "arrivals-claiming", shell
    page.arrivals.verbs()["forward_parcel"]()
    yield "arrivals-forward", shell
    page.step_back()
    page.step_back()
    page.step_back()


def _delivery(day: Day, shell: Shell, other: str) -> Iterator[Scene]:
    """Decided weeks ago, and a denial of today; one parcel, one batch that somebody counted."""
    office = day.office
    agent = Agent(
        name="王代理", id_number="440524188001010014", until=office.today(), powers=(Power.HAND_IN,)
    )
    case = decided(office, presence=Presence.AGENT, agent=agent)
    waits = produced(office)
    assert isinstance(office.now, Clock)
    office.now.on(days=20)
    posted = Delivery(way=Way.COURIER, receiver="李晓敏", phone="13800138021", address="一号")
    sent = produced(office, number="JY11115000000002", delivery=posted)
    told = shipments.suggest(office, sent.number, Direction.OUTBOUND)
    shipments.create(office, SUPERVISOR, replace(told, waybill="EA966331033CN"))
    denied = decided(office, granted=False)
    batch = batches.hand_over(office, CLERK, [other], "行政审批局审批一处", "共两袋")
    shell.go("delivery")
    page = shell.front
    assert isinstance(page, DeliveryPage)
    day.accepted()
    page.lists.reload()
    for place in range(4):
        page.lists.tabs.choose(place)
        yield f"delivery-{place}", shell
    page.lists.tabs.choose(0)
    for name, number in (
        ("make", case.number), ("serve", waits.number), ("post", sent.number),
        ("denied", denied.number), ("count", batch.number),
    ):  # fmt: skip
        shell.go("delivery", number)
        yield f"delivery-{name}", shell
    page.counting.toggle()
    page.verbs()["finish"]()
    yield "delivery-counted", shell
    shell.go("delivery", waits.number)
    receiver = page.panel.serving.receiver
    receiver.relation.set_value(Relation.FAMILY)
    receiver.relation.picked.emit(Relation.FAMILY)
    page.verbs()["finish"]()
    yield "delivery-refused", shell


def _log(shell: Shell) -> Iterator[Scene]:
    shell.go("log")
    page = shell.front
    assert isinstance(page, LogPage)
    page.lists.tabs.choose(2)
    page.export.open()
    page.export.personal.setChecked(True)
    yield "log", shell
    page.export.put_away()


def _licences(day: Day, shell: Shell) -> Iterator[Scene]:
    stock(day.office)
    shell.go("licences")
    page = shell.front
    assert isinstance(page, LicencesPage)
    for place in range(3):
        page.lists.tabs.choose(place)
        yield f"licences-{place}", shell
    page.show_what("SP01:JY11115000012345")
    yield "licence", shell
    page.verbs()["end_licence"]()
    yield "licence-end", shell
    page.step_back()
    page.step_back()
    page.new()
    yield "licence-new", shell
    page.step_back()


def _items(shell: Shell, folder: Path) -> Iterator[Scene]:
    """The catalogue, an item, a pack with all kinds of changes, and one that waits."""
    shell.go("items")
    page = shell.front
    assert isinstance(page, ItemsPage)
    yield "items", shell
    page.ask_file()
    yield "items-file", shell
    page.step_back()
    item = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
    item["name"] = "食品经营许可（新办，餐饮服务和食品销售同时经营的）"
    item["materials"][0]["legal_source"] = []
    item["materials"][2] |= {"copies": 7, "name": "房屋产权证明、租赁合同等材料"}
    file = folder / "经开区事项包.json"
    file.write_text(json.dumps({"items": [item]}, ensure_ascii=False), "utf-8")
    page.read(file)
    yield "items-red", shell
    page.step_back()
    item["materials"][0]["legal_source"] = [{"source": "SPJYXK", "article": "第十一条"}]
    file.write_text(json.dumps({"items": [item]}, ensure_ascii=False), "utf-8")
    page.lists.tabs.choose(1)
    page.lists.second.click()
    page.read(file)
    yield "items-propose", shell
    page.verbs()["save_form"]()
    page.lists.tabs.choose(1)
    yield "items-waiting", shell
    page.lists.looked_into.emit(shell.desk.office.store.views.proposals()[0].id)
    page.verbs()["decline_pack"]()
    yield "items-decline", shell
    page.step_back()
    page.step_back()
    page.show_what("SP01")
    yield "item", shell
    page.step_back()


def _hall(shell: Shell) -> Iterator[Scene]:
    shell.go("hall")
    page = shell.front
    assert isinstance(page, HallPage)
    for place in range(6):
        page.tabs.choose(place)
        yield f"hall-{place}", shell
    page.calendar.overview.ask_file()
    yield "hall-calendar-file", shell
    page.step_back()
    page.calendar.overview.rule.next_day.setChecked(True)
    yield "hall-calendar-rule", shell
    page.calendar.edit(2027)
    page.calendar.proposal.name.set_text("元旦")
    page.calendar.proposal.day.set_day(date(2027, 1, 4))
    page.calendar.proposal.edit_day()
    yield "hall-calendar-year", shell
    page.calendar.drop()


def _door(day: Day, shell: Shell) -> Iterator[Scene]:
    door = Door(shell.desk, CODE, lambda _code: "", lambda _told: None)
    shell.set_door(door)
    shell.lock()
    yield "recovery", shell
    door.recovery = None
    door.choose()
    yield "lock", shell
    shell.desk.sign_in(None)
    door.choose()
    yield "sign-in", shell
    day.office.station = replace(day.office.station, unnamed=True)
    door.choose()
    yield "first-run", shell
