"""Rare names are drawn, found and copied; what no face has is refused, never a tofu box."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents.ink.faces import BOLD, RARE, REGULAR, clean, face_of, missing_characters
from desktop.documents.ink.unicode_map import unicode_map
from desktop.documents.renderer import PdfRenderer
from desktop.domain.identity.party import Party
from desktop.domain.refusal import Refusal
from tests.documents import reading
from tests.documents.samples import CORRECTION, RECEIPT

NAME = "䶮𠮷𬭎"
RENDERER = PdfRenderer()


def test_each_character_takes_the_first_face_that_has_it() -> None:
    assert face_of("北") == REGULAR
    assert face_of("北", bold=True) == BOLD
    assert face_of("𠮷") == face_of("𠮷", bold=True) == RARE
    assert face_of("😀") is None


def test_missing_characters_are_named_once_and_unseen_marks_are_no_characters() -> None:
    assert missing_characters("张三😀李😀\ud800") == "😀\ud800"
    assert missing_characters("a\u200b\ufeff\t\r\n\u3000\u00a0𠮷\ufe0f") == ""


def test_pasted_blanks_and_marks_are_cleaned() -> None:
    assert clean("a\r\nb\rc\u2028d\u00a0e\u200bf\x00g\tH") == "a\nb\nc\nd efg H"


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_a_rare_name_is_returned_by_pdftotext_and_pdfium(page: str) -> None:
    facts = replace(CORRECTION, applicant=Party(name=NAME, id_number="11010519491231002X"))
    pdf = RENDERER.paper(facts, page)
    assert NAME in reading.text(pdf)
    assert NAME in reading.poppler_text(pdf)


def test_every_face_is_embedded_as_a_subset_with_a_map(tmp_path: Path) -> None:
    fonts = reading.poppler_fonts(RENDERER.paper(CORRECTION), tmp_path / "paper.pdf")
    assert len(fonts) >= 3
    for line in fonts:
        name, *_rest = line.split()
        assert name[6] == "+", line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


def test_a_character_that_no_face_has_is_refused_with_all_of_them() -> None:
    facts = replace(RECEIPT, applicant=Party(name="张😀", address="路🎉"), fee="🚀")
    with pytest.raises(Refusal, match="no_glyph") as refused:
        RENDERER.paper(facts)
    assert set(str(refused.value.data["characters"])) >= {"😀"}
    assert RENDERER.missing_characters("张😀") == "😀"


def test_the_map_writes_utf_16_in_blocks_of_a_hundred() -> None:
    told = unicode_map("X", [0, 0x20BB7, *range(0x4E00, 0x4E00 + 150)])
    assert "<01> <D842DFB7>" in told
    assert told.count("beginbfchar") == 2
    assert "100 beginbfchar" in told
    assert "<00> <0000>" not in told
