"""Labels and frames by their role in the stylesheet, and gaps that follow the text's size."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme.dress import unit

L = TypeVar("L", bound=QBoxLayout)


def wear(widget: QWidget, role: str) -> None:
    """Give the widget another role of the stylesheet; does nothing where it wears it already."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """Plain text always: what somebody typed is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def frame(role: str) -> QFrame:
    """A frame whose ground and border the stylesheet gives its role."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """A thin line across."""
    made = frame("rule")
    made.setFixedHeight(1)
    return made


def column(parent: QWidget | None = None, margin: float = 0, gap: float = 2) -> QVBoxLayout:
    """A vertical layout; margin and gap in quarters of the text's size."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _spaced(layout, margin, gap)


def row(parent: QWidget | None = None, margin: float = 0, gap: float = 2) -> QHBoxLayout:
    """A horizontal layout; margin and gap in quarters of the text's size."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _spaced(layout, margin, gap)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout, and away."""
    while layout.count():
        item = layout.takeAt(0)
        inside = item.widget() if item is not None else None
        if inside is not None:
            inside.hide()
            inside.deleteLater()


def _spaced(layout: L, margin: float, gap: float) -> L:
    edge = unit(margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(unit(gap))
    return layout
