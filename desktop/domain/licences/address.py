"""Where a source of e-licences is asked, and which scanned texts are codes for it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from desktop.domain.refusal import Refusal

PREFIX = "LZM:"
"""亮证码 as plain text; otherwise an address of the source with `?code=`."""
LONGEST_CODE = 512


def checked(address: str) -> str:
    """The address without a slash at its end; empty switches the source off.

    Refuses `source_address`: https only, http alone on this very machine, no name or password in
    it, no query.
    """
    text = address.strip().rstrip("/")
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal("source_address", address=text) from None
    secure = parts.scheme == "https" or (parts.scheme == "http" and _own(host))
    plain = not (parts.query or parts.fragment or parts.username or parts.password)
    if not (secure and host and plain and text.isprintable() and " " not in text):
        raise Refusal("source_address", address=text)
    return text


def code_in(text: str, address: str) -> str:
    """The code in a scanned text; empty where it is none of this source's."""
    told = text.strip()
    if told[: len(PREFIX)].upper() == PREFIX:
        return _usable(told[len(PREFIX) :])
    if not address or not told.startswith((f"{address}/", f"{address}?")):
        return ""
    try:
        found = parse_qs(urlsplit(told).query).get("code", [""])
    except ValueError:
        return ""
    return _usable(found[0])


def _usable(code: str) -> str:
    code = code.strip()
    return code if code.isprintable() and len(code) <= LONGEST_CODE else ""


def _own(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
