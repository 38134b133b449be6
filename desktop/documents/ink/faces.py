"""The bundled faces, and which of them has a character.

Per character: Noto Sans SC first, then the subset of LXGW WenKai for what Noto lacks. Loading
takes a quarter of a second, so a worker calls `warm` ahead of the first paper.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.documents.ink.unicode_map import unicode_map
from desktop.domain.refusal import Refusal

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR, BOLD, RARE = "YichuangSans", "YichuangSans-Bold", "YichuangKai"
FILES = {
    REGULAR: "NotoSansSC-Regular.ttf",
    BOLD: "NotoSansSC-Bold.ttf",
    RARE: "YichuangKaiFallback-Regular.ttf",
}

# Controls, odd blanks, zero-width marks, direction marks, variation selectors: pasted text is
# full of them, no face draws them, and none of them changes what a person reads.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
BLANKS = frozenset("\t\x0b\x0c\xa0\u1680\u202f\u205f") | {chr(c) for c in range(0x2000, 0x200B)}
BREAKS = frozenset("\x85\u2028\u2029")

_loading = Lock()
_loaded: dict[str, Face] = {}


class Face(TTFont):  # type: ignore[misc]
    """A TrueType face whose documents can be searched and copied beyond the BMP as well."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=0)
        # every subset copies the outlines of 30 000 glyphs out of the file: once is enough
        read, outlines = self.face.get_table, self.face.get_table("glyf")
        self.face.get_table = lambda tag: outlines if tag == "glyf" else read(tag)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the face's subsets, each with a correct map from codes to characters."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            stream = doc.idToObject[fonts[name].ToUnicode.name]
            stream.content = unicode_map(fonts[name].BaseFont, subset)


def faces() -> dict[str, Face]:
    """The three faces, read and registered once, by whichever thread comes first."""
    with _loading:
        if not _loaded:
            found = {name: Face(name, FOLDER / file) for name, file in FILES.items()}
            for face in found.values():
                pdfmetrics.registerFont(face)
            _loaded.update(found)
    return _loaded


@lru_cache(maxsize=65536)
def face_of(char: str, bold: bool = False) -> str | None:
    """The face that draws the character; None where none can."""
    for name in (BOLD if bold else REGULAR, RARE):
        if faces()[name].face.charToGlyph.get(ord(char)):
            return name
    return None


@lru_cache(maxsize=65536)
def advance(char: str, bold: bool = False) -> float:
    """The character's width in em. Raises `Refusal("no_glyph", characters=…)`."""
    name = face_of(char, bold)
    if name is None:
        raise Refusal("no_glyph", characters=char)
    return float(faces()[name].face.charWidths[ord(char)]) / 1000


def clean(text: str) -> str:
    """The text as it can be seen: line ends as \\n, blanks as blanks, unseen marks gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub(lambda found: _seen(found.group()), text)


def missing_characters(text: str) -> str:
    """Those characters of the text that no bundled face has, each once; empty: all print."""
    seen = dict.fromkeys(c for c in clean(text) if c != "\n" and face_of(c) is None)
    return "".join(seen)


def _seen(char: str) -> str:
    if char in BREAKS:
        return "\n"
    return " " if char in BLANKS else ""
