"""Text into lines of a width: Chinese breaks anywhere, Latin words and numbers stay whole.

No line begins with a closing mark or ends with an opening one (避头尾). What fits in no line is
broken by character: nothing is ever clipped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.documents.ink.faces import advance, clean

NO_START = frozenset("，。、；：？！）》」』】〕〉”’…—～％%℃·,.;:?!)]}")
NO_END = frozenset("（《「『【〔〈“‘([{￥¥")
WORDS = re.compile(r"[0-9A-Za-zÀ-ɏ@#$&*+/\\_=<>|^~'\"`.,:-]+|[ \u3000]+|.", re.DOTALL)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Points that the text takes in one line. Raises `Refusal("no_glyph", …)`."""
    return sum(advance(c, bold) for c in text) * size


@lru_cache(maxsize=2048)
def wrap(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of the text, at least one; paragraphs break where the text breaks.

    Remembered while a paper is laid out; `forget` afterwards, for texts are personal.
    """
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        lines += _fill(paragraph.rstrip(), size, width, bold)
    return tuple(lines)


def forget() -> None:
    """Drop every remembered text."""
    wrap.cache_clear()


def ellipsis(text: str, size: float, width: float, bold: bool = False) -> str:
    """One line of the text, its end replaced by … where it does not fit."""
    text = clean(text).replace("\n", " ")
    if width_of(text, size, bold) <= width:
        return text
    while text and width_of(text + "…", size, bold) > width:
        text = text[:-1]
    return text + "…"


def _fill(text: str, size: float, width: float, bold: bool) -> list[str]:
    lines: list[str] = []
    line, taken = "", 0.0
    for unit in _units(text):
        needed = width_of(unit, size, bold)
        if taken + needed <= width + 0.01:
            line, taken = line + unit, taken + needed
        elif unit.isspace():
            lines, line, taken = [*lines, line], "", 0.0
        elif needed <= width:
            lines, line, taken = [*lines, line] if line else lines, unit, needed
        else:
            *full, line = _split(line + unit, size, width, bold)
            lines += full
            taken = width_of(line, size, bold)
    return [*lines, line] if line or not lines else lines


def _units(text: str) -> list[str]:
    """What may not be broken: words, and characters glued to the marks around them."""
    units: list[str] = []
    for piece in WORDS.findall(text):
        glued = units and (
            piece[0] in NO_START or (units[-1][-1] in NO_END and not piece.isspace())
        )
        if glued and not units[-1].isspace():
            units[-1] += piece
        else:
            units.append(piece)
    return units


def _split(text: str, size: float, width: float, bold: bool) -> list[str]:
    pieces, piece, taken = [], "", 0.0
    for char in text:
        step = advance(char, bold) * size
        if piece and taken + step > width:
            pieces.append(piece)
            piece, taken = "", 0.0
        piece, taken = piece + char, taken + step
    return [*pieces, piece]
