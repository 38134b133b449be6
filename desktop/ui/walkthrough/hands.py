"""A clerk's hands and eyes: keys pressed on whatever has the focus, pictures of what is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

PATIENCE_SECONDS = 10
MOST_LEVELS = 6
A_SCANNERS_PAUSE = 0.04
"""A single letter waits 35 ms in case a scanner is typing."""


class Stuck(RuntimeError):
    """What the story waited for did not come."""


class Hands:
    """`presses` counts keys that are not typed data. `shoot` keeps a picture of the window.

    `working` tells whether a worker still has something to show.
    """

    def __init__(self, window: QWidget, pictures: Path, working: Callable[[], bool]) -> None:
        self.window = window
        self._working = working
        self.pictures = pictures
        self.presses = 0
        self.files: list[Path] = []
        pictures.mkdir(parents=True, exist_ok=True)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key, where the focus is."""
        self.presses += 1
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def letter(self, text: str) -> None:
        """One key that is a letter or a digit with a meaning."""
        self.presses += 1
        QTest.keyClicks(self._focus(), text)
        self.pause()

    def type(self, text: str) -> None:
        """Data into the field that has the focus, as an input method would commit it."""
        self.until(lambda: isinstance(self._focus(), QLineEdit | QPlainTextEdit), "a field")
        field = self._focus()
        if isinstance(field, QLineEdit):
            field.insert(text)
            field.textEdited.emit(field.text())
        elif isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)
        self.settle()

    def pause(self) -> None:
        """As long as a scanner's burst might last; what is drawn late is drawn by then."""
        end = monotonic() + A_SCANNERS_PAUSE
        self.until(lambda: monotonic() > end, "a pause")
        self.settle()

    def back_to(self, there: Callable[[], bool], what: str) -> None:
        """Esc, level by level."""
        for _level in range(MOST_LEVELS):
            if there():
                return
            self.press(Qt.Key.Key_Escape)
        raise Stuck(what)

    def until(self, met: Callable[[], object], what: str) -> None:
        """Wait for something on the screen; raises `Stuck` after ten seconds."""
        end = monotonic() + PATIENCE_SECONDS
        loop = QEventLoop()
        timer = QTimer(interval=5)
        timer.timeout.connect(lambda: loop.quit() if met() or monotonic() > end else None)
        if not met():
            timer.start()
            loop.exec()
            timer.stop()
        if not met():
            raise Stuck(what)

    def settle(self) -> None:
        """Let everything that was posted happen."""
        QApplication.processEvents()
        QApplication.processEvents()

    def shoot(self, name: str) -> None:
        """A picture of the window once everything it was asked to show is there."""
        self.pause()
        self.until(lambda: not self._working(), "quiet")
        self.pause()
        path = self.pictures / f"{name}.png"
        # texts that changed last wait for their new place
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()
        if not self.window.grab().save(str(path)):
            raise Stuck(f"picture {path.name}")
        self.files.append(path)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window
