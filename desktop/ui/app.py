"""The application: platform chosen, fonts loaded, theme worn. Before any window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication

from desktop.ui.theme.dress import dress
from desktop.ui.theme.fonts import load_fonts
from desktop.ui.theme.tokens import Theme

SWITCH = 0.001
"""Seconds after which a worker that computes gives way. One turn of the event loop asks for the
interpreter many times; with Python's usual 5 ms that adds up to a window that stands still.
"""


def display_missing(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether Qt would abort for want of a display; it cannot be caught, so ask before."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def platform_settings(platform: str, environment: Mapping[str, str]) -> dict[str, str]:
    """What Qt must find in the environment before it starts.

    No fcitx plugin is in the wheel, and ibus answers for it; so ibus, unless another method than
    fcitx was named. Offscreen nobody types, and ibus would ask a D-Bus that a bare machine lacks.
    """
    if not platform.startswith("linux"):
        return {}
    if display_missing(platform, environment):
        return {"QT_QPA_PLATFORM": "offscreen"}
    offscreen = environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal"))
    named = environment.get("QT_IM_MODULE", "fcitx")
    return {"QT_IM_MODULE": "ibus"} if named.startswith("fcitx") and not offscreen else {}


def make_app(
    arguments: Sequence[str] = (), theme: str = Theme.LIGHT, font_px: int = 16
) -> QApplication:
    """The one QApplication, dressed. Where there is no display it draws offscreen."""
    os.environ.update(platform_settings(sys.platform, os.environ))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["yichuang", *arguments])
    app.setApplicationName("yichuang")
    app.setApplicationDisplayName("一窗")
    sys.setswitchinterval(SWITCH)
    load_fonts()
    dress(app, Theme(theme), font_px)
    return app
