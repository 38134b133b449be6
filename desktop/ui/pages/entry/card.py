"""What stands in the door: one card in the middle of the window, with a place for refusals."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.labels import column, frame, label, row


class Card(QWidget):
    """`done` when there is nothing left to do here. Subclasses fill `inside`."""

    done = Signal()

    def __init__(self, title: str, across: float = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.title = label(title, "title")
        panel = frame("panel")
        panel.setFixedWidth(unit(across))
        self.inside: QVBoxLayout = column(panel, margin=6, gap=3)
        self.inside.addWidget(self.title)
        self.inside.addWidget(self.banner)
        middle = QWidget()
        down = column(middle, margin=4)
        down.addStretch(1)
        beside = row()
        beside.addStretch(1)
        beside.addWidget(panel)
        beside.addStretch(1)
        down.addLayout(beside)
        down.addStretch(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        column(self).addWidget(scroll)

    def enter(self) -> None:
        """The card comes to the front: put the focus where work begins."""

    def refused(self, sentence: str) -> None:
        self.banner.say(Tone.BAD, sentence)
