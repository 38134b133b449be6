from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.pages.papers.view import PaperView


def seen(view: PaperView) -> list[QLabel]:
    return [page for page in view.findChildren(QLabel) if page.isVisible()]


def test_pages_stay_in_sight_when_the_scroll_bar_comes_and_the_pane_changes(qtbot: QtBot) -> None:
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    picture = QImage(1240, 1754, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    view.show_pictures([picture, picture])
    for width in (900, 1000, 700):
        view.resize(width, 600)
        qtbot.waitUntil(lambda: len(seen(view)) == 2)
        QApplication.processEvents()  # what the scroll bar set off has come
        assert len(seen(view)) == 2
        assert view.grab().toImage().pixelColor(width // 2, 300) == QColor("red")
        assert view.horizontalScrollBar().maximum() == 0
    view.show_pictures([])
    qtbot.waitUntil(lambda: not seen(view))
