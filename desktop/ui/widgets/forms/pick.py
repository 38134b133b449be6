"""Pick: a label over a drop-down of few values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.ui.widgets.labels import column, label


class _Box(QComboBox):
    """Leaves Ctrl with a digit or a letter to the page; Qt would take them for text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_Z
        if sign and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class Pick(QWidget):
    """`picked(value)` when a person chose. Values are found again by equality."""

    picked = Signal(object)

    def __init__(
        self, words: str, values: Sequence[tuple[Any, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = _Box()
        self.box.setAccessibleName(words)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._values: list[Any] = []
        self.offer(values)
        inside = column(self, gap=1)
        inside.addWidget(label(words, "quiet"))
        inside.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _place: self.picked.emit(self.value))

    def offer(self, values: Sequence[tuple[Any, str]]) -> None:
        """Other values; what was chosen stays chosen where it still is there."""
        before = self.value
        self._values = [value for value, _words in values]
        self.box.clear()
        self.box.addItems([words for _value, words in values])
        if before in self._values:
            self.set_value(before)

    @property
    def value(self) -> Any:
        """What is chosen; None while nothing is there to choose."""
        place = self.box.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.box.setCurrentIndex(self._values.index(value))
