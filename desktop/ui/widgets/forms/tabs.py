"""Tabs: one of a few views is in front; each carries its key. Large letters wrap them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from desktop.ui.keys.table import key_of
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.flow import Flow


class Tabs(Flow):
    """`chosen(place)` from 0. The keys are those of the verbs `tab_1`, `tab_2`, …"""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(gap=unit(1), parent=parent)
        self._titles = tuple(titles)
        self._group = QButtonGroup(self)
        for place, title in enumerate(titles):
            button = QPushButton(f"{title}  {key_of(f'tab_{place + 1}')}")
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(title)
            self._group.addButton(button, place)
            self.add(button)
        self._group.idClicked.connect(self.chosen)
        self._group.button(0).setChecked(True)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """One per tab, in order; those that are not offered as well."""
        return self._group.buttons()

    @property
    def place(self) -> int:
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Bring this one to the front and say so; a place that there is not is ignored."""
        if place >= len(self._titles) or self._group.button(place).isHidden():
            return
        self._group.button(place).setChecked(True)
        self.chosen.emit(place)

    def count(self, place: int, number: int) -> None:
        """Write how many there are behind a tab: 「文书 3」."""
        key = key_of(f"tab_{place + 1}")
        told = f"{self._titles[place]} {number}" if number else self._titles[place]
        self._group.button(place).setText(f"{told}  {key}")

    def offer(self, place: int, offered: bool) -> None:
        """Take a tab away, or give it back."""
        self._group.button(place).setVisible(offered)
        self._laid_anew()
