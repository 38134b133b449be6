"""A scroll area that shows the ground of what it stands on, not one of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def let_through(area: QScrollArea) -> None:
    """Qt fills the viewport and the widget in it by itself; call after `setWidget`."""
    inside = area.widget()
    if inside is not None:
        inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)


def scroll_over(widget: QWidget) -> QScrollArea:
    """`widget` grows with the area and scrolls where it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    let_through(area)
    return area
