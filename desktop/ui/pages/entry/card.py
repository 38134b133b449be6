"""What stands in the door: one card in the middle of the window, with a place for refusals."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, frame, label, row


class Card(QWidget):
    """`done` when there is nothing left to do here. Subclasses fill `inside`."""

    done = Signal()

    def __init__(self, title: str, across: float = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.title = label(title, "title")
        panel = frame("panel")
        panel.setMaximumWidth(unit(across))
        self.inside: QVBoxLayout = column(panel, margin=6, gap=3)
        self.inside.addWidget(self.title)
        self.inside.addWidget(self.banner)
        middle = QWidget()
        down = column(middle, margin=4)
        down.addStretch(1)
        beside = row()
        beside.addStretch(1)
        beside.addWidget(panel, 1000)
        beside.addStretch(1)
        down.addLayout(beside)
        down.addStretch(2)
        column(self).addWidget(scroll_over(middle))

    def enter(self) -> None:
        """The card comes to the front: put the focus where work begins."""

    def refused(self, sentence: str) -> None:
        self.banner.say(Tone.BAD, sentence)
