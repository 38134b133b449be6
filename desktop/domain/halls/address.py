"""Where something outside the hall may be asked: a source of e-licences, a tracking service."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop.domain.refusal import Refusal


def checked(address: str) -> str:
    """The address without a slash at its end; empty is nowhere.

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


def _own(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
