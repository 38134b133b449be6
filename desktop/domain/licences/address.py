"""Which scanned texts are codes for a source of e-licences."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

PREFIX = "LZM:"
"""亮证码 as plain text; otherwise an address of the source with `?code=`."""
LONGEST_CODE = 512


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
