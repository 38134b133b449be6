"""事项 with keys alone: looking, importing, proposing, a second person."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.trust.entry import Act
from desktop.services.packs.publishing.propose import second_person
from desktop.ui.pages.items.page import ItemsPage, Level
from desktop.ui.shell import Shell
from resources import ROOT
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text

Window = Callable[[Clerk], Shell]
OTHER = Clerk(code="0799", name="孙主管", role=Role.SUPERVISOR)


def open_page(window: Window, clerk: Clerk) -> tuple[Shell, ItemsPage]:
    shell = window(clerk)
    shell.go("items")
    page = shell.front
    assert isinstance(page, ItemsPage)
    return shell, page


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """SP01 with another name, and one material that is a catch-all list."""
    item = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
    item["name"] = "食品经营许可（改）"
    item["materials"][2]["copies"] = 7
    file = tmp_path / "pack.json"
    file.write_text(json.dumps({"items": [item]}, ensure_ascii=False), "utf-8")
    return file


def read(page: ItemsPage, file: Path) -> None:
    press(Qt.Key.Key_F5, at=page)
    page.file.field.set_text(str(file))
    press(Qt.Key.Key_Return, at=page.file.field.line)


def test_anybody_finds_an_item_and_reads_it(window: Window) -> None:
    _shell, page = open_page(window, CLERK)
    assert page.lists.button.isHidden()
    press(Qt.Key.Key_F, CTRL, at=page)
    type_text("spjy")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert Level(page.stack.currentIndex()) is Level.DETAIL
    item = page.detail.item
    assert item is not None
    assert page.detail.pane is not None
    assert page.detail.pane.model.rowCount() == len(item.materials)
    press(Qt.Key.Key_F5, at=page)
    assert page.file.isHidden(), "a clerk imports nothing"


def test_a_pack_is_looked_at_and_published(window: Window, changed: Path) -> None:
    shell, page = open_page(window, SUPERVISOR)
    office = shell.desk.office
    read(page, changed)
    assert Level(page.stack.currentIndex()) is Level.ARRIVING
    assert page.arriving.changes.model.rowCount() == 2
    assert office.item("SP01").name != "食品经营许可（改）"
    press(Qt.Key.Key_F9, at=page)
    assert office.item("SP01").name == "食品经营许可（改）"
    assert Level(page.stack.currentIndex()) is Level.LISTS


def test_a_broken_file_is_said_and_changes_nothing(window: Window, tmp_path: Path) -> None:
    shell, page = open_page(window, SUPERVISOR)
    file = tmp_path / "bad.json"
    file.write_bytes(b"\xff\x00{")
    read(page, file)
    assert Level(page.stack.currentIndex()) is Level.LISTS
    assert not page.banner.isHidden()
    assert shell.desk.office.versions == {}


def test_a_second_person_publishes_or_declines(window: Window, changed: Path) -> None:
    shell, page = open_page(window, SUPERVISOR)
    office, desk = shell.desk.office, shell.desk
    told = ClerkSet(code=OTHER.code, name=OTHER.name, role=OTHER.role)
    office.store.journal.append([Act(entity="clerk:0799", payload=told)], "-")
    page.lists.tabs.choose(1)
    page.lists.second.click()
    assert second_person(office)
    read(page, changed)
    press(Qt.Key.Key_F9, at=page)
    assert office.versions == {}
    page.lists.tabs.choose(1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9, at=page)
    assert office.versions == {}, "nobody agrees with himself"
    desk.sign_in(OTHER)
    shell.go("items")
    press(Qt.Key.Key_F8, at=page)
    assert not page.arriving.why.isHidden()
    press(Qt.Key.Key_F9, at=page)
    assert len(office.store.views.proposals()) == 1, "a reason is owed"
    page.step_back()
    press(Qt.Key.Key_F9, at=page)
    assert office.item("SP01").name == "食品经营许可（改）"
    assert office.store.views.proposals() == []
