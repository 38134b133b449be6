"""The application: platform chosen, fonts loaded, theme worn. Before any window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication

from desktop.ui.theme.dress import dress
from desktop.ui.theme.fonts import load_fonts
from desktop.ui.theme.tokens import Theme


def display_missing(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether Qt would abort for want of a display; it cannot be caught, so ask before."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def make_app(
    arguments: Sequence[str] = (), theme: str = Theme.LIGHT, font_px: int = 16
) -> QApplication:
    """The one QApplication, dressed. Where there is no display it draws offscreen."""
    if display_missing(sys.platform, os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif sys.platform.startswith("linux"):
        # No fcitx plugin is in the wheel; ibus answers for most input methods. Offscreen nobody
        # types, and its D-Bus aborts on a machine that has no machine-id yet.
        os.environ.setdefault("QT_IM_MODULE", "ibus")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["yichuang", *arguments])
    app.setApplicationName("yichuang")
    app.setApplicationDisplayName("一窗")
    load_fonts()
    dress(app, Theme(theme), font_px)
    return app
