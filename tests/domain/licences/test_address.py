"""An address of a source is https, or this very machine; a code is the source's own."""

import pytest

from desktop.domain.licences.address import checked, code_in
from desktop.domain.refusal import Refusal

HOME = "https://licences.example/api"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        (f" {HOME}/ ", HOME),
        ("https://10.0.0.1:8443", "https://10.0.0.1:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost", "http://localhost"),
        ("  ", ""),
    ],
)
def test_an_address_that_may_be_asked(address: str, wanted: str) -> None:
    assert checked(address) == wanted


@pytest.mark.parametrize(
    "address",
    [
        "http://licences.example",
        "http://127.0.0.1.example",
        "ftp://licences.example",
        "licences.example",
        "https://",
        "https://a:b@licences.example",
        "https://licences.example/?x=1",
        "https://licences.example:port",
        "https://[::1",
        "https://licences.example/\x00",
        "经开区",
    ],
)
def test_an_address_that_may_not(address: str) -> None:
    with pytest.raises(Refusal, match="source_address"):
        checked(address)


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
