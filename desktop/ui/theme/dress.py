"""Dress the application: fonts, palette and stylesheet of one theme at one size.

One theme is worn at a time, by the whole application; painters ask `colour` and `unit` when they
paint, so that a change of theme needs no more than a repaint.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.ui.theme.fonts import FAMILIES
from desktop.ui.theme.tokens import FOLDER, Theme, colours

SMALLEST, LARGEST, USUAL = 15, 22, 16


@dataclass(slots=True)
class _Worn:
    theme: Theme
    px: int
    colours: dict[str, str]


_worn = _Worn(Theme.LIGHT, USUAL, colours(Theme.LIGHT))


def dress(app: QApplication, theme: Theme, px: int) -> None:
    """Wear `theme` with a body text of `px` pixels, held between 15 and 22."""
    size = max(SMALLEST, min(LARGEST, px))
    if app.styleSheet() and worn() == (theme, size):
        return  # a quarter of a second, in every widget anew
    _worn.theme, _worn.px, _worn.colours = theme, size, colours(theme)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(_stylesheet())


def worn() -> tuple[Theme, int]:
    return _worn.theme, _worn.px


def colour(token: str) -> QColor:
    return QColor(_worn.colours[token])


def unit(times: float = 1) -> int:
    """A quarter of the text's size: the step of every gap and margin, in pixels."""
    return round(_worn.px / 4 * times)


def font(scale: float = 1.0, bold: bool = False) -> QFont:
    """The text font at `scale` of the body size."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(round(_worn.px * scale))
    made.setBold(bold)
    return made


SMALL, TITLE = 0.875, 1.25
"""Sizes of quiet lines and of titles, as parts of the body's."""


def _palette() -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "ground",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.PlaceholderText: "quiet",
        role.Button: "raised",
        role.ButtonText: "text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Highlight: "chosen",
        role.HighlightedText: "on_chosen",
        role.Link: "accent",
        role.BrightText: "bad",
    }
    palette = QPalette()
    for name, token in tokens.items():
        palette.setColor(name, colour(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colour("quiet"))
    return palette


def _stylesheet() -> str:
    pad = unit(1.25)
    sizes = {
        "title": round(_worn.px * TITLE),
        "small": round(_worn.px * SMALL),
        "pad": pad,
        "pad_focus": pad - 1,
        "pad2": unit(2),
        "pad2_focus": unit(2) - 1,
        "pad3": unit(3),
        "pad3_focus": unit(3) - 1,
        "arrow": unit(6),
    }
    told = (FOLDER / "window.qss").read_text("utf-8")
    return Template(told).substitute(_worn.colours | {k: str(v) for k, v in sizes.items()})
