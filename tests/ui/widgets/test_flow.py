from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.forms.tabs import Tabs


def test_words_that_grew_behind_another_page_have_their_room(
    qtbot: QtBot, dressed: QApplication
) -> None:
    stack, tabs = QStackedWidget(), Tabs(["要处理", "在途"])
    stack.addWidget(tabs)
    stack.addWidget(QWidget())
    qtbot.addWidget(stack)
    stack.resize(600, 200)
    stack.show()
    stack.setCurrentIndex(1)
    tabs.count(0, 1_000)
    stack.setCurrentIndex(0)
    dressed.processEvents()
    first, second = tabs.buttons
    assert first.width() == first.sizeHint().width()
    assert second.x() > first.geometry().right()
