"""The bundled fonts, so that no machine's own fonts decide whether a name can be read.

Noto Sans SC first; per character, what it lacks (𠮷) comes from the LXGW subset. Both stand in
one list of families, which Qt walks for every character.
"""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from resources import ROOT

FOLDER = ROOT / "fonts"
FAMILIES = ("Noto Sans SC", "Yichuang Kai Fallback")
FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "YichuangKaiFallback-Regular.ttf")


class FontMissingError(RuntimeError):
    """A bundled font is not there or not a font; the window would show boxes."""


def load_fonts() -> None:
    """Make the bundled fonts known to the application; once is enough, twice does no harm."""
    if set(FAMILIES) <= set(QFontDatabase.families()):
        return
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(FOLDER / name)) < 0:
            raise FontMissingError(name)
