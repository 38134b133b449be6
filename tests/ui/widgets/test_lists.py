"""RowsModel by the page, the table's memory, chips, choices, banner, fields."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.identity.verdict import Level
from desktop.services.ports import PAGE
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.fields import Field, MaskedField
from desktop.ui.widgets.rows import Column, RowsModel
from desktop.ui.widgets.table import RowsView

TOP = QModelIndex()


class Source:
    """A view function over numbers; remembers what it was asked."""

    def __init__(self, total: int) -> None:
        self.rows = [str(n) for n in range(total)]
        self.asked: list[tuple[int, int]] = []

    def __call__(self, offset: int, limit: int) -> list[str]:
        self.asked.append((offset, limit))
        return self.rows[offset : offset + limit]


def model_of(source: Source) -> RowsModel:
    return RowsModel([Column("号", str, 6), Column("尾", lambda row: row[-1])], source)


def test_rows_come_by_the_page() -> None:
    source = Source(PAGE + 3)
    model = model_of(source)
    model.reload()
    assert model.rowCount() == PAGE
    assert model.canFetchMore(TOP)
    model.fetchMore(TOP)
    assert model.rowCount() == PAGE + 3
    assert not model.canFetchMore(TOP)
    assert source.asked == [(0, PAGE), (PAGE, PAGE)]


def test_cells_say_their_title_aloud() -> None:
    model = model_of(Source(2))
    model.reload()
    index = model.index(1, 0)
    assert model.data(index) == "1"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "号：1"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "尾"


def test_the_chosen_row_is_found_again(qtbot: QtBot) -> None:
    source = Source(5)
    model = model_of(source)
    view = RowsView(model)
    qtbot.addWidget(view)
    model.reload()
    view.choose(3)
    source.rows.insert(0, "neu")
    model.reload()
    assert view.current == "3"
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["3"]


def test_a_suggestion_is_not_chosen(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.offer([("a", "甲"), ("b", "乙")], suggested=["b"])
    assert chips.chosen == ()
    with qtbot.waitSignal(chips.answered) as told:
        chips.confirm()
    assert told.args == [("b",)]
    with qtbot.waitSignal(chips.answered) as told:
        QTest.keyClicks(chips, "1")
    assert told.args == [("a",)]
    assert "".join(chips.chosen) == "a"


def test_several_answers_and_none(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.offer([("a", "甲"), ("b", "乙"), ("c", "丙")], suggested=["a"], multi=True)
    QTest.keyClicks(chips, "23")
    with qtbot.waitSignal(chips.answered) as told:
        QTest.keyClick(chips, Qt.Key.Key_Return)
    assert told.args == [("b", "c")]
    QTest.keyClicks(chips, "239")
    with qtbot.waitSignal(chips.answered) as told:
        chips.confirm()
    assert told.args == [()]


def test_choices_step_over_headings(qtbot: QtBot) -> None:
    choices = ChoiceList()
    qtbot.addWidget(choices)
    choices.offer([Choice("", "标题", heading=True), Choice("1", "甲"), Choice("", "又", heading=True),
                   Choice("2", "乙")])  # fmt: skip
    assert choices.current == Choice("1", "甲")
    choices.step(1)
    assert choices.current == Choice("2", "乙")
    choices.step(1)
    with qtbot.waitSignal(choices.taken) as told:
        choices.take()
    assert told.args == ["2"]


def test_a_refusal_names_its_article_and_leads_to_its_row(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    banner = Banner(place)
    banner.say_refusal("还差营业执照。", {"article": "行政许可法 第三十二条", "row": "BL"})
    assert banner.text == "还差营业执照。（行政许可法 第三十二条）"
    jump = next(b for b in banner.findChildren(QPushButton) if b.text() == "跳到该行")
    with qtbot.waitSignal(banner.jump) as told:
        jump.click()
    assert told.args == ["BL"]
    banner.say(Tone.GOOD, "好")
    assert not [b for b in banner.findChildren(QPushButton)
                if b.text() == "跳到该行" and not b.isHidden()]  # fmt: skip


def test_a_key_stands_on_its_button_and_a_double_click_is_one_press(qtbot: QtBot) -> None:
    button = KeyButton("finish", "受理", primary=True)
    qtbot.addWidget(button)
    assert button.text() == "F9  受理"
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    button.set_ready(False, "还差一项")
    assert button.isEnabled()
    assert button.toolTip() == "还差一项"


def test_a_verdict_informs_beside_the_field(qtbot: QtBot) -> None:
    field = Field("证件号码")
    qtbot.addWidget(field)
    field.warn(Level.WARN, "请核对")
    assert field.warning == "请核对"
    field.warn(None)
    assert field.warning == ""


def test_a_masked_value_shows_only_while_held_and_logged(qtbot: QtBot) -> None:
    looks: list[bool] = []

    def look() -> bool:
        looks.append(True)
        return True

    field = MaskedField(look)
    qtbot.addWidget(field)
    field.set_value("11010519491231002X", "110***********002X")
    hold = field.findChild(QPushButton)
    assert hold is not None
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    assert field.text == "11010519491231002X"
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    assert field.text == "110***********002X"
    assert looks == [True]


def test_what_does_not_fit_ends_in_dots_and_stays_in_the_tooltip(qtbot: QtBot) -> None:
    line = Elided("很长" * 50)
    qtbot.addWidget(line)
    line.resize(200, 40)
    line.show()
    qtbot.waitExposed(line)
    assert QLabel.text(line).endswith("…")
    assert line.toolTip() == line.full == "很长" * 50
