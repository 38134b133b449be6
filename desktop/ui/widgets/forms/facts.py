"""Facts: quiet labels with what they say beneath, one under another, as 核对 shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import clear, column, frame, label, row
from desktop.wording import _

Told = tuple[str, str | QWidget]


class Facts(QScrollArea):
    """Each fact is (label, words) or (label, widget); an empty one is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = frame("plain")
        outside = column(inside)
        outside.setContentsMargins(0, 0, unit(2), 0)
        self._facts = column(gap=1)
        outside.addLayout(self._facts)
        outside.addStretch(1)
        self.setWidget(inside)
        let_through(self)

    def show_facts(self, facts: Sequence[Told]) -> None:
        clear(self._facts)
        for words, value in facts:
            if value == "":
                continue
            head = label(words, "quiet")
            head.setContentsMargins(0, head.fontMetrics().height() // 3, 0, 0)
            self._add(head)
            if isinstance(value, QWidget):
                value.setAccessibleName(words)
                self._add(value)
                continue
            said = label(value, wrap=True)
            said.setAccessibleName(_("{label}：{value}").format(label=words, value=value))
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(said)

    def _add(self, widget: QWidget) -> None:
        """Shown at once: a layout would show it a moment later, and the facts would flicker."""
        self._facts.addWidget(widget)
        widget.show()


def beside(facts: QWidget, room: QWidget) -> QVBoxLayout:
    """Lay `room` out in two panels, the facts on the left; answers the column of the right one."""
    left, right = frame("panel"), frame("panel")
    left.setFixedWidth(unit(72))
    column(left, margin=3).addWidget(facts)
    across = row(room, gap=2.5)
    across.addWidget(left)
    across.addWidget(right, 1)
    return column(right, margin=3)
