"""The tab 事项表格: what a sheet would be read as, a workbook, guides, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.halls.roles import Clerk
from desktop.ui.pages.hall.page import LOOK, SHEETS, HallPage
from desktop.ui.pages.hall.sheets import SheetsPane
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.forms.rows_pane import RowsPane
from tests.services.packs.sheets.samples import CODE, book, item_rows, material_rows
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import CTRL, press, type_text
from tests.ui.pages.test_pages_fit import cut_off

KEY = Qt.Key


@pytest.fixture
def page(window: Callable[[Clerk], Shell]) -> HallPage:
    shell = window(SUPERVISOR)
    shell.go("hall")
    front = shell.front
    assert isinstance(front, HallPage)
    press(KEY.Key_6, CTRL)
    assert front.tabs.place == SHEETS
    return front


def national(folder: Path, *necessity: str) -> Path:
    rows = material_rows()
    for row, told in zip(rows[1:], necessity, strict=False):
        row[rows[0].index("材料必要性")] = told
    return book(folder / "实施清单.xlsx", {"事项清单": item_rows(), "申请材料": rows})


def answer(page: HallPage, qtbot: QtBot, key: Qt.Key, file: Path) -> None:
    press(key)
    press(KEY.Key_A, CTRL)
    type_text(str(file))
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: not page.desk.working, timeout=60_000)


def lines(rows: RowsPane) -> list[list[str]]:
    model = rows.model
    return [
        [str(model.index(line, place).data()) for place in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def test_a_clerk_is_not_offered_sheets(window: Callable[[Clerk], Shell]) -> None:
    shell = window(CLERK)
    shell.go("hall")
    front = shell.front
    assert isinstance(front, HallPage)
    press(KEY.Key_6, CTRL)
    assert front.tabs.place == LOOK


def test_a_sheet_is_looked_at_and_not_taken(page: HallPage, qtbot: QtBot, tmp_path: Path) -> None:
    answer(page, qtbot, KEY.Key_F5, national(tmp_path))
    pane = page.sheets
    assert pane.summary.text() == "实施清单.xlsx：事项 1 个，材料 3 项；不对的地方 0 处"
    assert ["申请材料", "E", "材料必要性", "材料必要性", "按标签"] in lines(pane.mapping)
    assert pane.problems.isHidden()
    assert pane.look_at.isHidden()
    assert CODE not in page.desk.office.catalogue.items


def test_wrong_cells_are_listed_and_told_whole(
    page: HallPage, qtbot: QtBot, tmp_path: Path
) -> None:
    answer(page, qtbot, KEY.Key_F5, national(tmp_path, "1", "随便"))
    pane = page.sheets
    assert [row[:4] for row in lines(pane.problems)] == [
        ["申请材料", "2", "E", "1"], ["申请材料", "3", "E", "随便"],
    ]  # fmt: skip
    assert "第 2 行 E 列「1」" in pane.whole.full
    press(KEY.Key_Down)
    assert "第 3 行 E 列「随便」" in pane.whole.full


def test_a_file_that_is_none_is_refused_in_words(
    page: HallPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no")
    answer(page, qtbot, KEY.Key_F5, tmp_path / "a.xlsx")
    assert "不是 .xlsx 或 .csv 表格" in page.banner.text
    assert page.sheets.look_at.isVisible()
    press(KEY.Key_Escape)  # the banner first
    press(KEY.Key_Escape)
    assert page.sheets.look_at.isHidden()


def test_a_workbook_and_guides_are_written(page: HallPage, qtbot: QtBot, tmp_path: Path) -> None:
    answer(page, qtbot, KEY.Key_F6, tmp_path / "all.xlsx")
    assert page.banner.text.startswith("已写出 40 个事项")
    answer(page, qtbot, KEY.Key_F5, tmp_path / "all.xlsx")
    assert "不对的地方 0 处" in page.sheets.summary.text()
    answer(page, qtbot, KEY.Key_F7, tmp_path / "guides")
    assert page.banner.text.startswith("已写出 40 份办事指南")
    assert len(list((tmp_path / "guides").iterdir())) == 40


@pytest.mark.parametrize(
    ("theme", "px"),
    [(theme, px) for theme in Theme for px in (15, 22)],
)
def test_nothing_is_cut_off(
    page: HallPage, qtbot: QtBot, tmp_path: Path, dressed: QApplication,
    shoot: Callable[[QWidget, str], None], theme: Theme, px: int,
) -> None:  # fmt: skip
    dress(dressed, theme, px)
    answer(page, qtbot, KEY.Key_F5, national(tmp_path, "1", "随便", "9"))
    dressed.processEvents()
    shoot(page.window(), f"sheets-{theme}-{px}")
    assert not list(cut_off(page))
    press(KEY.Key_F6)
    dressed.processEvents()
    shoot(page.window(), f"sheets-ask-{theme}-{px}")
    assert not list(cut_off(page))
    assert isinstance(page.sheets, SheetsPane)
