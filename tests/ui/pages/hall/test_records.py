"""失信名单 in the window: imported by a supervisor, looked up, refused with row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.services.promises import records
from desktop.ui.desk import Desk
from desktop.ui.pages.hall.page import RECORDS, HallPage
from tests.ui.conftest import CLERK, SUPERVISOR

HEAD = "姓名,证件号码,失信情形,认定机关\n"
NUMBER = "11010519491231002X"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HallPage:
    desk.sign_in(SUPERVISOR)
    made = HallPage(desk, lambda _station: None)
    desk.refused.connect(made.show_refusal)
    qtbot.addWidget(made)
    made.show()
    made.enter()
    made.tabs.choose(RECORDS)
    return made


def test_a_list_is_imported_and_looked_up(page: HallPage, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"{HEAD}甲,{NUMBER},虚假承诺,某局\n", "utf-8")
    pane = page.records
    assert "还没有导入" in pane.state.text()
    pane.file.set_text(str(path))
    pane.save()
    assert records.in_force(office) is None, "not without its day"
    pane.as_of.set_text("2026-11-20")
    pane.save()
    assert "名单截至 2026-11-20，共 1 行" in pane.state.text()
    pane.number.set_text(NUMBER)
    pane.look_up()
    assert "虚假承诺" in pane.found.text()


def test_a_wrong_list_says_where_and_nothing_is_lost(
    page: HallPage, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"{HEAD}甲,{NUMBER},,某局\n", "utf-8")
    page.records.file.set_text(str(path))
    page.records.as_of.set_text("2026-11-20")
    page.records.save()
    assert "第 2 行第 3 列" in page.banner.text
    assert page.records.file.text == str(path)
    assert records.in_force(office) is None


def test_a_clerk_is_not_offered_it(page: HallPage, desk: Desk) -> None:
    desk.sign_in(CLERK)
    assert page.tabs.place != RECORDS
