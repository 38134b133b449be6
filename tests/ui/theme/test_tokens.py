"""Every pair that is read has 4.5 : 1, every line that is seen 3 : 1, in all three themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

import desktop.ui
from desktop.ui.theme.dress import LARGEST, SMALLEST, dress, font, worn
from desktop.ui.theme.tokens import FOLDER, READABLE, VISIBLE, Theme, colours, contrast, table

UI = Path(desktop.ui.__file__).parent
RARE = "䶮𠮷𬭎，。→✓ 0aZ"


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize(("front", "back"), table().pairs)
def test_text_is_readable(theme: Theme, front: str, back: str) -> None:
    known = colours(theme)
    assert contrast(known[front], known[back]) >= READABLE


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize(("line", "back"), table().edges)
def test_lines_are_visible(theme: Theme, line: str, back: str) -> None:
    known = colours(theme)
    assert contrast(known[line], known[back]) >= VISIBLE


def test_contrast_is_the_standard_s() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_colours_and_families_are_written_in_the_table_alone() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|QColor\(\s*[0-9\"']")
    for path in UI.rglob("*.py"):
        if path.parent.name != "theme":
            assert not colour.findall(path.read_text("utf-8")), path.name
    assert "#" not in re.sub(r"#ground", "", (FOLDER / "window.qss").read_text("utf-8"))


def test_size_is_held_between_15_and_22(dressed: QApplication) -> None:
    for asked, got in ((3, SMALLEST), (99, LARGEST), (18, 18)):
        dress(dressed, Theme.DARK, asked)
        assert worn() == (Theme.DARK, got)
        assert QFontMetrics(dressed.font()).height() >= got


def test_no_character_becomes_a_box(dressed: QApplication) -> None:
    families = font().families()
    raw = [QRawFont.fromFont(_only(family)) for family in families]
    for character in RARE.replace(" ", ""):
        assert any(one.supportsCharacter(ord(character)) for one in raw), character


def _only(family: str) -> QFont:
    made = font()
    made.setFamilies([family])
    return made
