"""An address that is asked is https, or this very machine."""

import pytest

from desktop.domain.halls.address import checked
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
