"""Numbers of papers, as they are made and as a scanner reads them."""

from __future__ import annotations

import pytest

from desktop.domain.cases.naming.papers import paper_number, read_number
from desktop.domain.cases.papers import PaperKind

CASE = "KFQ-20261123-A07-0001"


@pytest.mark.parametrize("kind", list(PaperKind))
def test_what_is_printed_is_read_again(kind: PaperKind) -> None:
    assert read_number(paper_number(kind, CASE, 12)) == (CASE, kind, 12)


def test_a_qr_holds_the_hash_behind_the_number() -> None:
    assert read_number(f" {CASE.lower()}-bz1 0123456789abcdef") == (CASE, PaperKind.CORRECTION, 1)


@pytest.mark.parametrize("text", [CASE, f"{CASE}-QQ1", "EA966331020CN", "SP01"])
def test_what_names_no_paper_stays_as_it_is(text: str) -> None:
    assert read_number(text) == (text, None, 0)


def test_nothing_is_nothing() -> None:
    assert read_number("  ") == ("", None, 0)
