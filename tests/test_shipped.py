"""What others made and we ship: it does its work, its origin is on record, its licence beside it."""

import hashlib
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFontFile

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "resources/fonts"
NOTO = FONTS / "NotoSansSC-Regular.ttf"
FALLBACK = FONTS / "YichuangKaiFallback-Regular.ttf"
RARE = "䶮𠮷𬭎龘"  # characters of real names, two of them beyond the BMP
FILES = sorted(FONTS.glob("*.ttf"))


def characters(path: Path) -> set[int]:
    """The code points a font draws."""
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def test_a_rare_name_is_in_one_font_or_the_other() -> None:
    noto, fallback = characters(NOTO), characters(FALLBACK)
    assert noto == characters(FONTS / "NotoSansSC-Bold.ttf")
    assert set(map(ord, RARE)) <= noto | fallback
    assert not noto & fallback, "the fallback holds only what Noto lacks"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_may_and_can_be_embedded(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0
        assert 12 in {table.format for table in font["cmap"].tables}
    embedded = TTFontFile(str(path))  # raises on what reportlab cannot embed
    assert embedded.charToGlyph.keys() >= characters(path)


def test_every_font_is_the_one_on_record_with_its_licence() -> None:
    record = (FONTS / "README.md").read_text("utf-8")
    listed = dict(re.findall(r"^([0-9a-f]{64})  (\S+\.ttf)$", record, re.MULTILINE))
    for path in FILES:
        assert listed.get(hashlib.sha256(path.read_bytes()).hexdigest()) == path.name
    for name in set(re.findall(r"OFL-\w+\.txt", record)):
        assert "SIL OPEN FONT LICENSE" in (FONTS / name).read_text("utf-8")


def test_every_installed_package_has_its_licence_named() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    table = (ROOT / "THIRD_PARTY.md").read_text("utf-8").lower()
    for package in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        assert re.search(rf"(^\||,) {re.escape(package)}\b", table, re.MULTILINE), package
