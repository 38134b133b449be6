"""A code is the source's own."""

import pytest

from desktop.domain.licences.address import code_in

HOME = "https://licences.example/api"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LZM:abc123", "abc123"),
        ("lzm:abc123 ", "abc123"),
        (f"{HOME}/show?code=abc123&t=1", "abc123"),
        (f"{HOME}?code=abc123", "abc123"),
        (f"{HOME}/show", ""),
        ("https://licences.example/apicode?code=abc", ""),
        ("https://elsewhere.example/api?code=abc", ""),
        ("LZM:", ""),
        ("LZM:" + "x" * 513, ""),
        ("11010519491231002X", ""),
    ],
)
def test_a_code_is_the_source_s_own(text: str, wanted: str) -> None:
    assert code_in(text, HOME) == wanted
    assert code_in("https://elsewhere.example?code=1", "") == ""
